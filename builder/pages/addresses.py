"""The address of every page, without making one: what a link of a sheet may lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.diagnostics import RULES
from builder.diagnostics.manual import FOLDER, manual_address
from builder.pages.lists import CARDS_A_PAGE
from builder.pages.making import (
    CATALOGUE,
    HOME,
    SELECTION,
    TEMOINS,
    page_address,
    page_count,
)
from builder.pages.temoins import TEMOINS_A_PAGE
from builder.render.views import fiche_address, temoin_address, value_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.model import Catalogue


def page_addresses(catalogue: Catalogue) -> frozenset[str]:
    """List the addresses, from the root, of the pages that `make_pages` makes."""
    return frozenset(
        [
            *(HOME.address, SELECTION.address, FOLDER),
            *map(manual_address, RULES.values()),
            *map(fiche_address, catalogue.fiches),
            *map(temoin_address, catalogue.temoins),
            *_listing(CATALOGUE.address, len(catalogue.listed), CARDS_A_PAGE),
            *_listing(TEMOINS.address, len(catalogue.temoins), TEMOINS_A_PAGE),
            *_value_addresses(catalogue),
        ]
    )


def _value_addresses(catalogue: Catalogue) -> Iterator[str]:
    for facet in catalogue.vocabulary:
        values = [value.slug for fiche in catalogue.listed for value in fiche.values(facet.key)]
        for value in facet.values:
            count = values.count(value.slug)
            if count or facet.key != "sector":
                yield from _listing(value_address(facet, value), count, CARDS_A_PAGE)


def _listing(address: str, count: int, per_page: int) -> Iterator[str]:
    """List the pages of a list; an empty one has a page that says so."""
    for number in range(1, page_count(count, per_page) + 1):
        yield page_address(address, number)
