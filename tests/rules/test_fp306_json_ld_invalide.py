"""FP306: a JSON-LD written by hand that is none."""

import pytest

from builder.model import Fiche
from tests.sheets import fiche_text, read_fiche


@pytest.mark.parametrize(
    "schemajson", ["", "  ", '{"@type": "Article"}', '[{"@type": "Article"}]', "{}"]
)
def test_an_object_a_list_or_nothing_is_not_told(schemajson: str) -> None:
    """Empty, the page has one made from itself."""
    assert read_fiche(fiche_text(schemajson=f"'{schemajson}'")).codes == []


def test_a_fault_is_shown_at_the_value() -> None:
    """JSON wants double quotes."""
    told = read_fiche(fiche_text(schemajson="\"{name: 'été'}\""))

    assert told.codes == ["FP306"]
    assert told.text("FP306") == (
        "avertissement[FP306] `schemajson` n’est pas du JSON-LD : il est ignoré\n"
        " --> content/fiches/essai.md:9:14\n"
        "  |\n"
        "9 | schemajson = \"{name: 'été'}\"\n"
        "  |              ^^^^^^^^^^^^^^^\n"
        '  = aide : corrigez-le, ou écrivez `schemajson = ""` pour le JSON-LD automatique'
    )


@pytest.mark.parametrize(
    "schemajson",
    [
        '"Trier"',
        "12",
        "null",
        '{"@type": "Article"',
        '{"@type": "Article",}',
        '{"note": NaN}',
        '{"name": "\\ud83d"}',
        '{"name": "a", "name": "b"}',
        '[{"a": {"b": 1, "b": 1}}]',
        "Trier",
        "[" * 4_000,
    ],
    ids=[
        *("text", "number", "null", "open", "comma", "NaN", "half a sign", "twice"),
        *("twice inside", "bare text", "deep"),
    ],
)
def test_what_search_engines_do_not_read_is_one_warning(schemajson: str) -> None:
    """It is left out; the fiche has the automatic one."""
    told = read_fiche(fiche_text(schemajson=f"'{schemajson}'"))

    assert told.codes == ["FP306"]
    assert not told.diagnostics[0].is_error
    assert isinstance(told.sheet, Fiche)
    assert told.sheet.schemajson == ""
