"""FP107: a title longer than what search engines and cards show."""

import pytest

from tests.sheets import fiche_text, read_fiche, read_temoin, temoin_text

LONG = "Trier " + "a" * 104
"""110 characters."""


@pytest.mark.parametrize("title", ["Trier", LONG, f" {LONG} ", "é" * 110])
def test_a_title_of_110_characters_is_not_told(title: str) -> None:
    """Characters count, not bytes; blanks around it do not."""
    assert read_fiche(fiche_text(title=f'"{title}"')).codes == []


def test_what_would_be_cut_is_marked() -> None:
    """An escape before it counts for one character."""
    told = read_fiche(fiche_text(title=f'"\\u00c9t\\u00e9 {"b" * 106} et plus"', slug='"tri"'))

    assert told.codes == ["FP107"]
    assert told.text("FP107") == (
        "avertissement[FP107] le titre a 118 caractères ; il sera coupé après 110\n"
        " --> content/fiches/essai.md:2:130\n"
        "  |\n"
        f'2 | …{"b" * 91} et plus"\n'
        f"  |  {' ' * 91}^^^^^^^^\n"
        "  = aide : raccourcissez-le, et gardez le reste pour `description`"
    )


def test_a_long_company_is_not_told() -> None:
    """A name is what it is."""
    assert read_temoin(temoin_text(company=f'"{LONG} et plus"')).codes == []
