"""What a page says of each word: how often, and where."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from builder.search.words import read_token

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from builder.search.records import SearchRecord

_REMEMBERED = 16_384
"""Pages kept: one that did not change is not read again."""
BATCH = 64
"""Pages that are taken together: when one changes, the others of its batch are added up again."""
BATCHES = _REMEMBERED // BATCH


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """A page, counted; equal to itself only, so that what is drawn from it can be kept."""

    stems: tuple[str, ...]
    """Of its words, once each."""
    uses: tuple[int, ...]
    """For each stem, times it is used, a use in the title counting for ten in the text."""
    length: int
    """Words of the page, empty ones as well."""
    tokens: tuple[str, ...]
    """What stands between two spaces, once each."""


@lru_cache(maxsize=_REMEMBERED)
def count_terms(record: SearchRecord) -> Terms:
    """Count the words of a page."""
    tokens = Counter(record.text.split())
    length = tokens.total()
    for weight, text in _head(record):
        for token in text.split():
            tokens[token] += weight
            length += 1
    uses: defaultdict[str, int] = defaultdict(int)
    for token, count in tokens.items():
        for _, stem in read_token(token):
            uses[stem] += count
    return Terms(tuple(uses), tuple(uses.values()), length, tuple(tokens))


def count_tokens(batches: Iterable[tuple[Terms, ...]]) -> Counter[str]:
    """Return token → how many pages use it."""
    total: Counter[str] = Counter()
    for batch in batches:
        total.update(_count_batch(batch))
    return total


@lru_cache(maxsize=BATCHES)
def _count_batch(pages: tuple[Terms, ...]) -> Counter[str]:
    return Counter(token for page in pages for token in page.tokens)


def _head(record: SearchRecord) -> Iterator[tuple[int, str]]:
    """How much a use counts in each part of a page but its text."""
    yield 10, record.title
    yield 6, " ".join(record.company)
    yield 4, record.description
    yield 2, " ".join(record.labels)
