"""FP012: a head without its second fence."""

import pytest

from tests.sheets import fiche_text, read_fiche

OPEN = fiche_text().replace("\n+++\n", "\n")


@pytest.mark.parametrize("fence", ["+++", "+++  ", "+++\t"])
def test_a_closed_head_is_not_told(fence: str) -> None:
    """Blanks after the fence are tolerated."""
    assert read_fiche(fiche_text().replace("\n+++\n", f"\n{fence}\n")).codes == []


def test_an_open_head_is_shown_where_it_opens() -> None:
    """The first fence is marked: where the second should be, nobody knows."""
    told = read_fiche(OPEN)

    assert told.codes == ["FP012"]
    assert told.text("FP012") == (
        "erreur[FP012] la tête ouverte ici n’est jamais fermée\n"
        " --> content/fiches/essai.md:1:1\n"
        "  |\n"
        "1 | +++\n"
        "  | ^^^\n"
        "  = aide : ajoutez une ligne `+++`, seule, après la dernière ligne de la tête"
    )


@pytest.mark.parametrize("fence", ["++++", "++", "+++ fin", " +++", "---"])
def test_a_line_that_looks_like_a_fence_closes_nothing(fence: str) -> None:
    """Three signs, alone, at the start of the line."""
    assert read_fiche(fiche_text().replace("\n+++\n", f"\n{fence}\n")).codes == ["FP012"]


@pytest.mark.parametrize("holder", ['enbref = ["""\n+++\n"""]', "enbref = ['''\n+++\n''']"])
def test_a_fence_in_a_string_closes_nothing(holder: str) -> None:
    """It is a text of the author's: the head goes on after it."""
    assert read_fiche(fiche_text().replace("nature =", f"{holder}\nnature =")).codes == []


def test_the_fence_is_marked_below_blank_lines() -> None:
    """Blank lines above the head count."""
    [told] = read_fiche(f"\n\n{OPEN}").diagnostics

    assert (told.place.position.line, told.place.position.column) == (3, 1)


@pytest.mark.parametrize("fence", ["++++", "++", "+++ fin", " +++", "---"])
def test_the_line_that_was_meant_for_a_fence_is_named(fence: str) -> None:
    """The author finds it at once."""
    [told] = read_fiche(fiche_text().replace("\n+++\n", f"\n{fence}\n")).diagnostics

    assert told.aide == "écrivez la ligne 9 ainsi : `+++`, sans rien d’autre"


@pytest.mark.parametrize("quotes", ['"""', "'''"])
def test_a_fence_in_a_string_is_not_the_one_that_is_missing(quotes: str) -> None:
    """The string is right: it is the head that has no end."""
    holder = f"enbref = [{quotes}\n+++\n{quotes}]"

    assert read_fiche(OPEN.replace("nature =", f"{holder}\nnature =")).codes == ["FP012"]
