"""Which files of MkDocs' list are the core's, which are of no use, and what ours are called."""

from __future__ import annotations

import os
import re
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import FileSystemLoader
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from builder.library import LEXIQUE, VOCABULARY
from builder.plugin.preview import SCRIPT as PREVIEW_SCRIPT
from builder.reading import FICHES, TEMOINS
from builder.search import FOLDER as SEARCH

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.theme import Theme

    from builder.pages import Slot
    from builder.validate.uploads import UploadsCheck

UPLOADS = "uploads/"

_SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/")
_MATERIAL_SHEETS = ("assets/stylesheets/main.", "assets/stylesheets/palette.")


class OwnFile(File):
    """The file of a page of ours."""

    def __init__(self, slot: Slot, config: MkDocsConfig) -> None:
        name = source_of(slot.address)
        super().__init__(name, None, config.site_dir, config.use_directory_urls)
        self.inclusion = InclusionLevel.NOT_IN_NAV
        self.content_string = ""
        self.slot = slot
        self._config = config
        self._is_left = True

    @cached_property
    def page(self) -> MkDocsPage:  # type: ignore[override]
        """The page, as MkDocs knows it."""
        return OwnPage(self.slot, self, self._config)

    def is_documentation_page(self) -> bool:
        """Tell whether MkDocs makes the page."""
        return self._is_left

    def keep(self) -> None:
        """Have MkDocs know of its address, for links in ordinary pages, and of nothing else."""
        self.dest_uri = self.dest_uri  # told now: that of a file that is no page is another
        self._is_left = False

    def give_back(self, files: Files) -> None:
        """Have MkDocs make the page after all; it read the others a moment ago."""
        self._is_left = True
        self.page.read_source(self._config)
        self.page.render(self._config, files)


class OwnPage(MkDocsPage):
    """A page of ours among MkDocs': it has no Markdown, and MkDocs need not read any."""

    def __init__(self, slot: Slot, file: File, config: MkDocsConfig) -> None:
        super().__init__(None, file, config)
        self.slot = slot

    @cached_property
    def title(self) -> str:  # type: ignore[override]
        """Its title; few templates ask for it, and a page is made to know it."""
        return self.slot.make().title

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 (MkDocs' signature)
        """Name the template."""
        self.markdown, self.meta = "", {"template": self.slot.template}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Have nothing to convert: a converter for each page took a third of MkDocs' time."""
        self.content = ""


def source_of(address: str) -> str:
    """Return the source file that MkDocs would give an address to."""
    if address in {"", "fiches/", "temoins/"}:
        return f"{address}index.md"
    return f"{address.removesuffix('/')}.md"


def is_ours(file: File) -> bool:
    """Tell whether the file is for the core: it is no page and no asset of its own.

    All that stands among the sheets is. MkDocs would publish `x.html` as it is, and `x.markdown`
    with the freedom of the network's own pages.
    """
    name = file.src_uri
    return name.startswith((f"{FICHES}/", f"{TEMOINS}/")) or name in {VOCABULARY, LEXIQUE}


def is_search(file: File) -> bool:
    """Tell whether the file stands where the search is written."""
    return file.src_uri.startswith(SEARCH) and not file.is_documentation_page()


def is_unpublished(file: File, check: UploadsCheck) -> bool:
    """Tell whether the file is one that `content/uploads` should not hold, or a page there.

    The engine would copy it as it is, or make a page of it.
    """
    name = file.src_uri
    if not name.startswith(UPLOADS):
        return False
    return check.is_refused(name.removeprefix(UPLOADS)) or name.endswith(".md")


def is_unused(file: File) -> bool:
    """Tell whether no page of ours asks for the file.

    Material's scripts, search workers and pictures are such, and the style sheets of our
    components, which are joined in one. The script of a preview is answered by the preview.
    """
    name = file.src_uri
    if name.startswith("components/"):
        return name.endswith(".css") or name == PREVIEW_SCRIPT
    is_kept = name.startswith(_MATERIAL_SHEETS) and name.endswith(".css")
    return name.startswith("assets/") and not is_kept


def is_script(file: File) -> bool:
    """Tell whether the file is a script of our components."""
    return file.src_uri.startswith("components/") and file.src_uri.endswith(".js")


def take_material_sheets(files: Files) -> list[str]:
    """Take Material's two style sheets out of the site, and return their texts.

    They go in one file with ours, which spares two requests a visit.
    """
    taken = [
        file for start in _MATERIAL_SHEETS for file in list(files) if file.src_uri.startswith(start)
    ]
    for file in taken:
        files.remove(file)
    return [_SOURCE_MAP.sub("", file.content_string) for file in taken]


def list_less(theme: Theme) -> None:
    """Have MkDocs look at the files of a theme without Material's ten thousand icons.

    It publishes nothing whose name starts with a dot, but looks at each before it says so.
    """
    make = theme.get_env

    def get_env() -> Environment:
        env = make()
        env.loader = _Plain(theme.dirs)
        return env

    theme.get_env = get_env  # type: ignore[method-assign]


class _Plain(FileSystemLoader):
    """Reads any template, and lists those of no hidden folder."""

    def list_templates(self) -> list[str]:
        """List their names, as the class above does."""
        found: set[str] = set()
        for root in map(Path, self.searchpath):
            for folder, inside, names in os.walk(root):
                inside[:] = [name for name in inside if not name.startswith(".")]
                start = Path(folder).relative_to(root)
                found.update((start / name).as_posix() for name in names)
        return sorted(found)
