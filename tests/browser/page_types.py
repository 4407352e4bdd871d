"""The kinds of pages, and where a site has one of each."""

from collections.abc import Callable
from typing import TypeAlias

from tests.site_checks.site import BuiltSite

Finder: TypeAlias = Callable[[BuiltSite], str]
"""Gives the path of a page in a site."""


def _at(path: str) -> Finder:
    return lambda site: site.base + path


def _fullest_in(folder: str, but: str = "") -> Finder:
    """Take the page of most tags right under a folder; without one, the test that asks fails."""
    return lambda site: max(
        (path for path in site.addresses(folder) if path != site.base + but),
        key=lambda path: _html(site, path).count("<"),
    )


def _html(site: BuiltSite, address: str) -> str:
    return site.text(site.file_at(address) or "")


_VALUE_PAGES = (
    "nature",
    "maturite",
    "investissement-financier",
    "investissement-humain",
    "secteur",
    "taille",
    "secteur-du-temoin",
    "iso-26000",
    "odd",
)

PAGE_TYPES: dict[str, Finder] = {
    "accueil": _at(""),
    "catalogue": _at("fiches/"),
    "fiche": _fullest_in("fiches"),
    "temoins": _at("temoins/"),
    "temoin": _fullest_in("temoins", but="temoins/comparer/"),
    "comparaisons": _at("temoins/comparer/"),
    "echecs": _at("ce-qui-n-a-pas-marche/"),
    **{kind: _fullest_in(kind) for kind in _VALUE_PAGES},
    "referentiels": _at("referentiels/"),
    "lexique": _at("lexique/"),
    "selection": _at("selection/"),
    "contribuer": _at("contribuer/"),
    "guide": _fullest_in("contribuer"),
    "a-propos": _at("a-propos/"),
    "couverture": _at("contribuer/couverture/"),
    "mentions-legales": _at("mentions-legales/"),
    "accessibilite": _at("accessibilite/"),
    "ecoconception": _at("ecoconception/"),
    "404": _at("adresse/qui/n-existe/pas/"),
}
"""Name → how to find its path in a site."""

LARGE_PAGE_TYPES: dict[str, Finder] = {
    "catalogue-suite": _at("fiches/page/2/"),
    **{
        k: PAGE_TYPES[k]
        for k in ("accueil", "catalogue", "temoins", "temoin", "echecs", *_VALUE_PAGES)
    },
}
"""Likewise, in a site of many fiches: the kinds of pages that tell of several."""
