"""A sheet as it stands in its file: raw values, a body, and the place of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from builder.diagnostics.model import Diagnostic, Passage, Place
from builder.diagnostics.rules.fichier import (
    EncodageInconnu,
    FichierIllisible,
    FichierTropLourd,
    TeteAbsente,
    TeteNonFermee,
    TomlInvalide,
)
from builder.parse.head import Head, HeadError, HeadFault, read_head
from builder.parse.toml_errors import explain_toml_error
from builder.parse.toml_places import Entry, find_places
from builder.parse.toml_strings import read_string
from builder.parse.toml_values import TomlError
from builder.source import Refusal, SourceFile, Span, Unreadable

if TYPE_CHECKING:
    from builder.parse.keypath import KeyPath


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A fiche or a witness before any check."""

    source: SourceFile
    head: Head
    _places: dict[KeyPath, Entry] = field(default_factory=dict, repr=False, compare=False)
    """Filled when the first remark is made: most sheets have none."""

    @property
    def values(self) -> dict[str, Any]:
        """The head, as tomli reads it."""
        return self.head.values

    @property
    def body(self) -> str:
        """The text after the head."""
        return self.source.text[self.head.body.start : self.head.body.end]

    @property
    def is_draft(self) -> bool:
        """Whether the sheet says it is a draft."""
        return self.values.get("draft") is True

    def place(self, path: KeyPath = ()) -> Place:
        """Return the place of a value; of what holds it when it is not in the text."""
        entry = self._entry(path)
        if entry is None:
            return Place(self.source, self._fence())
        start, end = entry.value.start, entry.value.end
        return Place(self.source, entry.value, read_string(self.source.text[start:end], start))

    def body_place(self) -> Place:
        """Return the place of the body."""
        span = self.head.body
        return Place(self.source, span, Passage(self.body, range(span.start, span.end + 1)))

    def key_place(self, path: KeyPath) -> Place:
        """Return the place of the name of a key."""
        entry = self._entry(path)
        return Place(self.source, entry.key if entry else self._fence())

    def _entry(self, path: KeyPath) -> Entry | None:
        if not self._places:
            start = self.head.toml.start
            found = find_places(self.source.text[start : self.head.toml.end])
            for key_path, entry in found.items():
                self._places[key_path] = Entry(entry.key.shift(start), entry.value.shift(start))
        while path and path not in self._places:
            path = path[:-1]
        return self._places.get(path)

    def _fence(self) -> Span:
        start = self.source.text.index("+++")
        return Span(start, start + 3)


def parse_sheet(source: SourceFile | Refusal) -> tuple[RawSheet | None, tuple[Diagnostic, ...]]:
    """Cut a sheet and read its head.

    Returns:
        The raw sheet, or None with one diagnostic (FP001, FP002, FP003, FP011, FP012, FP013).
    """
    if isinstance(source, Refusal):
        return None, (tell_refusal(source),)
    try:
        return RawSheet(source, read_head(source.text)), ()
    except HeadError as error:
        rule = TeteAbsente if error.fault is HeadFault.MISSING else TeteNonFermee
        return None, (rule.at(Place(source, error.span)),)
    except TomlError as error:
        place = Place(source, error.span)
        return None, (TomlInvalide.at(place, **explain_toml_error(error.reason)),)


def tell_refusal(refusal: Refusal) -> Diagnostic:
    """Tell why a file gives no text (FP001, FP002, FP003)."""
    place = Place(refusal.source, refusal.span)
    if refusal.reason is Unreadable.NOT_UTF8:
        return EncodageInconnu.at(place, detail=refusal.detail)
    if refusal.reason is Unreadable.TOO_LARGE:
        return FichierTropLourd.at(place)
    return FichierIllisible.at(place, detail=_REASONS.get(refusal.detail, ""))


_REASONS = {
    "EISDIR": " (c’est un dossier)",
    "ENOENT": " (il n’existe pas, ou plus)",
    "EACCES": " (l’accès est refusé)",
    "EPERM": " (l’accès est refusé)",
}
"""Of the codes of the system, those that an animator meets."""
