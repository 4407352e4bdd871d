"""The page of the fiches that a reader keeps: the browser fills it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.pages.making import HOME, SELECTION
from builder.pages.records import Page, SelectionView

if TYPE_CHECKING:
    from builder.pages.making import Making


def selection_page(making: Making) -> Page:
    """Make the page, with what the browser needs to draw the fiches kept."""
    vocabulary = making.catalogue.vocabulary
    marks = {"nature": {value.label: value.slug for value in vocabulary["nature"].values}}
    for key in ("financialinvest", "humaninvest"):
        marks[key] = {value.label: str(value.rank) for value in vocabulary[key].values}
    return Page(
        address=SELECTION.address,
        template="selection.html",
        title=SELECTION.label,
        description="Les fiches que vous gardez, à comparer, imprimer et partager.",
        view=SelectionView(marks),
        crumbs=(HOME, SELECTION),
        tab=SELECTION.address,
        is_noindex=True,
    )
