"""What a fiche takes from the files of its witnesses: how large they are, what they do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from builder.normalise import make_slug
from builder.vocabulary import TEMOIN_SECTOR, TEMOIN_SIZE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from builder.model import Fiche, Temoin
    from builder.vocabulary import Value, Vocabulary


def with_witnesses(
    fiches: Iterable[Fiche], temoins: Iterable[Temoin], vocabulary: Vocabulary
) -> tuple[Fiche, ...]:
    """Fill the size and the sector of the witnesses of each fiche, in the order given."""
    known = {slug: temoin for temoin in temoins for slug in _slugs(temoin)}
    return tuple(_fill(fiche, known, vocabulary) for fiche in fiches)


def _slugs(temoin: Temoin) -> set[str]:
    """A fiche names its witness by its name, or by the address its file asks for."""
    return {temoin.slug, make_slug(temoin.company)}


def _fill(fiche: Fiche, known: dict[str, Temoin], vocabulary: Vocabulary) -> Fiche:
    told = [known[slug] for slug in map(make_slug, fiche.company) if slug in known]
    sizes = filter(None, [_size(temoin, vocabulary) for temoin in told])
    sectors = [replace(value, key=TEMOIN_SECTOR) for temoin in told for value in temoin.sector]
    size, sector = tuple(dict.fromkeys(sizes)), tuple(dict.fromkeys(sectors))
    if (size, sector) == (fiche.temoin_size, fiche.temoin_sector):
        return fiche
    return replace(fiche, temoin_size=size, temoin_sector=sector)


def _size(temoin: Temoin, vocabulary: Vocabulary) -> Value | None:
    """Find the first size that holds a witness; sizes come from the smallest. Or what it says."""
    if temoin.size is None or TEMOIN_SIZE not in vocabulary:
        return temoin.size_class
    values = vocabulary[TEMOIN_SIZE].values
    return next(value for value in values if value.maximum is None or temoin.size <= value.maximum)
