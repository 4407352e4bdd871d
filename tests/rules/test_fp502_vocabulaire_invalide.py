"""FP502: a vocabulary file that cannot serve."""

from pathlib import Path, PurePosixPath

import pytest

from builder.diagnostics import Diagnostic
from builder.library import read_library
from builder.reading import Reading
from builder.source import SourceFile
from builder.vocabulary import load_vocabulary
from tests.sheets import fiche_text, shown, vocabulary_text, write_content


def _told(text: str) -> tuple[Diagnostic, ...]:
    loaded, told = load_vocabulary(SourceFile(PurePosixPath("content/vocabulaire.toml"), text))
    assert (loaded is None) == bool(told)
    return told


def _with(old: str, new: str) -> str:
    text = vocabulary_text()
    assert old in text
    return text.replace(old, new, 1)


def test_a_vocabulary_without_a_fault_is_not_told() -> None:
    """It is loaded."""
    assert _told(vocabulary_text()) == ()


def test_a_value_that_does_not_suit_is_shown_at_the_value() -> None:
    """Message and help name the key."""
    assert shown(_told(_with('"#1f6639"', '"été"'))) == (
        "erreur[FP502] `couleur_claire` doit être une couleur\n"
        " --> content/vocabulaire.toml:9:18\n"
        "  |\n"
        '9 | couleur_claire = "été"\n'
        "  |                  ^^^^^\n"
        '  = aide : écrivez par exemple `couleur_claire = "#1f6639"`'
    )


def test_a_key_that_has_another_name_is_shown_at_its_name() -> None:
    """The right one is proposed."""
    assert shown(_told(_with("synonymes =", "synonyme ="))) == (
        "erreur[FP502] clé inconnue : `synonyme`\n"
        "  --> content/vocabulaire.toml:18:1\n"
        "   |\n"
        '18 | synonyme = ["Environnement"]\n'
        "   | ^^^^^^^^\n"
        "   = aide : vouliez-vous dire `synonymes` ?"
    )


def test_a_table_that_has_another_name_is_shown_at_its_name() -> None:
    """In the header where it comes first."""
    text = vocabulary_text() + '[temoin_secteurs]\ntitre = "Métier"\n'
    line = text.count("\n") - 1

    assert shown(_told(text)) == (
        "erreur[FP502] table inconnue : `temoin_secteurs`\n"
        f"  --> content/vocabulaire.toml:{line}:2\n"
        "   |\n"
        f"{line} | [temoin_secteurs]\n"
        "   |  ^^^^^^^^^^^^^^^\n"
        "   = aide : vouliez-vous dire `temoin_sector` ?"
    )


def test_an_address_that_does_not_suit_is_proposed_right() -> None:
    """Accents and capitals away."""
    [told] = _told(_with('adresse = "social"', 'adresse = "L’Été"'))

    assert told.aide == 'écrivez `adresse = "l-ete"` (a-z, 0-9 et traits d’union)'


def test_a_key_that_is_not_there_is_shown_at_its_table() -> None:
    """The table that should hold it is marked."""
    assert shown(_told(_with('libelle = "Progresser"\n', ""))) == (
        "erreur[FP502] `libelle` manque\n"
        "  --> content/vocabulaire.toml:36:1\n"
        "   |\n"
        "36 | [[maturity.valeurs]]\n"
        "   | ^^^^^^^^^^^^^^^^^^^^\n"
        '   = aide : ajoutez une ligne `libelle = "…"`'
    )


def test_a_fault_of_toml_is_shown_where_it_is() -> None:
    """In the words that a sheet has for it."""
    assert shown(_told(_with('"Social"', "Social"))) == (
        "erreur[FP502] ce fichier ne peut pas être lu : ce texte n’est pas entre guillemets\n"
        " --> content/vocabulaire.toml:6:11\n"
        "  |\n"
        "6 | libelle = Social\n"
        "  |           ^^^^^^\n"
        '  = aide : entourez-le de guillemets droits : `libelle = "Social"`'
    )


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("ordre = 1", "ordre = 0", "`ordre` doit être un nombre, à partir de 1"),
        (
            "ordre = 1",
            'ordre = "un"',
            "`ordre` attend un nombre entier sans guillemets, pas un texte",
        ),
        ("ordre = 1\n", "", "`ordre` manque"),
        ('adresse = "social"', 'adresse = "Été"', "`adresse` ne convient pas : « Été »"),
        ('adresse = "social"\n', "", "`adresse` manque"),
        ('titre = "Nature"', 'titre = " "', "`titre` est vide"),
        ('titre = "Nature"\n', "", "`titre` manque"),
        ('["Environnement"]', '"Environnement"', "`synonymes` doit être une liste"),
        ('["Environnement"]', '["SOCIAL"]', "« SOCIAL » est déjà une autre valeur, ligne 6"),
        (
            'adresse = "environnemental"',
            'adresse = "social"',
            "l’adresse « social » est déjà celle de la valeur « Social », ligne 7",
        ),
        (
            'adresse = "maturity"',
            'adresse = "nature"',
            "l’adresse « nature » est déjà celle d’un autre vocabulaire",
        ),
        ("couleur_sombre", "couleur_sobre", "clé inconnue : `couleur_sobre`"),
        ("[[humaninvest.valeurs]]", "[[humaninvest.valeur]]", None),
    ],
)
def test_each_fault_is_one_error(old: str, new: str, reason: str | None) -> None:
    """Its message starts in lower case and has no final period; so has its help."""
    text = _with(old, new) if reason else vocabulary_text().replace(old, new)
    [told] = _told(text)

    assert told.is_error
    assert told.message == (reason or "table inconnue : `valeur`")
    assert told.aide
    assert not any(words[0].isupper() or words.endswith(".") for words in (told.message, told.aide))


def test_all_faults_are_told_in_one_run() -> None:
    """Those of every vocabulary."""
    text = vocabulary_text().replace("ordre = 3", "ordre = 0")

    assert len(_told(text)) == text.count("ordre = 0") == 4


def test_nothing_is_published_without_a_vocabulary(tmp_path: Path) -> None:
    """The sheets wait: every one of them depends on it."""
    files = {"vocabulaire.toml": _with("ordre = 1", "ordre = 0"), "fiches/tri.md": fiche_text()}
    library = read_library(Reading(write_content(tmp_path, files), tmp_path))

    assert [found.code for found in library.diagnostics] == ["FP502"]
    assert library.catalogue.fiches == ()
