"""The kinds of pages, and where a site has one of each."""

from collections.abc import Callable
from typing import TypeAlias

from tests.site_checks.site import BuiltSite

Finder: TypeAlias = Callable[[BuiltSite], str]
"""Gives the path of a page in a site."""


def _at(path: str) -> Finder:
    return lambda site: site.base + path


def _longest_in(folder: str) -> Finder:
    """Take the longest page right under a folder; a site without one fails the test that asks."""
    return lambda site: max(site.addresses(folder), key=lambda path: len(_html(site, path)))


def _html(site: BuiltSite, address: str) -> str:
    return site.text(site.file_at(address) or "")


_VALUE_PAGES = (
    "nature",
    "maturite",
    "investissement-financier",
    "investissement-humain",
    "secteur",
)

PAGE_TYPES: dict[str, Finder] = {
    "accueil": _at(""),
    "catalogue": _at("fiches/"),
    "fiche": _longest_in("fiches"),
    "temoins": _at("temoins/"),
    "temoin": _longest_in("temoins"),
    **{kind: _longest_in(kind) for kind in _VALUE_PAGES},
    "selection": _at("selection/"),
    "contribuer": _at("contribuer/"),
    "mentions-legales": _at("mentions-legales/"),
    "accessibilite": _at("accessibilite/"),
    "ecoconception": _at("ecoconception/"),
    "404": _at("adresse/qui/n-existe/pas/"),
}
"""Name → how to find its path in a site."""

LARGE_PAGE_TYPES: dict[str, Finder] = {
    "catalogue-suite": _at("fiches/page/2/"),
    **{k: PAGE_TYPES[k] for k in ("accueil", "catalogue", "temoins", "temoin", *_VALUE_PAGES)},
}
"""Likewise, in a site of many fiches: the kinds of pages that tell of several."""
