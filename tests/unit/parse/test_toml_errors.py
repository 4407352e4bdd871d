"""Whatever tomli finds wrong, an animator reads it in French."""

import re
from pathlib import Path

import pytest
import tomli

from builder.parse.toml_errors import explain_toml_error
from builder.source import Position
from tests.sheets import read_fiche

FAULTS = {
    'title "Trier"': "il manque le signe `=` après le nom de la clé",
    "[[blocs]": "il manque `]]` à la fin de cette ligne",
    "[blocs": "il manque `]` à la fin de cette ligne",
    'title = "a" "b"': "il y a du texte en trop après la valeur",
    'title = """a': "un guillemet ouvert n’est jamais fermé",
    "title = '''a": "un guillemet ouvert n’est jamais fermé",
    "title = 'a": "un guillemet ouvert n’est jamais fermé",
    'title = "a\nb = 1': "un guillemet ouvert n’est pas fermé à la fin de la ligne",
    "title = 'a\nb = 'c'": "un guillemet ouvert n’est pas fermé à la fin de la ligne",
    'nature = ["a" "b"]': "un crochet `[` n’est jamais fermé",
    "blocs = { a = 1": "une accolade `{` n’est jamais fermée",
    'title = "C:\\photos"': "un `\\` dans un texte entre guillemets doit être doublé",
    'title = """a \\ b"""': "un `\\` dans un texte entre guillemets doit être doublé",
    'title = "\\ud800"': "ce code de caractère n’existe pas",
    'title = "\\u12"': "ce code de caractère est incomplet",
    "title = Trier": "cette valeur n’est pas comprise",
    "title =": "cette valeur n’est pas comprise",
    "## Objectifs\n> Trier": "cette ligne n’est pas de la forme `clé = valeur`",
    "[é]": "ce nom de clé commence par un signe interdit",
    "date = 2026-02-30": "cette date n’existe pas",
    "a = 1\na = 2": "cette clé est déjà écrite plus haut",
    "a = 1\n[a]": "cette clé est déjà écrite plus haut",
    "a = 1\n[[a]]": "cette clé est déjà écrite plus haut",
    "a = 1\na.b = 2": "cette clé est déjà écrite plus haut",
    "b = {a = 1, a.b = 2}": "cette clé est déjà écrite plus haut",
    "[a]\n[a]": "cette table est déjà écrite plus haut",
    "[a.b]\n[a]\nb.c = 1": "cette table est déjà écrite plus haut",
    "a = [1]\n[[a]]": "cette table est déjà complète plus haut",
    "a = {}\na.b = 1": "cette table est déjà complète plus haut",
    "b = {a = {}, a.c = 1}": "cette table est déjà complète plus haut",
    "b = {a = 1, a = 2}": "une clé est écrite deux fois dans ces accolades",
    'title = "a\x00"': "un caractère interdit se trouve ici",
    "title = 'a\x00'": "un caractère interdit se trouve ici",
    "# \x00": "un caractère interdit se trouve ici",
    f"a = {'[' * 500}": "il y a trop de listes les unes dans les autres",
    f"{'.'.join('a' * 2000)} = 1": "un nom de clé a trop de parties",
    f"a = {'9' * 5000}": "un nombre a trop de chiffres",
}
"""TOML → what is said of it."""


def _reason(toml: str) -> str:
    with pytest.raises((ValueError, RecursionError)) as told:
        tomli.loads(toml)
    error = told.value
    return error.msg if isinstance(error, tomli.TOMLDecodeError) else str(error)


@pytest.mark.parametrize(("toml", "french"), FAULTS.items(), ids=[text[:30] for text in FAULTS])
def test_each_fault_has_its_own_words(toml: str, french: str) -> None:
    """The message names the fault, and no word of tomli's is left in it."""
    reason = _reason(toml)
    told = explain_toml_error(reason)
    english = set(re.findall("[A-Za-z]{4,}", reason)) - {"date"}

    assert told["reason"] == french
    assert told["cure"]
    assert not english & set(re.findall("[A-Za-z]{4,}", " ".join(told.values())))


def test_every_message_of_the_reader_is_provoked() -> None:
    """A new version of tomli with a new message fails here, not on an animator's screen."""
    source = Path(tomli.__file__).with_name("_parser.py").read_text()
    raised = re.findall(
        r'raise (?:TOMLDecodeError|RecursionError)\(\s*f?"((?:[^"\\]|\\.)*)"', source
    )
    starts = {re.split(r"\{|\\\\", message)[0] for message in raised}
    provoked = [_reason(toml) for toml in FAULTS]

    assert len(starts) > 15
    assert {
        start for start in starts if not any(told.startswith(start) for told in provoked)
    } == set()


def test_an_unknown_message_still_says_something() -> None:
    """In French, with the commonest cure."""
    told = explain_toml_error("Something new")

    assert told["reason"] == "la syntaxe n’est pas comprise à cet endroit"


@pytest.mark.parametrize(
    ("line", "column"), [('title "Trier"', 7), ("date = 2026-02-30", 8), ("title = Trier", 9)]
)
def test_the_place_is_where_the_eye_must_go(line: str, column: int) -> None:
    """Line and column in the file, not in the head."""
    told = read_fiche(f"+++\n# é\n{line}\n+++\n")

    assert told.codes == ["FP013"]
    assert told.diagnostics[0].place.position == Position(3, column)
