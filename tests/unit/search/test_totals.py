"""What the pages add up to, and what an edit changes of it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.search import Entry, RecentShelf, SearchRecord, entry_of
from builder.search.totals import _MARK, Totals, total_up

if TYPE_CHECKING:
    from collections.abc import Callable

_WORDS = ("eau", "l’eau,", "Eau", "trier", "trié", "le", "«", "burn-out", "éco", "économe", "zoo")
_TEXT = st.lists(st.sampled_from(_WORDS), max_size=6).map(" ".join)
_SITE = st.dictionaries(st.integers(min_value=0, max_value=40), _TEXT, max_size=25)
_FILL = {number: "eau " * (number % 7) + "bois" for number in range(100, 140)}
"""Pages that stay: with them, a few that change are followed rather than read all again."""


def _entries(texts: dict[int, str]) -> list[Entry]:
    pages = sorted((texts | _FILL).items())
    return [
        entry_of(SearchRecord(f"fiches/{number:03}/", "", "", (), (), text))
        for number, text in pages
    ]


def _cold(entries: list[Entry]) -> Totals:
    return total_up(entries, RecentShelf(0))


@settings(max_examples=200)
@given(st.lists(_SITE, min_size=2, max_size=5))
def test_any_edits_add_up_to_what_all_pages_do(sites: list[dict[int, str]]) -> None:
    """Pages added, changed, taken away, one build after the other."""
    shelf = RecentShelf(1_000)

    for site in sites:
        entries = _entries(site)
        assert total_up(entries, shelf) == _cold(entries)


@settings(max_examples=200)
@given(_SITE, st.data())
def test_one_edit_is_followed(site: dict[int, str], data: st.DataObject) -> None:
    """Of one page, many times over: it is read, and no other."""
    shelf = RecentShelf(1_000)
    total_up(_entries(site), shelf)
    for _ in range(5):
        number = data.draw(st.integers(min_value=0, max_value=139))
        site[number] = data.draw(_TEXT)

        assert total_up(_entries(site), shelf) == _cold(_entries(site))


def test_a_page_that_did_not_change_is_not_read() -> None:
    """Nor made."""
    shelf = RecentShelf(1_000)
    before, after = _entries({1: "eau"}), _entries({1: "eau bois"})
    total_up(before, shelf)

    def load() -> SearchRecord:
        pytest.fail("it is read again")

    kept = [replace(entry, load=load) for entry in after if entry in before]
    totals = total_up([*(entry for entry in after if entry not in before), *kept], shelf)

    assert totals == _cold(after)


def test_a_page_that_the_shelf_forgot_is_no_trouble() -> None:
    """All are read again."""
    shelf = RecentShelf(1_000)
    before, after = _entries({1: "eau"}), _entries({1: "bois"})
    total_up(before, shelf)
    shelf.put(before[0].mark, b"")

    assert total_up(after, shelf) == _cold(after)


@pytest.mark.parametrize("spoil", [b"", b"[]", b"null"])
def test_totals_that_do_not_read_as_they_were_written_are_no_trouble(spoil: bytes) -> None:
    """Whatever stands in their place."""
    after = _entries({1: "bois"})

    assert total_up(after, _Spoiled(lambda _: spoil)) == _cold(after)


def test_totals_whose_parts_do_not_agree_are_no_trouble() -> None:
    """Those of another site, under the names of this one."""
    other, after = RecentShelf(1_000), _entries({1: "eau", 2: "bois"})
    total_up(_entries({2: "bois"}), other)
    kept = json.loads(other.get(_MARK) or b"")
    kept[0] = "\n".join(["x#y", *kept[0].split("\n")[1:]])

    shelf = _Spoiled(lambda mark: json.dumps(kept).encode() if mark == _MARK else None)
    assert total_up(after, shelf) == _cold(after)


class _Spoiled(RecentShelf):
    """Gives something else than what was put."""

    def __init__(self, give: Callable[[bytes], bytes | None]) -> None:
        super().__init__(0)
        self._give = give

    def get(self, mark: bytes, /) -> bytes | None:
        return self._give(mark)


def test_nothing_of_nothing() -> None:
    """A site without a page."""
    assert _cold([]) == Totals([], [], {}, {}, {})
