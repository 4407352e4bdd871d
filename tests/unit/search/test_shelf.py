"""What a build of the search keeps for the next one."""

import pytest

from builder.search.shelf import (
    RecentShelf,
    as_numbers,
    as_text,
    as_texts,
    as_words,
    read_values,
    write_values,
)


def test_what_was_used_last_is_kept() -> None:
    """A shelf has so much room."""
    shelf = RecentShelf(2)
    shelf.put(b"a", b"1")
    shelf.put(b"b", b"2")
    shelf.get(b"a")
    shelf.put(b"c", b"3")

    assert [shelf.get(mark) for mark in (b"a", b"b", b"c")] == [b"1", None, b"3"]


def test_a_mark_stands_for_what_was_put_last() -> None:
    """Which counts as used."""
    shelf = RecentShelf(2)
    for mark in (b"a", b"b", b"a", b"c"):
        shelf.put(mark, b"1")
    shelf.put(b"a", b"2")

    assert (shelf.get(b"a"), shelf.get(b"b"), shelf.get(b"c")) == (b"2", None, b"1")


def test_a_shelf_without_room_keeps_nothing() -> None:
    """A build that nothing follows."""
    shelf = RecentShelf(0)
    shelf.put(b"a", b"1")

    assert shelf.get(b"a") is None


def test_values_are_read_as_they_were_written() -> None:
    """Texts, words and numbers."""
    text, words, none, numbers = read_values(write_values(["é\n", "a b", "", [1, 20]]), 4)

    assert as_text(text) == "é\n"
    assert as_words(words, " ") == ["a", "b"]
    assert as_words(none, " ") == []
    assert as_numbers(numbers, 2) == [1, 20]


def test_anything_else_is_refused() -> None:
    """By one kind of error."""
    for content in (b"", b"\xff", b"nul", b"{}", b"[1]", b"[1,2,3]", b"[" * 100_000):
        with pytest.raises(ValueError):  # noqa: PT011 (several, of one kind)
            read_values(content, 2)
    for read in (
        lambda: as_text(1),
        lambda: as_texts("ab"),
        lambda: as_texts(["a", 1]),
        lambda: as_words(["a"], " "),
        lambda: as_numbers([1], 2),
        lambda: as_numbers([True], 1),
        lambda: as_numbers([1.0], 1),
        lambda: as_numbers("1", 1),
    ):
        with pytest.raises(ValueError):  # noqa: PT011
            read()
