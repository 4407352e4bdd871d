"""Whatever a sheet holds, nothing in the page is active and nothing leaves its place."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builder.model import (
    Callout,
    Column,
    Columns,
    Faq,
    Heading,
    LinkItem,
    Links,
    Picture,
    Question,
    RichText,
    Section,
    Table,
    Video,
)
from builder.render.fragments import Fragments
from builder.render.safe_html import is_external, link_tag, sanitise
from builder.render.uploads import Uploads
from tests.sheets import NO_UPLOADS, text_of, tree

ALLOWED = {
    "a": {"href", "title", "rel"},
    "abbr": {"title"},
    "img": {"src", "alt", "width", "height", "loading", "decoding"},
    "ol": {"start"},
    "td": {"class", "colspan", "rowspan"},
    "th": {"class", "colspan", "rowspan", "scope"},
    "div": {"class", "role", "aria-label", "tabindex"},
    "pre": {"tabindex"},
    "p": {"class"},
    "ul": {"class"},
    "figure": {"class"},
    "details": {"class"},
    **{f"h{level}": {"id"} for level in range(3, 7)},
    **{
        name: set[str]()
        for name in [
            *("b", "blockquote", "br", "caption", "cite", "code", "dd", "del", "dl"),
            *("dt", "em", "figcaption", "hr", "i", "ins", "kbd", "li", "mark"),
            *("q", "s", "small", "span", "strong", "sub", "summary", "sup", "table"),
            *("tbody", "tfoot", "thead", "tr", "u"),
        ]
    },
}
"""Elements and attributes that may stand in a section, ours included."""
ADDRESS = re.compile(
    r"(?!//) (?: (?:https?|mailto|tel): | (?![a-z][a-z0-9+.-]*:) ) [^\s\\]*",
    re.VERBOSE | re.IGNORECASE,
)
"""A scheme that is allowed, or none, and no other host."""

ATTACKS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//x.fr/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img src='/uploads/a.png' onload=alert(1) style='x'>",
    "<p onclick=alert(1) style='position:fixed' class=x id=contenu>clic</p>",
    "<a href='javascript:alert(1)'>a</a>",
    "<a href=' jAvascript:alert(1)'>a</a>",
    "<a href='java&#10;script:alert(1)'>a</a>",
    "<a href='&#x6A;avascript:alert(1)'>a</a>",
    "<a href='data:text/html,x'>a</a>",
    "<a href='//x.fr'>a</a>",
    "<a href='https://x.fr' target=_blank rel=opener ping=x>a</a>",
    "[a](javascript:alert(1))",
    "[a](data:text/html;base64,x)",
    "[a](//x.fr)",
    "![a](javascript:alert(1))",
    "![a](https://x.fr/x.png)",
    "<javascript:alert(1)>",
    "<iframe src=https://x.fr></iframe>",
    "<object data=x></object><embed src=x>",
    "<form action=https://x.fr><input name=a><button>b</button></form>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<math><annotation-xml encoding=text/html><style><img src=x onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<template><img src=x onerror=alert(1)></template>",
    "<textarea></textarea><img src=x onerror=alert(1)>",
    "<title><img src=x onerror=alert(1)></title>",
    "<style>*{display:none}</style>",
    "<link rel=stylesheet href=//x.fr/x.css>",
    "<meta http-equiv=refresh content='0;url=//x.fr'>",
    "<base href=//x.fr>",
    "</p></div></section></main></body></html>",
    "</details></summary></table></td>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!-- --!><img src=x onerror=alert(1)>",
    "<![CDATA[><img src=x onerror=alert(1)>]]>",
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


def _check(html: str) -> None:
    """Fail on anything active, or anything that would move when parsed again."""
    root = tree(html)
    for node in root.iter():
        if node is root:
            continue
        assert node.tag in ALLOWED, html
        assert set(node.attrib) <= ALLOWED[node.tag] | {"lang"}, html
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


def _everywhere(text: str) -> Section:
    """Put a text wherever a sheet may hold one."""
    rich = RichText(text)
    link = LinkItem(text, text, Picture(text, text))
    return Section(
        text,
        (
            rich,
            Heading(3, text),
            Picture(text, text, text, text),
            Video(text, text, Picture(text, text)),
            Table((text, text), ((text, (text, text)),)),
            Links((link,)),
            Columns((Column(text, Picture(text, text), (rich, Heading(4, text))),)),
            Faq((Question(text, (rich,)),)),
            Callout((rich, Heading(4, text), rich)),
            rich,
        ),
    )


@pytest.mark.parametrize("attack", ATTACKS, ids=ascii)
def test_an_attack_leaves_nothing_active(attack: str) -> None:
    """Wherever it is written."""
    _check(_fragments().section(_everywhere(attack)).html)


_PIECES = st.sampled_from(
    [
        *ATTACKS,
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
    _check(_fragments().section(_everywhere(text)).html)


def test_a_comment_or_an_element_leaves_the_text_around_it() -> None:
    """What is taken away takes no word of its neighbours."""
    assert text_of(sanitise("<div>un <foo>deux</foo><!-- x --> trois</div>")) == "un deux trois"


def test_columns_of_numbers_keep_their_side() -> None:
    """As a class, for a policy that allows no style; a text that speaks of it stays as it is."""
    cell = '<table><tr><td style="text-align: right">1</td><td style="text-align: left">2</td></tr>'
    prose = '<p>Écrivez style="text-align: right" ici</p>'

    assert '<td class="fp-droite">1</td><td>2</td>' in sanitise(cell)
    assert sanitise(prose) == prose


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
