"""The page of a fiche."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from builder.pages.making import CATALOGUE, HOME
from builder.pages.records import Page, Slot
from builder.render import jsonld
from builder.render.addresses import fiche_address
from builder.render.views import LinkView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.model import Fiche
    from builder.pages.making import Making

_TEMPLATE = "fiche.html"


def fiche_pages(making: Making) -> Iterator[Slot]:
    """Place the page of every fiche, in the order of the catalogue."""
    for fiche in making.catalogue.fiches:
        yield Slot(
            address=fiche_address(fiche),
            template=_TEMPLATE,
            make=partial(_page, making, fiche),
            is_noindex=fiche.is_noindex or fiche.is_draft,
            is_contentonly=fiche.is_contentonly,
            updated=fiche.last_change,
        )


def _page(making: Making, fiche: Fiche) -> Page:
    view = making.viewer.fiche(fiche)
    address = fiche_address(fiche)
    crumbs = (HOME, CATALOGUE, view.natures[0], LinkView(address, view.breadcrumb))
    own = fiche.schemajson or jsonld.article(fiche, address, view.minutes, making.site)
    return Page(
        address=address,
        template=_TEMPLATE,
        title=view.title,
        description=view.description or view.title,
        view=view,
        crumbs=crumbs,
        structured=(own, making.breadcrumb(crumbs)),
        tab=CATALOGUE.address,
        is_noindex=fiche.is_noindex or fiche.is_draft,
        is_contentonly=fiche.is_contentonly,
        og_type="article",
        hreflangs=fiche.hreflangs,
        updated=fiche.last_change,
    )
