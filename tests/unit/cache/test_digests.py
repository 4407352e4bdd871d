"""A file is not read again to be known, unless anything about it may have changed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from builder.cache.digests import Digests
from builder.cache.framing import digest_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_OLD = 1_600_000_000
"""Seconds since 1970: long before any test."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Write a file."""
    own = tmp_path / "contenu" / "a.md"
    own.parent.mkdir()
    own.write_bytes(b"avant")
    return own


def _later(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """Have the next commands run later."""
    import time  # noqa: PLC0415 (what is replaced)

    now = time.time_ns() + int(seconds * 1e9)
    monkeypatch.setattr("builder.cache.digests.time.time_ns", lambda: now)


def _read(note: Path, file: Path) -> tuple[bool, str]:
    """Do as a command does: tell whether a file had to be read, and its digest."""
    digests = Digests(note)
    known = digests.find(str(file))
    digest = known or digests.put(str(file), file.read_bytes())
    digests.keep()
    return known is None, digest


def test_a_file_that_stays_as_it_is_is_read_once(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By this command, and by those that follow."""
    _later(monkeypatch, 10)
    note = tmp_path / "note"
    first, second = _read(note, file), _read(note, file)

    assert first == (True, digest_of(b"avant"))
    assert second == (False, digest_of(b"avant"))


def test_a_file_that_just_changed_is_not_trusted(tmp_path: Path, file: Path) -> None:
    """Written again at once, it may keep its times."""
    note = tmp_path / "note"

    assert [_read(note, file)[0] for _ in range(3)] == [True, True, True]


def _write(file: Path) -> None:
    file.write_bytes(b"apres")


def _write_and_set_back(file: Path) -> None:
    """As `rsync --times` does: same size, same time."""
    before = file.stat()
    file.write_bytes(b"apres")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def _replace(file: Path) -> None:
    before = file.stat()
    other = file.with_name("autre")
    other.write_bytes(b"apres")
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(file)


@pytest.mark.parametrize("change", [_write, _write_and_set_back, _replace])
def test_any_change_is_seen(
    tmp_path: Path, file: Path, change: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As many letters, and the time that it had."""
    os.utime(file, (_OLD, _OLD))
    _later(monkeypatch, 10)
    note = tmp_path / "note"
    _read(note, file)
    change(file)

    assert _read(note, file) == (True, digest_of(b"apres"))


def test_a_link_is_never_trusted(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it leads to may change, and not the link; so with a folder on the way."""
    _later(monkeypatch, 10)
    note = tmp_path / "note"
    link = file.with_name("lien.md")
    link.symlink_to(file)
    _read(note, link)
    _read(note, file)
    file.parent.rename(tmp_path / "ailleurs")
    (tmp_path / "contenu").symlink_to(tmp_path / "ailleurs")

    assert _read(note, link)[0]
    assert _read(note, file)[0]


def test_within_a_command_a_file_is_what_it_was_at_first(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What changes meanwhile is for the next command to see."""
    _later(monkeypatch, 10)
    digests = Digests(tmp_path / "note")
    digests.find(str(file))
    digests.put(str(file), b"avant")
    file.write_bytes(b"apres")
    digests.keep()

    assert digests.find(str(file)) == digest_of(b"avant")
    assert _read(tmp_path / "note", file) == (True, digest_of(b"apres"))


@pytest.mark.parametrize(
    "noted", [b"", b"{", b"[]", b"3", b'{"a": 3}', b'{"a": [1, 2]}', b'{"a": ["b"]}', b"\xff"]
)
def test_a_note_that_is_none_is_ignored(tmp_path: Path, file: Path, noted: bytes) -> None:
    """Cut, foreign, or hostile."""
    note = tmp_path / "note"
    note.write_bytes(noted)

    assert _read(note, file) == (True, digest_of(b"avant"))


def test_files_that_are_gone_are_forgotten(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once they are many more than those that are left."""
    _later(monkeypatch, 10)
    note = tmp_path / "note"
    for number in range(9):
        gone = file.with_name(f"{number}.md")
        gone.write_bytes(b"x")
        _read(note, gone)
        gone.unlink()
    _read(note, file)

    assert note.read_bytes().count(b".md") <= 3


def test_nothing_is_noted_without_a_place(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--no-cache` leaves nothing; a disk that refuses is no failure."""
    _later(monkeypatch, 10)
    digests = Digests()
    digests.find(str(file))
    digests.put(str(file), b"avant")
    digests.keep()
    (tmp_path / "plein").write_bytes(b"")

    assert _read(tmp_path / "plein" / "note", file)[0]
    assert sorted(one.name for one in tmp_path.iterdir()) == ["contenu", "plein"]
