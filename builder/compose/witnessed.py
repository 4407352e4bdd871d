"""What fiches and the files of their witnesses take from each other.

A fiche takes how large its witnesses are and what they do; those that have no file take what their
fiches tell of them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from builder.model import Temoin
from builder.normalise import make_slug
from builder.validate.slugs import is_reserved
from builder.vocabulary import TEMOIN_SECTOR, TEMOIN_SIZE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from builder.model import Fiche, Section
    from builder.vocabulary import Value, Vocabulary

    _Told = tuple[tuple[Value, ...], tuple[Value, ...]]
    """What a file says of its company: its size, where that is known, and its sectors."""


def with_witnesses(
    fiches: Iterable[Fiche], temoins: Iterable[Temoin], vocabulary: Vocabulary
) -> tuple[Fiche, ...]:
    """Fill the size and the sector of the witnesses of each fiche, in the order given."""
    told = ((temoin, _told(temoin, vocabulary)) for temoin in temoins)
    known = {slug: values for temoin, values in told for slug in _slugs(temoin)}
    return tuple(_fill(fiche, known) for fiche in fiches)


def temoins_without_file(
    fiches: tuple[Fiche, ...], temoins: tuple[Temoin, ...]
) -> tuple[Temoin, ...]:
    """Make a witness of every company that fiches name and no file tells of.

    Its story is the « Entreprise témoin » sections of its fiches, each once; several are told
    apart by the titles of their fiches.
    """
    known = {slug for temoin in temoins for slug in (temoin.slug, make_slug(temoin.company))}
    named: dict[str, tuple[str, list[Fiche]]] = {}
    for fiche in fiches:
        for company in fiche.company:
            slug = make_slug(company)
            if slug and slug not in known:
                named.setdefault(slug, (company, []))[1].append(fiche)
    return tuple(
        Temoin(
            slug=f"temoin-{slug}" if is_reserved(slug) else slug,
            company=company,
            sections=_witness_sections(told),
            has_file=False,
        )
        for slug, (company, told) in named.items()
    )


def _slugs(temoin: Temoin) -> set[str]:
    """A fiche names its witness by its name, or by the address its file asks for."""
    return {temoin.slug, make_slug(temoin.company)}


def _told(temoin: Temoin, vocabulary: Vocabulary) -> _Told:
    size = _size(temoin, vocabulary)
    sectors = tuple(replace(value, key=TEMOIN_SECTOR) for value in temoin.sector)
    return (size,) if size else (), sectors


def _fill(fiche: Fiche, known: dict[str, _Told]) -> Fiche:
    told = [known[slug] for slug in map(make_slug, fiche.company) if slug in known]
    size = tuple(dict.fromkeys(value for sizes, _ in told for value in sizes))
    sector = tuple(dict.fromkeys(value for _, sectors in told for value in sectors))
    if (size, sector) == (fiche.temoin_size, fiche.temoin_sector):
        return fiche
    return replace(fiche, temoin_size=size, temoin_sector=sector)


def _size(temoin: Temoin, vocabulary: Vocabulary) -> Value | None:
    """Find the first size that holds a witness; sizes come from the smallest. Or what it says."""
    if temoin.size is None or TEMOIN_SIZE not in vocabulary:
        return temoin.size_class
    values = vocabulary[TEMOIN_SIZE].values
    return next(value for value in values if value.maximum is None or temoin.size <= value.maximum)


def _witness_sections(fiches: list[Fiche]) -> tuple[Section, ...]:
    told: list[tuple[str, Section]] = []
    for fiche in fiches:
        for section in fiche.sections:
            if section.is_witness and section not in [known for _, known in told]:
                told.append((fiche.title, section))
    if len(told) == 1:
        return (told[0][1],)
    return tuple(replace(section, title=title) for title, section in told)
