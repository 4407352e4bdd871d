"""Which pages of a finished site are measured, and what is counted of them all."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from builder.measures.page import Host, PageMeasures, read_elements

if TYPE_CHECKING:
    from collections.abc import Mapping

_INDEX = "index.html"
_TRIED = 5
"""Pages of a kind that are compressed to find the heaviest, the largest files first."""
_PACKING = 4
"""How many times smaller gzip makes a page of ours, more or less."""
_LIST_HOOK = b"data-fp-liste"
"""Stands in every page of cards (theme/components/liste)."""
_ABROAD = re.compile(rb"""\s*["']?\s*(?:https?:)?""", re.IGNORECASE)
"""Between the sign `=` and the two slashes of a whole address."""
_SLASHES = re.compile(b"//")
_CANONICAL = re.compile(rb'<link rel="canonical" href="[^"<>]*">')
"""Stands in nearly every page, and loads nothing."""
_MAY_LOAD = re.compile(rb"^<(?:image|link|use)\b|(?:data|poster|src)\s*=", re.IGNORECASE)
"""Finds every tag that a page loads something by, and a few others."""
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


@dataclass(frozen=True, slots=True)
class Glance:
    """What is cheap to know of a page from its own text."""

    size: int
    """Octets, as it lies on the disk."""
    is_list: bool
    """Whether it is a page of cards."""
    pictures: tuple[str, ...]
    """Their addresses, as they are written."""
    foreign: int
    """Addresses of other hosts that it asks for by itself."""


def glance(host: Host, address: str, page: bytes) -> Glance:
    """Look at a page.

    Args:
        host: Where it stands; that it is written is not needed.
        address: Its address from the root.
        page: Its text.
    """
    pictures = (found.decode("utf-8", errors="replace") for found in _PICTURE.findall(page))
    foreign = len(host.outside(address, _abroad(page)))
    return Glance(len(page), _LIST_HOOK in page, tuple(pictures), foreign)


def measure_site(
    folder: Path,
    site_url: str = "",
    *,
    without: str | None = None,
    known: Mapping[str, Glance] | None = None,
) -> SiteMeasures:
    """Measure a finished site.

    Args:
        folder: The site.
        site_url: Its address, with a final slash; empty when it does not say where it stands.
        without: Address of a page that is counted and not weighed: the one that tells of it all.
        known: Pages that were looked at when they were written, by their address.

    Raises:
        OSError: a file cannot be read.
    """
    host = Host(folder, site_url)
    sizes = _sizes(folder)
    glances = {
        address: (known or {}).get(address)
        or glance(host, address, host.page(address).read_bytes())
        for address in map(_address, sizes)
        if address is not None
    }
    weighed = {address: found for address, found in glances.items() if address != without}
    return SiteMeasures(
        heaviest=_heaviest(host, weighed),
        pages=len(glances),
        weight=sum(sizes.values()),
        foreign=sum(found.foreign for found in glances.values()),
    )


def _sizes(folder: Path) -> dict[str, int]:
    """Map each file of a site, from its root, to its octets."""
    found: dict[str, int] = {}
    for parent, _, names in os.walk(folder):
        start = f"{Path(parent).relative_to(folder).as_posix()}/".removeprefix("./")
        for name in names:
            # As text: a path for each file would take longer than to look at it.
            found[start + name] = os.stat(f"{parent}/{name}").st_size  # noqa: PTH116
    return found


def _address(file: str) -> str | None:
    """Return the address of a page; of another file, nothing."""
    start, slash, name = file.rpartition("/")
    return f"{start}{slash}" if name == _INDEX else None


def _kind(address: str, page: Glance) -> Kind:
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
    return Kind.LIST if page.is_list else Kind.OTHER


def _abroad(page: bytes) -> set[str]:
    """Return what a page loads by a whole address: only tags that hold one are read."""
    found: set[str] = set()
    for match in _SLASHES.finditer(page):
        sign = page.rfind(b"=", 0, match.start())
        if sign < 0 or not _ABROAD.fullmatch(page, sign + 1, match.start()):
            continue
        tag = page[page.rfind(b"<", 0, sign) : page.find(b">", match.end()) + 1]
        if _MAY_LOAD.search(tag) and not _CANONICAL.fullmatch(tag):
            found |= _loaded(tag)
    return found


@lru_cache
def _loaded(tag: bytes) -> frozenset[str]:
    """Return what a tag loads; many stand in every page."""
    reader = read_elements(tag)
    return frozenset((*reader.asked, *reader.late))


def _heaviest(host: Host, pages: Mapping[str, Glance]) -> dict[Kind, PageMeasures]:
    """Measure the heaviest page of each kind, in the order of the kinds."""
    guesses = {address: _guess(host, address, page) for address, page in pages.items()}
    largest = sorted(pages, key=lambda address: (-guesses[address], address))
    kinds = {address: _kind(address, page) for address, page in pages.items()}
    found: dict[Kind, PageMeasures] = {}
    for kind in Kind:
        tried = [address for address in largest if kinds[address] is kind][:_TRIED]
        heaviest = max(
            map(host.measure, tried), key=lambda page: page.weight + page.late, default=None
        )
        if heaviest is not None:
            found[kind] = heaviest
    return found


def _guess(host: Host, address: str, page: Glance) -> int:
    """Guess the octets that may travel for a page, pictures included."""
    pictures = host.inside(address, page.pictures) if page.pictures else ()
    return page.size // _PACKING + sum(map(host.weigh, pictures))
