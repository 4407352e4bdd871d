"""What the values of a vocabulary must be together."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from builder.normalise import fold
from builder.odd import ODD
from builder.parse.claims import Nouns, Owner, tell_doubles

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from builder.parse.keypath import KeyPath
    from builder.parse.toml_tables import TableReader
    from builder.vocabulary.records import Facet, Value

_NOUNS = Nouns("cette valeur", "une autre valeur", "de la valeur")


@dataclass(frozen=True, slots=True)
class Written:
    """A value, and where it is written."""

    path: KeyPath
    value: Value
    forms: dict[KeyPath, str]
    """Where its label and its synonyms are → the text."""
    natures: dict[KeyPath, str]
    """For a core subject: where each of its natures is → the text."""

    @property
    def number(self) -> int:
        """Its `ordre`; 0 where that is wrong, and told."""
        return self.value.rank


def check_unique(reader: TableReader, values: Iterable[Written]) -> None:
    """Tell of a label, a synonym or an address that means two values."""
    owners = [
        Owner(one.forms, (*one.path, "adresse"), one.value.slug) for one in values if one.forms
    ]
    tell_doubles(reader, owners, _NOUNS, fold)


def check_goals(reader: TableReader, values: Iterable[Written]) -> None:
    """Tell of goals that do not exist, and of two that have one number: `ordre`."""
    cure = "donnez à `ordre` le numéro de l’objectif, de 1 à 17"
    taken: dict[int, Written] = {}
    for one in values:
        first = taken.setdefault(one.number, one)
        path = (*one.path, "ordre")
        if one.number and one.number not in ODD:
            reader.tell(path, f"il n’y a pas d’objectif {one.number}", cure)
        elif one.number and fold(first.value.label) != fold(one.value.label):
            where = f"ligne {reader.line((*first.path, 'ordre'))}"
            reason = f"l’objectif {one.number} est déjà celui de « {first.value.label} », {where}"
            reader.tell(path, reason, cure)


def check_sizes(reader: TableReader, values: Sequence[Written]) -> None:
    """Tell of sizes that do not follow each other, or that leave the largest witnesses out."""
    if not values:
        return
    is_ranked = all(one.number for one in values)
    *others, last = sorted(values, key=_by_rank) if is_ranked else values
    _check_open(reader, others, last)
    bounded = [one for one in others if one.value.maximum is not None]
    for before, after in pairwise(bounded):
        small, large = before.value.maximum or 0, after.value.maximum or 0
        if large <= small:
            line = reader.line(_maximum(before))
            reason = f"« {after.value.label} » : {large} n’est pas plus que {small}"
            cure = f"donnez-lui plus que le `maximum` de « {before.value.label} », ligne {line}"
            reader.tell(_maximum(after), reason, cure)


def find_natures(reader: TableReader, facet: Facet, subject: Written) -> tuple[str, ...]:
    """Return the natures that a core subject holds; another word is told at its own place."""
    labels = [value.label for value in facet.values]
    found = []
    for path, text in subject.natures.items():
        nature = facet.find(text)
        if nature is None:
            close = facet.suggest(text)
            listed = ", ".join(f"`{label}`" for label in labels)
            cure = f"choisissez parmi : {listed}"
            if close:
                cure = f"vouliez-vous dire `{close.label}` ? (choix : {listed})"
            reader.tell(path, f"« {text} » n’est pas une nature", cure)
        else:
            found.append(nature.label)
    return tuple(dict.fromkeys(found))


def check_addresses(reader: TableReader, facets: Iterable[Facet]) -> None:
    """Tell of two vocabularies at one address: the pages of one would hide the other's.

    Nor may two have one name in the address of a filtered list.
    """
    slugs: set[str] = set()
    params: set[str] = set()
    for facet in facets:
        if facet.slug and facet.slug in slugs:
            reason = f"l’adresse « {facet.slug} » est déjà celle d’un autre vocabulaire"
            reader.tell((facet.key, "adresse"), reason, "donnez à chacun la sienne")
        elif facet.param and facet.param in params:
            reason = f"le paramètre « {facet.param} » est déjà celui d’un autre vocabulaire"
            reader.tell((facet.key, "parametre"), reason, "donnez à chacun le sien")
        slugs.add(facet.slug)
        params.add(facet.param)


def _check_open(reader: TableReader, others: Sequence[Written], last: Written) -> None:
    """Tell of sizes without a `maximum`, and of a last one that has one."""
    bare = [one for one in others if not reader.has(_maximum(one))]
    is_closed = reader.has(_maximum(last))
    if is_closed and len(bare) == 1:  # the open one is there, in another place
        reason = f"« {bare[0].value.label} » n’a pas de `maximum` et n’est pas la dernière taille"
        reader.tell(bare[0].path, reason, "donnez-lui un `maximum`, ou le plus grand `ordre`")
        return
    for one in bare:
        reason = f"« {one.value.label} » n’a pas de `maximum`"
        cure = "ajoutez le plus grand nombre de personnes, par exemple `maximum = 49`"
        reader.tell(one.path, reason, cure)
    if is_closed:
        reason = f"« {last.value.label} » est la dernière taille et a un `maximum`"
        cure = "effacez cette ligne : la dernière reçoit toutes les entreprises plus grandes"
        reader.tell(_maximum(last), reason, cure)


def _by_rank(one: Written) -> tuple[int, str]:
    return (one.number, one.value.label)


def _maximum(one: Written) -> KeyPath:
    return (*one.path, "maximum")
