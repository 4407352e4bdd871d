"""Shows a save in the sheets in a running preview, without building all again.

Only where nothing but fiches and witnesses changed since the last whole build: any other save has
everything built.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from builder.assets import fingerprint
from builder.memory import Memory, state_of
from builder.plugin.fresh import Fresh
from builder.reading import FICHES, TEMOINS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig

    from builder.pages import Slot
    from builder.plugin.printing import PageMaker
    from builder.plugin.showing import Showcase
    from builder.site import Site

_COMPACT = "assets/catalogue.{}.json"


class Updates:
    """What a preview knows of the last whole build, and may do without another."""

    def __init__(self) -> None:
        self.memory = Memory()
        """The sheets that were read."""
        self._config: MkDocsConfig | None = None
        self._seen: Mapping[str, object] = {}
        self._maker: PageMaker | None = None
        self._is_built = False
        self._former: frozenset[str] = frozenset()
        self._texts: tuple[str, ...] = ()

    def begin(self, config: MkDocsConfig) -> None:
        """Note what there is before a whole build reads it."""
        self._config, self._maker, self._is_built = config, None, False
        self._seen = _look(config)

    def note(self, maker: PageMaker | None, slots: Iterable[Slot], texts: Iterable[str]) -> None:
        """Note how the build makes its pages.

        Args:
            maker: What made our pages; nothing where others had a hand in them.
            slots: The places of our pages.
            texts: Addresses of the ordinary ones.
        """
        self._maker = maker
        self._former = frozenset(slot.address for slot in slots)
        self._texts = tuple(texts)

    def end(self) -> None:
        """Note that the build came to its end."""
        self._is_built = True

    def config(self) -> MkDocsConfig | None:
        """Return the settings, if all but the sheets is as it was; nothing otherwise."""
        if self._config is None or self._maker is None or not self._is_built:
            return None
        return self._config if _look(self._config) == self._seen else None

    def fresh(self, showcase: Showcase, site: Site) -> Fresh | None:
        """Return what the preview is to answer, after the sheets were read again."""
        if self._maker is None:
            return None
        shown, texts = showcase.shown(), self._texts
        compact = _COMPACT.format(fingerprint(shown.pages.compact))
        maker = self._maker.given(compact=compact, remarks=showcase.remarks())
        ordinary = {"" if address in {".", "./"} else address for address in texts}
        slots = [slot for slot in shown.pages.slots if slot.address not in ordinary]

        def files() -> dict[str, str]:
            return {compact: shown.pages.compact, **shown.outputs(site, texts)}

        return Fresh(slots, maker.make, files, self._former, showcase.remarks())


def _look(config: MkDocsConfig) -> dict[str, object]:
    """Return the state of all that a build reads, but the sheets."""
    content = Path(config.docs_dir)
    roots = (Path(config.config_file_path), content, *map(Path, config.theme.dirs[:1]))
    sheets = {content / FICHES, content / TEMOINS}
    return {
        str(file): state_of(file)
        for root in roots
        for file in _files(root)
        if not (file.suffix == ".md" and not sheets.isdisjoint(file.parents))
    }


def _files(root: Path) -> Iterator[Path]:
    if root.is_file():
        yield root
    yield from (file for file in root.rglob("*") if not file.is_dir())
