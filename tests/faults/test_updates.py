"""What a running preview answers after saves is what one that has just begun does."""

from __future__ import annotations

import re
import shutil
import sqlite3
import time
import urllib.error
import urllib.request
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.faults.editor import Editor
from tests.faults.preview import Preview, serve
from tests.faults.project import make_project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_TITLE = "Pratique qui reste"
_EDITS = 8
_PATIENCE = 60
"""Seconds."""
_SHOWN = ".apercu"
_OWN = re.compile(rb"\?version=[\d-]+|127\.0\.0\.1(?::|%3A)\d+")
"""What no two previews have alike."""


@pytest.mark.parametrize("seed", range(4))
def test_a_preview_that_lives_is_one_that_begins(tmp_path: Path, seed: int) -> None:
    """Pages, lists, search, feeds; and what is no more is not there."""
    with serve(make_project(tmp_path / "un", _TITLE), _TITLE) as living:
        editor = Editor(living.folder, seed)
        before = _names(living.folder)
        done = [_saved(living, editor.edit_a_sheet) for _ in range(_EDITS)]
        shutil.copytree(
            living.folder, tmp_path / "deux", ignore=shutil.ignore_patterns("tmp", ".cache")
        )
        with serve(tmp_path / "deux", "Pratique") as young:
            names = _names(young.folder)
            wrong = [name for name in names if _answer(living, name) != _answer(young, name)]
            left = [name for name in before - names if _is_page(name) and _answer(living, name)]

    assert (wrong, left) == ([], []), done


def test_what_the_next_build_needs_stays_in_the_cache(tmp_path: Path) -> None:
    """A preview remembers its sheets, and asks for them no more: they are of use all the same.

    All is built again with one of them changed: it alone is asked for, and nothing is swept.
    """
    with serve(make_project(tmp_path, _TITLE), _TITLE) as living:
        editor = Editor(living.folder, 0)
        for _ in range(_EDITS):
            _saved(living, editor.change)
        kept = _count_kept(living.folder)
        _saved(living, editor.change_a_sheet_and_the_style)

        assert kept >= 2 * _EDITS
        assert _count_kept(living.folder) >= kept


def _count_kept(folder: Path) -> int:
    """Count what builds keep: two contents a fiche, and those of its former texts."""
    with closing(sqlite3.connect(folder / ".cache" / "fiches" / "fiches.sqlite")) as base:
        return int(base.execute("SELECT count(*) FROM kept").fetchone()[0])


def _saved(preview: Preview, edit: Callable[[], object]) -> object:
    """Edit, and wait until the preview has taken it in."""
    version = _version(preview)
    done = edit()
    end = time.monotonic() + _PATIENCE
    while _version(preview) == version:
        assert time.monotonic() < end, f"{done} never showed:\n{preview.said}"
        time.sleep(0.05)
    return done


def _version(preview: Preview) -> str:
    found = re.search(r"\?version=([\d-]+)", preview.page())
    assert found is not None
    return found[1]


def _names(folder: Path) -> set[str]:
    """List the files of a preview."""
    [shown] = folder.glob(f"tmp/*/{_SHOWN}")
    return {file.relative_to(shown).as_posix() for file in shown.rglob("*") if file.is_file()}


def _is_page(name: str) -> bool:
    return name.endswith("index.html")


def _answer(preview: Preview, name: str) -> bytes:
    """Ask for a file; nothing when it is not there."""
    address = preview.address.replace("/fiches/", f"/{name.removesuffix('index.html')}")
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 (our own)
            return _OWN.sub(b"", answer.read())
    except urllib.error.HTTPError:
        return b""
