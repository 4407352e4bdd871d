"""Which files of MkDocs' list are the core's, which are of no use, and what ours are called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from builder.library import FICHES, TEMOINS, VOCABULARY

if TYPE_CHECKING:
    from mkdocs.structure.files import File, Files

_SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/")
_MATERIAL_SHEETS = ("assets/stylesheets/main.", "assets/stylesheets/palette.")


def source_of(address: str) -> str:
    """Return the source file that MkDocs would give an address to."""
    if address in {"", "fiches/", "temoins/"}:
        return f"{address}index.md"
    return f"{address.removesuffix('/')}.md"


def is_ours(file: File) -> bool:
    """Tell whether the core reads the file: it is no page and no asset of its own."""
    name = file.src_uri
    is_sheet = name.startswith((f"{FICHES}/", f"{TEMOINS}/")) and name.endswith(".md")
    return is_sheet or name == VOCABULARY


def is_unused(file: File) -> bool:
    """Tell whether no page of ours asks for the file.

    Material's scripts, search workers and pictures are such, and the style sheets of our
    components, which are joined in one.
    """
    name = file.src_uri
    if name.startswith("components/"):
        return name.endswith(".css")
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
