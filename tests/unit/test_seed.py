"""A real sheet of the CMS builds as it is."""

from __future__ import annotations

import pytest

from builder.model import EXPECTED_SECTIONS, Picture, RichText
from tests.sheets import SHARED, Told, own_vocabulary, read_fiche, text_of, tree

SEED = SHARED / "seeds" / "003_ce77a5272f81afd1.txt"
pytestmark = pytest.mark.skipif(not SEED.is_file(), reason=f"no seed sheet at {SEED}")


@pytest.fixture(scope="module")
def told() -> Told:
    """Read the sheet as if it were to be published."""
    text = SEED.read_text(encoding="utf-8").replace("draft = true", "draft = false", 1)
    return read_fiche(text, words=own_vocabulary())


def test_the_only_warning_is_the_picture_that_is_not_there(told: Told) -> None:
    """The file of the sheet came without its pictures; one link of it reads as an address."""
    assert told.codes == ["FP301", "FP314"]
    assert told.text("FP301") == (
        "avertissement[FP301] image absente : `/uploads/panneau_odd_2k21.jpg`\n"
        "  --> content/fiches/essai.md:92:10\n"
        "   |\n"
        '92 | image = "/uploads/panneau_odd_2k21.jpg"\n'
        "   |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "   = aide : ajoutez le fichier dans `content/uploads/`, ou retirez l’image de la fiche"
    )


def test_a_picture_that_is_not_there_shows_nothing(told: Told) -> None:
    """No broken frame."""
    assert [node.tag for html in told.sections for node in tree(html).iter("img")] == []


def test_ten_blocs_are_nine_sections_in_order(told: Told) -> None:
    """The bloc without a title goes on with « Méthode »."""
    assert told.sheet is not None
    assert tuple(section.title for section in told.sheet.sections) == EXPECTED_SECTIONS

    methode = told.sheet.sections[3].parts
    assert [type(part) for part in methode] == [RichText, Picture, RichText]
    assert isinstance(methode[2], RichText)
    assert methode[2].text.startswith("**5/ Suivi de l'exécution de la mission**")


def test_a_masked_address_stays_masked(told: Told) -> None:
    """No link is made of « nom arobase exemple.fr »."""
    html = told.sections[-1]

    assert "h.poupelin arobase connexing.com" in text_of(html)
    assert "@" not in html
    assert [node.get("href") for node in tree(html).iter("a")] == [
        "https://www.linkedin.com/in/hubert-poupelin/"
    ]


def test_lists_under_a_paragraph_are_lists(told: Told) -> None:
    """As CommonMark has it, without a blank line before them."""
    counts = [len(list(tree(html).iter("li"))) for html in told.sections]

    assert counts == [0, 0, 0, 5, 4, 3, 0, 2, 0]


def test_the_sheet_as_it_is_is_a_draft_without_an_error() -> None:
    """It is shown in the preview only."""
    told = read_fiche(SEED.read_bytes(), words=own_vocabulary())

    assert told.sheet is not None
    assert told.sheet.is_draft
    assert told.codes == ["FP301", "FP314"]
