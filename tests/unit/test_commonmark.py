"""The engine reads CommonMark as its specification says, and a text is cut without a loss."""

from __future__ import annotations

import html
import json
from typing import Any

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder import commonmark
from builder.commonmark import Fragment, HeadingFragment, ImageFragment, TextFragment
from builder.render.safe_html import sanitise
from tests.sheets import SHARED, text_of, tree

SPECIFICATION = SHARED / "vectors" / "commonmark-spec.json"


def _examples() -> list[dict[str, Any]]:
    if not SPECIFICATION.is_file():
        reason = f"no CommonMark specification at {SPECIFICATION}"
        return [pytest.param({}, marks=pytest.mark.skip(reason=reason))]  # type: ignore[list-item]
    return list(json.loads(SPECIFICATION.read_text(encoding="utf-8")))


def _number(example: dict[str, Any]) -> str:
    return str(example.get("example"))


def _canonical(fragment: str) -> str:
    """Write the tree that a browser makes of HTML."""
    return html5lib.serialize(
        tree(fragment),
        quote_attr_values="always",
        omit_optional_tags=False,
        alphabetical_attributes=True,
    )


MISSES = {177: "white space between a list marker and an HTML block"}
"""Examples that the engine renders to another tree."""

DIFFERENCES = {
    "the language of a code block is no class of ours": {24, 34, 142, 143, 144, 146},
    "an element that is not allowed is taken away, its text stays": (
        {150, 152, 153, 154, 155, 159, 161, 162, 164, 176, 177, 186, 187, 188, 190, 191}
        | {203, 493, 526, 538, 615, 616, 617, 618, 619}
    ),
    "an attribute that is not allowed is taken away": {165, 170, 171},
    "the title of a picture is not shown": (
        {477, 574, 575, 578, 579, 581, 586, 587, 588, 589, 590, 591, 593}
    ),
    "the content of a script, a style or a form field is no text": {172, 173, 174, 175, 178, 180},
    "comments, declarations and instructions are taken away": (
        {179, 181, 182, 184, 185, 310, 311, 627, 628, 629, 630, 631}
    ),
    "an address whose scheme is not allowed is no link": {598, 600, 601, 603},
    "the order of misplaced elements is another": {148, 193},
}
"""Why what stands on our pages is not the HTML of the specification, by example."""


@pytest.mark.parametrize("example", _examples(), ids=_number)
def test_the_engine_follows_the_specification(example: dict[str, Any]) -> None:
    """Each example gives the expected tree, or is listed with the reason."""
    rendered = commonmark.to_html(example["markdown"])

    is_same = _canonical(rendered) == _canonical(example["html"])
    assert is_same == (example["example"] not in MISSES)


@pytest.mark.parametrize("example", _examples(), ids=_number)
def test_sanitising_changes_only_what_it_must(example: dict[str, Any]) -> None:
    """Each example stays as it is, or is listed with the reason."""
    shown = sanitise(commonmark.to_html(example["markdown"]))

    is_same = _canonical(shown) == _canonical(example["html"])
    assert is_same == all(example["example"] not in listed for listed in DIFFERENCES.values())


def test_each_difference_has_one_reason() -> None:
    """No example is listed twice."""
    listed = [number for numbers in DIFFERENCES.values() for number in numbers]

    assert len(listed) == len(set(listed))


@pytest.mark.parametrize(
    ("text", "rendered"),
    [
        ("**Prix :** 3 €", "<strong>Prix :</strong> 3 €"),
        ("1. Trier", "1. Trier"),
        ("- Trier", "- Trier"),
        ("> Trier", "&gt; Trier"),
        ("# Trier #", "# Trier #"),
        ("deux\nlignes", "deux lignes"),
        ("Combien\u00a0? 1\u202f000 €", "Combien\u00a0? 1\u202f000 €"),
        (" ", ""),
    ],
)
def test_one_line_opens_no_block(text: str, rendered: str) -> None:
    """A title that starts like a list is a title; its no-break spaces stay."""
    assert commonmark.inline_to_html(text) == rendered


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("**Écoute** & `partage`", "Écoute & partage"),
        ("[Lucie](https://labellucie.com)", "Lucie"),
        ("Trier<br>ses déchets", "Trier ses déchets"),
        ("Combien\u00a0?", "Combien\u00a0?"),
        ("R&eacute;sultats", "Résultats"),
        ("![Un bac](/uploads/bac.jpg)", "Un bac"),
    ],
)
def test_a_title_is_known_by_its_words(text: str, words: str) -> None:
    """Without marks, for an id, a table of contents or a search result."""
    assert commonmark.plain_text(text) == words


