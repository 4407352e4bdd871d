"""A preview survives any save: the last good page answers, the fault shows, and it recovers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults.preview import Preview, serve
from tests.faults.project import make_project, rename
from tests.sheets import fiche_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_SAVES = 50


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """Serve a small project."""
    with serve(make_project(tmp_path, "Version 0"), "Version 0") as found:
        yield found


_TEXTS: dict[str, tuple[str, Callable[[str, str], str]]] = {
    "value unknown": (
        "content/fiches/tri.md",
        lambda _, mark: fiche_text(title='"Autre"', maturity=f'"{mark}"'),
    ),
    "vocabulary broken": ("content/vocabulaire.toml", lambda text, mark: f"{text}\n[{mark}"),
    "template unreadable": (
        "theme/layout.html",
        lambda text, mark: text[: len(text) // 2] + f"{{% {mark} %}}",
    ),
    "template failing": (
        "theme/layout.html",
        lambda text, mark: text.replace("<body", f"{{{{ {mark}.a.b }}}}<body"),
    ),
    "component absent": (
        "theme/layout.html",
        lambda text, mark: text.replace("components/pied/pied.html", f"{mark}.html"),
    ),
    "settings half-written": (
        "mkdocs.yml",
        lambda text, mark: f"{text[: text.index('plugins')]}\nplugins: [{mark}]\n",
    ),
}
"""Cause → file, and what a save makes of it; the mark must come to show in the page."""


def _spoil(preview: Preview, cause: str, mark: str) -> Callable[[], None]:
    """Save a broken file; return what mends it."""
    name, spoil = _TEXTS[cause]
    file = preview.file(name)
    text = file.read_text(encoding="utf-8")
    file.write_text(spoil(text, mark), encoding="utf-8")
    return lambda: _write(file, text)


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")


def _make_folder(preview: Preview, mark: str) -> Callable[[], None]:
    folder = preview.file(f"content/fiches/{mark}.md")
    folder.mkdir()
    (folder / "vide.txt").touch()

    def mend() -> None:
        (folder / "vide.txt").unlink()
        folder.rmdir()

    return mend


def _write_half(preview: Preview, mark: str) -> Callable[[], None]:
    file = preview.file(f"content/fiches/{mark}.md")
    file.write_text('+++\ntitle = "Une fi', encoding="utf-8")
    return file.unlink


def _write_latin(preview: Preview, mark: str) -> Callable[[], None]:
    file = preview.file(f"content/fiches/{mark}.md")
    file.write_bytes("é".encode("latin-1"))
    return file.unlink


def _move_content(preview: Preview, mark: str) -> Callable[[], None]:
    content, away = preview.file("content"), preview.file(mark)
    content.rename(away)

    def mend() -> None:
        away.rename(content)

    return mend


_OTHERS: dict[str, Callable[[Preview, str], Callable[[], None]]] = {
    "sheet half-written": _write_half,
    "sheet that is a folder": _make_folder,
    "sheet in another encoding": _write_latin,
    "content moved away": _move_content,
}
_CAUSES = (*_TEXTS, *_OTHERS)


def test_fifty_broken_saves(preview: Preview) -> None:
    """Each shows its fault over the last good page; each tenth is mended, and a new page comes."""
    for number in range(_SAVES):
        cause = _CAUSES[number % len(_CAUSES)]
        mark = f"faux{number}"
        mend = _spoil(preview, cause, mark) if cause in _TEXTS else _OTHERS[cause](preview, mark)

        preview.wait_for("fp-remarques", "« content »" if cause == _CAUSES[-1] else mark)
        assert preview.title in preview.page()

        mend()
        if cause == _CAUSES[-1]:
            _renew(preview, f"Version {number}")

    said = preview.said
    assert "Traceback" not in said
    for number in range(_SAVES):
        assert f"faux{number}" in said or _CAUSES[number % len(_CAUSES)] == _CAUSES[-1]


def _renew(preview: Preview, title: str) -> None:
    """Save a good page: it must replace the last one, and every reproach with it."""
    rename(preview.folder, title)
    preview.wait_for(title)
    preview.title = title
    preview.wait(lambda html: "fp-remarques" not in html)
