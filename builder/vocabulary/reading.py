"""The vocabularies of a site, read from `content/vocabulaire.toml`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from builder.diagnostics.rules.site import VocabulaireInvalide
from builder.normalise import fold, make_slug
from builder.odd import ODD
from builder.parse.toml_tables import TableReader
from builder.vocabulary.checks import (
    Written,
    check_addresses,
    check_goals,
    check_sizes,
    check_unique,
    find_natures,
)
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
_TITLE_KEYS = ("titre", "adresse", "parametre")
_VALUE_KEYS = ("libelle", "adresse", "ordre", "explication", "synonymes")
_OWN_KEYS = {
    "couleur_claire": "nature",
    "couleur_sombre": "nature",
    "porte": "maturity",
    "maximum": TEMOIN_SIZE,
    "natures": ISO26000,
}
"""Key of a value → the only vocabulary where it means something."""
_EVERY_KEY = (*_ORDER, *_TITLE_KEYS, "valeurs", *_VALUE_KEYS, *_OWN_KEYS)
_SECTOR = Facet(TEMOIN_SECTOR, "Secteur du témoin", "secteur-du-temoin", (), "secteur-du-temoin")
_GOALS = Facet(
    ODD_KEY,
    "Objectif de développement durable",
    "odd",
    tuple(Value(ODD_KEY, f"{number}. {name}", str(number), number) for number, name in ODD.items()),
    "odd",
)


def load_vocabulary(source: SourceFile) -> tuple[Vocabulary | None, tuple[Diagnostic, ...]]:
    """Read the vocabularies.

    Returns:
        The vocabularies, or None when they cannot serve, and the diagnostics (FP502).
    """
    reader = _Reader(source, VocabulaireInvalide)
    whole = reader.read(_EVERY_KEY)
    if whole is None:
        return None, tuple(reader.diagnostics)
    tables = reader.known((), whole, _ORDER)
    facets = {key: reader.facet(key, tables.get(key)) for key in FACETS}
    facets |= {
        key: reader.facet(key, tables[key]) for key in (TEMOIN_SIZE, ISO26000) if key in tables
    }
    facets[TEMOIN_SECTOR] = reader.titled(tables.get(TEMOIN_SECTOR), _SECTOR)
    facets[ODD_KEY] = reader.goals(tables.get(ODD_KEY))
    facets |= reader.subjects(facets)
    vocabulary = Vocabulary({key: facets[key] for key in _ORDER if key in facets})
    check_addresses(reader, vocabulary)
    return (None if reader.diagnostics else vocabulary), tuple(reader.diagnostics)


class _Reader(TableReader):
    """Reads the vocabularies of the file."""

    def __init__(self, source: SourceFile, rule: type[VocabulaireInvalide]) -> None:
        super().__init__(source, rule)
        self._values: dict[str, list[Written]] = {}
        """Key of a vocabulary → its values, in the order of the file."""

    def facet(self, key: str, raw: object) -> Facet:
        """Read a vocabulary with its values."""
        table = self._table(key, raw, (*_TITLE_KEYS, "valeurs"))
        if table is None:
            return Facet(key, key, "", ())
        values = self._values[key] = self._listed(key, table.get("valeurs"))
        check_unique(self, values)
        if key == TEMOIN_SIZE:
            check_sizes(self, values)
        return replace(
            self._titles(key, table, Facet(key, "", make_slug(key), ())),
            values=tuple(sorted((one.value for one in values), key=_by_rank)),
        )

    def titled(self, raw: object, default: Facet) -> Facet:
        """Read the title and the address of a facet whose values are written elsewhere."""
        if raw is None:
            return default
        if isinstance(raw, dict) and "valeurs" in raw:
            reason = f"`{default.key}` n’a pas de valeurs : ce sont celles de `sector`"
            self.tell_key((default.key, "valeurs"), reason, "écrivez-les dans `[[sector.valeurs]]`")
            raw = {key: value for key, value in raw.items() if key != "valeurs"}
        table = self._table(default.key, raw, _TITLE_KEYS)
        return default if table is None else self._titles(default.key, table, default)

    def goals(self, raw: object) -> Facet:
        """Read the sustainable development goals; those that the file leaves out keep their name.

        `ordre` is the number of the goal.
        """
        if raw is None:
            return _GOALS
        own = self.facet(ODD_KEY, raw)
        check_goals(self, self._values.get(ODD_KEY, ()))
        told = {value.rank: value for value in own.values}
        return replace(own, values=tuple(told.get(value.rank, value) for value in _GOALS.values))

    def subjects(self, facets: dict[str, Facet]) -> dict[str, Facet]:
        """Return the core subjects with the natures that they hold, each by its label."""
        written = self._values.get(ISO26000, ())
        natures = facets["nature"]
        labels = {fold(nature.label) for nature in natures.values}
        is_sound = len(labels - {""}) == len(natures.values) > 0
        if ISO26000 not in facets or not is_sound:
            return {}
        found = {
            one.value: replace(one.value, natures=find_natures(self, natures, one))
            for one in written
        }
        facet = facets[ISO26000]
        return {ISO26000: replace(facet, values=tuple(found[value] for value in facet.values))}

    def _table(self, key: str, raw: object, keys: tuple[str, ...]) -> dict[str, Any] | None:
        """Return the table of a vocabulary under its known keys."""
        if raw is None:
            self._tell_no_values(key)
        elif isinstance(raw, dict):
            return self.known((key,), raw, keys, list_key="valeurs")
        else:
            self.tell(
                (key,), f"`{key}` doit être une table", f"écrivez `[{key}]`, seul sur sa ligne"
            )
        return None

    def _tell_no_values(self, key: str) -> None:
        reason = f"la liste des valeurs de `{key}` manque"
        self.tell((key, "valeurs"), reason, f"ajoutez `[[{key}.valeurs]]`")

    def _titles(self, key: str, table: dict[str, Any], default: Facet) -> Facet:
        """Read what a vocabulary is called, and where; only its title has to be there."""
        defaults = {"titre": default.title, "adresse": default.slug}
        named = {name: text for name, text in defaults.items() if text} | table
        slug = self.slug((key, "adresse"), named, default.title or key)
        param = self.slug((key, "parametre"), table, slug) if "parametre" in table else slug
        return replace(default, title=self.text((key, "titre"), named), slug=slug, param=param)

    def _listed(self, key: str, raw: object) -> list[Written]:
        """Read the values of a vocabulary; there must be one."""
        if raw is None or raw == []:
            self._tell_no_values(key)
            return []
        if not isinstance(raw, list):
            cure = f"écrivez `[[{key}.valeurs]]` au-dessus de chaque valeur"
            self.tell((key, "valeurs"), f"les valeurs de `{key}` doivent être une liste", cure)
            return []
        return [
            found
            for index, item in enumerate(raw)
            if (found := self._value((key, "valeurs", index), item)) is not None
        ]

    def _value(self, path: KeyPath, raw: object) -> Written | None:
        key, _, index = path
        if not isinstance(raw, dict):
            self.tell(path, "une valeur doit être une table", f"écrivez `[[{key}.valeurs]]`")
            return None
        own = [name for name, where in _OWN_KEYS.items() if where == key]
        table = self.known(path, raw, (*_VALUE_KEYS, *own), elsewhere=_OWN_KEYS)
        label = self.text((*path, "libelle"), table)
        synonyms = self.texts((*path, "synonymes"), table)
        natures = self.texts((*path, "natures"), table)
        maximum = (*path, "maximum")
        value = Value(
            key=str(key),
            label=label,
            slug=self.slug((*path, "adresse"), table, label),
            rank=self.number((*path, "ordre"), table, int(index) + 1) or 0,
            explanation=self.note((*path, "explication"), table),
            synonyms=tuple(synonyms.values()),
            door=self.note((*path, "porte"), table),
            light=self._colour((*path, "couleur_claire"), table) if "couleur_claire" in own else "",
            dark=self._colour((*path, "couleur_sombre"), table) if "couleur_sombre" in own else "",
            maximum=self.number(maximum, table, 49) if "maximum" in table else None,
        )
        forms = {(*path, "libelle"): label} if label else {}
        return Written(path, value, forms | synonyms, natures)

    def _colour(self, path: KeyPath, table: dict[str, Any]) -> str:
        key = str(path[-1])
        colour = table.get(key)
        if isinstance(colour, str) and _COLOUR.fullmatch(colour):
            return colour.lower()
        reason = f"`{key}` doit être une couleur" if key in table else f"`{key}` manque"
        self.tell(path, reason, f'écrivez par exemple `{key} = "#1f6639"`')
        return ""


def _by_rank(value: Value) -> tuple[int, str]:
    return (value.rank, value.label)
