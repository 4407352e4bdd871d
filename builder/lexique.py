"""The words that a reader may not know, read from `content/lexique.toml`."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from builder.diagnostics.rules.site import LexiqueInvalide
from builder.normalise import fold, make_slug
from builder.parse.claims import Nouns, Owner, tell_doubles
from builder.parse.toml_tables import TableReader, has_headers, is_tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.diagnostics.model import Diagnostic, Locate
    from builder.parse.keypath import KeyPath
    from builder.source import SourceFile

_KEYS = ("terme", "definition", "developpe", "formes", "adresse")
_NOUNS = Nouns("ce terme", "un autre terme", "du terme")
_HEADER = "écrivez `[[termes]]`"
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
    locate: Locate = field(compare=False, repr=False)
    """Where its definition stands."""


@dataclass(frozen=True, slots=True)
class Lexique:
    """The terms, in alphabetical order."""

    terms: tuple[Term, ...] = ()

    def __hash__(self) -> int:
        """Tell it apart by its addresses: it is looked up in a cache for every page."""
        return hash(tuple(term.slug for term in self.terms))


def load_lexique(source: SourceFile) -> tuple[Lexique, tuple[Diagnostic, ...]]:
    """Read the terms.

    Returns:
        Those that can serve, and what is wrong with the file (FP505).
    """
    reader = _Reader(source, LexiqueInvalide)
    table = reader.read(("termes", *_KEYS))
    terms = reader.terms(table) if table is not None else []
    return Lexique(tuple(sorted(terms, key=_by_name))), tuple(reader.diagnostics)


def _by_name(term: Term) -> tuple[str, str]:
    return (fold(term.terme), term.slug)


def _same(form: str) -> str:
    """Return what is one for the forms that a text cannot tell apart: any may start a sentence."""
    plain = form.replace("’", "'")
    return plain[:1].upper() + plain[1:]


class _Reader(TableReader):
    def __init__(self, source: SourceFile, rule: type[LexiqueInvalide]) -> None:
        super().__init__(source, rule)
        self._owners: list[Owner] = []

    def terms(self, whole: dict[str, Any]) -> list[Term]:
        """Read every term, also under a header that has another name, which is told."""
        self._check_loose(whole)
        read = [
            self._term(path, raw)
            for name, tables in whole.items()
            for path, raw in self._tables(name, tables)
        ]
        tell_doubles(self, self._owners, _NOUNS, _same)
        return [term for term in read if term is not None]

    def _check_loose(self, whole: dict[str, Any]) -> None:
        """Tell of the first key that stands above all terms."""
        for name, raw in whole.items():
            if name != "termes" and not is_tables(raw):
                cure = f"{_HEADER} sur la ligne d’avant"
                self.tell_key((name,), f"`{name}` n’est dans aucun terme", cure)
                return

    def _tables(self, name: str, raw: object) -> Iterator[tuple[KeyPath, dict[str, Any]]]:
        """Yield the terms under one header, each with its path."""
        if name == "termes" and not isinstance(raw, list):
            self.tell((name,), "un terme s’écrit entre doubles crochets", _HEADER)
        elif name != "termes" and is_tables(raw):
            cure = f"{_HEADER}, ici et pour chacun des suivants" if has_headers(raw) else _HEADER
            self.tell_key((name,), f"table inconnue : `{name}`", cure)
        if isinstance(raw, dict):
            yield (name,), raw
        for index, item in enumerate(raw if isinstance(raw, list) else ()):
            if isinstance(item, dict):
                yield (name, index), item
            elif name == "termes":
                self.tell((name, index), "un terme doit être une table", _HEADER)

    def _term(self, path: KeyPath, raw: dict[str, Any]) -> Term | None:
        table = self.known(path, raw, _KEYS)
        terme = self.text((*path, "terme"), table)
        definition = self.text((*path, "definition"), table)
        developpe = self.note((*path, "developpe"), table)
        forms = self.texts((*path, "formes"), table)
        slug = self._slug(path, table, terme)
        if not terme:
            return None
        name_path = (*path, "terme")
        slug_path = (*path, "adresse") if "adresse" in table else name_path
        self._owners.append(Owner({name_path: terme} | forms, slug_path, slug))
        if not definition or not slug:
            return None
        others = (" ".join(form.split()) for form in forms.values())
        return Term(
            slug=f"terme-{slug}" if slug in _LAYOUT_IDS else slug,
            terme=terme,
            developpe=developpe,
            definition=definition,
            formes=tuple(dict.fromkeys([terme, *others])),
            locate=partial(self.place, (*path, "definition")),
        )

    def _slug(self, path: KeyPath, table: dict[str, Any], terme: str) -> str:
        """Read the address of a term, or make it from the term."""
        if "adresse" in table:
            return self.slug((*path, "adresse"), table, terme)
        slug = make_slug(terme)
        if terme and not slug:
            reason = f"aucune adresse ne peut être faite de « {terme} »"
            self.tell((*path, "terme"), reason, 'ajoutez une ligne `adresse = "…"`')
        return slug
