"""What a first visit of one page asks for, counted in the files of a finished site."""

from __future__ import annotations

import gzip
import re
from contextlib import suppress
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from builder.ecoindex import ecoindex

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

HEADERS = 500
"""Octets of headers that come with each answer, our policy (`builder/headers.py`) included."""

_LEVEL = 6
"""Of gzip: what static hosts use unless told otherwise."""
_COMPRESSED = frozenset({".css", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".xml"})
_NO_SITE = "https://site.invalid/"
"""Stands for the address of a site that does not say where it is."""
_UNSEEN = frozenset({"noscript", "svg", "template"})
"""Elements whose content is no element of the page, or is not counted by the EcoIndex."""
_SECTIONS = frozenset({"tbody", "tfoot", "thead"})
_LINKING = frozenset({"image", "link", "use"})
"""Elements that load what their `href` names; in others it waits for a click."""
_NAMED_RELS = frozenset(
    {"alternate", "author", "canonical", "help", "license", "me", "next", "prev", "search"}
)
"""`link rel` that only name an address; any other is fetched."""
_IMPORT = re.compile(
    r"""^(?:import\b[^"'();=]*|export\b[^"'();=]*\bfrom\s*)["'](\.{1,2}/[^"']+)["']""", re.MULTILINE
)
"""A module that another one waits for; `import(…)` comes later, or never."""


@dataclass(frozen=True, slots=True)
class PageMeasures:
    """One page, at a first visit, before any click."""

    address: str
    """From the root of the site."""
    weight: int
    """Octets that travel, compressed, headers included, late pictures left out."""
    late: int
    """Octets of the pictures that wait until a reader comes near them."""
    requests: int
    """The page's own included, late pictures left out."""
    elements: int
    """Of the HTML, without those inside an `svg`."""

    @property
    def whole(self) -> int:
        """Octets, late pictures included."""
        return self.weight + self.late

    @property
    def kilobytes(self) -> int:
        """Thousands of octets. Rounded: versions of zlib differ by a few octets a file."""
        return round(self.weight / 1000)

    @property
    def late_kilobytes(self) -> int:
        """Thousands of octets of the late pictures."""
        return round(self.late / 1000)

    @property
    def score(self) -> float:
        """EcoIndex of the figures above, as they are shown."""
        return ecoindex(dom=self.elements, requests=self.requests, kilobytes=self.kilobytes)


@dataclass(frozen=True, slots=True)
class Contents:
    """What takes long to know of a page: it is read tag by tag, and compressed."""

    elements: int
    """Those inside an `svg` left out."""
    asked: tuple[str, ...]
    """Addresses that a browser asks for at once, as they are written."""
    late: tuple[str, ...]
    """Of pictures that wait until a reader comes near them."""
    packed: int
    """Octets, compressed."""


