"""FP102: a sheet without what a reader would miss."""

import pytest

from tests.sheets import fiche_text, read_fiche, read_temoin, temoin_text


def test_a_sheet_with_both_is_not_told() -> None:
    """A witness has no such keys."""
    assert read_fiche(fiche_text()).codes == []
    assert read_temoin(temoin_text()).codes == []


def test_an_empty_key_is_shown_at_its_name() -> None:
    """The line is there: it only has to be filled in."""
    assert read_fiche(fiche_text(description='""')).text("FP102") == (
        "avertissement[FP102] il manque `description` (une phrase, lue sur la carte)\n"
        " --> content/fiches/essai.md:3:1\n"
        "  |\n"
        '3 | description = ""\n'
        "  | ^^^^^^^^^^^\n"
        '  = aide : écrivez dans la tête `description = "…"`'
    )


def test_an_absent_key_is_shown_at_the_fence() -> None:
    """There is no line of its own to show."""
    assert read_fiche(fiche_text(company=None)).text("FP102") == (
        "avertissement[FP102] il manque `company` (l’entreprise témoin)\n"
        " --> content/fiches/essai.md:1:1\n"
        "  |\n"
        "1 | +++\n"
        "  | ^^^\n"
        '  = aide : écrivez dans la tête `company = "…"`'
    )


@pytest.mark.parametrize(
    "value",
    [
        None,
        '""',
        '"  "',
        "[]",
        '[""]',
    ],
)
@pytest.mark.parametrize("key", ["description", "company"])
def test_each_way_to_be_empty_is_one_warning(key: str, value: str | None) -> None:
    """The fiche is made all the same."""
    told = read_fiche(fiche_text("", **{key: value}))

    assert told.codes == ["FP102"]
    assert told.sheet is not None
