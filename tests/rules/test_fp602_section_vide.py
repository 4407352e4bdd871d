"""FP602: a title with nothing under it."""

import pytest

from tests.rules.editing import marked, reviewed, reviewed_temoin, whole_blocs, whole_fiche
from tests.sheets import temoin_text


@pytest.mark.parametrize(
    "text",
    [
        "Un mot.",
        "![Bacs](/uploads/bacs.png)",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "### Trier\n\nDes bacs.",
        "<!-- à relire -->\n\nUn mot.",
        "- un",
        "```\ncode\n```",
    ],
)
def test_what_is_shown_fills_a_section(text: str) -> None:
    """A picture, a table, a sub-heading with its text."""
    assert reviewed(whole_fiche(text)).codes == []


def test_an_empty_section_is_shown_at_its_title() -> None:
    """The next title comes at once."""
    told = reviewed(whole_fiche(""))

    assert told.codes == ["FP602"]
    assert told.text("FP602") == (
        "avertissement[FP602] rien n’est écrit sous « En pratique »\n"
        "  --> content/fiches/essai.md:27:4\n"
        "   |\n"
        "27 | ## En pratique\n"
        "   |    ^^^^^^^^^^^\n"
        "   = aide : écrivez le texte de cette partie, ou effacez son titre"
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("<!-- Qu’a-t-elle fait ? -->", "En pratique"),
        ("### Trier\n\nDes bacs.\n\n### Peser", "Peser"),
        ("### Trier\n\n### Peser\n\nUn mot.", "Trier"),
        ("Un mot.\n\n### Trier", "Trier"),
    ],
)
def test_each_empty_title_is_one_remark(text: str, title: str) -> None:
    """A comment is shown to nobody; a sub-heading is a title too."""
    assert marked(reviewed(whole_fiche(text)), "FP602") == [title]


@pytest.mark.parametrize(
    "bloc",
    [
        'template = "bloc-personalise"\n[blocs.content]\ntitle = "Tri"\nrichtext = " "',
        'template = "bloc-table"\nheadtitle = "Tri"\ntablelines = []',
        'template = "faq"\ntitle = "Tri"\nparts = []',
        'template = "ensemble-blocs-personalises"\ntitle = "Tri"\nparts = []',
    ],
)
def test_a_bloc_with_a_title_alone_is_shown_at_it(bloc: str) -> None:
    """Decoration is no content."""
    style = '\n[blocs.style]\ncontent = "Standard"\nbackground = [{ color = "Blanc" }]'

    assert marked(reviewed(whole_blocs(bloc)), "FP602") == ['"Tri"']
    assert marked(reviewed(whole_blocs(bloc + style)), "FP602") == ['"Tri"']


_PICTURE = """\
template = "bloc-personalise"
[blocs.content]
title = "Tri"
[[blocs.media.media]]
template = "image"
image = "/uploads/bacs.png"
alt = "Bacs"
"""
_SET = """\
template = "ensemble-blocs-personalises"
title = "Tri"
[[blocs.parts]]
template = "faq"
parts = [{ question = "Quoi ?", answer = "Rien." }]
"""


@pytest.mark.parametrize(
    "bloc",
    [
        _PICTURE,
        _SET,
        'template = "bloc-columns"\nheadtitle = "Tri"\ntitle1 = "Un bac"',
        'template = "pour-aller-plus-loin"\ntitle = "Tri"\nparts = [{ text = "Guide" }]',
    ],
)
def test_a_bloc_that_shows_something_is_not_told(bloc: str) -> None:
    """A picture, figures, links, the blocs that it holds."""
    assert reviewed(whole_blocs(bloc)).codes == []


def test_a_story_has_no_empty_part_either() -> None:
    """The titles of a witness are free."""
    told = reviewed_temoin(temoin_text("## Contexte\n\n## Ce qui a été fait\n\nTrier.\n"))

    assert marked(told, "FP602") == ["Contexte"]
    assert reviewed_temoin(temoin_text()).codes == []
