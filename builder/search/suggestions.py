"""The site’s own words, for « vouliez-vous dire »."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from builder.normalise import fold
from builder.search.words import STOP_WORDS

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
    written: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for token, pages in tokens.items():
        for folded, word in _words(token):
            written[folded][word] = written[folded].get(word, 0) + pages
    uses = {folded: sum(forms.values()) for folded, forms in written.items()}
    ranked = sorted(uses, key=lambda word: (-uses[word], word))[:MOST_WORDS]
    bands: defaultdict[int, list[str]] = defaultdict(list)
    for word in ranked:
        bands[uses[word].bit_length()].append(_usual(written[word]))
    ordered = [sorted(bands[size]) for size in sorted(bands, reverse=True)]
    return json.dumps(ordered, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=131_072)
def _words(token: str) -> tuple[tuple[str, str], ...]:
    """Return the words of a token that may be suggested: folded, as it writes them."""
    words = [token] if token.isalpha() else _WORD.findall(token.replace("’", "'"))
    pairs = ((fold(word), word) for word in words)
    return tuple(pair for pair in pairs if len(pair[0]) >= _SHORTEST and pair[0] not in STOP_WORDS)


def _usual(forms: Mapping[str, int]) -> str:
    """The form most written; in small letters if it ever is, for capitals may start a sentence."""
    small = {form: count for form, count in forms.items() if form.islower()} or forms
    return min(small, key=lambda form: (-small[form], form))
