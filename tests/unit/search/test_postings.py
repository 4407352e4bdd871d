"""The pages of a word, as signs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from builder.search.postings import (
    PostingsWriter,
    make_postings,
    move_postings,
    read_postings,
    write_postings,
)

_NUMBERS = st.sets(st.integers(min_value=0, max_value=3_000))


def _write(pages: dict[int, int]) -> str:
    """Write a word that pages use so many times."""
    writer = PostingsWriter(100.0)
    for page, uses in pages.items():
        writer.add(page, ["eau"], [uses], 100)
    return writer.written().get("eau", "")


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


@given(_NUMBERS)
def test_pages_are_read_as_they_were_written(numbers: set[int]) -> None:
    """However far from each other."""
    signs = _write(dict.fromkeys(sorted(numbers), 1))

    assert [page for page, _ in _read(signs)] == sorted(numbers)
    assert signs.isascii()
    assert not signs or (signs.isprintable() and " " not in signs)


@given(_NUMBERS, st.integers(min_value=1, max_value=40))
def test_signs_are_read_here_as_in_a_browser(numbers: set[int], uses: int) -> None:
    """And written again as they were."""
    signs = _write(dict.fromkeys(sorted(numbers), uses))

    postings = read_postings(signs)

    assert [divmod(posting, 20) for posting in postings] == _read(signs)
    assert write_postings(postings) == signs
    assert postings == [
        make_postings(page, {"eau": uses}, 100, 100.0)["eau"] for page in sorted(numbers)
    ]


def test_a_page_that_moves_keeps_its_level() -> None:
    """Another came before it."""
    signs = _write({3: 1, 8: 7})

    moved = write_postings(move_postings(read_postings(signs), {3: 4, 8: 9}))

    assert moved == _write({4: 1, 9: 7})


def test_more_uses_give_a_higher_level() -> None:
    """Up to the highest, that words in a title reach."""
    uses = (1, 2, 4, 10, 30, 100, 100_000)

    levels = [level for _, level in _read(_write(dict(enumerate(uses))))]

    assert levels == sorted(levels)
    assert levels[0] >= 1
    assert len({*levels[:-2]}) == len(uses) - 2
    assert levels[-1] == 19


def test_a_word_counts_less_in_a_long_page() -> None:
    """It is less of what the page says."""
    writer = PostingsWriter(475.0)
    writer.add(0, ["eau"], [3], 50)
    writer.add(1, ["eau"], [3], 900)

    (_, first), (_, second) = _read(writer.written()["eau"])

    assert first > second
