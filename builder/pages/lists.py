"""The lists of fiches: the catalogue, and the fiches of each value of a vocabulary."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from builder.index.facets import fiches_by_value
from builder.index.filters import make_matrix
from builder.pages.making import (
    CATALOGUE,
    HOME,
    REFERENTIELS,
    make_pager,
    page_address,
    page_count,
    page_title,
)
from builder.pages.records import FacetView, ListView, Page, Pager, Slot
from builder.render import jsonld
from builder.render.addresses import value_address
from builder.render.french import plural
from builder.render.typography import typeset
from builder.render.views import CardView, LinkView
from builder.vocabulary import REFERENCES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.index.filters import Filter, Matrix
    from builder.model import Fiche
    from builder.pages.making import Making
    from builder.vocabulary import Facet, Value

CARDS_A_PAGE = 24


@dataclass(frozen=True, slots=True)
class _Listing:
    """A list of fiches before it is cut into pages."""

    address: str
    title: str
    lead: str
    fiches: tuple[Fiche, ...]
    crumbs: tuple[LinkView, ...]
    facets: tuple[FacetView, ...] = ()
    nature: str = ""
    siblings: FacetView | None = None
    everyone: LinkView | None = None
    current: str = ""
    filters: tuple[Filter, ...] = ()
    matrix: Matrix | None = None
    refine: str = ""

    @property
    def template(self) -> str:
        """The catalogue has filters."""
        return "catalogue.html" if self.filters else "valeur.html"

    @property
    def total(self) -> int:
        """How many pages it takes."""
        return page_count(len(self.fiches), CARDS_A_PAGE)

    def view(self, cards: tuple[CardView, ...], pager: Pager) -> ListView:
        """View one page of it."""
        return ListView(
            lead=self.lead,
            count=len(self.fiches),
            cards=cards,
            pager=pager,
            facets=self.facets,
            nature=self.nature,
            siblings=self.siblings,
            everyone=self.everyone,
            current=self.current,
            filters=self.filters,
            matrix=self.matrix,
            refine=self.refine,
        )


def catalogue_pages(making: Making, filters: tuple[Filter, ...]) -> Iterator[Slot]:
    """Place the pages of the catalogue, with its filters."""
    count = len(making.viewer.listed)
    listing = _Listing(
        address=CATALOGUE.address,
        title=f"{plural(count, 'pratique')} RSE à reprendre",
        lead="Ce que cela coûte, le temps que cela prend, ce qui n’a pas marché.",
        fiches=making.viewer.listed,
        crumbs=(HOME, CATALOGUE),
        facets=tuple(
            FacetView(facet.title, making.viewer.facet(facet))
            for facet in making.catalogue.vocabulary
            if facet.key not in REFERENCES
        ),
        filters=tuple(item for item in filters if not item.is_hidden),
        matrix=make_matrix(filters),
    )
    yield from _cut(making, listing)


def value_pages(making: Making) -> Iterator[Slot]:
    """Place the pages of every value of every vocabulary; of a sparse one, those with a fiche."""
    for facet in making.catalogue.vocabulary:
        fiches = fiches_by_value(facet, making.viewer.listed)
        siblings = making.viewer.facet(facet)
        for value in facet.values:
            if fiches[value.slug] or not facet.is_sparse:
                yield from _value_pages(making, facet, value, fiches[value.slug], siblings)


def _value_pages(
    making: Making,
    facet: Facet,
    value: Value,
    fiches: tuple[Fiche, ...],
    siblings: tuple[LinkView, ...],
) -> Iterator[Slot]:
    address = value_address(facet, value)
    is_reference = facet.key in REFERENCES
    way = (REFERENTIELS,) if is_reference else ()
    crumb = LinkView(address, f"{facet.title}\u00a0: {value.label}")
    listing = _Listing(
        address=address,
        title=crumb.label,
        lead=typeset(value.explanation),
        fiches=fiches,
        crumbs=(HOME, CATALOGUE, *way, crumb),
        nature=value.slug if facet.key == "nature" else "",
        siblings=FacetView(facet.title, siblings),
        everyone=_everyone(facet, value, siblings),
        current=address,
        refine="" if is_reference else f"{CATALOGUE.address}?{facet.param}={value.slug}",
    )
    yield from _cut(making, listing)


def _everyone(facet: Facet, value: Value, siblings: tuple[LinkView, ...]) -> LinkView | None:
    """Find the page of the fiches that suit everyone, unless it is this one."""
    if facet.everyone is None or value == facet.everyone:
        return None
    address = value_address(facet, facet.everyone)
    return next((link for link in siblings if link.address == address), None)


def _cut(making: Making, listing: _Listing) -> Iterator[Slot]:
    """Cut a list into pages of cards; an empty list has one page, that says so."""
    crumbs = making.breadcrumb(listing.crumbs)
    for number in range(1, listing.total + 1):
        yield Slot(
            address=page_address(listing.address, number),
            template=listing.template,
            make=partial(_page, making, listing, number, crumbs),
            is_noindex=not listing.fiches,
        )


def _page(making: Making, listing: _Listing, number: int, crumbs: dict[str, Any]) -> Page:
    first = (number - 1) * CARDS_A_PAGE
    cards = making.viewer.cards(listing.fiches[first : first + CARDS_A_PAGE])
    address = page_address(listing.address, number)
    data = jsonld.collection(listing.title, address, cards, making.site, first + 1)
    return Page(
        address=address,
        template=listing.template,
        title=page_title(listing.title, number, listing.total),
        description=listing.lead or listing.title,
        view=listing.view(cards, make_pager(listing.address, number, listing.total)),
        crumbs=listing.crumbs,
        structured=(data, crumbs),
        tab=CATALOGUE.address,
        is_noindex=not listing.fiches,
    )
