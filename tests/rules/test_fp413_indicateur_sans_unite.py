"""FP413: a figure of a witness without its unit."""

import pytest

from tests.sheets import read_temoin, temoin_text

TABLE = """\
company = "Apnos"

[[indicateurs]]
nom = "Été"
unite = "kWh"
valeurs = { "2013" = 58 }

[[indicateurs]]
nom = "Eau"
unite = " "
valeurs = { "2013" = 58 }
"""


def test_a_unit_in_any_form_is_not_told() -> None:
    """Nor is an indicator without a value, which is not drawn."""
    figures = (
        '[{ nom = "A", unite = "%", valeurs = { "2013" = 5 } }, '
        '{ nom = "B", unite = "accidents", valeurs = { "2013" = 0 } }, { nom = "C" }]'
    )

    assert read_temoin(temoin_text(indicateurs=figures)).codes == []


def test_a_blank_unit_is_shown_at_its_key() -> None:
    """Of the indicator that has none."""
    told = read_temoin(f"+++\n{TABLE}+++\n\n## A\n\nUn.\n")

    assert told.codes == ["FP413"]
    assert told.text("FP413") == (
        "avertissement[FP413] l’indicateur « Eau » n’a pas d’unité\n"
        "  --> content/temoins/essai.md:11:1\n"
        "   |\n"
        '11 | unite = " "\n'
        "   | ^^^^^\n"
        '   = aide : écrivez par exemple `unite = "kWh"`, `"€"` ou `"personnes"`'
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (TABLE.replace('unite = " "\n', ""), 9),
        ('company = "A"\nindicateurs = [{ nom = "Eau", valeurs = { "2013" = 5 } }]\n', 3),
    ],
)
def test_an_absent_unit_is_shown_at_its_indicator(text: str, line: int) -> None:
    """There is no key to show."""
    [found] = read_temoin(f"+++\n{text}+++\n\n## A\n\nUn.\n").diagnostics

    assert (found.code, found.place.position.line) == ("FP413", line)
