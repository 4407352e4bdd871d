"""A sheet as it stands in its file: raw values, a body, and the place of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from builder import commonmark
from builder.diagnostics.model import Diagnostic, Passage, Place
from builder.diagnostics.rules.fichier import (
    CaractereNul,
    EncodageInconnu,
    FichierIllisible,
    FichierTropLourd,
    FichierVide,
    ImbricationExcessive,
    TeteAbsente,
    TeteNonFermee,
    TomlInvalide,
)
from builder.parse.head import Head, HeadError, HeadFault, read_head
from builder.parse.head_errors import explain_head_error
from builder.parse.toml_places import Entry, find_first, find_places
from builder.parse.toml_strings import read_string
from builder.parse.toml_values import MOST_VALUES, NestingError, TomlError, TooManyError
from builder.source import (
    LOST_LINK,
    MAX_BYTES,
    OUTSIDE,
    SPECIAL,
    Refusal,
    SourceFile,
    Span,
    Unreadable,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.parse.keypath import KeyPath

_LARGE = 20_000
"""Characters under which nothing is slow, whatever it is."""
_MOST_MARKS = 5_000
"""Lines and marks of a sheet; each gives work, and a sheet of fifty pages has fewer."""
_MARKS = "\n[<*_`|&\\"


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A fiche or a witness before any check."""

    source: SourceFile
    head: Head
    _entries: dict[KeyPath, Entry] = field(default_factory=dict, repr=False, compare=False)
    """Filled when the first remark is made: most sheets have none."""
    _places: dict[Span, Place] = field(default_factory=dict, repr=False, compare=False)
    """Those asked for so far: a long text may hold many faults."""

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
        if entry.value not in self._places:
            start, end = entry.value.start, entry.value.end
            passage = read_string(self.source.text[start:end], start)
            self._places[entry.value] = Place(self.source, entry.value, passage)
        return self._places[entry.value]

    def value(self, path: KeyPath) -> object:
        """Return a value as it is written; None when it is not there."""
        found: Any = self.values
        for part in path:
            if isinstance(found, dict):
                found = found.get(part)
            elif isinstance(found, list) and isinstance(part, int) and part < len(found):
                found = found[part]
            else:
                return None
        return found

    def written(self, path: KeyPath) -> str:
        """Return the TOML of a value that is there."""
        span = self.place(path).span
        return self.source.text[span.start : span.end] if span else ""

    def body_place(self) -> Place:
        """Return the place of the body."""
        span = self.head.body
        return Place(self.source, span, Passage(self.body, range(span.start, span.end + 1)))

    def key_place(self, path: KeyPath) -> Place:
        """Return the place of the name of a key."""
        entry = self._entry(path)
        return Place(self.source, entry.key if entry else self._fence())

    def _entry(self, path: KeyPath) -> Entry | None:
        start = self.head.toml.start
        if not self._entries and len(path) == 1 and isinstance(path[0], str):
            first = find_first(self.source.text[start : self.head.toml.end], path[0])
            if first is not None:
                return Entry(first.key.shift(start), first.value.shift(start))
        if not self._entries:
            found = find_places(self.source.text[start : self.head.toml.end])
            for key_path, entry in found.items():
                self._entries[key_path] = Entry(entry.key.shift(start), entry.value.shift(start))
        while path and path not in self._entries:
            path = path[:-1]
        return self._entries.get(path)

    def _fence(self) -> Span:
        start = self.source.text.index("+++")
        return Span(start, start + 3)


def parse_sheet(source: SourceFile | Refusal) -> tuple[RawSheet | None, tuple[Diagnostic, ...]]:
    """Cut a sheet and read its head.

    Returns:
        The raw sheet, or None with one diagnostic (FP0xx).
    """
    if isinstance(source, Refusal):
        return None, (tell_refusal(source),)
    if not source.text or source.text.isspace():
        return None, (FichierVide.at(Place(source)),)
    if _is_overloaded(source.text):
        detail = f"a plus de {_french(_MOST_MARKS)} lignes ou marques de mise en forme"
        return None, (FichierTropLourd.at(Place(source), detail=detail),)
    try:
        raw = RawSheet(source, read_head(source.text))
    except HeadError as error:
        rule = TeteNonFermee if error.fault is HeadFault.UNCLOSED else TeteAbsente
        return None, (rule.at(Place(source, error.span), **explain_head_error(error, source)),)
    except TomlError as error:
        return None, (_tell_toml(source, error),)
    deep = _tell_deep_text(raw)
    return (None, (deep,)) if deep else (raw, ())


