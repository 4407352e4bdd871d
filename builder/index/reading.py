"""How long a fiche takes to read."""

from __future__ import annotations

import html
import re

WORDS_PER_MINUTE = 230
"""Silent reading of plain prose by adults is near 240 words a minute; a practice sheet is dense.

Source: M. Brysbaert, « How many words do we read per minute? », Journal of Memory and Language,
109, 2019.
"""

_TAG = re.compile(r"<[^<>\"]*(?:\"[^\"]*\"[^<>\"]*)*>")


def count_words(fragment: str) -> int:
    """Return how many words an HTML fragment has: a tag parts two."""
    return len(html.unescape(_TAG.sub(" ", fragment)).split())


def reading_minutes(words: int) -> int:
    """Return whole minutes, at least one."""
    return max(1, round(words / WORDS_PER_MINUTE))
