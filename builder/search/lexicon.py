"""The words of the site, their forms and their pages, in small files by start of word.

All the forms of a word stand in every file where one of them belongs: a question fetches one file a
word. Files are cut between letters, so that a page more changes few of them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from builder.search.words import Word

_FIRST, _LAST = "\0", "\U0010ffff"
"""Characters that come before and after all those of a word."""
_LARGEST = 8_000
"""Bytes of a file before compression, unless one word takes more."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One file."""

    start: str
    """It holds the forms from here to the start of the next file."""
    text: str
    """A line a word: its forms, a tab, its pages."""


def make_leaves(words: Iterable[Word], postings: Mapping[str, str]) -> list[Leaf]:
    """Write the words of the site, from the first letter to the last.

    Args:
        words: The forms that pages use, in any order.
        postings: Stem → its pages, as `write_postings` writes them.
    """
    ordered = sorted(words)
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for form, stem in ordered:
        forms[stem].append(form)
    lines = {stem: f"{_write(own)}\t{postings[stem]}" for stem, own in forms.items()}
    groups = list(_cut(ordered, {stem: len(line) for stem, line in lines.items()}))
    starts = ["", *(_parting(before[-1], after[0]) for before, after in pairwise(groups))]
    return [
        Leaf(start, "\n".join([lines[stem] for stem in sorted({stem for _, stem in group})]))
        for start, group in zip(starts, groups, strict=True)
    ]


def _write(forms: Sequence[str]) -> str:
    """Write what sorted forms start with, then how each ends: `recycl,age,er`."""
    if len(forms) == 1:
        return f"{forms[0]},"
    start = _common(forms[0], forms[-1])
    return ",".join([start, *(form[len(start) :] for form in forms)])


def _cut(words: list[Word], sizes: Mapping[str, int], letters: int = 1) -> Iterator[list[Word]]:
    """Group sorted words that start with the same letters, small groups with the next ones."""
    group: list[Word] = []
    size = 0
    for found in _alike(words, letters):
        more = sum(map(sizes.__getitem__, {stem for _, stem in found}))
        if group and size + more > _LARGEST:
            yield group
            group, size = [], 0
        if more > _LARGEST and found[0].form != found[-1].form:
            yield from _cut(found, sizes, letters + 1)
        else:
            group, size = group + found, size + more
    if group:
        yield group


def _alike(words: list[Word], letters: int) -> Iterator[list[Word]]:
    """Group sorted words by their first letters: there are a hundred times fewer groups."""
    first = 0
    while first < len(words):
        start = words[first].form[:letters]
        after = start + (_LAST if len(start) == letters else _FIRST)
        end = bisect_left(words, (after,), first)
        yield words[first:end]
        first = end


def _parting(before: Word, after: Word) -> str:
    """Return the shortest start of the second word that comes after the first."""
    return after.form[: len(_common(before.form, after.form)) + 1]


def _common(first: str, second: str) -> str:
    """Return what two words start with."""
    shared = 0
    for one, two in zip(first, second, strict=False):
        if one != two:
            break
        shared += 1
    return first[:shared]
