"""The pages of a word, as signs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from builder.search.postings import make_postings
from builder.search.terms import BATCH, Terms


def _page(**uses: int) -> Terms:
    return Terms(tuple(uses), tuple(uses.values()), 100, ())


def _read(signs: str) -> list[tuple[int, int]]:
    """Read page and level, as the browser does."""
    found, page, high = [], -1, 0
    for sign in signs:
        value = ord(sign) - 33
        if value >= 80:
            high = high * 14 + value - 80
            continue
        page += high * 4 + value // 20 + 1
        found.append((page, value % 20))
        high = 0
    return found


def _batches(pages: list[Terms]) -> list[tuple[Terms, ...]]:
    return [tuple(pages[first : first + BATCH]) for first in range(0, len(pages), BATCH)]


@given(st.sets(st.integers(min_value=0, max_value=3_000)))
def test_pages_are_read_as_they_were_written(numbers: set[int]) -> None:
    """However far from each other, in one batch or in several."""
    bare = _page()
    asked = _page(eau=1)
    pages = [asked if number in numbers else bare for number in range(3_001)]

    signs = make_postings(_batches(pages)).get("eau", "")

    assert [page for page, _ in _read(signs)] == sorted(numbers)
    assert signs.isascii()
    assert signs.isprintable()


def test_more_uses_give_a_higher_level() -> None:
    """Up to the highest, that words in a title reach."""
    uses = (1, 2, 4, 10, 30, 100, 100_000)
    signs = make_postings([tuple(_page(eau=count) for count in uses)])["eau"]

    levels = [level for _, level in _read(signs)]
    assert levels == sorted(levels)
    assert levels[0] >= 1
    assert len({*levels[:-2]}) == len(uses) - 2
    assert levels[-1] == 19


def test_a_word_counts_less_in_a_long_page() -> None:
    """It is less of what the page says."""
    short, long = Terms(("eau",), (3,), 50, ()), Terms(("eau",), (3,), 900, ())

    (_, first), (_, second) = _read(make_postings([(short, long)])["eau"])

    assert first > second
