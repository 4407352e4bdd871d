"""What a vocabulary is: the values that a key of a sheet may take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.closest import find_closest
from builder.normalise import fold, make_slug, unmask

if TYPE_CHECKING:
    from collections.abc import Iterator

FACETS = ("nature", "maturity", "financialinvest", "humaninvest", "sector")
"""The keys of a sheet that have a vocabulary, in the order they are shown."""
TEMOIN_SIZE, TEMOIN_SECTOR = "temoin_size", "temoin_sector"
ISO26000, ODD_KEY = REFERENCES = ("iso26000", "odd")
_CLOSED = frozenset(FACETS[:4])


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a vocabulary."""

    key: str
    """The key of the sheet it is for: `nature`, `maturity`…"""
    label: str
    slug: str
    rank: int
    """From 1; for maturity and the investments, 1 is the lightest."""
    explanation: str = ""
    synonyms: tuple[str, ...] = ()
    door: str = ""
    """For a maturity: what a reader would say on the home page (« Je débute »)."""
    light: str = ""
    """For a nature: its colour on a light ground, `#rrggbb`."""
    dark: str = ""
    """For a nature: its colour on a dark ground."""
    maximum: int | None = None
    """For a size: the most people it holds; None holds all the others."""
    natures: tuple[str, ...] = ()
    """For a core subject of ISO 26000: labels of the natures it holds, in fiches that name none."""

    @property
    def forms(self) -> tuple[str, ...]:
        """How sheets may write it: its label, then its synonyms."""
        return (self.label, *self.synonyms)


@dataclass(frozen=True, slots=True)
class Facet:
    """A key of the sheet and the values it takes."""

    key: str
    title: str
    slug: str
    """First part of the address of its pages: `investissement-financier`."""
    values: tuple[Value, ...]
    """In their order."""
    param: str = ""
    """Its name in the address of a filtered list: `cout`."""

    @property
    def everyone(self) -> Value | None:
        """The sector that suits all: the first, and that of a sheet that names none."""
        return self.values[0] if self.key == "sector" and self.values else None

    @property
    def is_sparse(self) -> bool:
        """Whether a value without a fiche is left out: only four facets are the same everywhere."""
        return self.key not in _CLOSED

    def find(self, text: str) -> Value | None:
        """Return the value a text means: its label or a synonym, whatever the typing."""
        return self._named(fold(text)) or self._named(fold(unmask(text)))

    def _named(self, folded: str) -> Value | None:
        return next((value for value in self.values if folded in map(fold, value.forms)), None)

    def suggest(self, text: str) -> Value | None:
        """Return the value a mistyped text comes closest to, if it is close."""
        known = {fold(form): value for value in self.values for form in value.forms}
        close = find_closest(fold(unmask(text)), known)
        return known[close] if close else None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All the vocabularies of a site: key → facet, in the order they are shown.

    The five `FACETS`; the size and the sector of the witness; the core subjects of ISO 26000, when
    the file has them; the sustainable development goals.
    """

    facets: dict[str, Facet]

    def __getitem__(self, key: str) -> Facet:
        return self.facets[key]

    def __contains__(self, key: str) -> bool:
        return key in self.facets

    def __iter__(self) -> Iterator[Facet]:
        return iter(self.facets.values())


def open_value(key: str, label: str, rank: int) -> Value:
    """Make the value of an open vocabulary from what a sheet says."""
    return Value(key, label, make_slug(label), rank)
