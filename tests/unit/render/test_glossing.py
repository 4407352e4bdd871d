"""Terms of the lexique become links where a reader first meets them."""

import re
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.lexique import Lexique, load_lexique
from builder.render.glossing import Glossary
from builder.source import SourceFile

LEXIQUE = """\
[[termes]]
terme = "RSE"
developpe = "responsabilité sociétale des entreprises"
definition = "Ce que fait une *entreprise* pour la « société »."
formes = ["responsabilité sociétale"]

[[termes]]
terme = "structure d’insertion"
definition = "Elle salarie des personnes."
formes = ["structures d’insertion"]

[[termes]]
terme = "clause"
definition = "Une ligne d’un marché."

[[termes]]
terme = "clause sociale"
definition = "Une ligne d’un marché, pour l’emploi."

[[termes]]
terme = "ISO 26000"
definition = "Une norme."

[[termes]]
terme = "R&D"
definition = "La recherche."
"""


def _lexique(text: str = LEXIQUE) -> Lexique:
    lexique, told = load_lexique(SourceFile(PurePosixPath("content/lexique.toml"), text))
    assert told == ()
    return lexique


def _glossary() -> Glossary:
    return Glossary(_lexique(), "../../")


def _links(fragment: str) -> list[tuple[str, str]]:
    """List the links: place in the lexique, words."""
    return re.findall(
        r'<a class="fp-terme" href="\.\./\.\./lexique/#([^"]*)"[^>]*>([^<]*)', fragment
    )


def _glossed(fragment: str) -> list[tuple[str, str]]:
    return _links(_glossary().section(fragment)[0])


def test_a_term_is_linked_once_a_section() -> None:
    """At its first use, whatever its form; a new section links it again."""
    glossary = _glossary()
    first, second = glossary.section("<p>La RSE.</p>", "<p>Responsabilité sociétale, RSE.</p>")
    [other] = glossary.section("<p>La responsabilité sociétale.</p>")

    assert (_links(first), _links(second)) == ([("rse", "RSE")], [])
    assert _links(other) == [("rse", "responsabilité sociétale")]


def test_the_first_link_of_a_page_bears_the_meaning() -> None:
    """In plain text, for the bubble; the others find it there."""
    glossary = _glossary()
    [first] = glossary.section("<p>La RSE.</p>")
    [second] = glossary.section("<p>La RSE.</p>")

    assert first == (
        '<p>La <a class="fp-terme" href="../../lexique/#rse" data-fp-sens="Responsabilité '
        "sociétale des entreprises. Ce que fait une entreprise pour la « société »."
        '">RSE</a>.</p>'
    )
    assert "data-fp-sens" not in second


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        ("<p>une clause sociale</p>", [("clause-sociale", "clause sociale")]),
        ("Structures d’insertion", [("structure-d-insertion", "Structures d’insertion")]),
        ("structure d'insertion", [("structure-d-insertion", "structure d'insertion")]),
        ("<p>l’ISO&nbsp;26000</p>", [("iso-26000", "ISO\u00a026000")]),
        ("<p>l’ISO\u202f26000</p>", [("iso-26000", "ISO\u202f26000")]),
        ("<p>la R&amp;D</p>", [("r-d", "R&amp;D")]),
        ("<p>(RSE), RSE-DD</p>", [("rse", "RSE")]),
        ("<p><strong>RSE</strong></p>", [("rse", "RSE")]),
    ],
)
def test_every_writing_of_a_term_is_found(fragment: str, expected: list[tuple[str, str]]) -> None:
    """The longest term wins; blanks and apostrophes do not count, nor a capital in front."""
    assert _glossed(fragment) == expected


@pytest.mark.parametrize(
    "fragment",
    [
        "<p>COURSE, RSEau, rse, CLAUSE, clauses, x_RSE</p>",
        "<h3>La RSE</h3>",
        '<p><a href="x">la <em>RSE</em></a></p>',
        "<p><code>RSE</code></p>",
        "<details><summary>La RSE ?</summary></details>",
        '<p><img src="x" alt="RSE"></p>',
        '<p><a title="RSE > RSE" href="/RSE/">ici</a></p>',
        "<p>structure <b>d’insertion</b></p>",
        "",
    ],
)
def test_the_rest_stays_as_it_is(fragment: str) -> None:
    """Parts of words, titles, links, code, attributes, words cut by a tag."""
    assert _glossary().section(fragment) == (fragment,)


def test_a_link_refused_does_not_use_up_the_term() -> None:
    """The first use that can be linked is."""
    assert _glossed("<h3>RSE</h3><p>La RSE.</p>") == [("rse", "RSE")]


def test_without_terms_nothing_changes() -> None:
    """A site may have no lexique."""
    assert Glossary(Lexique(), "").section("<p>La RSE.</p>") == ("<p>La RSE.</p>",)


@given(
    st.lists(
        st.sampled_from(
            [
                "RSE",
                "clause",
                "sociale",
                " ",
                "&nbsp;",
                "<p>",
                "</p>",
                "<h3>",
                "</h3>",
                "x",
                "é",
                ",",
            ]
        )
    )
)
def test_no_word_changes(pieces: list[str]) -> None:
    """Whatever stands around: only links are added."""
    fragment = "".join(pieces)
    [glossed] = _glossary().section(fragment)
    bare = re.sub(r'<a class="fp-terme"[^>]*>([^<]*)</a>', r"\1", glossed)

    assert bare.replace("\u00a0", "&nbsp;") == fragment
