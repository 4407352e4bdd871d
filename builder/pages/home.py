"""The home page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.pages.making import CATALOGUE
from builder.pages.records import HomeView, Page
from builder.render.addresses import value_address
from builder.render.typography import typeset
from builder.render.views import LinkView
from builder.vocabulary import TEMOIN_SIZE

if TYPE_CHECKING:
    from builder.model import Temoin
    from builder.pages.making import Making
    from builder.vocabulary import Value


def home_page(making: Making) -> Page:
    """Make the home page: three doors by maturity, the natures, a witness."""
    catalogue, viewer, site = making.catalogue, making.viewer, making.site
    vocabulary = catalogue.vocabulary
    maturity = vocabulary["maturity"]
    counts = viewer.counts(maturity)
    doors = tuple(
        LinkView(
            value_address(maturity, counted.value),
            counted.value.door or counted.value.label,
            typeset(counted.value.explanation),
        )
        for counted in counts
    )
    temoin = _featured(making)
    view = HomeView(
        count=len(viewer.listed),
        doors=doors,
        door_counts=tuple(counted.count for counted in counts),
        door_cheap=tuple(_cheapest(making, counted.value) for counted in counts),
        natures=viewer.facet(vocabulary["nature"]),
        sizes=viewer.facet(vocabulary[TEMOIN_SIZE]) if TEMOIN_SIZE in vocabulary else (),
        temoin=viewer.temoin_card(temoin) if temoin else None,
        temoin_fiche=viewer.card(viewer.fiches_of(temoin)[0]) if temoin else None,
        temoins_count=len(catalogue.temoins),
    )
    return Page("", "home.html", site.name, site.description, view)


def _cheapest(making: Making, maturity: Value) -> tuple[str, int]:
    """Return the address of the fiches of a maturity that cost least, and their number."""
    vocabulary = making.catalogue.vocabulary
    cheap = vocabulary["financialinvest"].values[0]
    number = sum(
        fiche.maturity.slug == maturity.slug and fiche.financialinvest.slug == cheap.slug
        for fiche in making.viewer.listed
    )
    maturity_param = vocabulary["maturity"].param
    cost_param = vocabulary["financialinvest"].param
    query = f"{maturity_param}={maturity.slug}&{cost_param}={cheap.slug}"
    return f"{CATALOGUE.address}?{query}", number


def _featured(making: Making) -> Temoin | None:
    """Choose the witness of the home page: with a story of its own and the most fiches."""
    fiches_of = making.viewer.fiches_of
    told = [temoin for temoin in making.catalogue.temoins if fiches_of(temoin)]
    if not told:
        return None
    return min(told, key=lambda temoin: (not temoin.has_file, -len(fiches_of(temoin)), temoin.slug))
