"""Whatever was edited before, a build gives byte for byte what one that starts from nothing gives.

`EDIT_SEQUENCES=200 python -m pytest tests/faults/test_edits.py` tries as many sequences of edits.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from builder.cli import fiches
from tests.faults.editor import Editor
from tests.faults.project import environment, make_project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

_SEQUENCES = int(os.environ.get("EDIT_SEQUENCES", "8"))
_EDITS = 5


@pytest.mark.parametrize("seed", range(_SEQUENCES))
def test_a_build_after_edits_is_a_build_from_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Pages, search, feeds, measures, and what is told on the way; after a check or not.

    A file that was just written is known by its state as if it were old: its times are fine enough.
    """
    monkeypatch.setattr("builder.cache.digests._FRESH", 0)
    project = make_project(tmp_path / "projet")
    monkeypatch.chdir(project)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    editor = Editor(project, seed)
    done = []
    for _ in range(_EDITS):
        done.append(editor.edit())
        if seed % 2:
            _run("check")
        after = _run("build", "-d", "apres")
        cold = _run("build", "-d", "neuf", "--no-cache")

        assert after.exit_code == cold.exit_code, done
        assert _tree(project / "apres") == _tree(project / "neuf"), done
        assert _run("check").output == _run("check", "--no-cache").output, done


@pytest.mark.parametrize(
    "spoil",
    [
        lambda base: base.write_bytes(b""),
        lambda base: base.write_bytes(b"SQLite format 3\0" + bytes(5000)),
        lambda base: base.write_bytes(os.urandom(9000)),
        lambda base: base.write_bytes(base.read_bytes()[: base.stat().st_size // 2]),
        lambda base: base.write_bytes(_flip(base.read_bytes())),
        lambda base: (base.unlink(), base.mkdir()),
        lambda base: _forge(base, "[]"),
        lambda base: _forge(base, "<script>alert(1)</script>"),
        lambda base: _forge(base, "[5]"),
    ],
)
def test_a_cache_that_is_none_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[Path], object]
) -> None:
    """Cut, altered, foreign, of another kind: it is left out, and nothing is said of it."""
    project = make_project(tmp_path)
    monkeypatch.chdir(project)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    _run("build")
    made = _tree(project / "site")
    spoil(project / ".cache" / "fiches" / "fiches.sqlite")
    for note in (project / ".cache" / "fiches").glob("site-*"):
        note.unlink()

    assert _run("build").exit_code == 0
    assert _tree(project / "site") == made


def test_two_builds_at_once_share_a_cache(tmp_path: Path) -> None:
    """Each publishes its own site, and both are right."""
    project = make_project(tmp_path)
    command = (sys.executable, "-m", "builder.cli", "build", "-d")
    running = [
        subprocess.Popen([*command, name], cwd=project, env=environment(), stderr=subprocess.PIPE)
        for name in ("un", "deux")
    ]
    told = [process.communicate()[1] for process in running]

    assert [process.returncode for process in running] == [0, 0], told
    assert _tree(project / "un") == _tree(project / "deux")


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(fiches, arguments)


def _tree(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def _flip(content: bytes) -> bytes:
    """Change a byte in every thousand."""
    altered = bytearray(content)
    for at in range(500, len(altered), 1000):
        altered[at] ^= 1
    return bytes(altered)


def _forge(base: Path, content: str) -> None:
    """Put the same content under every mark, without its sum."""
    with closing(sqlite3.connect(base)) as forged:
        forged.execute("UPDATE kept SET content = ?", (content.encode() * 9,))
        forged.commit()
