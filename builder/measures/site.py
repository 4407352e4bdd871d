"""Which pages of a finished site are measured, and what is counted of them all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from builder.measures.page import Host, PageMeasures, read_elements

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

_INDEX = "index.html"
_TRIED = 5
"""Pages of a kind that are compressed to find the heaviest, the largest files first."""
_PACKING = 4
"""How many times smaller gzip makes a page of ours, more or less."""
_LIST_HOOK = b"data-fp-liste"
"""Stands in every page of cards (theme/components/liste)."""
_ABROAD = re.compile(rb"""=\s*["']?\s*(?:https?:)?//""", re.IGNORECASE)
_PICTURE = re.compile(rb"""<img\b[^>]*?\ssrc=["']([^"']+)""")


class Kind(Enum):
    """A kind of page, by the name that its line has in the table; each page is of one."""

    HOME = "Accueil"
    CATALOGUE = "Catalogue"
    """Its first page; those that follow are lists."""
    LIST = "Liste la plus lourde"
    """Fiches of one value, next pages of the catalogue, witnesses."""
    FICHE = "Fiche la plus lourde"
    TEMOIN = "Témoin le plus lourd"
    OTHER = "Autre page la plus lourde"
    """Texts, guide, messages, « Ma sélection »."""


@dataclass(frozen=True, slots=True)
class SiteMeasures:
    """A finished site."""

    heaviest: Mapping[Kind, PageMeasures]
    """The heaviest page of each kind that the site has, late pictures included."""
    pages: int
    """Those of wrong addresses left out."""
    weight: int
    """Octets of all its files, as they lie on the disk."""
    foreign: int
    """What its pages ask of other hosts by themselves, each address once a page."""


def measure_site(folder: Path, site_url: str = "", *, without: str | None = None) -> SiteMeasures:
    """Measure a finished site.

    Args:
        folder: The site.
        site_url: Its address, with a final slash; empty when it does not say where it stands.
        without: Address of a page that is counted and not weighed: the one that tells of it all.

    Raises:
        OSError: a file cannot be read.
    """
    host = Host(folder, site_url)
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    addresses = [_address(file, folder) for file in files if file.name == _INDEX]
    glances = [_glance(host, address) for address in addresses]
    return SiteMeasures(
        heaviest=_heaviest(host, (glance for glance in glances if glance.address != without)),
        pages=len(addresses),
        weight=sum(file.stat().st_size for file in files),
        foreign=sum(glance.foreign for glance in glances),
    )


@dataclass(frozen=True, slots=True)
class _Glance:
    """What is cheap to know of a page."""

    address: str
    kind: Kind
    guess: int
    """Octets that may travel for it, pictures included."""
    foreign: int


def _address(file: Path, folder: Path) -> str:
    return file.relative_to(folder).as_posix().removesuffix(_INDEX)


def _glance(host: Host, address: str) -> _Glance:
    page = host.page(address).read_bytes()
    sources = [found.decode("utf-8", errors="replace") for found in _PICTURE.findall(page)]
    pictures = sum(map(host.weigh, host.inside(address, sources)))
    return _Glance(
        address=address,
        kind=_kind(address, page),
        guess=len(page) // _PACKING + pictures,
        foreign=len(host.outside(address, _abroad(page))),
    )


def _kind(address: str, page: bytes) -> Kind:
    match address.split("/"):
        case [""]:
            return Kind.HOME
        case ["fiches", ""]:
            return Kind.CATALOGUE
        case ["fiches", _, ""]:
            return Kind.FICHE
        case ["temoins", slug, ""] if slug != "comparer":
            return Kind.TEMOIN
        case ["temoins" | "ce-qui-n-a-pas-marche", *_]:
            return Kind.LIST
    return Kind.LIST if _LIST_HOOK in page else Kind.OTHER


def _abroad(page: bytes) -> set[str]:
    """Return what a page loads by a whole address: only tags that hold one are read."""
    found: set[str] = set()
    for match in _ABROAD.finditer(page):
        start = page.rfind(b"<", 0, match.start())
        reader = read_elements(page[start : page.find(b">", match.end()) + 1])
        found |= {*reader.asked, *reader.late}
    return found


def _heaviest(host: Host, glances: Iterable[_Glance]) -> dict[Kind, PageMeasures]:
    """Measure the heaviest page of each kind, in the order of the kinds."""
    largest = sorted(glances, key=lambda glance: (-glance.guess, glance.address))
    found: dict[Kind, PageMeasures] = {}
    for kind in Kind:
        tried = [glance for glance in largest if glance.kind is kind][:_TRIED]
        measured = (host.measure(glance.address) for glance in tried)
        heaviest = max(measured, key=lambda page: page.weight + page.late, default=None)
        if heaviest is not None:
            found[kind] = heaviest
    return found
