"""The ways in by a standard: the core subjects of ISO 26000, the sustainable development goals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.pages.making import CATALOGUE, HOME, REFERENTIELS
from builder.pages.records import Page, ReferenceView
from builder.render.addresses import value_address
from builder.render.typography import typeset
from builder.render.views import LinkView
from builder.vocabulary import REFERENCES

if TYPE_CHECKING:
    from builder.pages.making import Making
    from builder.vocabulary import Facet, Value


def references_page(making: Making) -> Page:
    """Make the page that lists the values of each standard, those without a fiche included."""
    vocabulary = making.catalogue.vocabulary
    crumbs = (HOME, CATALOGUE, REFERENTIELS)
    return Page(
        address=REFERENTIELS.address,
        template="referentiels.html",
        title="Les fiches par ISO 26000 et par ODD",
        description="Les fiches rangées selon les sept questions centrales d’ISO 26000 et les "
        "dix-sept objectifs de développement durable.",
        view=tuple(_view(making, vocabulary[key]) for key in REFERENCES if key in vocabulary),
        crumbs=crumbs,
        structured=(making.breadcrumb(crumbs),),
        tab=CATALOGUE.address,
    )


def _view(making: Making, facet: Facet) -> ReferenceView:
    counts = making.viewer.counts(facet)
    return ReferenceView(
        title=facet.title,
        values=tuple((_link(facet, found.value), found.count) for found in counts if found.count),
        missing=tuple(found.value.label for found in counts if not found.count),
    )


def _link(facet: Facet, value: Value) -> LinkView:
    return LinkView(value_address(facet, value), value.label, typeset(value.explanation))
