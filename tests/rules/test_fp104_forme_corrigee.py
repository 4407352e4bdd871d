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
    assert [goal.rank for goal in fiche.odd] == [8]


@pytest.mark.parametrize(
    ("key", "value", "fix"),
    [
        ("nature", '"Social"', '["Social"]'),
        ("nature", "'Social'", "['Social']"),
        ("nature", '[["Social"]]', '"Social"'),
        ("maturity", "[ 'Progresser' ]", "'Progresser'"),
        ("maturity", '[\n  "Progresser",\n]', '"Progresser"'),
        ("title", r'["Trier \"tout\""]', r'"Trier \"tout\""'),
        ("description", "['''L'été''']", "'''L'été'''"),
        ("odd", "8", "[8]"),
        ("sources", '"""\nUn livre"""', '["""\nUn livre"""]'),
        ("maturity", '[\n  "Progresser", # à revoir\n]', None),
    ],
)
def test_the_repair_keeps_the_quotes_of_the_author(key: str, value: str, fix: str | None) -> None:
    """Written at the place that is shown, it is the form asked for; a note is not thrown away."""
    [told] = read_fiche(fiche_text(**{key: value})).diagnostics
    span = told.place.span

    assert (told.code, told.fix) == ("FP104", fix)
    assert span is not None
    text = told.place.source.text
    assert not fix or read_fiche(text[: span.start] + fix + text[span.end :]).codes == []


@pytest.mark.parametrize("text", ["a" * 200, "a\\nb\\n" * 20])
def test_a_long_text_is_not_written_again_in_the_help(text: str) -> None:
    """The form is what matters."""
    [told] = read_fiche(fiche_text(description=f'["{text}"]')).diagnostics

    assert told.aide == 'écrivez `description = "…"`'
    assert told.fix == f'"{text}"'
