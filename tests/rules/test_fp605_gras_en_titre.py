"""FP605: a paragraph in bold that plays a title."""

import pytest

from tests.rules.blocs import text_bloc
from tests.rules.editing import marked, reviewed, reviewed_temoin, whole_blocs, whole_fiche
from tests.sheets import temoin_text


@pytest.mark.parametrize(
    "text",
    [
        "**Le temps.** Aucun document ne le chiffre.",
        "Un mot, **puis du gras**",
        "**Ne jetez jamais de piles.**",
        "**Attention !**",
        "- **Trier**\n- **Peser**",
        "1. **Trier**",
        "| **Année** | **Tonnes** |\n|---|---|\n| 1 | 2 |",
        "**Trier**\nles déchets du bureau",
        "les déchets\n**Trier**",
        "**un mot** et **un autre**",
        "```\n**Trier**\n```",
        "<!--\n**Trier**\n-->\n\nUn mot.",
        "**un deux trois quatre cinq six sept huit neuf dix onze douze treize**",
        "> **Trier**\n> dit-il",
        "*Trier*",
        "****",
    ],
)
def test_emphasis_is_not_told(text: str) -> None:
    """The start of a sentence, a whole sentence, an item, a cell."""
    assert "FP605" not in reviewed(whole_fiche(text)).codes


def test_a_paragraph_in_bold_is_shown_with_the_title_to_write() -> None:
    """Without its colon."""
    told = reviewed(whole_fiche("**1/ Phase préparatoire :**\n\nDeux réunions."))

    assert told.codes == ["FP605"]
    assert told.text("FP605") == (
        "info[FP605] le paragraphe « 1/ Phase préparatoire », tout en gras, a l’air d’un titre\n"
        "  --> content/fiches/essai.md:29:1\n"
        "   |\n"
        "29 | **1/ Phase préparatoire :**\n"
        "   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "   = aide : écrivez `### 1/ Phase préparatoire` si c’en est un"
    )


@pytest.mark.parametrize(
    "text",
    [
        "**Trier**",
        "__Trier__",
        "**Trier** :",
        "**Trier :**",
        "**Trier**\n- un\n- deux",
        "**Trier**\n\n1. un",
        "Un.\n\n**Trier**\n\nDeux.",
        "### A\n**Trier**\n\nDeux.",
        "**Trier**  ",
    ],
)
def test_each_way_to_write_one_is_one_remark(text: str) -> None:
    """A list may follow at once, a colon stand outside."""
    assert reviewed(whole_fiche(text)).codes == ["FP605"]


def test_a_rich_text_of_a_bloc_is_shown_in_it() -> None:
    """Escapes before it count for one character each."""
    told = reviewed(whole_blocs(text_bloc(r"\u00c9t\u00e9 \"là\".\n\n**Trier**\n\nFin.")))

    assert marked(told, "FP605") == ["**Trier**"]


def test_a_story_has_titles_too() -> None:
    """That of a witness."""
    assert reviewed_temoin(temoin_text("## A\n\n**Trier**\n\nUn mot.\n")).codes == ["FP605"]
