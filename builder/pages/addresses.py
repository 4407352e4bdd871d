"""The address of every page, without making one: what a link of a sheet may lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.diagnostics import RULES
from builder.diagnostics.manual import FOLDER, manual_address
from builder.index.facets import count_facet
from builder.pages.coverage import COVERAGE
from builder.pages.failures import ENTRIES_A_PAGE, failures_count
from builder.pages.lists import CARDS_A_PAGE
from builder.pages.making import (
    CATALOGUE,
    COMPARISONS,
    FAILURES,
    HOME,
    LEXIQUE,
    REFERENTIELS,
    SELECTION,
    TEMOINS,
    page_address,
    page_count,
)
from builder.pages.temoins import TEMOINS_A_PAGE
from builder.render.addresses import fiche_address, temoin_address, value_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.model import Catalogue
    from builder.render.viewer import Viewer


def page_addresses(viewer: Viewer) -> frozenset[str]:
    """List the addresses, from the root, of the pages that `make_pages` makes."""
    catalogue = viewer.catalogue
    return frozenset(
        [
            *(HOME.address, SELECTION.address, REFERENTIELS.address, COVERAGE.address, FOLDER),
            *map(manual_address, RULES.values()),
            *map(fiche_address, catalogue.fiches),
            *map(temoin_address, catalogue.temoins),
            *_listing(CATALOGUE.address, len(catalogue.listed), CARDS_A_PAGE),
            *_listing(TEMOINS.address, len(catalogue.temoins), TEMOINS_A_PAGE),
            *_listing(FAILURES.address, failures_count(viewer), ENTRIES_A_PAGE),
            *_comparisons(viewer),
            *_value_addresses(catalogue),
            *([LEXIQUE.address] if catalogue.lexique.terms else []),
        ]
    )


def _value_addresses(catalogue: Catalogue) -> Iterator[str]:
    for facet in catalogue.vocabulary:
        for found in count_facet(facet, catalogue.listed):
            if found.count or not facet.is_sparse:
                yield from _listing(value_address(facet, found.value), found.count, CARDS_A_PAGE)


def _comparisons(viewer: Viewer) -> Iterator[str]:
    """Without a figure to compare there is no page."""
    for number in range(1, len(viewer.comparisons) + 1):
        yield page_address(COMPARISONS.address, number)


def _listing(address: str, count: int, per_page: int) -> Iterator[str]:
    """List the pages of a list; an empty one has a page that says so."""
    for number in range(1, page_count(count, per_page) + 1):
        yield page_address(address, number)
