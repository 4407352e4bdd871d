"""What every kind of page is made from, and the addresses that many of them name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from builder.pages.records import Pager
from builder.render import glossing, jsonld
from builder.render.views import LinkView

if TYPE_CHECKING:
    from builder.model import Catalogue
    from builder.render.viewer import Viewer
    from builder.site import Site

HOME = LinkView("", "Accueil")
CATALOGUE = LinkView("fiches/", "Fiches pratiques")
TEMOINS = LinkView("temoins/", "Témoins")
REFERENTIELS = LinkView("referentiels/", "ISO 26000 et ODD")
COMPARISONS = LinkView("temoins/comparer/", "Comparer les chiffres")
FAILURES = LinkView("ce-qui-n-a-pas-marche/", "Ce qui n’a pas marché")
SELECTION = LinkView("selection/", "Ma sélection")
LEXIQUE = LinkView(glossing.LEXIQUE, "Lexique")
GUIDE = LinkView("contribuer/", "Écrire une fiche")
A_PROPOS = LinkView("a-propos/", "À propos")
"""An ordinary page, that a network writes or leaves out."""
FOOT = (FAILURES, REFERENTIELS, LEXIQUE, A_PROPOS)
"""What the foot of every page leads to, where the site has it, beside the pages of the law."""


@dataclass(frozen=True, slots=True)
class Making:
    """What every kind of page is made from."""

    catalogue: Catalogue
    viewer: Viewer
    site: Site

    def breadcrumb(self, crumbs: tuple[LinkView, ...]) -> dict[str, Any]:
        """Tell search engines the way from the home page."""
        return jsonld.breadcrumb(crumbs, self.site)


def page_address(address: str, number: int) -> str:
    """Return the address of a page of a list, from 1."""
    return address if number == 1 else f"{address}page/{number}/"


def page_count(items: int, per_page: int) -> int:
    """Return how many pages a list takes; an empty one has a page, that says so."""
    return max(1, -(-items // per_page))


def make_pager(address: str, number: int, total: int) -> Pager:
    """Return the way to the pages before and after one of a list."""
    return Pager(
        number=number,
        total=total,
        previous=page_address(address, number - 1) if number > 1 else "",
        following=page_address(address, number + 1) if number < total else "",
    )


def page_title(title: str, number: int, total: int) -> str:
    """« Les témoins, page 2 sur 3 »; the first page of a list has its bare title."""
    return title + (f", page {number} sur {total}" if number > 1 else "")
