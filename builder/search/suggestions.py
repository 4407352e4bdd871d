"""The site’s own words, for « vouliez-vous dire »."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from builder.normalise import fold
from builder.search.words import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from builder.search.records import SearchRecord

MOST_WORDS = 3_500
"""Words kept, whatever the size of the site: 12 KB compressed at most."""
_SHORTEST = 4
"""Letters: under that, every word is near another."""
_WORD = re.compile(
    r"(?:\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=\w))?([^\W\d_]+(?:'[^\W\d_]+)*)",
    re.IGNORECASE,
)
"""What is elided before a word is no part of it."""


def make_words(records: Iterable[SearchRecord]) -> str:
    """Write the words of the site as people read them, the most used first.

    Returns:
        JSON: lists of words, each at least twice as rare as the one before, sorted inside; sorted
        words compress to half of what an exact order by use takes.
    """
    written: defaultdict[str, Counter[str]] = defaultdict(Counter)
    pages: Counter[str] = Counter()
    for record in records:
        pages.update(_count(record, written))
    ranked = sorted(pages, key=lambda word: (-pages[word], word))[:MOST_WORDS]
    bands: defaultdict[int, list[str]] = defaultdict(list)
    for word in ranked:
        bands[pages[word].bit_length()].append(_usual(written[word]))
    ordered = [sorted(bands[size]) for size in sorted(bands, reverse=True)]
    return json.dumps(ordered, ensure_ascii=False, separators=(",", ":"))


def _count(record: SearchRecord, written: defaultdict[str, Counter[str]]) -> set[str]:
    """Note how a record writes its words; return them folded."""
    texts = (record.title, *record.company, *record.labels, record.description, record.text)
    found = set()
    for word, count in Counter(_WORD.findall(" ".join(texts).replace("’", "'"))).items():
        folded = fold(word)
        if len(folded) >= _SHORTEST and folded not in STOP_WORDS:
            written[folded][word] += count
            found.add(folded)
    return found


def _usual(forms: Counter[str]) -> str:
    """The form most written; in small letters if it ever is, for capitals may start a sentence."""
    small = {form: count for form, count in forms.items() if form.islower()} or forms
    return min(small, key=lambda form: (-small[form], form))
