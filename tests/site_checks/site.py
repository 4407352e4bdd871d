"""A built site on disk: its addresses, its files, its pages read once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeAlias
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import html5lib

Problem: TypeAlias = str
"""One finding, as a sentence that begins with the address it stands at."""


@dataclass(frozen=True)
class Document:
    """One HTML page, as a browser would read it."""

    address: str
    """Path of the page on its host: `/rse/fiches/`."""
    root: Element
    """The `html` element; names bear no namespace."""
    errors: tuple[str, ...]
    """What the strict parser met, as `line:column code name`."""

    @cached_property
    def ids(self) -> frozenset[str]:
        """Everything a fragment can point at."""
        named = (a.get("name") for a in self.root.iter("a"))
        return frozenset(filter(None, (*(e.get("id") for e in self.elements()), *named)))

    def elements(self) -> Iterator[Element]:
        """Walk the elements in document order, comments left out."""
        return (element for element in self.root.iter() if isinstance(element.tag, str))


@dataclass(frozen=True)
class BuiltSite:
    """The folder a build wrote, and the address it was built for; each file is read once."""

    folder: Path
    site_url: str = field(default="https://exemple.fr/")

    @cached_property
    def origin(self) -> str:
        """Scheme and host: `https://exemple.fr`."""
        parts = urlsplit(self.site_url)
        return f"{parts.scheme}://{parts.netloc}"

    @cached_property
    def base(self) -> str:
        """Path the site is mounted at: `/` or `/rse/`."""
        return urlsplit(self.site_url).path or "/"

    @cached_property
    def files(self) -> frozenset[str]:
        """Paths of all files, relative and with slashes: case counts, whatever the system."""
        found = (path for path in self.folder.rglob("*") if path.is_file())
        return frozenset(path.relative_to(self.folder).as_posix() for path in found)

    @cached_property
    def pages(self) -> dict[str, Document]:
        """File → page, sorted by file."""
        return {name: self._read(name) for name in sorted(self.files) if name.endswith(".html")}

    def text(self, name: str) -> str:
        """Read a file of the site."""
        return (self.folder / name).read_text(encoding="utf-8")

    def address(self, name: str) -> str:
        """Give the path a visitor asks for, to be served that file."""
        return self.base + name.removesuffix("index.html") if _is_index(name) else self.base + name

    def file_at(self, path: str) -> str | None:
        """Name the file a static host serves at that path, if any."""
        if not path.startswith(self.base):
            return None
        name = unquote(path.removeprefix(self.base))
        name = f"{name}index.html" if not name or name.endswith("/") else name
        return name if name in self.files else None

    def addresses(self, folder: str) -> list[str]:
        """List, sorted, the addresses right under a folder: `fiches` → [`/fiches/tri/`]."""
        found = (name.split("/") for name in self.files if name.startswith(f"{folder}/"))
        return sorted(
            self.address("/".join(parts))
            for parts in found
            if len(parts) == folder.count("/") + 3 and parts[-1] == "index.html"
        )

    def _read(self, name: str) -> Document:
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        root = parser.parse(self.text(name))
        errors = tuple(
            f"{line}:{column} {code} {' '.join(map(str, details.values()))}".rstrip()
            for (line, column), code, details in parser.errors
        )
        return Document(self.address(name), root, errors)


def _is_index(name: str) -> bool:
    return name.rpartition("/")[2] == "index.html"
