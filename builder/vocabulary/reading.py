"""The vocabularies of a site, read from `content/vocabulaire.toml`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from builder.diagnostics.rules.site import VocabulaireInvalide
from builder.normalise import fold
from builder.odd import ODD
from builder.parse.toml_tables import TableReader
from builder.vocabulary.records import (
    FACETS,
    ISO26000,
    ODD_KEY,
    TEMOIN_SECTOR,
    TEMOIN_SIZE,
    Facet,
    Value,
    Vocabulary,
)

if TYPE_CHECKING:
    from builder.diagnostics.model import Diagnostic
    from builder.parse.keypath import KeyPath
    from builder.source import SourceFile

_COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
_ORDER = (*FACETS, TEMOIN_SIZE, TEMOIN_SECTOR, ISO26000, ODD_KEY)
_SECTOR = Facet(TEMOIN_SECTOR, "Secteur du témoin", "secteur-du-temoin", (), "secteur-du-temoin")
_GOALS = Facet(
    ODD_KEY,
    "Objectif de développement durable",
    "odd",
    tuple(Value(ODD_KEY, f"{number}.\u00a0{name}", str(number), number) for number, name in ODD.items()),
    "odd",
)


def load_vocabulary(source: SourceFile) -> tuple[Vocabulary | None, tuple[Diagnostic, ...]]:
    """Read the vocabularies.

    Returns:
        The vocabularies, or None when they cannot serve, and the diagnostics (FP502).
    """
    reader = _Reader(source, VocabulaireInvalide)
    table = reader.read()
    if table is None:
        return None, tuple(reader.diagnostics)
    facets = {key: reader.facet(key, table.get(key)) for key in FACETS}
    facets |= {
        key: reader.facet(key, table[key]) for key in (TEMOIN_SIZE, ISO26000) if key in table
    }
    facets[TEMOIN_SECTOR] = reader.titled(TEMOIN_SECTOR, table.get(TEMOIN_SECTOR), _SECTOR)
    facets[ODD_KEY] = reader.goals(table.get(ODD_KEY))
    vocabulary = Vocabulary({key: facets[key] for key in _ORDER if key in facets})
    reader.check_addresses(vocabulary)
    reader.check_natures(vocabulary)
    return (None if reader.diagnostics else vocabulary), tuple(reader.diagnostics)


class _Reader(TableReader):
    """Reads the vocabularies of the file."""

    def facet(self, key: str, table: object) -> Facet:
        raw = table.get("valeurs") if isinstance(table, dict) else None
        if not isinstance(table, dict) or not isinstance(raw, list) or not raw:
            reason = f"la liste des valeurs de `{key}` manque"
            self.tell((key, "valeurs"), reason, f"ajoutez `[[{key}.valeurs]]`")
            return Facet(key, key, key, ())
        values = [self.value(key, index, item) for index, item in enumerate(raw)]
        self._check_unique(key, values)
        if key == TEMOIN_SIZE:
            self._check_sizes(values)
        values.sort(key=lambda value: (value.rank, value.label))
        slug = self.slug((key, "adresse"), table.get("adresse", key))
        param = self.slug((key, "parametre"), table.get("parametre", slug))
        return Facet(key, self.text((key, "titre"), table), slug, tuple(values), param)

    def titled(self, key: str, table: object, default: Facet) -> Facet:
        """Read the title and the address of a facet whose values are written elsewhere."""
        if not isinstance(table, dict):
            return default
        slug = self.slug((key, "adresse"), table.get("adresse", default.slug))
        return replace(
            default,
            title=self.text((key, "titre"), {"titre": default.title} | table),
            slug=slug,
            param=self.slug((key, "parametre"), table.get("parametre", slug)),
        )

    def goals(self, table: object) -> Facet:
        """Read the sustainable development goals; those that the file leaves out keep their name.

        `ordre` is the number of the goal.
        """
        if not isinstance(table, dict):
            return _GOALS
        own = self.facet(ODD_KEY, table)
        told = {value.rank: value for value in own.values}
        for number in told.keys() - ODD.keys():
            reason = f"il n’y a pas d’objectif {number}"
            self.tell((ODD_KEY, "valeurs"), reason, "`ordre` est son numéro, de 1 à 17")
        values = tuple(told.get(value.rank, value) for value in _GOALS.values)
        return replace(own, values=values)

    def value(self, key: str, index: int, raw: object) -> Value:
        path: KeyPath = (key, "valeurs", index)
        if not isinstance(raw, dict):
            self.tell(path, "une valeur doit être une table", f"écrivez `[[{key}.valeurs]]`")
            raw = {}
        return Value(
            key=key,
            label=self.text((*path, "libelle"), raw),
            slug=self.slug((*path, "adresse"), raw.get("adresse", "")),
            rank=self._rank((*path, "ordre"), raw.get("ordre")),
            explanation=str(raw.get("explication", "")),
            synonyms=tuple(map(str, self.list((*path, "synonymes"), raw))),
            door=str(raw.get("porte", "")),
            light=self._colour(path, "couleur_claire", raw),
            dark=self._colour(path, "couleur_sombre", raw),
            maximum=raw.get("maximum") if key == TEMOIN_SIZE else None,
            natures=tuple(map(str, self.list((*path, "natures"), raw))),
        )

    def check_addresses(self, vocabulary: Vocabulary) -> None:
        """Tell of two vocabularies at one address: the pages of one would hide the other's."""
        taken: set[str] = set()
        for facet in vocabulary:
            if facet.slug and facet.slug in taken:
                reason = f"l’adresse « {facet.slug} » est déjà celle d’un autre vocabulaire"
                self.tell((facet.key, "adresse"), reason, "donnez à chacun la sienne")
            taken.add(facet.slug)

    def check_natures(self, vocabulary: Vocabulary) -> None:
        """Tell of a core subject that holds a nature which is not one."""
        subjects = vocabulary[ISO26000].values if ISO26000 in vocabulary else ()
        labels = [value.label for value in vocabulary["nature"].values]
        for subject in subjects:
            for nature in subject.natures:
                if nature not in labels:
                    reason = f"« {nature} » n’est pas une nature"
                    cure = f"choisissez parmi : {', '.join(f'`{label}`' for label in labels)}"
                    self.tell((ISO26000, "valeurs"), reason, cure)

    def _check_sizes(self, values: list[Value]) -> None:
        """Tell of sizes that do not follow each other, or that leave the largest witnesses out."""
        bounds = [value.maximum for value in sorted(values, key=lambda value: value.rank)]
        known = [bound for bound in bounds[:-1] if isinstance(bound, int)]
        if bounds[-1] is None and len(known) == len(bounds) - 1 and known == sorted(set(known)):
            return
        reason = "les tailles doivent avoir chacune un `maximum`, du plus petit au plus grand"
        cure = "donnez-en un à chacune, sauf à la dernière (celle du plus grand `ordre`)"
        self.tell((TEMOIN_SIZE, "valeurs"), reason, cure)

    def _check_unique(self, key: str, values: list[Value]) -> None:
        """Tell of a label, a synonym or an address that means two values."""
        taken: set[str] = set()
        for index, value in enumerate(values):
            own = {fold(form): f"« {form} »" for form in value.forms}
            own[f"/{value.slug}/"] = f"l’adresse « {value.slug} »"
            for form in [form for form in own if form in taken]:
                reason = f"{own[form]} désigne aussi une autre valeur"
                cure = "gardez cette écriture pour une seule valeur"
                self.tell((key, "valeurs", index), reason, cure)
            taken |= own.keys() - {"", "//"}

    def _rank(self, path: KeyPath, rank: object) -> int:
        if isinstance(rank, int) and not isinstance(rank, bool) and rank >= 1:
            return rank
        cure = "écrivez par exemple `ordre = 1`"
        self.tell(path, "`ordre` doit être un nombre, à partir de 1", cure)
        return 1

    def _colour(self, path: KeyPath, name: str, table: dict[str, Any]) -> str:
        if path[0] != "nature":
            return ""
        colour = table.get(name)
        if isinstance(colour, str) and _COLOUR.fullmatch(colour):
            return colour.lower()
        reason = f"`{name}` doit être une couleur"
        self.tell((*path, name), reason, 'écrivez par exemple `"#1f6639"`')
        return "#000000"
