"""What sections say, item by item."""

from __future__ import annotations

import pytest

from builder.render.digest import Item, digest, shorten
from tests.sheets import blocs_text, fiche_text, sections_of


def _items(text: str) -> tuple[Item, ...]:
    (section,) = sections_of(fiche_text(f"## Contraintes et limites\n\n{text}\n"))
    return tuple(digest(section.parts))


def test_an_item_of_a_list_is_one_however_long() -> None:
    """Its bold start names it; a list inside it is its own words."""
    items = _items(
        "- **Le coût.** 3\u00a0000 € par an.\n\n  Et *plus* ensuite.\n  - dont l’audit\n"
        "- Le temps, **surtout** en été.\n"
    )

    assert items == (
        Item("Le coût", "Le coût. 3\u00a0000\u00a0€ par an. Et plus ensuite. dont l’audit"),
        Item("", "Le temps, surtout en été."),
    )


def test_paragraphs_are_items() -> None:
    """Two paragraphs are two; a title and a picture are left out."""
    assert [item.text for item in _items("Un.\n\n### Titre\n\n![x](/uploads/x.png)\n\nDeux.")] == [
        "Un.",
        "Deux.",
    ]


def test_questions_columns_and_tables_are_named() -> None:
    """As the CMS wrote them."""
    text = blocs_text(
        'template = "faq"\ntitle = "Contraintes et limites"\n[[blocs.parts]]\n'
        'question = "Est-ce cher ?"\nanswer = "Non."',
        'template = "bloc-table"\nheadtitle = ""\nheadparagraph = ""\ntableheadings = ["", "A"]\n'
        '[[blocs.tablelines]]\nname = "Délai"\nvalues = ["4 mois"]',
    )
    found = [item for section in sections_of(text) for item in digest(section.parts)]

    assert Item("Est-ce cher\u202f?", "Est-ce cher\u202f? Non.") in found
    assert Item("Délai", "Délai\u00a0: 4\u00a0mois") in found


def test_html_of_a_stranger_says_nothing() -> None:
    """A script is no text, and what stays is plain."""
    assert [item.text for item in _items("<script>alert(1)</script>a &lt;b&gt; <b>c</b>")] == [
        "a <b> c"
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (9, "Un deux. Trois quatre\u00a0! Cinq."),
        (4, "Un deux. Trois quatre\u00a0! […]"),
        (1, "Un […]"),
    ],
)
def test_long_texts_are_cut_after_a_sentence(words: int, expected: str) -> None:
    """Or after that many words, when the first sentence is longer."""
    assert shorten("Un deux. Trois quatre\u00a0! Cinq.", words) == expected
