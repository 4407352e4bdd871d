"""Which pages of a finished site are measured, and what is counted of them all."""

from __future__ import annotations

import os
import re
from collections import Counter
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from builder.measures.page import Contents, Host, PageMeasures, read_elements

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

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
    read: Mapping[str, Contents] = field(default_factory=dict)
    """What the pages that may be the heaviest hold, by their address."""


@dataclass(frozen=True, slots=True)
class Glance:
    """What is cheap to know of a page from its own text; and what it holds, if it was read."""

    size: int
    """Octets, as it lies on the disk."""
    is_list: bool
    """Whether it is a page of cards."""
    pictures: tuple[str, ...]
    """Their addresses, as they are written."""
    foreign: int
    """Addresses of other hosts that it asks for by itself."""
    contents: Contents | None = None


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
    sizes = dict(_sizes(folder, ""))
    glances = {
        address: (known or {}).get(address)
        or glance(host, address, host.page(address).read_bytes())
        for address in map(_address, sizes)
        if address is not None
    }
    weighed = {address: found for address, found in glances.items() if address != without}
    read = read_large(host, weighed)
    return SiteMeasures(
        heaviest=_heaviest(host, weighed, read),
        pages=len(glances),
        weight=sum(sizes.values()),
        foreign=sum(found.foreign for found in glances.values()),
        read=read,
    )


def read_large(host: Host, pages: Mapping[str, Glance]) -> dict[str, Contents]:
    """Return what the pages that may be the heaviest of their kind hold.

    Args:
        host: Where they stand.
        pages: All pages, by their address.

    Raises:
        OSError: a page cannot be read.
    """
    return {
        address: pages[address].contents or host.contents(address)
        for address in _large(host, pages)
    }


def _sizes(folder: Path | str, start: str) -> Iterator[tuple[str, int]]:
    """List the files of a site, from its root, with their octets."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _sizes(entry.path, f"{start}{entry.name}/")
            elif not entry.is_dir():  # a link to a folder is no file of the site
                yield start + entry.name, entry.stat().st_size


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


def _large(host: Host, pages: Mapping[str, Glance]) -> Iterator[str]:
    """List the pages of each kind that may be the heaviest."""
    guesses = {address: _guess(host, address, page) for address, page in pages.items()}
    left = Counter(dict.fromkeys(Kind, _TRIED))
    for address in sorted(pages, key=lambda address: (-guesses[address], address)):
        kind = _kind(address, pages[address])
        if left[kind]:
            left[kind] -= 1
            yield address


def _heaviest(
    host: Host, pages: Mapping[str, Glance], read: Mapping[str, Contents]
) -> dict[Kind, PageMeasures]:
    """Measure the heaviest page of each kind, in the order of the kinds; the first of equals."""
    found: dict[Kind, PageMeasures] = {}
    for address, contents in read.items():
        kind, page = _kind(address, pages[address]), host.measure(address, contents)
        if kind not in found or page.whole > found[kind].whole:
            found[kind] = page
    return {kind: found[kind] for kind in Kind if kind in found}


def _guess(host: Host, address: str, page: Glance) -> int:
    """Guess the octets that may travel for a page, pictures included."""
    pictures = host.inside(address, page.pictures) if page.pictures else ()
    return page.size // _PACKING + sum(map(host.weigh, pictures))
