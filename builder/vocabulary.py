"""The vocabularies of the site, read from `content/vocabulaire.toml`."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from builder.diagnostics.model import Diagnostic, Place
from builder.diagnostics.rules.site import VocabulaireInvalide
from builder.normalise import fold, make_slug, unmask
from builder.parse.toml_errors import explain_toml_error
from builder.parse.toml_places import find_places
from builder.parse.toml_values import TomlError, read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.parse.keypath import KeyPath
    from builder.source import SourceFile, Span

FACETS = ("nature", "maturity", "financialinvest", "humaninvest", "sector")
"""The keys of a sheet that have a vocabulary, in the order they are shown."""

_COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
CLOSE = 0.75
"""How alike two words must be (difflib ratio, 0 to 1) for a « vouliez-vous dire »."""


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

    def find(self, text: str) -> Value | None:
        """Return the value a text means: its label or a synonym, whatever the typing."""
        for wanted in (fold(text), fold(unmask(text))):
            for value in self.values:
                if wanted in {fold(value.label), *map(fold, value.synonyms)}:
                    return value
        return None

    def suggest(self, text: str) -> Value | None:
        """Return the value a mistyped text comes closest to, if it is close."""
        known = {fold(form): value for value in self.values for form in _forms(value)}
        close = difflib.get_close_matches(fold(unmask(text)), known, n=1, cutoff=CLOSE)
        return known[close[0]] if close else None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All the vocabularies of a site: key → facet."""

    facets: dict[str, Facet]

    def __getitem__(self, key: str) -> Facet:
        return self.facets[key]

    def __iter__(self) -> Iterator[Facet]:
        return iter(self.facets.values())


def load_vocabulary(source: SourceFile) -> tuple[Vocabulary | None, tuple[Diagnostic, ...]]:
    """Read the vocabularies.

    Returns:
        The vocabularies, or None when they cannot serve, and the diagnostics (FP502).
    """
    try:
        table = read_toml(source.text)
    except TomlError as error:
        return None, (_refuse(source, error),)
    reader = _Reader(source)
    vocabulary = Vocabulary({key: reader.facet(key, table.get(key)) for key in FACETS})
    reader.check_addresses(vocabulary)
    return (None if reader.diagnostics else vocabulary), tuple(reader.diagnostics)


def open_value(key: str, label: str, rank: int) -> Value:
    """Make the value of an open vocabulary from what a sheet says."""
    return Value(key, label, make_slug(label), rank)


def _refuse(source: SourceFile, error: TomlError) -> Diagnostic:
    fault = explain_toml_error(error, source)
    reason = f"ce fichier ne peut pas être lu : {fault.reason}"
    return VocabulaireInvalide.at(Place(source, fault.span), reason=reason, cure=fault.cure)


def _forms(value: Value) -> tuple[str, ...]:
    return (value.label, *value.synonyms)


class _Reader:
    """Reads the tables of the file and gathers what is wrong with them."""

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.diagnostics: list[Diagnostic] = []

    def facet(self, key: str, table: object) -> Facet:
        raw = table.get("valeurs") if isinstance(table, dict) else None
        if not isinstance(table, dict) or not isinstance(raw, list) or not raw:
            reason = f"la liste des valeurs de `{key}` manque"
            self._tell((key, "valeurs"), reason, f"ajoutez `[[{key}.valeurs]]`")
            return Facet(key, key, key, ())
        values = [self.value(key, index, item) for index, item in enumerate(raw)]
        self._check_unique(key, values)
        values.sort(key=lambda value: (value.rank, value.label))
        slug = self._slug((key, "adresse"), table.get("adresse", key))
        param = self._slug((key, "parametre"), table.get("parametre", slug))
        return Facet(key, self._text((key, "titre"), table), slug, tuple(values), param)

    def value(self, key: str, index: int, raw: object) -> Value:
        path: KeyPath = (key, "valeurs", index)
        if not isinstance(raw, dict):
            self._tell(path, "une valeur doit être une table", f"écrivez `[[{key}.valeurs]]`")
            raw = {}
        synonyms = raw.get("synonymes", [])
        if not isinstance(synonyms, list):
            self._tell((*path, "synonymes"), "`synonymes` doit être une liste", 'écrivez `["…"]`')
            synonyms = []
        return Value(
            key=key,
            label=self._text((*path, "libelle"), raw),
            slug=self._slug((*path, "adresse"), raw.get("adresse", "")),
            rank=self._rank((*path, "ordre"), raw.get("ordre")),
            explanation=str(raw.get("explication", "")),
            synonyms=tuple(map(str, synonyms)),
            door=str(raw.get("porte", "")),
            light=self._colour(path, "couleur_claire", raw),
            dark=self._colour(path, "couleur_sombre", raw),
        )

    def check_addresses(self, vocabulary: Vocabulary) -> None:
        """Tell of two vocabularies at one address: the pages of one would hide the other's."""
        taken: set[str] = set()
        for facet in vocabulary:
            if facet.slug and facet.slug in taken:
                reason = f"l’adresse « {facet.slug} » est déjà celle d’un autre vocabulaire"
                self._tell((facet.key, "adresse"), reason, "donnez à chacun la sienne")
            taken.add(facet.slug)

    def _check_unique(self, key: str, values: list[Value]) -> None:
        """Tell of a label, a synonym or an address that means two values."""
        taken: set[str] = set()
        for index, value in enumerate(values):
            own = {fold(form): f"« {form} »" for form in _forms(value)}
            own[f"/{value.slug}/"] = f"l’adresse « {value.slug} »"
            for form in [form for form in own if form in taken]:
                reason = f"{own[form]} désigne aussi une autre valeur"
                cure = "gardez cette écriture pour une seule valeur"
                self._tell((key, "valeurs", index), reason, cure)
            taken |= own.keys() - {"", "//"}

    def _text(self, path: KeyPath, table: dict[str, Any]) -> str:
        key = path[-1]
        text = table.get(str(key))
        if isinstance(text, str) and text.strip():
            return text.strip()
        self._tell(path, f"`{key}` manque", f'ajoutez une ligne `{key} = "…"`')
        return ""

    def _slug(self, path: KeyPath, slug: object) -> str:
        if isinstance(slug, str) and _SLUG.fullmatch(slug):
            return slug
        cure = "employez a-z, 0-9 et des traits d’union"
        self._tell(path, "`adresse` manque ou ne convient pas", cure)
        return ""

    def _rank(self, path: KeyPath, rank: object) -> int:
        if isinstance(rank, int) and not isinstance(rank, bool) and rank >= 1:
            return rank
        cure = "écrivez par exemple `ordre = 1`"
        self._tell(path, "`ordre` doit être un nombre, à partir de 1", cure)
        return 1

    def _colour(self, path: KeyPath, name: str, table: dict[str, Any]) -> str:
        if path[0] != "nature":
            return ""
        colour = table.get(name)
        if isinstance(colour, str) and _COLOUR.fullmatch(colour):
            return colour.lower()
        reason = f"`{name}` doit être une couleur"
        self._tell((*path, name), reason, 'écrivez par exemple `"#1f6639"`')
        return "#000000"

    def _tell(self, path: KeyPath, reason: str, cure: str) -> None:
        self.diagnostics.append(
            VocabulaireInvalide.at(Place(self.source, self._span(path)), reason=reason, cure=cure)
        )

    def _span(self, path: KeyPath) -> Span | None:
        places = find_places(self.source.text)
        while path and path not in places:
            path = path[:-1]
        return places[path].value if path else None
