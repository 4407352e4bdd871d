"""FP210: a value that is understood, but written in another way."""

import pytest

from tests.sheets import fiche_text, read_fiche


def test_the_words_of_the_vocabulary_are_not_told() -> None:
    """Nor is a sector that the open vocabulary does not know."""
    assert read_fiche(fiche_text(sector='["Industrie", "Horlogerie"]')).codes == []


def test_a_synonym_is_shown_with_the_right_word() -> None:
    """Only the item is marked; the accent before it counts for one column."""
    told = read_fiche(fiche_text(nature='["Social", "Environnement"]'))

    assert told.codes == ["FP210"]
    assert told.text("FP210") == (
        "avertissement[FP210] « Environnement » a été compris comme « Environnemental »\n"
        " --> content/fiches/essai.md:5:21\n"
        "  |\n"
        '5 | nature = ["Social", "Environnement"]\n'
        "  |                     ^^^^^^^^^^^^^^^\n"
        "  = aide : écrivez `Environnemental`"
    )


@pytest.mark.parametrize(
    ("key", "value", "label"),
    [
        ("maturity", '"premières actions"', "Premières actions"),
        ("maturity", '"Premieres actions"', "Premières actions"),
        ("maturity", '"Premières  actions"', "Premières actions"),
        ("maturity", '"Premie\u0300res actions"', "Premières actions"),
        ("financialinvest", '"FAIBLE"', "Faible"),
        ("humaninvest", '"moyen"', "Moyen"),
        ("nature", '["social"]', "Social"),
        ("sector", '"industrie"', "Industrie"),
        ("sector", '["Industrie", "tous secteurs"]', "Tous secteurs"),
    ],
)
def test_each_other_typing_is_one_warning(key: str, value: str, label: str) -> None:
    """Case, accents, spaces: the value is understood."""
    told = read_fiche(fiche_text(**{key: value}))

    assert told.codes == ["FP210"]
    assert told.diagnostics[0].aide == f"écrivez `{label}`"
    assert not told.diagnostics[0].is_error
    assert told.sheet is not None
