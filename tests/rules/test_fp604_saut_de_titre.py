"""FP604: a title that skips a level."""

import pytest

from tests.rules.editing import marked, reviewed, reviewed_temoin, whole_blocs, whole_fiche
from tests.sheets import blocs_text, temoin_text


def _bloc(title: str, level: str, richtext: str = "Un mot.") -> str:
    return (
        f'template = "bloc-personalise"\n[blocs.content]\ntitle = "{title}"\n'
        f'titlelevel = "{level}"\nrichtext = "{richtext}"'
    )


@pytest.mark.parametrize(
    "text",
    [
        "### A\n\nx\n\n#### B\n\ny\n\n### C\n\nz",
        "```\n#### A\n```",
        "    #### A",
        "- un\n\n  #### A",
        "#### sans espace".replace(" ", ""),
        "Sous-titre\n----------\n\nx\n\n### A\n\ny",
    ],
)
def test_levels_that_follow_each_other_are_not_told(text: str) -> None:
    """Going back up is no jump; code and lists hold no title."""
    assert "FP604" not in reviewed(whole_fiche(text)).codes


def test_a_level_that_is_skipped_is_shown_at_its_title() -> None:
    """With the marks to write."""
    told = reviewed(whole_fiche("#### Les bacs\n\nBleus."))

    assert told.codes == ["FP604"]
    assert told.text("FP604") == (
        "avertissement[FP604] « Les bacs » est un titre de niveau 4 sous un titre de niveau 2\n"
        "  --> content/fiches/essai.md:29:6\n"
        "   |\n"
        "29 | #### Les bacs\n"
        "   |      ^^^^^^^^\n"
        "   = aide : écrivez-le avec 3 `#` : `### Les bacs`"
    )


def test_two_titles_of_one_level_are_one_jump() -> None:
    """The second follows the first."""
    assert reviewed(whole_fiche("#### A\n\nx\n\n#### B\n\ny")).codes == ["FP604"]


def test_a_level_skipped_from_bloc_to_bloc_is_shown_at_its_title() -> None:
    """`titlelevel` counts."""
    told = reviewed(whole_blocs(_bloc("Tri", "2"), _bloc("Bacs", "4")))

    assert marked(told, "FP604") == ['"Bacs"']
    assert told.diagnostics[0].aide == 'écrivez `titlelevel = "3"`'
    assert reviewed(whole_blocs(_bloc("Tri", "2"), _bloc("Bacs", "3"))).codes == []


@pytest.mark.parametrize("marks", ["#", "##", "###"])
def test_titles_in_a_rich_text_start_at_any_of_the_first_levels(marks: str) -> None:
    """They are brought under their bloc's."""
    text = f"Un.\\n\\n{marks} A\\n\\nDeux.\\n\\n{marks}# B\\n\\nTrois."

    assert reviewed(whole_blocs(_bloc("Tri", "2", text))).codes == []


def test_a_level_skipped_in_a_rich_text_is_shown_in_it() -> None:
    """Escapes before it count for one character each."""
    text = r"Été \u00e0 \"neuf\".\n\n### A\n\nx\n\n##### Là\n\ny"
    told = reviewed(whole_blocs(_bloc("Tri", "2", text)))

    assert told.codes == ["FP604"]
    assert marked(told, "FP604") == ["Là"]


def test_a_story_skips_no_level_either() -> None:
    """The page of a witness is read from title to title too."""
    told = reviewed_temoin(temoin_text("## Contexte\n\nx\n\n#### A\n\ny\n"))

    assert told.codes == ["FP604"]


def test_blocs_in_a_set_are_one_level_deeper() -> None:
    """Whatever level they ask for."""
    bloc = (
        'template = "ensemble-blocs-personalises"\ntitle = "Tri"\n[[blocs.parts]]\n'
        'template = "bloc-personalise"\n[blocs.parts.content]\ntitle = "A"\nrichtext = "x"'
    )

    assert "FP604" not in reviewed(blocs_text(bloc)).codes
