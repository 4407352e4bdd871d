"""What a page says of each word: how often, and where."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from builder.search.records import SearchRecord


def count_tokens(record: SearchRecord) -> tuple[dict[str, int], int]:
    """Return what stands between two spaces → times it is used, and the words of the page.

    A use in the title counts for ten in the text.
    """
    uses = Counter(record.text.split())
    length = uses.total()
    for weight, text in _head(record):
        for token in text.split():
            uses[token] += weight
            length += 1
    return uses, length


def sum_stems(uses: Mapping[str, int], stems: Mapping[str, str]) -> dict[str, int]:
    """Return stem → times a page uses it.

    Args:
        uses: Token → times.
        stems: Token → its stems, joined by a space.
    """
    summed: dict[str, int] = {}
    for own, count in zip(map(stems.__getitem__, uses), uses.values(), strict=True):
        summed[own] = summed.get(own, 0) + count
    for own in [own for own in summed if not own or " " in own]:
        count = summed.pop(own)
        for stem in own.split():
            summed[stem] = summed.get(stem, 0) + count
    return summed


def _head(record: SearchRecord) -> Iterator[tuple[int, str]]:
    """How much a use counts in each part of a page but its text."""
    yield 10, record.title
    yield 6, " ".join(record.company)
    yield 4, record.description
    yield 2, " ".join(record.labels)
