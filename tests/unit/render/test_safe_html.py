"""Whatever a sheet holds, nothing in the page is active and nothing leaves its place."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builder import commonmark
from builder.render.fragments import Fragments
from builder.render.safe_html import (
    Adapter,
    adapt,
    addresses,
    align_by_class,
    is_external,
    is_plain,
    link_tag,
    make_safe,
    name_blanks,
    sanitise,
    sanitise_inline,
)
from builder.render.uploads import Uploads
from tests.attacks.audit import ADDRESS, SECTION
from tests.attacks.sheets import everywhere
from tests.attacks.strings import STRINGS
from tests.sheets import NO_UPLOADS, text_of, tree

LOOSE = [
    "<p onclick=alert(1) style='position:fixed' class=x id=contenu>clic</p>",
    "</details></summary></table></td>",
    "<a title='\"><img src=x onerror=alert(1)>'>a</a>",
    "<abbr title='&quot;&gt;&lt;script&gt;'>a</abbr>",
    "<img alt='\"><script>alert(1)</script>' src='/uploads/a.png'>",
    "<h1>un</h1><h6>six</h6>",
    "<table><tr><td class='fp-droite x' style='color:red'>a<table><tr><td>b",
    "<table><caption><p></table><p>a</caption>",
    "<li>a<td>b<summary>c<dd>d",
    "<p><p></p><b><i></b></i>",
    '`<td style="text-align: right" onclick=x>`',
    "\x00<\x00script>\ufeff\u202e",
]
"""Texts that close, open or cross what they should not."""


def _check(html: str) -> None:
    """Fail on anything active, or anything that would move when parsed again."""
    root = tree(html)
    for node in root.iter():
        if node is root:
            continue
        assert node.tag in SECTION, html
        assert set(node.attrib) <= SECTION[node.tag] | {"lang"}, html
        assert ADDRESS.fullmatch(node.get("href", "#")), html
        assert node.get("src", "../../uploads/").startswith("../../uploads/"), html
        if node.get("href", "").startswith("http"):
            assert node.get("rel") == "noopener noreferrer"
        if node.tag == "table":
            assert html.count("<table>") == html.count('<div class="fp-tableau"')
    ids = [node.get("id") for node in root.iter() if node.get("id")]
    assert len(ids) == len(set(ids))
    _check_outline([int(str(node.tag)[1]) for node in root.iter() if node.tag in _HEADINGS])


_HEADINGS = {f"h{level}" for level in range(1, 7)}


def _check_outline(levels: list[int]) -> None:
    for before, level in zip([2, *levels], levels, strict=False):
        assert 3 <= level <= before + 1


def _fragments() -> Fragments:
    return Fragments("../../", Uploads(NO_UPLOADS), reserved_ids=frozenset({"contenu"}))


@pytest.mark.parametrize("attack", [*STRINGS, *LOOSE], ids=ascii)
def test_an_attack_leaves_nothing_active(attack: str) -> None:
    """Wherever it is written."""
    _check(_fragments().section(everywhere(attack)).html)


_PIECES = st.sampled_from(
    [
        *STRINGS,
        *LOOSE,
        *["<", ">", "</", "/>", "'", '"', "&", "&lt;", "&quot;", "=", " ", "\n", "\n\n", "`", "# "],
        *["<a ", "<b>", "</b>", "<table>", "<td>", "</table>", "<p>", "</p>", "<h2>", "<ul><li>"],
        *[
            "<svg>",
            "<math>",
            "<style>",
            "<select>",
            "<option>",
            "<!--",
            "-->",
            "onerror=x",
            "href=",
        ],
        *["- ", "> ", "| a | b |\n|--|--:|\n| c | d |\n", "texte", "é"],
    ]
)


@given(st.lists(_PIECES, max_size=8).map("".join))
@example("<table><td>" * 3)
@example("<h2>a<h3>b</h2>c")
@example("<svg><noscript><p title='</noscript><img src=x onerror=alert(1)>'>")
@example("<h2><scr<script>ipt>alert(1)</scr</script>ipt><h2>")
def test_no_mix_of_attacks_leaves_anything_active(text: str) -> None:
    """Pieces of attacks, put together in any order."""
    _check(_fragments().section(everywhere(text)).html)


_MARKS = st.sampled_from(
    [
        *[
            "a",
            "é",
            " ",
            "\n",
            "\n\n",
            "\r",
            "\t",
            "\0",
            "\x0c",
            "\x85",
            "\u2028",
            "\ufeff",
            "\ufffd",
        ],
        *[
            "*",
            "**",
            "_",
            "***",
            "`",
            "``",
            "~~",
            "# ",
            "## ",
            "- ",
            "+ ",
            "1. ",
            "2) ",
            "> ",
            "    ",
        ],
        *[
            "---\n",
            "===\n",
            "```\n",
            "~~~x\n",
            "| a | b |\n|--|--:|\n| c | d |\n",
            "|",
            "\\",
            "\\\n",
        ],
        *["[x]", "[a](b)", "![a](b)", "[x]: /y\n", "(", ")", "[", "]", "&amp;", "&nbsp;", "&#0;"],
        *["&lt;script&gt;", "=", '"', "'", ">", "/>", "  \n", "\u00a0", "<b>", "<", "</p>", "<!--"],
        *["https://", "http://", "a.fr", "xn--a", "1.2", ":8", "//", "/x/", "#y", "?a=b", "%41"],
        *["[z](https://a.fr/x#y)", "[z](/x/)", "[*z](<", ">)", "javascript:", "mailto:", "\u212a"],
    ]
)


@given(st.lists(_MARKS, max_size=12).map("".join))
@example("**a *b* `c`**\n\n- d\n\n  - e\n\n> f\n\ng\n===")
@example("[a](https://a-b.fr/x/y.html#z) et [b](/fiches/x/)\u00a0; [c](https://xn--a.fr)")
def test_what_the_sanitiser_would_not_change_is_not_handed_to_it(text: str) -> None:
    """Whatever the marks, it would give the same."""
    written, line = commonmark.to_html(text), commonmark.inline_to_html(text)

    assert make_safe(text, written) == sanitise(written)
    assert make_safe(text, line, sanitise_inline) == sanitise_inline(line)


@given(st.lists(_MARKS, max_size=12).map("".join))
def test_a_page_changes_nothing_of_what_is_plain(text: str) -> None:
    """Nor is there an address to tell of."""
    written = commonmark.to_html(text)
    if not is_plain(text, written):
        return
    plain = name_blanks(written)

    assert sanitise(written) == plain
    assert adapt(plain, Adapter(6, lambda *_: "", lambda _: None)) == plain
    assert not [*addresses(written)]


@pytest.mark.parametrize("address", ["https://exemple.fr/a/b.html#c", "/fiches/a/", "http://a.fr"])
def test_a_plain_link_is_not_handed_to_the_sanitiser(address: str) -> None:
    """Nor a text that has spaces of French typography: that is most texts."""
    text = f"Lire\u00a0: [la suite]({address})"

    def refuse(_: str) -> str:
        raise AssertionError

    assert make_safe(text, commonmark.to_html(text), refuse) == (
        f'<p>Lire&nbsp;: <a href="{address}">la suite</a></p>\n'
    )


def test_a_comment_or_an_element_leaves_the_text_around_it() -> None:
    """What is taken away takes no word of its neighbours."""
    assert text_of(sanitise("<div>un <foo>deux</foo><!-- x --> trois</div>")) == "un deux trois"


def test_columns_of_numbers_keep_their_side() -> None:
    """As a class, for a policy that allows no style; a text that speaks of it stays as it is."""
    cell = '<table><tr><td style="text-align: right">1</td><td style="text-align: left">2</td></tr>'
    prose = '<p>Écrivez style="text-align: right" ici</p>'

    assert '<td class="fp-droite">1</td><td>2</td>' in sanitise(cell)
    assert sanitise(prose) == prose


def test_tables_of_ordinary_pages_keep_their_side_too() -> None:
    """Python-Markdown writes it as a style, which the policy of the site would leave aside."""
    cell = '<th style="text-align: center;">a</th>'

    assert align_by_class(cell) == '<th class="fp-centre">a</th>'


@pytest.mark.parametrize(
    ("address", "is_out"),
    [
        ("https://a.fr", True),
        ("HTTP://A.FR", True),
        ("mailto:a@b.fr", False),
        ("../fiches/", False),
        ("httpd.md", False),
    ],
)
def test_a_link_to_elsewhere_tells_nothing_of_this_page(address: str, *, is_out: bool) -> None:
    """Neither the page it comes from, nor a handle on its window."""
    assert is_external(address) is is_out
    assert ('rel="noopener noreferrer"' in link_tag(address)) is is_out
