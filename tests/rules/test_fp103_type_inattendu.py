"""FP103: a value of another type than its key asks for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import pytest
import tomli

from builder.validate.shapes import (
    ByTemplate,
    Day,
    Flag,
    Listed,
    Number,
    Shape,
    Table,
    Text,
    TextOr,
    Years,
)
from builder.validate.sheets import FICHE, TEMOIN
from tests.sheets import (
    blocs_text,
    fiche_text,
    own_vocabulary,
    read_fiche,
    read_temoin,
    temoin_text,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("draft", "false"),
        ("noindex", "true"),
        ("date", "2026-11-21"),
        ("updated", "2026-11-21T10:00:00"),
        ("odd", "[8, 12]"),
        ("enbref", '["Un.", "Deux."]'),
        ("trackers", "[]"),
        ("hreflangs", '[{ lang = "en", url = "https://exemple.fr/en/" }]'),
    ],
)
def test_the_type_asked_for_is_not_told(key: str, value: str) -> None:
    """Each key has its own."""
    assert read_fiche(fiche_text(**{key: value})).codes == []


@pytest.mark.parametrize("key", ["date", "odd", "enbref", "sector", "slug", "schemajson", "blocs"])
def test_an_empty_text_stands_for_nothing(key: str) -> None:
    """The CMS wrote it for every field left empty."""
    assert read_fiche(fiche_text(**{key: '""'})).codes == []


def test_a_word_for_a_boolean_is_shown_with_an_example() -> None:
    """The value is marked, with its quotes."""
    told = read_fiche(fiche_text(draft='"oui"'))

    assert told.text("FP103") == (
        "erreur[FP103] `draft` attend `true` ou `false`, sans guillemets, pas un texte\n"
        " --> content/fiches/essai.md:9:9\n"
        "  |\n"
        '9 | draft = "oui"\n'
        "  |         ^^^^^\n"
        "  = aide : écrivez par exemple `draft = true`"
    )


def test_a_value_deep_in_a_bloc_is_shown_at_its_own_line() -> None:
    """The path says which bloc, the caret where."""
    text = blocs_text(
        'template = "faq"\ntitle = "Été"',
        'template = "faq"\n[[blocs.parts]]\nquestion = "Où ?"\nanswer = 12',
    )

    assert read_fiche(text).text("FP103") == (
        "erreur[FP103] `blocs[1].parts[0].answer` attend un texte entre guillemets, pas un nombre\n"
        "  --> content/fiches/essai.md:16:10\n"
        "   |\n"
        "16 | answer = 12\n"
        "   |          ^^\n"
        '   = aide : écrivez par exemple `answer = "…"`'
    )


@pytest.mark.parametrize(
    ("key", "value", "found"),
    [
        ("title", "5", "un nombre"),
        ("title", '["Trier", "Réduire"]', "une liste"),
        ("title", "2026-11-21", "une date"),
        ("description", "true", "`true`"),
        ("company", '{ nom = "Apnos" }', "une table"),
        ("nature", "5", "un nombre"),
        ("draft", "1", "un nombre"),
        ("date", '"21 novembre"', "un texte"),
        ("odd", '"8"', "un texte"),
        ("odd", "[true]", "`true`"),
        ("blocs", '"Trier"', "un texte"),
        ("blocs", '["Trier"]', "un texte"),
        ("hreflangs", "[12]", "un nombre"),
    ],
)
def test_each_wrong_type_is_one_error(key: str, value: str, found: str) -> None:
    """What was found is named; the key is not told to be missing as well."""
    [told] = read_fiche(fiche_text(**{key: value})).diagnostics

    assert told.code == "FP103"
    assert told.is_error
    assert told.message.endswith(f", pas {found}")


@pytest.mark.parametrize(
    ("key", "value", "found"),
    [
        ("size", '"seize"', "un texte"),
        ("founded", "1998-05-01", "une date"),
        ("labels", "12", "un nombre"),
        ("indicateurs", '[{ nom = "CO2", valeurs = { "2013" = "58 t" } }]', "un texte"),
        ("indicateurs", '[{ nom = "CO2", valeurs = [58] }]', "une liste"),
    ],
)
def test_the_figures_of_a_witness_are_numbers(key: str, value: str, found: str) -> None:
    """A unit written with the figure is told."""
    [told] = read_temoin(temoin_text(**{key: value})).diagnostics

    assert told.code == "FP103"
    assert told.message.endswith(f", pas {found}")


@pytest.mark.parametrize(
    ("value", "reason", "example"),
    [
        ("0", "un nombre à partir de 1, pas 0", "12"),
        ("-3", "un nombre à partir de 1, pas -3", "12"),
        ("16.5", "un nombre entier sans guillemets, pas un nombre à virgule", "16"),
        ('"16 personnes"', "un nombre entier sans guillemets, pas un texte", "16"),
        ('"environ 1 200"', "un nombre entier sans guillemets, pas un texte", "1200"),
        ('"de 10 à 49"', "un nombre entier sans guillemets, pas un texte", "12"),
        (
            '"250 personne et plus"',
            "un nombre entier sans guillemets, pas un texte",
            '"250 personnes et plus"',
        ),
    ],
)
def test_the_help_for_a_size_can_be_copied(value: str, reason: str, example: str) -> None:
    """The number that was meant, or the size of the vocabulary, if there is one."""
    [told] = read_temoin(temoin_text(size=value), words=own_vocabulary()).diagnostics

    assert (told.code, told.message) == ("FP103", f"`size` attend {reason}")
    assert told.aide == f"écrivez par exemple `size = {example}`"
    assert read_temoin(temoin_text(size=example), words=own_vocabulary()).codes == []


def test_the_example_of_a_year_is_a_year() -> None:
    """The one that was meant, if there is one."""
    [told] = read_temoin(temoin_text(founded='"1987"')).diagnostics
    [other] = read_temoin(temoin_text(founded='"longtemps"')).diagnostics

    assert told.aide == "écrivez par exemple `founded = 1987`"
    assert other.aide == "écrivez par exemple `founded = 1998`"


@pytest.mark.parametrize(
    ("key", "value", "cure"),
    [
        ("odd", '[8, "neuf"]', "écrivez par exemple `odd = [12]`"),
        ("enbref", "[12]", 'écrivez par exemple `enbref = ["…"]`'),
    ],
)
def test_the_example_for_an_item_is_a_list(key: str, value: str, cure: str) -> None:
    """Whoever copies it has no further remark."""
    [told] = read_fiche(fiche_text(**{key: value})).diagnostics

    assert told.aide == cure


@dataclass(frozen=True)
class Spot:
    """A key that a sheet may hold, wherever it is."""

    name: str
    shape: Shape
    write: Callable[[str], tuple[str, str]]
    """From the TOML of a value to the first key of the head and its own value."""
    is_fiche: bool = True

    def sheet(self, value: str) -> str:
        """Write a sheet with a value there."""
        key, toml = self.write(value)
        return fiche_text(**{key: toml}) if self.is_fiche else temoin_text(**{key: toml})

    def codes(self, value: str) -> list[str]:
        """Tell what a value there is told."""
        read = read_fiche if self.is_fiche else read_temoin
        return read(self.sheet(value)).codes


def _spots(name: str, table: Table, write: Callable[[str], tuple[str, str]]) -> Iterator[Spot]:
    for key, told in table.keys.items():
        own = partial(_write_in, write, key)
        yield Spot(f"{name}.{key}", told.shape, own)
        yield from _inside(f"{name}.{key}", told.shape, own)


def _write_in(write: Callable[[str], tuple[str, str]], key: str, value: str) -> tuple[str, str]:
    return write(f"{key} = {value}")


def _inside(
    name: str, shape: Shape, write: Callable[[str], tuple[str, str]], ends: str = "{}"
) -> Iterator[Spot]:
    """List the keys of the tables that a value may hold; a set of blocs is looked into once."""
    match shape:
        case Listed(item):
            yield from _inside(name, item, write, "[{}]")
        case TextOr(table) | (Table() as table):
            yield from _spots(name, table, partial(_wrap, write, ends, ""))
        case ByTemplate(tables) if name.count("parts") < 2:
            for template, table in tables.items():
                start = f'template = "{template}", '
                yield from _spots(f"{name}:{template}", table, partial(_wrap, write, ends, start))


def _wrap(
    write: Callable[[str], tuple[str, str]], ends: str, start: str, pair: str
) -> tuple[str, str]:
    return write(ends.format(f"{{ {start}{pair} }}"))


def _first(pair: str) -> tuple[str, str]:
    key, _, value = pair.partition(" = ")
    return key, value


FICHE_SPOTS = list(_spots("", FICHE, _first))
SPOTS = [
    spot
    for spot in [*FICHE_SPOTS, *(replace(s, is_fiche=False) for s in _spots("", TEMOIN, _first))]
    if not spot.name.endswith(".template")
]

WRONG: dict[type[Shape], list[str]] = {
    Text: ["3", "1.5", "true", "2026-01-01", "07:30:00", '["a", "b"]', "[3]", "{ a = 1 }", "inf"],
    Flag: ['"oui"', "1", "1.5", "2026-01-01", "[true]", "{ a = true }", "[]"],
    Day: ['"hier"', "2026", "true", "07:30:00", "[2026-01-01]", "{ a = 1 }", "[]"],
    Number: ['"12"', "1.5", "true", "2026-01-01", "[12]", "{ a = 1 }", "nan"],
    Listed: ["1.5", "true", "2026-01-01", "07:30:00"],
    Table: ['"a"', "3", "true", "2026-01-01", '["a"]', "[{}]"],
    Years: ['"a"', "3", "true", "2026-01-01", "[2013]", '{ "2013" = "58" }', '{ "2013" = true }'],
}
"""Shape → values of every other type. A prose is a text; decoration takes anything."""


def _wrong(shape: Shape) -> list[str]:
    if isinstance(shape, Listed) and isinstance(shape.item, Table | ByTemplate):
        return [*WRONG[Listed], '"a"', "3", '["a"]', "[3]", "[true]"]
    return next((values for kind, values in WRONG.items() if isinstance(shape, kind)), [])


CASES = [(spot, value) for spot in SPOTS for value in _wrong(spot.shape)]


def test_every_key_of_the_format_is_tried() -> None:
    """Some five hundred keys, and every type for each."""
    names = {spot.name for spot in SPOTS}

    assert {f".{key}" for key in FICHE.keys | TEMOIN.keys} <= names
    assert len(SPOTS) > 400
    assert len(CASES) > 3000


def test_each_wrong_type_of_each_key_is_one_error_with_an_example_to_copy() -> None:
    """Whatever the key, nothing else is told, and what the help shows is right there."""
    for spot, value in CASES:
        read = read_fiche if spot.is_fiche else read_temoin
        found = [remark for remark in read(spot.sheet(value)).diagnostics if remark.is_error]
        assert [remark.code for remark in found] == ["FP103"], (spot.name, value)
        example = found[0].aide.removeprefix("écrivez par exemple `").removesuffix("`")
        [(key, _)] = tomli.loads(example).items()
        assert key in {spot.name.rpartition(".")[2], "2013"}, (spot.name, value)
        if key != "2013":
            codes = spot.codes(example.partition(" = ")[2])
            assert not {"FP103", "FP104", "FP013"} & set(codes), (spot.name, example)


@pytest.mark.parametrize("value", ["[]", "{}", '""', "[[]]", "[{}]", "[[[1]]]", '["", [], {}]'])
def test_no_value_breaks_any_key(value: str) -> None:
    """Empty ones above all: the CMS wrote them everywhere."""
    for spot in SPOTS:
        assert spot.codes(value) is not None
