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
    ["Trier", "---\ntitle: Trier\n---\n", "++++\n++++\n", "Trier\n" + fiche_text()],
    ids=["a word", "YAML", "four signs", "a line above"],
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


def test_a_head_of_another_format_is_told_as_such() -> None:
    """YAML is what MkDocs reads elsewhere."""
    assert read_fiche("---\ntitle: Trier\n---\n").text("FP011") == (
        "erreur[FP011] le fichier ne commence pas par une ligne `+++` : "
        "cette fiche a une tête YAML\n"
        " --> content/fiches/essai.md:1:1\n"
        "  |\n"
        "1 | ---\n"
        "  | ^^^\n"
        "  = aide : remplacez les deux lignes `---` par `+++`, "
        'et écrivez chaque clé ainsi : `clé = "valeur"`'
    )


@pytest.mark.parametrize("first", ["++++", "++", "+ + +", "+++ toml", "\u200b+++", "« +++ »"])
def test_a_line_that_looks_like_a_fence_is_to_be_written_again(first: str) -> None:
    """A sign too many, one too few, a hidden one."""
    [told] = read_fiche(f"{first}\ntitle = 1\n+++\n").diagnostics

    assert told.aide == "écrivez la première ligne ainsi : `+++`, sans rien d’autre"


def test_what_stands_above_the_head_is_to_be_taken_away() -> None:
    """The fence is there, further down."""
    [told] = read_fiche("Trier\n" + fiche_text()).diagnostics

    assert told.aide == "effacez ce qui est avant la ligne `+++`, ou placez-le après la tête"
