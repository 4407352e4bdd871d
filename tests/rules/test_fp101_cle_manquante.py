"""FP101: what a sheet cannot do without is not there."""

import pytest

from tests.sheets import fiche_text, read_fiche, read_temoin, temoin_text

REQUIRED = ["title", "nature", "maturity", "financialinvest", "humaninvest"]


def test_a_complete_sheet_is_not_told() -> None:
    """Five keys for a fiche, one for a witness."""
    assert read_fiche(fiche_text()).codes == []
    assert read_temoin(temoin_text()).codes == []


def test_an_absent_key_is_shown_at_the_fence() -> None:
    """There is no line of its own to show."""
    assert read_fiche(fiche_text(maturity=None)).text("FP101") == (
        "erreur[FP101] il manque `maturity` (le niveau de maturité)\n"
        " --> content/fiches/essai.md:1:1\n"
        "  |\n"
        "1 | +++\n"
        "  | ^^^\n"
        '  = aide : écrivez dans la tête `maturity = "Premières actions"`'
    )


def test_an_empty_key_is_shown_at_its_name() -> None:
    """The line is there: it only has to be filled in."""
    assert read_fiche(fiche_text(nature="[ ]")).text("FP101") == (
        "erreur[FP101] il manque `nature` (la nature de l’impact)\n"
        " --> content/fiches/essai.md:5:1\n"
        "  |\n"
        "5 | nature = [ ]\n"
        "  | ^^^^^^\n"
        '  = aide : écrivez dans la tête `nature = ["Social"]`'
    )


@pytest.mark.parametrize("value", [None, '""', '" \u00a0"', "[]", '[""]', '["", " "]'])
@pytest.mark.parametrize("key", REQUIRED)
def test_each_way_to_be_empty_is_told_once(key: str, value: str | None) -> None:
    """Absent, blank or a list of blanks: the same remark, and no other about the form."""
    told = read_fiche(fiche_text("", **{key: value}))

    assert told.codes == ["FP101"]
    assert told.sheet is None
    assert f"`{key}`" in told.diagnostics[0].message


def test_all_that_is_missing_is_told_in_one_run() -> None:
    """One remark a key."""
    told = read_fiche(fiche_text("", **dict.fromkeys(REQUIRED)))

    assert told.codes == ["FP101"] * 5


@pytest.mark.parametrize("company", [None, '""'])
def test_a_witness_without_a_company_is_told(company: str | None) -> None:
    """It is the name of its page."""
    told = read_temoin(temoin_text(company=company))

    assert told.codes == ["FP101"]
    assert told.diagnostics[0].message == "il manque `company` (le nom de l’entreprise)"
