"""What a build of the search keeps for the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import orjson

if TYPE_CHECKING:
    from collections.abc import Sequence


class Shelf(Protocol):
    """Keeps contents, each under a mark.

    It may forget anything; what it gives is what was put last under that mark.
    """

    def get(self, mark: bytes, /) -> bytes | None:
        """Return what was put under a mark, if it is still there."""

    def put(self, mark: bytes, content: bytes, /) -> None:
        """Keep a content in the place of the former one, if it can."""


class RecentShelf:
    """Keeps the contents used last, as long as the process lives."""

    def __init__(self, most: int) -> None:
        """Open an empty shelf for at most so many contents; with 0 it keeps nothing."""
        self._most = most
        self._kept: dict[bytes, bytes] = {}

    def get(self, mark: bytes, /) -> bytes | None:
        """Return what was put under a mark, if it is still there."""
        content = self._kept.pop(mark, None)
        if content is not None:
            self._kept[mark] = content
        return content

    def put(self, mark: bytes, content: bytes, /) -> None:
        """Keep a content, in the place of the one that was not used for the longest time."""
        self._kept[mark] = content
        while len(self._kept) > self._most:
            del self._kept[next(iter(self._kept))]


def write_values(values: Sequence[object]) -> bytes:
    """Write a list on one line."""
    return orjson.dumps(values)


def read_values(content: bytes, count: int) -> list[object]:
    """Read a list of so many values.

    Raises:
        ValueError: it is none.
    """
    values = orjson.loads(content)
    if not isinstance(values, list) or len(values) != count:
        raise ValueError
    return values


def as_text(value: object) -> str:
    """Return a value that should be a text; for those below too, `ValueError` says it is not."""
    if not isinstance(value, str):
        raise ValueError  # noqa: TRY004 (one kind of error for all that is not as it was written)
    return value


def as_texts(value: object) -> tuple[str, ...]:
    """Return a value that should be a list of texts."""
    if not isinstance(value, list):
        raise ValueError  # noqa: TRY004
    return tuple(map(as_text, value))


def as_words(value: object, separator: str) -> list[str]:
    """Return the words of a value that should be a text; an empty one has none."""
    text = as_text(value)
    return text.split(separator) if text else []


def as_numbers(value: object, count: int) -> list[int]:
    """Return a value that should be a list of so many whole numbers."""
    if not isinstance(value, list) or len(value) != count or {*map(type, value)} - {int}:
        raise ValueError
    return value
