"""A text is set as French asks, and stays the text that was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.publication import make_publication
from builder.reading import Reading
from builder.render.typography import typeset, typeset_html
from builder.site import Site
from tests.sheets import fiche_text, read_fiche, write_content

if TYPE_CHECKING:
    from pathlib import Path

_PIECES = st.sampled_from(
    [*" \n\t\u00a0:;!?%€«»'.<>1l\"", "...", "687", "eau", "kWh", "//", "www.", "&nbsp;"]
)
_TAGS = st.sampled_from(["<b>", "</b>", "<code>", "</code>"])
_TYPED = st.lists(_PIECES | _TAGS | st.characters(), max_size=60).map("".join)


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("Pourquoi : gagner", "Pourquoi\u00a0: gagner"),
        ("Vraiment ? Oui ! Non ; si", "Vraiment\u202f? Oui\u202f! Non\u202f; si"),
        ("Quoi ?! (oui ?)", "Quoi\u202f?! (oui\u202f?)"),
        ("dire « oui »", "dire «\u00a0oui\u00a0»"),
        ("dire «  oui\n» :", "dire «\u00a0oui\u00a0»\u00a0:"),
        ("20 % de 50 €", "20\u00a0% de 50\u00a0€"),
        ("l'eau d'Émilie, aujourd'hui", "l’eau d’Émilie, aujourd’hui"),
        ("d'1 million", "d’1 million"),
        ("Et puis...", "Et puis…"),
        ("1 687 506 litres", "1\u202f687\u202f506 litres"),
        ("12 kWh, 3 ans et 20 min", "12\u00a0kWh, 3\u00a0ans et 20\u00a0min"),
        ("120 m², 3 k€, 1 t", "120\u00a0m², 3\u00a0k€, 1\u00a0t"),
    ],
)
def test_what_was_typed_is_set_right(typed: str, right: str) -> None:
    """In a text and in HTML alike."""
    assert typeset(typed) == right
    assert typeset_html(typed) == right


@pytest.mark.parametrize(
    "text",
    [
        "à 10:30",
        "a:b;c!d?",
        "bravo :-) :)",
        "?page=1",
        "https://exemple.fr/l'eau...?a=1",
        "www.exemple.fr/l'eau",
        "un mot 'cité'",
        "5'30",
        "2015 200 personnes",
        "1 2345",
        "5 hectares",
        "2 l’eau",
        "....",
        "déjà\u00a0: «\u00a0bien\u00a0» … 1\u202f000\u00a0€\u202f?",
    ],
)
def test_what_is_no_fault_stays(text: str) -> None:
    """Times, addresses, faces, numbers beside a year: no space is added, none is moved."""
    assert typeset(text) == text
    assert typeset_html(text) == text


def test_tags_and_code_stay() -> None:
    """Addresses and attributes too; an apostrophe may stand before an element."""
    typed = (
        '<p>L\'<em>eau</em> : <a title="a > l\'eau : b" href="x?l\'eau">là</a> '
        "<code>a : l'b</code> :</p><pre><code>x ; ?</code></pre>"
    )

    assert typeset_html(typed) == (
        '<p>L’<em>eau</em>\u00a0: <a title="a > l\'eau : b" href="x?l\'eau">là</a> '
        "<code>a : l'b</code>\u00a0:</p><pre><code>x ; ?</code></pre>"
    )


@given(_TYPED)
def test_only_spaces_and_signs_change(text: str) -> None:
    """Whatever was typed, its letters and digits are those that are shown."""
    for set_right in (typeset, typeset_html):
        assert _letters(set_right(text)) == _letters(text)


@given(_TYPED)
def test_setting_twice_changes_nothing(text: str) -> None:
    """A text that is right is left alone."""
    for set_right in (typeset, typeset_html):
        assert set_right(set_right(text)) == set_right(text)


@pytest.mark.parametrize("blanks", [" ", "\n ", "« ", "1 ", "<", "'", "."])
def test_a_long_run_costs_no_more_than_its_length(blanks: str) -> None:
    """A hundred thousand signs take a moment: nothing grows with their square."""
    assert len(typeset(blanks * 200_000)) > 0


def test_a_fiche_is_set_as_it_is_shown() -> None:
    """Its paragraphs and its lists, but for code."""
    told = read_fiche(fiche_text("## Objectifs : l'eau\n\n- Trier : 20 % de l'eau ; `a : l'b`\n"))

    assert told.sections == (
        "<ul>\n<li>Trier\u00a0: 20\u00a0% de l’eau\u202f; <code>a : l'b</code></li>\n</ul>",
    )


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def test_a_page_shows_what_was_typed_set_right(tmp_path: Path) -> None:
    """Titles and cost too; the address and the ids come from what was typed."""
    fiche = fiche_text(
        "## L'objectif : trier\n\nOui.\n", title='"Trier : l\'essentiel"', cout='"1 500 €"'
    )
    content = write_content(tmp_path, {"fiches/a.md": fiche})
    made = make_publication(Reading(content, tmp_path), Site("Fiches", "", ""))
    page = next(page for page in made.pages.pages if page.address == "fiches/trier-l-essentiel/")

    assert page.title == page.view.title == "Trier\u00a0: l’essentiel"
    assert page.view.cout == "1\u202f500\u00a0€"
    assert [(part.id, part.title) for part in page.view.sections] == [
        ("l-objectif-trier", "L’objectif\u00a0: trier")
    ]
