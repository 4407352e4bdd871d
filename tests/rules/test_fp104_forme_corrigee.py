"""FP104: a lone value for a list, or a list of one for a lone value."""

import pytest

from builder.model import Fiche
from tests.sheets import fiche_text, read_fiche


@pytest.mark.parametrize(
    ("key", "value"),
    [("sector", '"Industrie"'), ("sector", '["Industrie"]'), ("title", '"Trier"'), ("odd", "[8]")],
)
def test_the_form_asked_for_is_not_told(key: str, value: str) -> None:
    """`sector` takes both."""
    assert read_fiche(fiche_text(**{key: value})).codes == []


def test_a_lone_text_for_a_list_is_shown_with_its_brackets() -> None:
    """The help is the line to copy."""
    assert read_fiche(fiche_text(nature='"Social"')).text("FP104") == (
        "avertissement[FP104] `nature` attend une liste ; la valeur a été comprise quand même\n"
        " --> content/fiches/essai.md:5:10\n"
        "  |\n"
        '5 | nature = "Social"\n'
        "  |          ^^^^^^^^\n"
        '  = aide : écrivez `nature = ["Social"]`'
    )


@pytest.mark.parametrize(
    ("key", "value", "cure"),
    [
        ("title", '["Trier"]', 'écrivez `title = "Trier"`'),
        ("financialinvest", '["Faible"]', 'écrivez `financialinvest = "Faible"`'),
        ("odd", "8", "écrivez `odd = [8]`"),
        ("enbref", '"Trier, c’est agir."', 'écrivez `enbref = ["Trier, c’est agir."]`'),
    ],
)
def test_each_other_form_is_one_warning(key: str, value: str, cure: str) -> None:
    """One value, one remark."""
    [told] = read_fiche(fiche_text(**{key: value})).diagnostics

    assert (told.code, told.aide) == ("FP104", cure)
    assert not told.is_error


def test_the_value_is_understood() -> None:
    """The fiche is the same as if it had been written well."""
    fiche = read_fiche(fiche_text(nature='"Social"', maturity='["Progresser"]', odd="8")).sheet

    assert isinstance(fiche, Fiche)
    assert [nature.label for nature in fiche.nature] == ["Social"]
    assert fiche.maturity.label == "Progresser"
    assert fiche.odd == (8,)
