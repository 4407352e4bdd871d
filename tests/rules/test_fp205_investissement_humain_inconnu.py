"""FP205: a level of time that the vocabulary does not have."""

import pytest

from tests.sheets import fiche_text, read_fiche

CHOICES = "choisissez parmi : `Faible`, `Moyen`, `Important`"
LISTED = "(choix : `Faible`, `Moyen`, `Important`)"


@pytest.mark.parametrize("level", ["Faible", "Moyen", "Important"])
def test_the_levels_of_the_vocabulary_are_not_told(level: str) -> None:
    """There are three."""
    assert read_fiche(fiche_text(humaninvest=f'"{level}"')).codes == []


def test_a_figure_is_shown_with_the_choices() -> None:
    """It has its place in `duree`."""
    told = read_fiche(fiche_text(humaninvest='"3 jours"', duree='"3 jours"'))

    assert told.codes == ["FP205"]
    assert told.text("FP205") == (
        "erreur[FP205] investissement humain inconnu : « 3 jours »\n"
        " --> content/fiches/essai.md:8:15\n"
        "  |\n"
        '8 | humaninvest = "3 jours"\n'
        "  |               ^^^^^^^^^\n"
        f"  = aide : {CHOICES}"
    )


@pytest.mark.parametrize(
    ("level", "cure"),
    [
        ("Faibl", f"vouliez-vous dire `Faible` ? {LISTED}"),
        ("Importants", f"vouliez-vous dire `Important` ? {LISTED}"),
        ("Élevé", CHOICES),
    ],
)
def test_the_closest_level_is_proposed(level: str, cure: str) -> None:
    """When none is close, all are."""
    [told] = read_fiche(fiche_text(humaninvest=f'"{level}"')).diagnostics

    assert (told.code, told.aide) == ("FP205", cure)
