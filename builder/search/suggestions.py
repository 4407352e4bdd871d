"""The site’s own words, for « vouliez-vous dire »."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from typing import TYPE_CHECKING

from builder.search.words import AROUND, STOP_WORDS, fold_all

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_WORDS = 3_500
"""Words kept, whatever the size of the site: 12 KB compressed at most."""
_SHORTEST = 4
"""Letters: under that, every word is near another."""
_WORD = re.compile(
    r"(?:\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=\w))?([^\W\d_]+(?:'[^\W\d_]+)*)",
    re.IGNORECASE,
)
"""What is elided before a word is no part of it."""


def make_words(tokens: Mapping[str, int]) -> str:
    """Write the words of the site as people read them, the most used first.

    Args:
        tokens: What stands between two spaces → pages that use it.

    Returns:
        JSON: lists of words, each at least twice as rare as the one before, sorted inside; sorted
        words compress to half of what an exact order by use takes.
    """
    uses = _count_words(tokens)
    folded = fold_all(uses)
    totals: defaultdict[str, int] = defaultdict(int)
    for word, count in zip(folded, uses.values(), strict=True):
        totals[word] += count
    forms: dict[str, list[str]] = {word: [] for word in _most_used(totals)}
    for word, written in zip(folded, uses, strict=True):
        if word in forms:
            forms[word].append(written)
    bands: defaultdict[int, list[str]] = defaultdict(list)
    for word, own in forms.items():
        bands[totals[word].bit_length()].append(_usual({form: uses[form] for form in own}))
    ordered = [sorted(bands[size]) for size in sorted(bands, reverse=True)]
    return json.dumps(ordered, ensure_ascii=False, separators=(",", ":"))


def _count_words(tokens: Mapping[str, int]) -> dict[str, int]:
    """Return word, as people write it → how many pages use it."""
    uses: defaultdict[str, int] = defaultdict(int)
    for token, pages in tokens.items():
        bare = token.strip(AROUND)
        for word in (bare,) if bare.isalpha() else _WORD.findall(bare.replace("’", "'")):
            uses[word] += pages
    return uses


def _most_used(uses: Mapping[str, int]) -> list[str]:
    """Return the folded words worth suggesting; of those used alike, the first by letter."""
    words = [word for word in uses if len(word) >= _SHORTEST and word not in STOP_WORDS]
    words.sort()
    words.sort(key=uses.__getitem__, reverse=True)
    return words[:MOST_WORDS]


def _usual(forms: Mapping[str, int]) -> str:
    """The form most written; in small letters if it ever is, for capitals may start a sentence."""
    small = {form: count for form, count in forms.items() if form.islower()} or forms
    return min(small, key=lambda form: (-small[form], form))
