"""FP406: an address that is cut."""

import pytest

from tests.sheets import fiche_text, read_fiche, read_temoin, temoin_text

LONG = "-".join(["trier"] * 13)
"""77 characters."""


@pytest.mark.parametrize("slug", [LONG, "a" * 80])
def test_eighty_characters_are_not_told(slug: str) -> None:
    """They are kept."""
    assert read_fiche(fiche_text(slug=f'"{slug}"')).codes == []


def test_an_address_made_of_a_long_title_is_not_told() -> None:
    """Nobody asked for it; it is cut after a word."""
    assert read_fiche(fiche_text(title=f'"{LONG.replace("-", " ")} les déchets"')).codes == []


def test_a_longer_one_is_shown_with_what_is_left() -> None:
    """It ends with a whole word."""
    told = read_fiche(fiche_text(slug=f'"{LONG}-dechets"'))

    assert told.codes == ["FP406"]
    assert told.sheet is not None
    assert told.sheet.slug == LONG
    assert told.text("FP406") == (
        f"avertissement[FP406] l’adresse a 85 caractères : elle est coupée à « {LONG} »\n"
        " --> content/fiches/essai.md:9:8\n"
        "  |\n"
        f'9 | slug = "{LONG}-dechets"\n'
        f"  |        {'^' * 87}\n"
        "  = aide : raccourcissez-la à quelques mots, 80 caractères au plus"
    )


def test_capitals_in_it_are_not_told_again() -> None:
    """One remark is enough; a witness has the same."""
    slug = f'"{LONG.upper()} DÉCHETS"'

    assert read_fiche(fiche_text(slug=slug)).codes == ["FP406"]
    assert read_temoin(temoin_text(slug=slug)).codes == ["FP406"]
