"""Which fiches have which value, and how many."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from builder.vocabulary import TEMOIN_SECTOR, Vocabulary

if TYPE_CHECKING:
    from builder.model import Fiche
    from builder.vocabulary import Facet, Value


@dataclass(frozen=True, slots=True)
class ValueCount:
    """A value and the number of fiches that have it."""

    value: Value
    count: int


def count_facet(facet: Facet, fiches: tuple[Fiche, ...]) -> tuple[ValueCount, ...]:
    """Count the fiches of each value, in the order of the vocabulary; a value may have none."""
    counts = Counter(value.slug for fiche in fiches for value in fiche.values(facet.key))
    return tuple(ValueCount(value, counts[value.slug]) for value in facet.values)


def fiches_with(value: Value, fiches: tuple[Fiche, ...]) -> tuple[Fiche, ...]:
    """Return the fiches that have a value, in the order given."""
    return tuple(
        fiche for fiche in fiches if any(own.slug == value.slug for own in fiche.values(value.key))
    )


def complete(vocabulary: Vocabulary, fiches: tuple[Fiche, ...]) -> Vocabulary:
    """Add the sectors that fiches and witnesses name and the file does not: that list is open."""
    own = {key: _complete(vocabulary[key], fiches) for key in ("sector", TEMOIN_SECTOR)}
    return Vocabulary({facet.key: own.get(facet.key, facet) for facet in vocabulary})


def _complete(facet: Facet, fiches: tuple[Fiche, ...]) -> Facet:
    known = {value.slug for value in facet.values}
    named = {
        value.slug: value
        for fiche in sorted(fiches, key=lambda fiche: fiche.slug)
        for value in fiche.values(facet.key)
        if value.slug not in known
    }
    values = (*facet.values, *sorted(named.values(), key=lambda value: value.slug))
    return replace(facet, values=values)
