"""FP208: a core subject of ISO 26000 that is not in the vocabulary."""

import pytest

from builder.model import Fiche
from tests.sheets import SUBJECTS, fiche_text, read_fiche, vocabulary, vocabulary_text

WITH = vocabulary(vocabulary_text() + SUBJECTS)


@pytest.mark.parametrize(
    ("keys", "kept"),
    [
        ({"iso26000": '["Environnement"]'}, ["Environnement"]),
        ({"iso26000": "[]"}, ["Environnement"]),
        ({"nature": '["Social"]'}, []),
        (
            {"nature": '["Environnemental", "Gouvernance"]'},
            ["Gouvernance de l’organisation", "Environnement"],
        ),
    ],
)
def test_a_sheet_names_its_subjects_or_takes_those_of_its_natures(
    keys: dict[str, str], kept: list[str]
) -> None:
    """Nothing is told of either."""
    told = read_fiche(fiche_text(**{"nature": '["Environnemental"]', **keys}), words=WITH)

    assert told.codes == []
    assert isinstance(told.sheet, Fiche)
    assert [subject.label for subject in told.sheet.iso26000] == kept


def test_a_site_without_the_table_says_nothing() -> None:
    """The key is kept for a network that files its fiches so."""
    assert read_fiche(fiche_text(iso26000='["Environnement"]')).codes == []


def test_another_word_is_shown_with_the_choices() -> None:
    """And the one that was meant, if one is close."""
    told = read_fiche(fiche_text(iso26000='["Environement"]'), words=WITH)

    assert told.text("FP208") == (
        "erreur[FP208] question centrale d’ISO 26000 inconnue : « Environement »\n"
        " --> content/fiches/essai.md:9:13\n"
        "  |\n"
        '9 | iso26000 = ["Environement"]\n'
        "  |             ^^^^^^^^^^^^^^\n"
        "  = aide : vouliez-vous dire `Environnement` ? (choix : `Gouvernance de l’organisation`, "
        "`Environnement`)"
    )


def test_a_synonym_is_understood() -> None:
    """As in every vocabulary of the site (FP210)."""
    assert read_fiche(fiche_text(iso26000='["gouvernance"]'), words=WITH).codes == ["FP210"]


def test_in_a_draft_it_stops_nothing() -> None:
    """It is told all the same."""
    [told] = read_fiche(fiche_text(iso26000='["Climat"]', draft="true"), words=WITH).diagnostics

    assert (told.code, told.is_error) == ("FP208", False)
