"""The words that a reader may not know, read from `content/lexique.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from builder.diagnostics.model import Place
from builder.diagnostics.rules.site import LexiqueInvalide
from builder.normalise import fold, make_slug
from builder.parse.toml_places import find_places
from builder.parse.toml_tables import TableReader

if TYPE_CHECKING:
    from builder.diagnostics.model import Diagnostic, Locate
    from builder.parse.keypath import KeyPath
    from builder.source import SourceFile

_KEYS = frozenset({"terme", "developpe", "definition", "formes", "adresse"})
_LAYOUT_IDS = frozenset({"contenu", "q"})
"""Ids that every page has: a term may not take them."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word, and what it means."""

    slug: str
    """Its place on the page of the lexique."""
    terme: str
    developpe: str
    """What an acronym stands for, or nothing."""
    definition: str
    """Inline CommonMark."""
    formes: tuple[str, ...]
    """How texts write it: the term itself, then its other forms."""
    locate: Locate
    """Where its definition stands."""


@dataclass(frozen=True, slots=True)
class Lexique:
    """The terms, in alphabetical order."""

    terms: tuple[Term, ...] = ()


def load_lexique(source: SourceFile) -> tuple[Lexique, tuple[Diagnostic, ...]]:
    """Read the terms.

    Returns:
        Those that can serve, and what is wrong with the file (FP505).
    """
    reader = _Reader(source, LexiqueInvalide)
    table = reader.read()
    terms = reader.terms(table) if table is not None else []
    return Lexique(tuple(sorted(terms, key=_by_name))), tuple(reader.diagnostics)


def _by_name(term: Term) -> tuple[str, str]:
    return (fold(term.terme), term.slug)


class _Reader(TableReader):
    def terms(self, table: dict[str, Any]) -> list[Term]:
        raw = table.get("termes", [])
        if not isinstance(raw, list) or table.keys() - {"termes"}:
            self.tell((), "le lexique est une liste de termes", "commencez chacun par `[[termes]]`")
            return []
        found = [self.term(index, item) for index, item in enumerate(raw)]
        terms = [term for term in found if term is not None]
        self._check_unique(found)
        return terms

    def term(self, index: int, raw: object) -> Term | None:
        path: KeyPath = ("termes", index)
        if not isinstance(raw, dict):
            self.tell(path, "un terme doit être une table", "écrivez `[[termes]]`")
            return None
        for key in sorted(raw.keys() - _KEYS):
            cure = f"gardez {', '.join(f'`{known}`' for known in sorted(_KEYS))}"
            self.tell((*path, key), f"un terme n’a pas de `{key}`", cure)
        terme = self.text((*path, "terme"), raw)
        definition = self.text((*path, "definition"), raw)
        if not terme or not definition:
            return None
        slug = self.slug((*path, "adresse"), raw.get("adresse", make_slug(terme) or None))
        if not slug:
            return None
        forms = (" ".join(str(form).split()) for form in self.list((*path, "formes"), raw))
        return Term(
            slug=f"terme-{slug}" if slug in _LAYOUT_IDS else slug,
            terme=terme,
            developpe=str(raw.get("developpe", "")).strip(),
            definition=definition,
            formes=tuple(dict.fromkeys([terme, *filter(None, forms)])),
            locate=partial(self._place, (*path, "definition")),
        )

    def _check_unique(self, terms: list[Term | None]) -> None:
        """Tell of a form, or of an address, that two terms claim."""
        taken: set[str] = set()
        for index, term in enumerate(terms):
            own = {*term.formes, f"#{term.slug}"} if term else set()
            for form in sorted(own & taken):
                reason = f"« {form} » est déjà dans un autre terme"
                self.tell(("termes", index), reason, "gardez-le dans un seul des deux")
            taken |= own

    def _place(self, path: KeyPath) -> Place:
        return Place(self.source, find_places(self.source.text)[path].value)
