"""FP204: a level of cost that the vocabulary does not have."""

import pytest

from tests.sheets import fiche_text, read_fiche

CHOICES = "choisissez parmi : `Faible`, `Moyen`, `Important`"
LISTED = "(choix : `Faible`, `Moyen`, `Important`)"


@pytest.mark.parametrize("level", ["Faible", "Moyen", "Important"])
def test_the_levels_of_the_vocabulary_are_not_told(level: str) -> None:
    """There are three."""
    assert read_fiche(fiche_text(financialinvest=f'"{level}"')).codes == []


def test_a_figure_is_shown_with_the_choices() -> None:
    """It has its place in `cout`."""
    told = read_fiche(fiche_text(financialinvest='"500 €"', cout='"500 €"'))

    assert told.codes == ["FP204"]
    assert told.text("FP204") == (
        "erreur[FP204] investissement financier inconnu : « 500 € »\n"
        " --> content/fiches/essai.md:7:19\n"
        "  |\n"
        '7 | financialinvest = "500 €"\n'
        "  |                   ^^^^^^^\n"
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
    [told] = read_fiche(fiche_text(financialinvest=f'"{level}"')).diagnostics

    assert (told.code, told.aide) == ("FP204", cure)