@pytest.mark.parametrize(
    ("text", "fragments"),
    [
        ("## Trier", [HeadingFragment(2, "Trier")]),
        ("  ### Trier ses *déchets* ##  ", [HeadingFragment(3, "Trier ses *déchets*")]),
        ("Trier\nses déchets\n===", [HeadingFragment(1, "Trier ses déchets")]),
        ("## Combien\u00a0?", [HeadingFragment(2, "Combien\u00a0?")]),
        ("##", [HeadingFragment(2, "")]),
        ("# C#", [HeadingFragment(1, "C#")]),
        ("#Trier", [TextFragment("#Trier")]),
        ("- ## Trier", [TextFragment("- ## Trier")]),
        ("```\n## Trier\n```", [TextFragment("```\n## Trier\n```")]),
        ("![a *b*](/uploads/c.png)", [ImageFragment("/uploads/c.png", "a b")]),
        ("![a](b) c", [TextFragment("![a](b) c")]),
        ("![a](b)\n![c](d)", [TextFragment("![a](b)\n![c](d)")]),
        ("[![a](b)](c)", [TextFragment("[![a](b)](c)")]),
        (
            "é\n\n## À\n\n    code\n\n![a](b)\n\nfin\n",
            [
                TextFragment("é"),
                HeadingFragment(2, "À"),
                TextFragment("    code"),
                ImageFragment("b", "a"),
                TextFragment("fin"),
            ],
        ),
        ("\n \n", []),
    ],
)
def test_a_text_is_cut_at_its_own_headings_and_pictures(
    text: str, fragments: list[Fragment]
) -> None:
    """Those of a list, a quotation or a code block are its own business."""
    assert list(commonmark.split(text)) == fragments


_BLOCKS = [
    "Un *texte* avec `code` & <b>gras</b>",
    "deux lignes  \net un saut",
    "- a\n- b\n  - c",
    "1. un\n\n   suite\n2. deux",
    "> cité\n> encore",
    "> ## Titre cité",
    "- ## Titre en liste",
    "    code indenté",
    "```\n## code\n\n![a](b)\n```",
    "# Titre",
    "## Titre *deux* ##",
    "Titre\nsouligné\n---",
    "##",
    "![seule](/uploads/a.png)",
    "![une](a) ![deux](b)",
    "| a | b |\n|---|--:|\n| 1 | 2 |",
    "***",
    "<table><tr><td>brut</td></tr></table>",
    "<!-- rien -->",
    "Voir [le guide][g] et [site]",
    "[g]: https://guide.fr 'Le guide'",
    "> [site]:\n> https://site.fr",
    "[site]: https://autre.fr",
    "```\nnon fermé [site]",
]
_MARKDOWN = st.lists(st.sampled_from(_BLOCKS), max_size=7).map("\n\n".join)


def _again(fragment: Fragment) -> str:
    match fragment:
        case HeadingFragment(level, text):
            return f"<h{level}>{commonmark.inline_to_html(text)}</h{level}>\n"
        case ImageFragment(src, alt):
            return f'<p><img src="{html.escape(src)}" alt="{html.escape(alt)}"></p>\n'
        case TextFragment(text):
            return commonmark.to_html(f"{text}\n")


@given(_MARKDOWN)
def test_a_text_cut_and_joined_is_the_same_text(text: str) -> None:
    """Nothing is lost at a cut, and references mean in each part what they mean in the whole."""
    joined = "".join(map(_again, commonmark.split(text)))

    assert _canonical(joined).split() == _canonical(commonmark.to_html(f"{text}\n")).split()


def test_a_reference_holds_in_all_sections() -> None:
    """Wherever it is defined; the first definition wins, as in one text."""
    text = (
        "Voir [a].\n\n## Un\n\nVoir [a] et [b].\n\n[a]: https://a.fr\n\n"
        "## Deux\n\nVoir [b].\n\n[b]: https://b.fr\n[a]: https://faux.fr\n\n## Trois\n\n[a]"
    )
    parts = [part for part in commonmark.split(text) if isinstance(part, TextFragment)]

    links = [tree(commonmark.to_html(part.text)).iter("a") for part in parts]
    assert [[link.get("href") for link in found] for found in links] == [
        ["https://a.fr"],
        ["https://a.fr", "https://b.fr"],
        ["https://b.fr"],
        ["https://a.fr"],
    ]
    assert [text_of(commonmark.to_html(part.text)) for part in parts] == [
        "Voir a .",
        "Voir a et b .",
        "Voir b .",
        "a",
    ]


@given(st.text(alphabet="a#*_[]()!<>`-=+| \n\tné\\&;:/1.", max_size=80))
def test_no_text_stops_the_engine(text: str) -> None:
    """Any text is cut, rendered and read as one line."""
    for fragment in commonmark.split(text):
        _again(fragment)
    commonmark.inline_to_html(text)
    commonmark.plain_text(text)


def test_a_definition_follows_only_the_texts_that_name_it() -> None:
    """Thousands of them in each of thousands of sections would be millions."""
    definitions = "[Un]: /1\n[deux  mots]: /2\n\n"
    text = f"{definitions}# A\n\nVoir [un][].\n\n# B\n\n[Là][DEUX mots] et [x].\n"
    first, _, one, _, other = commonmark.split(text)

    assert isinstance(one, TextFragment)
    assert isinstance(other, TextFragment)
    assert one.text == "[Un]: /1\n\nVoir [un][]."
    assert other.text.startswith("[deux  mots]: /2\n\n[Là]")
    assert 'href="/2"' in commonmark.to_html(other.text)
    assert first != one
