"""The words of the site, their forms and their pages, in small files by start of word.

All the forms of a word stand in every file where one of them belongs: a question fetches one file a
word. Files are cut between letters, so that a page more changes few of them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from builder.search.words import Word

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
    stems: defaultdict[str, set[str]] = defaultdict(set)
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        stems[word.form].add(word.stem)
        forms[word.stem].append(word.form)
    lines = {stem: f"{_write_forms(forms[stem])}\t{postings[stem]}" for stem in forms}
    lexicon = _Lexicon(stems, lines)
    groups = list(lexicon.cut(sorted(stems)))
    starts = ["", *(_parting(before[-1], after[0]) for before, after in pairwise(groups))]
    return [Leaf(*leaf) for leaf in zip(starts, map(lexicon.write, groups), strict=True)]


@dataclass(frozen=True, slots=True)
class _Lexicon:
    stems: Mapping[str, set[str]]
    """Form → stems: « salaries » is a form of « salarié », and one of « salaries » in capitals."""
    lines: Mapping[str, str]
    """Stem → line."""

    def cut(self, forms: Iterable[str], letters: int = 1) -> Iterator[list[str]]:
        """Group sorted forms that start with the same letters, small groups with the next ones."""
        group: list[str] = []
        size = 0
        for _, alike in groupby(forms, key=lambda form: form[:letters]):
            found = list(alike)
            more = self._size(found)
            if group and size + more > _LARGEST:
                yield group
                group, size = [], 0
            if more > _LARGEST and len(found) > 1:
                yield from self.cut(found, letters + 1)
            else:
                group, size = group + found, size + more
        if group:
            yield group

    def write(self, forms: Iterable[str]) -> str:
        return "\n".join(sorted(map(self.lines.__getitem__, self._stems(forms))))

    def _size(self, forms: Iterable[str]) -> int:
        return sum(map(len, map(self.lines.__getitem__, self._stems(forms))))

    def _stems(self, forms: Iterable[str]) -> set[str]:
        return set().union(*map(self.stems.__getitem__, forms))


def _write_forms(forms: Sequence[str]) -> str:
    """Write what forms start with, then how each ends: `recycl,age,er`."""
    if len(forms) == 1:
        return f"{forms[0]},"
    ordered = sorted(forms)
    start = _common(ordered[0], ordered[-1])
    return ",".join([start, *(form[len(start) :] for form in ordered)])


def _parting(before: str, after: str) -> str:
    """Return the shortest start of the second word that comes after the first."""
    return after[: len(_common(before, after)) + 1]


def _common(first: str, second: str) -> str:
    """Return what two words start with."""
    shared = 0
    for one, two in zip(first, second, strict=False):
        if one != two:
            break
        shared += 1
    return first[:shared]
