"""The search is whole, whichever process wrote which part of it."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest

from builder.cache.framing import digest_of
from builder.cache.store import Store
from builder.plugin.searching import SearchWriter
from builder.search import Entry, RecentShelf, SearchRecord, entry_of, make_search_files

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from builder.search import Shelf

NEEDS_TWO = pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2,
    reason="there is a second process on Linux, with two cores",
)
_ENTRIES = [
    entry_of(SearchRecord(f"fiches/{number}/", f"Trier {number}", "", (), (), "Le tri. " * number))
    for number in range(1, 80)
]
_WHOLE = dict(make_search_files(_ENTRIES, RecentShelf(0)))


def _writer(
    folder: Path, entries: Sequence[Entry] = _ENTRIES, shelf: Shelf | None = None
) -> SearchWriter:
    def write(name: str, content: bytes) -> None:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)

    return SearchWriter(entries, shelf or RecentShelf(0), write, is_swept=True)


def _read(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


@pytest.mark.parametrize("begin", [SearchWriter.start, lambda _: None], ids=["beside", "alone"])
def test_the_search_is_whole(tmp_path: Path, begin: Callable[[SearchWriter], None]) -> None:
    """Begun in a second process or not."""
    writer = _writer(tmp_path)
    begin(writer)

    writer.finish()

    assert _read(tmp_path) == _WHOLE


@NEEDS_TWO
def test_nothing_is_written_before_it_may_be(tmp_path: Path) -> None:
    """The engine empties the new site first: it would remove what is there."""
    writer = _writer(tmp_path)
    writer.start()
    time.sleep(0.5)  # ten times what it takes
    before = _read(tmp_path)
    writer.allow()
    writer.finish()

    assert before == {}
    assert _read(tmp_path) == _WHOLE


@NEEDS_TWO
def test_what_fails_beside_is_made_again(tmp_path: Path) -> None:
    """By the one that can tell why."""
    own = os.getpid()

    def load() -> SearchRecord:
        if os.getpid() != own:
            raise ZeroDivisionError
        return _ENTRIES[0].load()

    writer = _writer(tmp_path, [Entry(_ENTRIES[0].address, _ENTRIES[0].mark, load), *_ENTRIES[1:]])
    writer.start()

    writer.finish()

    assert _read(tmp_path) == _WHOLE


def test_what_is_given_up_is_not_waited_for(tmp_path: Path) -> None:
    """A build that was refused ends at once."""
    begun = time.monotonic()
    first = _ENTRIES[0]

    def load() -> SearchRecord:
        time.sleep(60)
        return first.load()

    writer = _writer(tmp_path, [Entry(first.address, first.mark, load)])
    writer.start()

    writer.stop()

    assert time.monotonic() - begun < 30


def test_a_text_that_stands_is_taken_as_it_is(tmp_path: Path) -> None:
    """Who takes it knows it by its digest, whichever process wrote it; its record is not read."""
    texts = {name: text for name, text in _WHOLE.items() if "textes" in name}
    asked: dict[str, str] = {}

    def take(name: str, digest: str) -> bool:
        asked[name] = digest
        return name != "recherche/textes/fiches/1.txt"

    def build(begin: Callable[[SearchWriter], None]) -> dict[str, bytes]:
        written: dict[str, bytes] = {}
        shelf = Store(tmp_path / "recherche.sqlite")
        writer = SearchWriter(_ENTRIES, shelf, written.__setitem__, take, is_swept=True)
        begin(writer)
        writer.finish()
        return written

    build(SearchWriter.start)
    assert asked == {}

    written = build(lambda _: None)

    assert asked == {name: digest_of(text) for name, text in texts.items()}
    assert written.keys() == _WHOLE.keys() - texts.keys() | {"recherche/textes/fiches/1.txt"}


def test_a_text_that_changed_is_written_again() -> None:
    """None is taken that the last build did not write of the same page."""
    shelf, written = RecentShelf(1_000), dict[str, bytes]()
    SearchWriter(_ENTRIES[1:], shelf, written.__setitem__, is_swept=True).finish()
    other = entry_of(replace(_ENTRIES[1].load(), text="Autre."))
    taken: list[str] = []

    def take(name: str, _: str) -> bool:
        taken.append(name)
        return True

    entries = [_ENTRIES[0], other, *_ENTRIES[2:]]
    SearchWriter(entries, shelf, written.__setitem__, take, is_swept=True).finish()

    assert len(taken) == len(entries) - 2
    assert written["recherche/textes/fiches/2.txt"] == b"Autre."


def test_no_sweep_takes_what_only_texts_ask_for(tmp_path: Path) -> None:
    """A build that changes nothing of the index reads no record to make it."""
    loaded: list[str] = []

    def note(entry: Entry) -> SearchRecord:
        loaded.append(entry.address)
        return entry.load()

    entries = [replace(entry, load=partial(note, entry)) for entry in _ENTRIES]
    for _ in range(3):
        shelf = Store(tmp_path / "recherche.sqlite")
        _writer(tmp_path / "site", entries, shelf).finish()

    assert loaded == [entry.address for entry in _ENTRIES]
