"""The pages of a word, and how well each answers it, in as few signs as can be.

A page is a sign: how many pages it comes after the one before, and its level. Signs are plain
ASCII, that hosts compress and a script reads without a library. `moteur.js` reads what this writes.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from functools import lru_cache
from operator import sub
from typing import TYPE_CHECKING, NamedTuple

from builder.search.terms import BATCH, BATCHES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from builder.search.terms import Terms

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


class _Run(NamedTuple):
    """The pages of a word in one batch."""

    first: int
    """The first posting, `page * _LEVELS + level`, that no sign says yet."""
    signs: str
    """Of the other postings."""
    end: int
    """Where the next step starts from."""


def make_postings(batches: Sequence[tuple[Terms, ...]]) -> Mapping[str, str]:
    """Return stem → its pages, numbered in their order."""
    average = _average(batches)
    written: defaultdict[str, str] = defaultdict(str)
    ends: defaultdict[str, int] = defaultdict(int)
    for number, batch in enumerate(batches):
        for stem, (first, signs, end) in _write_batch(batch, number * BATCH, average).items():
            written[stem] += _sign(first - ends[stem]) + signs
            ends[stem] = end
    return written


def _average(batches: Sequence[tuple[Terms, ...]]) -> float:
    """Return the length of a page, in two figures: a word more must not change all levels."""
    lengths = [page.length for batch in batches for page in batch]
    return max(1.0, float(f"{sum(lengths) / len(lengths):.1e}"))


@lru_cache(maxsize=BATCHES)
def _write_batch(pages: tuple[Terms, ...], number: int, average: float) -> dict[str, _Run]:
    """Write the pages of a batch, the first of which has this number."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for first, page in enumerate(pages, number):
        half = _SATURATION * (1 - _LENGTH_MATTERS + _LENGTH_MATTERS * page.length / average)
        levels = [bisect(_THRESHOLDS, uses / half) for uses in range(max(page.uses, default=0) + 1)]
        for stem, uses in zip(page.stems, page.uses, strict=True):
            found[stem].append(first * _LEVELS + levels[uses])
    return {stem: _write(postings) for stem, postings in found.items()}


def _write(postings: Sequence[int]) -> _Run:
    ends = [posting - posting % _LEVELS + _LEVELS for posting in postings]
    if len(postings) == 1:
        return _Run(postings[0], "", ends[0])
    return _Run(postings[0], "".join(map(_sign, map(sub, postings[1:], ends))), ends[-1])


@lru_cache(maxsize=65_536)
def _sign(step: int) -> str:
    """Write pages to pass over, and the level of the next one: `pages * _LEVELS + level`."""
    high, low = divmod(step, _LOW)
    digits = ""
    while high:
        high, digit = divmod(high, _HIGH)
        digits = chr(_FIRST + _LOW + digit) + digits
    return digits + chr(_FIRST + low)
