"""FP011: a sheet that does not start with its head."""

import pytest

from tests.sheets import fiche_text, read_fiche, read_temoin, temoin_text


@pytest.mark.parametrize("before", ["", "\n", "\ufeff", " \n\n"])
def test_a_head_may_follow_blanks(before: str) -> None:
    """Blank lines and a byte order mark before the fence are tolerated."""
    assert read_fiche(before + fiche_text()).codes == []


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_head_may_have_the_line_ends_of_any_system(ends: str) -> None:
    """Those of Windows are understood."""
    assert read_fiche(fiche_text().replace("\n", ends)).codes == []


def test_a_text_without_a_head_is_shown_at_its_first_line() -> None:
    """The whole first line is marked."""
    told = read_fiche("## Objectifs\n\nTrier.\n")

    assert told.text("FP011") == (
        "erreur[FP011] le fichier ne commence pas par une ligne `+++`\n"
        " --> content/fiches/essai.md:1:1\n"
        "  |\n"
        "1 | ## Objectifs\n"
        "  | ^^^^^^^^^^^^\n"
        "  = aide : écrivez la tête entre deux lignes `+++`, tout en haut du fichier"
    )


@pytest.mark.parametrize(
    "text",
    ["", "\n", "---\ntitle: Trier\n---\n", "++++\n++++\n", "Trier\n" + fiche_text()],
    ids=["empty", "blank", "YAML", "four signs", "a line above"],
)
def test_each_way_to_have_no_head_is_told_once(text: str) -> None:
    """Nothing else is said of a sheet without a head."""
    told = read_fiche(text)

    assert told.codes == ["FP011"]
    assert told.sheet is None


def test_a_witness_needs_a_head_too() -> None:
    """The same words serve for it."""
    assert read_temoin(temoin_text()).codes == []
    assert read_temoin("## Contexte\n").codes == ["FP011"]
