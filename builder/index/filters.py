"""What the catalogue can be filtered by, and which fiche has which value.

The facets of the vocabulary, in their order, then the witness, then the effort: the heavier of cost
and time, which the table « maturité × effort » needs and no fieldset shows.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from builder.normalise import make_slug
from builder.vocabulary import FACETS, TEMOIN_SECTOR, TEMOIN_SIZE

if TYPE_CHECKING:
    from builder.model import Catalogue, Fiche
    from builder.vocabulary import Facet

_SHOWN = {"sector": 4, TEMOIN_SECTOR: 3, "company": 2}
"""Facets whose values are as many as the sheets name: the most frequent come first, and a page
shows these few at once; the others come on demand."""
_OF_TEMOIN = (TEMOIN_SIZE, TEMOIN_SECTOR)
_FILTERED = (*FACETS, *_OF_TEMOIN)
"""The facets of the vocabulary that have a fieldset; the others have their own pages only."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value one may tick."""

    slug: str
    label: str
    count: int
    """Of the listed fiches that have it."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A facet one may choose in."""

    key: str
    title: str
    param: str
    """Its name in an address: `?cout=faible`."""
    choices: tuple[Choice, ...]
    fiches: tuple[tuple[int, ...], ...]
    """For each listed fiche, in their order, the positions of its values in `choices`."""
    is_hidden: bool = False
    """Whether it has no fieldset: it is chosen by a link only."""
    everyone: str = ""
    """Slug of the value that suits whoever chooses another: « Tous secteurs »."""

    @property
    def shown(self) -> tuple[Choice, ...]:
        """The values that the page holds at once."""
        return self.choices[: _SHOWN.get(self.key, len(self.choices))]

    @property
    def is_of_temoin(self) -> bool:
        """Whether it is about who tells: « une entreprise comme la mienne »."""
        return self.key in {*_OF_TEMOIN, "company"}


def make_filters(catalogue: Catalogue) -> tuple[Filter, ...]:
    """Make every filter over the listed fiches of a catalogue."""
    fiches = catalogue.listed
    facets = [
        _facet_filter(facet, fiches) for facet in catalogue.vocabulary if facet.key in _FILTERED
    ]
    return (*facets, _company_filter(catalogue, fiches), _effort_filter(catalogue, fiches))


@dataclass(frozen=True, slots=True)
class Matrix:
    """How many fiches there are of each maturity and each effort."""

    efforts: tuple[Choice, ...]
    rows: tuple[tuple[Choice, tuple[int, ...]], ...]
    """A maturity, then a count for each effort."""


def make_matrix(filters: tuple[Filter, ...]) -> Matrix:
    """Count the fiches by maturity and effort."""
    by_key = {item.key: item for item in filters}
    maturity, effort = by_key["maturity"], by_key["effort"]
    pairs = Counter(
        (row, column)
        for rows, columns in zip(maturity.fiches, effort.fiches, strict=True)
        for row in rows
        for column in columns
    )
    return Matrix(
        efforts=effort.choices,
        rows=tuple(
            (choice, tuple(pairs[row, column] for column in range(len(effort.choices))))
            for row, choice in enumerate(maturity.choices)
        ),
    )


def _facet_filter(facet: Facet, fiches: tuple[Fiche, ...]) -> Filter:
    """What no witness tells is no choice: such a facet has no fieldset."""
    labels = {value.slug: value.label for value in facet.values}
    own = [[value.slug for value in fiche.values(facet.key)] for fiche in fiches]
    is_hidden = facet.key in _OF_TEMOIN and not any(own)
    made = _filter(facet.key, facet.title, facet.param, labels, own, is_hidden=is_hidden)
    return replace(made, everyone=facet.everyone.slug) if facet.everyone else made


def _company_filter(catalogue: Catalogue, fiches: tuple[Fiche, ...]) -> Filter:
    names = {make_slug(temoin.company): temoin for temoin in catalogue.temoins}
    labels = {temoin.slug: temoin.company for temoin in catalogue.temoins}
    own = [
        [names[slug].slug for slug in map(make_slug, fiche.company) if slug in names]
        for fiche in fiches
    ]
    return _filter("company", "Témoin", "temoin", labels, own)


def _effort_filter(catalogue: Catalogue, fiches: tuple[Fiche, ...]) -> Filter:
    levels = catalogue.vocabulary["financialinvest"].values
    labels = {value.slug: value.label for value in levels}
    own = [[levels[min(effort_rank(fiche), len(levels)) - 1].slug] for fiche in fiches]
    return _filter("effort", "Effort", "effort", labels, own, is_hidden=True)


def effort_rank(fiche: Fiche) -> int:
    """Return the heavier of cost and time, from 1."""
    return max(fiche.financialinvest.rank, fiche.humaninvest.rank)


def _filter(  # noqa: PLR0913 (the fields of what it makes)
    key: str,
    title: str,
    param: str,
    labels: dict[str, str],
    own: list[list[str]],
    *,
    is_hidden: bool = False,
) -> Filter:
    counts = Counter(slug for slugs in own for slug in slugs)
    order = list(labels)
    if key in _SHOWN:
        order = [slug for slug in order if counts[slug]]
        order.sort(key=lambda slug: (-counts[slug], slug))
    at = {slug: position for position, slug in enumerate(order)}
    return Filter(
        key=key,
        title=title,
        param=param,
        choices=tuple(Choice(slug, labels[slug], counts[slug]) for slug in order),
        fiches=tuple(tuple(dict.fromkeys(at[slug] for slug in slugs)) for slugs in own),
        is_hidden=is_hidden,
    )
