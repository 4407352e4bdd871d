"""FP403: a title that no address can be made of."""

import pytest

from tests.sheets import fiche_text, read_fiche, read_temoin, temoin_text

CURE = 'écrivez une adresse de lettres et de chiffres, par exemple `slug = "trier"`'


@pytest.mark.parametrize("title", ["Été", "5 %", "Où ?", "Œuvrer"])
def test_one_letter_or_digit_is_enough(title: str) -> None:
    """An accented one too."""
    assert read_fiche(fiche_text(title=f'"{title}"')).codes == []


def test_a_title_without_a_letter_is_shown() -> None:
    """The fiche has no page."""
    told = read_fiche(fiche_text(title='"« ?! »"'))

    assert told.codes == ["FP403"]
    assert told.sheet is None
    assert told.text("FP403") == (
        "erreur[FP403] aucune adresse ne peut être faite de « « ?! » »\n"
        " --> content/fiches/essai.md:2:9\n"
        "  |\n"
        '2 | title = "« ?! »"\n'
        "  |         ^^^^^^^^\n"
        f"  = aide : {CURE}"
    )


def test_a_slug_saves_such_a_title() -> None:
    """As the help says."""
    assert read_fiche(fiche_text(title='"?!"', slug='"trier"')).codes == []


def test_a_slug_without_a_letter_is_shown_at_the_slug() -> None:
    """The title is not used instead: the author asked for something else."""
    [told] = read_fiche(fiche_text(slug='"…"')).diagnostics

    assert told.code == "FP403"
    assert told.message == "aucune adresse ne peut être faite de « … »"
    assert (told.place.position.line, told.place.position.column) == (9, 8)


def test_a_company_without_a_letter_is_shown() -> None:
    """It makes the address of a witness."""
    [told] = read_temoin(temoin_text(company='"&"')).diagnostics

    assert told.code == "FP403"
    assert (told.place.position.line, told.place.position.column) == (2, 11)
