"""FP206: a sustainable development goal that does not exist."""

import pytest

from tests.sheets import fiche_text, read_fiche


@pytest.mark.parametrize("odd", ["[]", "[1, 17]", str(list(range(1, 18)))])
def test_the_seventeen_goals_are_not_told(odd: str) -> None:
    """From 1 to 17."""
    assert read_fiche(fiche_text(odd=odd)).codes == []


def test_another_number_is_shown_alone() -> None:
    """Its neighbours in the list are kept."""
    told = read_fiche(fiche_text(odd="[8, 18, 12]"))

    assert told.codes == ["FP206"]
    assert told.text("FP206") == (
        "erreur[FP206] objectif de développement durable inconnu : 18\n"
        " --> content/fiches/essai.md:9:11\n"
        "  |\n"
        "9 | odd = [8, 18, 12]\n"
        "  |           ^^\n"
        "  = aide : gardez des numéros de 1 à 17, par exemple `odd = [8, 12]`"
    )


def test_each_number_is_told() -> None:
    """One remark an item, however far from the bounds."""
    assert read_fiche(fiche_text(odd="[0, -1, 8, 2030]")).codes == ["FP206"] * 3
