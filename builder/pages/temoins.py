"""The list of witnesses, and the page of each."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from builder.model import WITNESS_KINDS
from builder.pages.comparisons import comparison_links
from builder.pages.making import (
    COMPARISONS,
    FAILURES,
    HOME,
    TEMOINS,
    make_pager,
    page_address,
    page_count,
    page_title,
)
from builder.pages.records import FacetView, Page, Slot, TemoinsView
from builder.render import jsonld
from builder.render.addresses import temoin_address
from builder.render.comparisons import key_of
from builder.render.french import plural
from builder.render.views import LinkView
from builder.vocabulary import TEMOIN_SECTOR, TEMOIN_SIZE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.model import Temoin
    from builder.pages.making import Making
    from builder.render.comparisons import Key
    from builder.render.views import TemoinCardView, TemoinView
    from builder.vocabulary import Facet

TEMOINS_A_PAGE = 60
_ALIKE = 16
"""Sizes or sectors that the page leads to: hundreds of sheets name hundreds of sectors."""

_KINDS = dict(
    zip(
        WITNESS_KINDS,
        ("Entreprises", "Clusters et réseaux", "Structures d’insertion"),
        strict=True,
    )
)
"""Kind of a witness → its title in the list, in order."""


def temoins_pages(making: Making) -> Iterator[Page]:
    """Cut the list of witnesses into pages, kind after kind."""
    ordered = sorted(making.catalogue.temoins, key=lambda temoin: WITNESS_KINDS.index(temoin.kind))
    crumbs = (HOME, TEMOINS)
    alike, ways = _alike(making), _ways(making)
    total = page_count(len(ordered), TEMOINS_A_PAGE)
    for number in range(1, total + 1):
        shown = ordered[(number - 1) * TEMOINS_A_PAGE : number * TEMOINS_A_PAGE]
        yield Page(
            address=page_address(TEMOINS.address, number),
            template="temoins.html",
            title=page_title("Les témoins", number, total),
            description="Les entreprises, clusters et structures d’insertion qui se racontent.",
            view=TemoinsView(
                _groups(making, shown), make_pager(TEMOINS.address, number, total), alike, ways
            ),
            crumbs=crumbs,
            structured=(making.breadcrumb(crumbs),),
            tab=TEMOINS.address,
        )


def temoin_pages(making: Making) -> Iterator[Slot]:
    """Place the page of every witness."""
    links = comparison_links(making.viewer)
    for temoin in making.catalogue.temoins:
        yield Slot(
            address=temoin_address(temoin),
            template="temoin.html",
            make=partial(_page, making, temoin, links.get(temoin.slug, {})),
            is_noindex=temoin.is_draft,
        )


def _groups(
    making: Making, temoins: list[Temoin]
) -> tuple[tuple[str, tuple[TemoinCardView, ...]], ...]:
    groups = (
        (
            title,
            tuple(making.viewer.temoin_card(temoin) for temoin in temoins if temoin.kind == kind),
        )
        for kind, title in _KINDS.items()
    )
    return tuple(group for group in groups if group[1])


def _ways(making: Making) -> tuple[LinkView, ...]:
    """Without a figure to compare, the page of comparisons is not there."""
    return (FAILURES, COMPARISONS) if making.viewer.comparisons else (FAILURES,)


def _alike(making: Making) -> tuple[FacetView, ...]:
    """List the sizes, and the sectors most met, of the witnesses that have fiches."""
    vocabulary = making.catalogue.vocabulary
    facets = (vocabulary[key] for key in (TEMOIN_SIZE, TEMOIN_SECTOR) if key in vocabulary)
    views = (FacetView(facet.title, _most_met(making, facet)) for facet in facets)
    return tuple(view for view in views if view.values)


def _most_met(making: Making, facet: Facet) -> tuple[LinkView, ...]:
    links = making.viewer.facet(facet)
    met = sorted(links, key=lambda link: (-int(link.note), link.slug))[:_ALIKE]
    return tuple(link for link in links if link in met)


def _page(making: Making, temoin: Temoin, links: dict[Key, LinkView]) -> Page:
    address = temoin_address(temoin)
    view = _compared(making.viewer.temoin(temoin), temoin, links)
    crumbs = (HOME, TEMOINS, LinkView(address, temoin.company))
    data = jsonld.organization(temoin, address, making.site)
    about = view.activity or plural(len(view.cards), "fiche pratique", "fiches pratiques")
    return Page(
        address=address,
        template="temoin.html",
        title=temoin.company,
        description=f"{temoin.company} raconte sa démarche RSE\u00a0: {_lower_first(about)}.",
        view=view,
        crumbs=crumbs,
        structured=(data, making.breadcrumb(crumbs)),
        tab=TEMOINS.address,
        is_noindex=temoin.is_draft,
    )


def _compared(view: TemoinView, temoin: Temoin, links: dict[Key, LinkView]) -> TemoinView:
    """Lead from each figure to those of the other witnesses that follow it."""
    figures = []
    for figure, indicateur in zip(view.indicateurs, temoin.indicateurs, strict=True):
        link = links.get(key_of(indicateur), LinkView("", ""))
        figures.append(replace(figure, comparison=link.address, comparison_words=link.label))
    return replace(view, indicateurs=tuple(figures))


def _lower_first(text: str) -> str:
    """Lower the first letter of a phrase, unless it starts an acronym."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
