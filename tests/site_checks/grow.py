"""A content folder as large as a catalogue becomes, grown from the real one."""

import re
import shutil
from itertools import cycle, islice
from pathlib import Path

_TITLE = re.compile(r'^title = "(.*)"$', re.MULTILINE)
_SLUG = re.compile(r"^slug = .*\n", re.MULTILINE)


def grow_content(content: Path, folder: Path, count: int) -> Path:
    """Copy a content folder, and add variants of its fiches.

    Args:
        content: The folder to start from.
        folder: Where to write; it must not exist.
        count: How many fiches to add, each under a title of its own.
    """
    shutil.copytree(content, folder)
    seeds = [text for text in _read_fiches(content) if _TITLE.search(text)]
    for number, text in enumerate(islice(cycle(seeds), count), 1):
        variant = _TITLE.sub(rf'title = "\1, variante {number}"', _SLUG.sub("", text), count=1)
        (folder / "fiches" / f"variante-{number:04}.md").write_text(variant, encoding="utf-8")
    return folder


def _read_fiches(content: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(content.glob("fiches/*.md"))]
