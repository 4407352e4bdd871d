"""The list of witnesses, and the page of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.model import WITNESS_KINDS
from builder.pages.making import (
    HOME,
    TEMOINS,
    make_pager,
    page_address,
    page_count,
    page_title,
)
from builder.pages.records import Page, Pager, TemoinsView
from builder.render import jsonld
from builder.render.french import plural
from builder.render.views import LinkView, temoin_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.model import Temoin
    from builder.pages.making import Making

TEMOINS_A_PAGE = 60

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
    total = page_count(len(ordered), TEMOINS_A_PAGE)
    for number in range(1, total + 1):
        shown = ordered[(number - 1) * TEMOINS_A_PAGE : number * TEMOINS_A_PAGE]
        yield Page(
            address=page_address(TEMOINS.address, number),
            template="temoins.html",
            title=page_title("Les témoins", number, total),
            description="Les entreprises, clusters et structures d’insertion qui se racontent.",
            view=_list(making, shown, make_pager(TEMOINS.address, number, total)),
            crumbs=crumbs,
            jsonld=(making.breadcrumb(crumbs),),
            tab=TEMOINS.address,
        )


def temoin_pages(making: Making) -> Iterator[Page]:
    """Make a page of every witness."""
    for temoin in making.catalogue.temoins:
        yield _page(making, temoin)


def _list(making: Making, temoins: list[Temoin], pager: Pager) -> TemoinsView:
    groups = tuple(
        (
            title,
            tuple(making.viewer.temoin_card(temoin) for temoin in temoins if temoin.kind == kind),
        )
        for kind, title in _KINDS.items()
    )
    return TemoinsView(tuple(group for group in groups if group[1]), pager)


def _page(making: Making, temoin: Temoin) -> Page:
    address = temoin_address(temoin)
    view = making.viewer.temoin(temoin)
    crumbs = (HOME, TEMOINS, LinkView(address, temoin.company))
    data = jsonld.organization(temoin, address, making.site)
    about = temoin.activity or plural(len(view.cards), "fiche pratique", "fiches pratiques")
    return Page(
        address=address,
        template="temoin.html",
        title=temoin.company,
        description=f"{temoin.company} raconte sa démarche RSE\u00a0: {_lower_first(about)}.",
        view=view,
        crumbs=crumbs,
        jsonld=(jsonld.write(data), making.breadcrumb(crumbs)),
        tab=TEMOINS.address,
        is_noindex=temoin.is_draft,
    )


def _lower_first(text: str) -> str:
    """Lower the first letter of a phrase, unless it starts an acronym."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
