"""What is put is found again; what is not sound is not."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from builder.cache.store import Store

if TYPE_CHECKING:
    from pathlib import Path


def _fill(file: Path, *marks: bytes) -> None:
    store = Store(file)
    for mark in marks:
        store.put(mark, b"contenu de " + mark)
    store.close()


def test_a_content_is_found_in_the_same_build_and_in_the_next(tmp_path: Path) -> None:
    """Once it is put."""
    store = Store(tmp_path / "kept.sqlite")
    store.put(b"a", b"contenu de a")
    same = store.get(b"a")
    store.close()

    assert same == Store(tmp_path / "kept.sqlite").get(b"a") == b"contenu de a"
    assert Store(tmp_path / "kept.sqlite").get(b"b") is None


def test_a_content_that_was_altered_is_not_found(tmp_path: Path) -> None:
    """Nor one that stands under another mark."""
    file = tmp_path / "kept.sqlite"
    _fill(file, b"a", b"b")
    with closing(sqlite3.connect(file)) as base:
        base.execute("UPDATE kept SET content = content || x'00' WHERE mark = ?", (b"a",))
        base.execute("INSERT INTO kept SELECT x'63', content FROM kept WHERE mark = ?", (b"b",))
        base.commit()
    store = Store(file)

    assert [store.get(mark) for mark in (b"a", b"b", b"c")] == [None, b"contenu de b", None]


def test_what_no_build_uses_is_swept(tmp_path: Path) -> None:
    """Once it is three times as much as what is used."""
    file = tmp_path / "kept.sqlite"
    _fill(file, *(bytes([number]) for number in range(20)))
    _fill(file, b"a")
    store = Store(file)

    assert store.get(b"a") is not None
    assert store.get(bytes([3])) is None


def test_what_is_wanted_stays(tmp_path: Path) -> None:
    """A check reads no texts, and leaves them to the build that comes after it."""
    file = tmp_path / "kept.sqlite"
    _fill(file, *(bytes([number]) for number in range(20)))
    store = Store(file)
    store.want(bytes([3]))
    store.get(bytes([5]))
    store.close()

    assert [number for number in range(20) if store.get(bytes([number]))] == [3, 5]


def test_a_store_is_empty_until_something_is_put(tmp_path: Path) -> None:
    """In this build or in another."""
    store = Store(tmp_path / "kept.sqlite")
    assert store.is_empty()
    store.put(b"a", b"x")
    assert not store.is_empty()
    store.close()

    assert not Store(tmp_path / "kept.sqlite").is_empty()


def test_a_folder_that_takes_no_file_keeps_nothing(tmp_path: Path) -> None:
    """Nothing is said, nothing fails."""
    (tmp_path / "kept.sqlite").mkdir()
    store = Store(tmp_path / "kept.sqlite")
    store.put(b"a", b"x")
    store.close()

    assert store.get(b"a") is None