class Host:
    """A folder as a static host serves it; a file asked by many pages is weighed once."""

    def __init__(self, folder: Path, site_url: str = "") -> None:
        self._folder = folder
        self._root = site_url or _NO_SITE
        self._weights: dict[str, int] = {}
        self._modules: dict[str, tuple[str, ...]] = {}

    def measure(self, address: str, known: Contents | None = None) -> PageMeasures:
        """Measure a page.

        Args:
            address: Its address from the root.
            known: What it holds, if that is known.

        Raises:
            OSError: the page cannot be read.
        """
        page = known or self.contents(address)
        self._weights[address] = HEADERS + page.packed
        asked = self.inside(address, page.asked)
        late = self.inside(address, page.late) - asked
        asked |= self._imported(asked)
        return PageMeasures(
            address=address,
            weight=self.weigh(address) + sum(map(self.weigh, asked)),
            late=sum(map(self.weigh, late)),
            requests=1 + len(asked),
            elements=page.elements,
        )

    def contents(self, address: str) -> Contents:
        """Read a page.

        Raises:
            OSError: it cannot be read.
        """
        page = self.page(address).read_bytes()
        reader = read_elements(page)
        return Contents(reader.elements, (*reader.asked,), (*reader.late,), _packed(page))

    def page(self, address: str) -> Path:
        """Return the file of a page, or any other."""
        is_folder = not address or address.endswith("/")
        return self._folder / f"{address}index.html" if is_folder else self._folder / address

    def weigh(self, address: str) -> int:
        """Return the octets of an answer; of one that is not there, only the headers."""
        if address not in self._weights:
            self._weights[address] = HEADERS + _travelling(self.page(address))
        return self._weights[address]

    def inside(self, address: str, written: Iterable[str]) -> set[str]:
        """Return what addresses written in a file mean from the root, those elsewhere left out."""
        urls = self._whole(address, written)
        own = {url.removeprefix(self._root) for url in urls if url.startswith(self._root)}
        return {unquote(urlsplit(url).path) for url in own}

    def outside(self, address: str, written: Iterable[str]) -> set[str]:
        """Return the addresses written in a file that are asked of another host."""
        own = urlsplit(self._root).netloc
        return {url for url in self._whole(address, written) if urlsplit(url).netloc != own}

    def _whole(self, address: str, written: Iterable[str]) -> set[str]:
        found: set[str] = set()
        for url in written:
            with suppress(ValueError):  # `http://[`: a browser asks nothing either
                found.add(urljoin(self._root + address, url))
        return found

    def _imported(self, scripts: Iterable[str]) -> set[str]:
        """Return the modules that scripts import, and those that these import."""
        found: set[str] = set()
        waiting = list(scripts)
        while waiting:
            news = set(self._imports(waiting.pop())) - found
            found |= news
            waiting += news
        return found

    def _imports(self, address: str) -> tuple[str, ...]:
        if not address.endswith((".js", ".mjs")):
            return ()
        if address not in self._modules:
            file = self.page(address)
            text = file.read_text(encoding="utf-8", errors="replace") if _is_there(file) else ""
            self._modules[address] = tuple(sorted(self.inside(address, _IMPORT.findall(text))))
        return self._modules[address]


class Reader(HTMLParser):
    """Counts the elements of a page, and notes the addresses that a browser asks for by itself."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.elements = 0
        self.asked: list[str] = []
        """At once, as they are written."""
        self.late: list[str] = []
        """Pictures that wait until a reader comes near them."""
        self._depth = 0
        self._in_section: list[bool] = []
        """Of each open table: whether its rows stand in a `tbody` or the like."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count an element, unless it stands where none is counted."""
        if not self._depth:
            self.elements += 1 + self._opens_tbody(tag)
            self._note(tag, {name: (value or "").strip() for name, value in attrs})
        self._depth += tag in _UNSEEN

    def handle_endtag(self, tag: str) -> None:
        """Leave an element whose content is not counted, or a part of a table."""
        if self._depth:
            self._depth -= tag in _UNSEEN
        elif self._in_section and tag == "table":
            self._in_section.pop()
        elif self._in_section and tag in _SECTIONS:
            self._in_section[-1] = False

    def updatepos(self, i: int, j: int) -> int:  # noqa: ARG002 (html.parser's signature)
        """Count no lines: nothing here tells where an element stands."""
        return j

    def _opens_tbody(self, tag: str) -> bool:
        """Tell whether a browser adds a `tbody`: around rows that are right in a table."""
        if tag == "table":
            self._in_section.append(False)
        if not self._in_section or tag not in _SECTIONS | {"tr"}:
            return False
        is_added = tag == "tr" and not self._in_section[-1]
        self._in_section[-1] = True
        return is_added

    def _note(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "link" and _NAMED_RELS & {*attributes.get("rel", "").lower().split()}:
            return
        names = ("href",) if tag in _LINKING else ("src", "poster", "data")
        found = (attributes[name] for name in names if name in attributes)
        is_late = tag == "img" and attributes.get("loading", "").lower() == "lazy"
        kept = self.late if is_late else self.asked
        kept += [url for url in found if url and not url.startswith(("#", "data:", "blob:"))]


def read_elements(page: bytes) -> Reader:
    """Read a page, or a part of one."""
    reader = Reader()
    # `<![x[`, a comment to browsers, is an error to the parser.
    reader.feed(page.decode("utf-8", errors="replace").replace("<![", "<!x"))
    reader.close()
    return reader


def _travelling(file: Path) -> int:
    if not _is_there(file):
        return 0
    if file.suffix.lower() not in _COMPRESSED:
        return file.stat().st_size
    return _packed(file.read_bytes())


def _packed(content: bytes) -> int:
    return len(gzip.compress(content, _LEVEL))


def _is_there(file: Path) -> bool:
    """Tell whether there is a file; no name that someone wrote in a page is an error."""
    try:
        return file.is_file()
    except OSError:
        return False
