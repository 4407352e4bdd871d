"""FP203: a maturity that the vocabulary does not have."""

import pytest

from tests.sheets import fiche_text, read_fiche


@pytest.mark.parametrize("maturity", ["Premières actions", "Progresser", "Aller plus loin"])
def test_the_maturities_of_the_vocabulary_are_not_told(maturity: str) -> None:
    """There are three."""
    assert read_fiche(fiche_text(maturity=f'"{maturity}"')).codes == []


def test_a_slip_of_the_keyboard_is_shown_with_the_right_word() -> None:
    """The value is marked with its quotes."""
    told = read_fiche(fiche_text(maturity='"Progreser"'))

    assert told.codes == ["FP203"]
    assert told.text("FP203") == (
        "erreur[FP203] maturité inconnue : « Progreser »\n"
        " --> content/fiches/essai.md:6:12\n"
        "  |\n"
        '6 | maturity = "Progreser"\n'
        "  |            ^^^^^^^^^^^\n"
        "  = aide : vouliez-vous dire `Progresser` ? "
        "(choix : `Premières actions`, `Progresser`, `Aller plus loin`)"
    )


@pytest.mark.parametrize("maturity", ["Expert", "Progresser / Aller plus loin", "!"])
def test_another_word_is_told_with_the_choices(maturity: str) -> None:
    """Nothing is proposed that the author did not mean."""
    [told] = read_fiche(fiche_text(maturity=f'"{maturity}"')).diagnostics

    assert told.message == f"maturité inconnue : « {maturity} »"
    assert told.aide == ("choisissez parmi : `Premières actions`, `Progresser`, `Aller plus loin`")