def tell_refusal(refusal: Refusal) -> Diagnostic:
    """Tell why a file gives no text (FP001 to FP004)."""
    place = Place(refusal.source, refusal.span)
    match refusal.reason:
        case Unreadable.NOT_UTF8:
            name = refusal.detail
            detail = f"il semble en {name}" if name else "il ne semble pas être un texte"
            return EncodageInconnu.at(place, detail=detail)
        case Unreadable.CONTROL:
            return CaractereNul.at(place, detail=refusal.detail)
        case Unreadable.TOO_LARGE:
            detail = f"dépasse {MAX_BYTES // 1_000_000} Mo"
            return FichierTropLourd.at(place, detail=detail)
        case Unreadable.ABSENT:
            reason, cure = _REASONS.get(refusal.detail, ("", _OPEN))
            return FichierIllisible.at(place, detail=reason and f" ({reason})", cure=cure)


def _is_overloaded(text: str) -> bool:
    return len(text) > _LARGE and sum(map(text.count, _MARKS)) > _MOST_MARKS


def _tell_toml(source: SourceFile, error: TomlError) -> Diagnostic:
    if isinstance(error, NestingError):
        return ImbricationExcessive.at(Place(source, error.span), what="tables ou listes")
    if isinstance(error, TooManyError):
        detail = f"a plus de {_french(MOST_VALUES)} valeurs dans sa tête"
        return FichierTropLourd.at(Place(source), detail=detail)
    from builder.parse.toml_errors import explain_toml_error  # noqa: PLC0415 (mistakes are rare)

    fault = explain_toml_error(error, source)
    return TomlInvalide.at(Place(source, fault.span), reason=fault.reason, cure=fault.cure)


def _tell_deep_text(raw: RawSheet) -> Diagnostic | None:
    """Tell of the first text that is nested too deep to be rendered (FP006)."""
    if not _may_be_deep(raw):
        return None
    for path, text in _texts((), raw.values):
        found = commonmark.find_too_deep(text)
        if found:
            place = raw.place(path).part(found[0].start, found[0].end)
            return ImbricationExcessive.at(place, what=found[1])
    found = commonmark.find_too_deep(raw.body)
    if not found:
        return None
    place = raw.body_place().part(found[0].start, found[0].end)
    return ImbricationExcessive.at(place, what=found[1])


def _may_be_deep(raw: RawSheet) -> bool:
    """Tell whether a text may be nested too deep; where it stands is not needed for that."""
    waiting: list[object] = [raw.values, raw.body]
    while waiting:
        held = waiting.pop()
        if isinstance(held, str):
            if len(held) > _SHORT and commonmark.may_be_too_deep(held):
                return True
        elif isinstance(held, dict):
            waiting += held.values()
        elif isinstance(held, list):
            waiting += held
    return False


def _texts(path: KeyPath, value: object) -> Iterator[tuple[KeyPath, str]]:
    """Yield the texts that are long enough to nest anything."""
    if isinstance(value, str):
        if len(value) > _SHORT:
            yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts((*path, key), inner)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts((*path, index), inner)


def _french(number: int) -> str:
    return f"{number:,}".replace(",", " ")


_SHORT = 32
"""Characters that a text of one more level of nesting has at least."""
_OPEN = "vérifiez que c’est bien un fichier et que vous avez le droit de l’ouvrir"
_REPLACE = "remplacez le raccourci par le fichier lui-même"

_REASONS = {
    "EISDIR": ("c’est un dossier", "renommez ce dossier : `.md` ne termine que le nom d’une fiche"),
    "ENOENT": ("il n’existe pas, ou plus", _OPEN),
    "EACCES": ("l’accès est refusé", _OPEN),
    "EPERM": ("l’accès est refusé", _OPEN),
    "ELOOP": ("c’est un raccourci qui tourne en rond", _REPLACE),
    LOST_LINK: ("c’est un raccourci vers un fichier qui n’existe pas, ou plus", _REPLACE),
    OUTSIDE: ("c’est un raccourci vers un fichier hors du dossier du contenu", _REPLACE),
    SPECIAL: ("ce n’est pas un fichier ordinaire", "effacez-le, ou écrivez-y une vraie fiche"),
}
"""Of the codes of the system and of ours, those that an animator meets."""
