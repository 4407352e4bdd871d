"""Our own project, filled with synthetic sheets, and the edits that people make in it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.bench.synthetic import write_network
from tests.sheets import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

_INPUTS = frozenset({"content", "theme", "mkdocs.yml"})
_STYLE = "theme/components/carte/carte.css"
_MATURITY = "Premières actions"


def write_project(folder: Path, count: int) -> None:
    """Write the theme, the settings, the ordinary pages and `count` sheets in an empty folder."""
    shutil.copytree(PROJECT / "theme", folder / "theme")
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    others = shutil.ignore_patterns("fiches", "temoins")
    shutil.copytree(PROJECT / "content", folder / "content", ignore=others)
    write_network(folder / "content", count)


def forget_builds(folder: Path) -> None:
    """Put the site aside, and whatever caches builds left: only what people write stays."""
    for entry in list(folder.iterdir()):
        if entry.name not in _INPUTS:
            put_aside(entry)


def put_aside(entry: Path) -> None:
    """Take what a build wrote out of its place, without removing it before the race is over.

    For minutes after thousands of folders were removed, ext4 makes new ones ten times slower: a
    cold build would be measured with what the race did before it.
    """
    aside = entry.parent.parent / "aside"
    aside.mkdir(exist_ok=True)
    if entry.exists():
        entry.rename(aside / f"{len(list(aside.iterdir()))}-{entry.name}")


def first_fiche(folder: Path) -> Path:
    """Return a sheet with a Markdown body, always the same."""
    return next(
        file
        for file in sorted((folder / "content" / "fiches").glob("*.md"))
        if "[[blocs]]" not in file.read_text(encoding="utf-8")
    )


def edit_sheet(file: Path, words: str) -> None:
    """Add a sentence at the end of a sheet, in the place of the one a former edit added."""
    text = file.read_text(encoding="utf-8").partition("\n\nAjouté : ")[0].rstrip("\n")
    file.write_text(f"{text}\n\nAjouté : {words}.\n", encoding="utf-8")


def edit_vocabulary(folder: Path, words: str) -> None:
    """Change the sentence that explains a maturity."""
    file = folder / "content" / "vocabulaire.toml"
    before, label, after = file.read_text(encoding="utf-8").partition(f'libelle = "{_MATURITY}"')
    head, key, tail = after.partition("explication = ")
    rest = tail.partition("\n")[2]
    file.write_text(f'{before}{label}{head}{key}"Pour débuter : {words}."\n{rest}', "utf-8")


def edit_theme(folder: Path, words: str) -> None:
    """Change a rule of a style sheet: every page asks for that file by a name made of its text."""
    file = folder / _STYLE
    text = file.read_text(encoding="utf-8").partition("\n.fp-carte__essai")[0].rstrip("\n")
    file.write_text(f'{text}\n.fp-carte__essai {{ content: "{words}"; }}\n', encoding="utf-8")
