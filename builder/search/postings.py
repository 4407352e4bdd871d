"""The pages of a word, and how well each answers it, in as few signs as can be.

A page is a sign: how many pages it comes after the one before, and its level. Signs are plain
ASCII, that hosts compress and a script reads without a library. `moteur.js` reads what this writes.
"""

from __future__ import annotations

from bisect import bisect
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_LEVELS = 20
"""How finely pages are told apart."""
_FINENESS = 3
"""Levels for a word used twice as much: as many at the top, where answers are, as below."""
_THRESHOLDS = [2 ** ((level - 0.5) / _FINENESS) - 1 for level in range(1, _LEVELS)]
"""Uses of a word that reach each level after the first, where one use gives half of the marks. The
browser gives `1 - 2 ** (-level / _FINENESS)`, which is about `uses / (uses + 1)`.
"""
_STEPS = 4
"""Steps from page to page that one sign can say, with a level."""
_FIRST = 33
"""« ! », the first sign that is no space."""
_LOW = _STEPS * _LEVELS
_HIGH = 94 - _LOW
"""Signs left, for the leading digits of longer steps."""

_SATURATION = 3.0
_LENGTH_MATTERS = 0.4
"""The constants of BM25, usually named k1 and b: of those tried, what serves the questions of
tests/search best, and still does when the weight of a title moves. Source: Robertson and Zaragoza,
« The Probabilistic Relevance Framework », 2009, § 3.4 and 3.6.
"""


class PostingsWriter:
    """Writes the pages of each word as they come, in their order."""

    def __init__(self, average: float) -> None:
        """Start a site whose pages have so many words on average."""
        self._average = average
        self._growing: dict[str, _Growing] = {}

    def add(self, page: int, stems: Iterable[str], uses: Sequence[int], length: int) -> None:
        """Add a page, by its number: its stems, times it uses each, its words."""
        growing = self._growing
        end = (page + 1) * _LEVELS
        postings = _by_count(page, uses, length, self._average)
        for stem, count in zip(stems, uses, strict=True):
            own = growing.get(stem)
            if own is None:
                own = growing[stem] = _Growing()
            posting = postings[count]
            own.signs += _SIGNS[posting - own.end]
            own.end = end

    def written(self) -> dict[str, str]:
        """Return stem → its pages."""
        return {stem: own.signs.decode() for stem, own in self._growing.items()}


def make_postings(
    page: int, uses: Mapping[str, int], length: int, average: float
) -> dict[str, int]:
    """Return stem → posting: the number of a page, and how well it answers that word.

    Args:
        page: The number.
        uses: Stem → times the page uses it.
        length: Words of the page.
        average: Words of a page of the site.
    """
    postings = _by_count(page, uses.values(), length, average)
    return {stem: postings[count] for stem, count in uses.items()}


def read_postings(signs: str) -> list[int]:
    """Read what `write_postings` wrote."""
    postings, end, high = [], 0, 0
    for sign in signs.encode():
        step = sign - _FIRST
        if step >= _LOW:
            high = high * _HIGH + step - _LOW
            continue
        posting = end + high * _LOW + step
        postings.append(posting)
        end, high = posting - posting % _LEVELS + _LEVELS, 0
    return postings


def write_postings(postings: Iterable[int]) -> str:
    """Write the pages of a word, in their order."""
    signs, end = bytearray(), 0
    for posting in postings:
        signs += _SIGNS[posting - end]
        end = posting - posting % _LEVELS + _LEVELS
    return signs.decode()


def move_postings(postings: Iterable[int], numbers: Mapping[int, int]) -> list[int]:
    """Give pages the numbers they have now."""
    return [
        numbers[page] * _LEVELS + level
        for page, level in (divmod(posting, _LEVELS) for posting in postings)
    ]


def _by_count(page: int, uses: Iterable[int], length: int, average: float) -> dict[int, int]:
    """Return times a word is used → its posting."""
    half = _SATURATION * (1 - _LENGTH_MATTERS + _LENGTH_MATTERS * length / average)
    first = page * _LEVELS
    return {count: first + bisect(_THRESHOLDS, count / half) for count in {*uses}}


class _Growing:
    """The pages of a word so far."""

    __slots__ = ("end", "signs")

    def __init__(self) -> None:
        self.end = 0
        """Where the next step starts from: `(page + 1) * _LEVELS`, of the last page."""
        self.signs = bytearray()


class _Signs(dict[int, bytes]):
    """Step → how it is written: pages to pass over, and the level of the next one.

    A step is `pages * _LEVELS + level`. Each is worked out once.
    """

    def __missing__(self, step: int) -> bytes:
        high, low = divmod(step, _LOW)
        digits = b""
        while high > 0:
            high, digit = divmod(high, _HIGH)
            digits = bytes([_FIRST + _LOW + digit]) + digits
        self[step] = digits + bytes([_FIRST + low])
        return self[step]


_SIGNS = _Signs()
