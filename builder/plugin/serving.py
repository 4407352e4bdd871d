"""A running preview: it survives any save, and shows one in the sheets at once."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.assets import compact_script
from builder.plugin.preview import SCRIPT, Preview
from builder.plugin.settings import settings_told
from builder.plugin.stopping import explain
from builder.plugin.updating import Updates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

    from builder.plugin.showing import Showcase
    from builder.publication import Publication
    from builder.site import Site


class Serving:
    """The preview, and what it takes to renew it."""

    def __init__(
        self,
        showcase: Showcase,
        read: Callable[[MkDocsConfig], None],
        search: Callable[[MkDocsConfig, Publication], Iterable[tuple[str, bytes]]],
        site: Callable[[MkDocsConfig], Site],
    ) -> None:
        """Prepare; until `answer`, nothing is shown.

        Args:
            showcase: What is shown.
            read: Reads the content again, for the showcase.
            search: Makes the search of a publication: address and content of its files.
            site: The site of some settings.
        """
        self.updates = Updates()
        """How a save is shown without building all again."""
        self.is_built = False
        """Whether a build came to its end, since that was last asked."""
        self._showcase = showcase
        self._read = read
        self._search = search
        self._site = site
        self._preview: Preview | None = None

    def answer(self, server: LiveReloadServer, config: MkDocsConfig, folder: Path) -> None:
        """Answer the last good pages from now on, and survive any save.

        Args:
            server: What watches the files.
            config: The settings.
            folder: Where the pages are.
        """
        script = Path(config.theme.dirs[0]) / SCRIPT
        text = compact_script(script.read_text(encoding="utf-8")) if script.is_file() else ""
        self._preview = Preview(server.mount_path, folder, text.encode())
        server.set_app(self._preview)
        build = server.builder
        server.builder = lambda: self._rebuild(build)

    @contextmanager
    def replacing(self) -> Iterator[None]:
        """Hold the answers while a whole build takes the place of the one before."""
        if self._preview is None:
            yield
            return
        with self._preview.files:
            yield
            self._preview.fresh = None

    def _rebuild(self, build: Callable[[], None]) -> None:
        """Build the preview again; if that fails say so, there and on the terminal, and go on."""
        self.is_built = False
        trouble = ""
        try:
            if self._update():
                return
            with settings_told():
                build()
            if not self.is_built:
                trouble = "mkdocs.yml n’appelle plus l’extension « fiches »"
        except (Exception, SystemExit) as error:  # noqa: BLE001 (any: the next save may mend it)
            trouble = explain(error)
        finally:
            gc.enable()
        if trouble:
            click.echo(
                f"erreur : {trouble} ; l’aperçu montre la dernière version correcte", err=True
            )
        if self._preview:
            self._preview.renew(trouble)

    def _update(self) -> bool:
        """Show a save in the sheets without building all again; tell whether that could be.

        The search is made again when a browser asks for it.
        """
        config = self.updates.config()
        if config is None or self._preview is None:
            return False
        with _uncollected():
            self._read(config)
        fresh = self.updates.fresh(self._showcase, self._site(config))
        if fresh is not None:
            fresh.search = partial(self._make_search, config, self._showcase.shown())
        with self._preview.files:
            self._preview.fresh = fresh
        click.echo(f"Aperçu à jour ({self._showcase.summary()})", err=True)
        self._preview.renew()
        return True

    def _make_search(self, config: MkDocsConfig, shown: Publication) -> dict[str, bytes]:
        with _uncollected():
            return dict(self._search(config, shown))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Have Python free nothing for a while: it would walk thousands of sheets, again and again."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
