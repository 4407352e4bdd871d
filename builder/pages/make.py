"""Every page of the site but the ordinary ones: what is at each address, and with which template.

The engine that writes them decides nothing: it takes this list as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.index.compact import make_compact_index
from builder.index.filters import make_filters
from builder.pages.comparisons import comparison_pages
from builder.pages.coverage import coverage_page
from builder.pages.failures import failures_pages
from builder.pages.fiches import fiche_pages
from builder.pages.guide import guide_pages
from builder.pages.home import home_page
from builder.pages.lexique import lexique_pages
from builder.pages.lists import catalogue_pages, value_pages
from builder.pages.making import Making
from builder.pages.records import Pages, Slot, filled
from builder.pages.references import references_page
from builder.pages.selection import selection_page
from builder.pages.temoins import temoin_pages, temoins_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.index.filters import Filter
    from builder.render.viewer import Viewer
    from builder.site import Site


def make_pages(viewer: Viewer, site: Site) -> Pages:
    """Place every page of a catalogue, in a stable order."""
    filters = make_filters(viewer.catalogue)
    viewer.render_all()
    slots = tuple(_slots(Making(viewer.catalogue, viewer, site), filters))
    changed = tuple(fiche.last_change for fiche in viewer.listed)
    compact = make_compact_index(filters, viewer.cards(viewer.listed), changed)
    return Pages(slots, compact)


def _slots(making: Making, filters: tuple[Filter, ...]) -> Iterator[Slot]:
    """Place the pages: those that are many are made when they are printed."""
    yield from fiche_pages(making)
    yield from temoin_pages(making)
    yield from catalogue_pages(making, filters)
    yield from value_pages(making)
    yield filled(home_page(making))
    yield from map(filled, temoins_pages(making))
    yield from comparison_pages(making)
    yield filled(references_page(making))
    yield from failures_pages(making)
    yield from map(filled, lexique_pages(making))
    yield filled(selection_page(making))
    yield from guide_pages(making)
    yield filled(coverage_page(making))
