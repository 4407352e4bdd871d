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


def fiches_by_value(facet: Facet, fiches: tuple[Fiche, ...]) -> dict[str, tuple[Fiche, ...]]:
    """Map each value of a facet, by its slug, to the fiches that have it, in the order given."""
    found: dict[str, list[Fiche]] = {value.slug: [] for value in facet.values}
    for fiche in fiches:
        for slug in {value.slug for value in fiche.values(facet.key)}:
            found[slug].append(fiche)
    return {slug: tuple(have) for slug, have in found.items()}


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
