"""The page of the lexique: every term, at an address of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.pages.making import HOME, LEXIQUE
from builder.pages.records import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.pages.making import Making


def lexique_pages(making: Making) -> Iterator[Page]:
    """Make the page; a site without a lexique has none."""
    terms = making.viewer.lexique()
    if not terms:
        return
    crumbs = (HOME, LEXIQUE)
    yield Page(
        address=LEXIQUE.address,
        template="lexique.html",
        title=LEXIQUE.label,
        description="Les mots de la RSE que les fiches emploient, expliqués en deux phrases.",
        view=terms,
        crumbs=crumbs,
        structured=(making.breadcrumb(crumbs),),
        tab=LEXIQUE.address,
    )
