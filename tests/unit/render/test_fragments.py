"""The HTML of a section: what a reader sees, hears and can reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builder.model import (
    Callout,
    Heading,
    LinkItem,
    Links,
    Picture,
    RichText,
    Section,
    Table,
    Video,
)
from builder.render.fragments import Fragments
from builder.render.uploads import Uploads
from tests.sheets import NO_UPLOADS, fiche_text, read_fiche, shown, text_of, tree

if TYPE_CHECKING:
    from pathlib import Path


def _fragments(uploads: Path = NO_UPLOADS) -> Fragments:
    return Fragments("../../", Uploads(uploads))


def _html(body: str, uploads: Path = NO_UPLOADS) -> str:
    (html,) = read_fiche(fiche_text(f"## Méthode\n\n{body}"), uploads).sections
    return html


def test_a_picture_is_described_and_holds_its_place(uploads: Path) -> None:
    """Its size is known before it comes; it comes when it is near the screen."""
    assert _html("![Un *bac*](/uploads/bac.png)", uploads) == (
        '<figure class="fp-image"><img src="../../uploads/bac.png" alt="Un bac"'
        ' width="40" height="30" loading="lazy" decoding="async"></figure>'
    )
    assert _html("![Un plan](/uploads/plan.svg)", uploads) == (
        '<figure class="fp-image"><img src="../../uploads/plan.svg" alt="Un plan"'
        ' loading="lazy" decoding="async"></figure>'
    )


@pytest.mark.parametrize(
    ("size", "side", "names"),
    [
        ("Small", "Left", "fp-image fp-image--petite fp-image--gauche"),
        ("Large", "", "fp-image fp-image--grande"),
        ("Huge", "Up", "fp-image"),
    ],
)
def test_a_picture_has_the_size_and_the_side_it_asks_for(
    uploads: Path, size: str, side: str, names: str
) -> None:
    """Other words change nothing."""
    html = _fragments(uploads).parts((Picture("/uploads/bac.png", "Un bac", size, side),), 2)

    assert tree(html)[0].get("class") == names


def test_a_picture_in_a_sentence_stays_in_it(uploads: Path) -> None:
    """The words around it as well."""
    html = _html("Le ![bac](/uploads/bac.png) du tri", uploads)

    assert html.startswith("<p>Le <img src=")
    assert text_of(html) == "Le du tri"


@pytest.mark.parametrize("body", ["![x](/uploads/absent.png)", "Un ![x](https://a.fr/x.png) mot"])
def test_a_picture_that_cannot_be_shown_leaves_nothing(body: str) -> None:
    """No broken frame, no word lost."""
    html = _html(body)

    assert "<img" not in html
    assert "figure" not in html


def test_headings_stand_one_below_the_other() -> None:
    """Those of lists and quotations too, though they open nothing."""
    html = _html("### A\n\n- # en liste\n\n#### B\n\n> ###### cité\n\n<h1>brut</h1>")

    assert [node.tag for node in tree(html).iter() if str(node.tag).startswith("h")] == [
        "h3",
        "h4",
        "h4",
        "h5",
        "h5",
    ]


def test_each_id_of_a_page_is_unique() -> None:
    """Sections, sub-headings, and the ids that the template keeps for itself."""
    fragments = Fragments("../../", Uploads(NO_UPLOADS), reserved_ids=frozenset({"methode"}))
    parts = (Heading(3, "Méthode"), Callout((Heading(4, "*Méthode*"),)), Heading(3, "?!"))
    views = [fragments.section(Section(title, parts)) for title in ("Méthode", "Méthode", "")]
    ids = [view.id for view in views]
    ids += [
        str(node.get("id")) for view in views for node in tree(view.html).iter() if node.get("id")
    ]

    assert ids[:3] == ["methode-2", "methode-5", "presentation"]
    assert len(set(ids)) == len(ids) == 12


def test_a_heading_of_no_word_is_no_heading() -> None:
    """A screen reader would stop at nothing."""
    assert _html("### <!-- rien -->\n\n###\n\nUn mot") == "<p>Un mot</p>"


def test_a_table_scrolls_in_its_frame() -> None:
    """By keyboard too; its first row and the names of its lines are headings."""
    html = _html("| Année | Tonnes |\n|:--|--:|\n| 2014 | 12 |")

    assert html.startswith(
        '<div class="fp-tableau" role="group" aria-label="Tableau" tabindex="0"><table>'
    )
    assert html.count("fp-droite") == 2
    assert "style" not in html


def test_a_cell_of_one_paragraph_is_no_paragraph() -> None:
    """One of several keeps them, and so does a list."""
    table = Table(("A", "B"), (("*Nom*", ("un", "un\n\ndeux", "- a", "")),))
    row = tree(_fragments().parts((table,), 2)).find(".//tbody/tr")

    assert row is not None
    assert [[child.tag for child in cell] for cell in row] == [["em"], [], ["p", "p"], ["ul"], []]


def test_an_empty_heading_cell_is_a_plain_cell() -> None:
    """A heading that heads nothing is a fault for assistive technology."""
    written = _html("| | 2014 |\n|---|---|\n| Papier | 1 |")
    bloc = _fragments().parts((Table(("", "2014"), (("", ("1",)),)),), 2)

    for html in (written, bloc):
        assert [str(node.tag) for node in tree(html).iter() if node.tag in {"th", "td"}][:2] == [
            "td",
            "th",
        ]


@pytest.mark.parametrize(
    ("written", "href"),
    [
        ("[a](/fiches/trier/)", "../../fiches/trier/"),
        ("[a](../trier/)", "../trier/"),
        ("[a](#methode)", "#methode"),
        ("[a](https://exemple.fr/?a=1&b=2)", "https://exemple.fr/?a=1&b=2"),
        ("<https://exemple.fr>", "https://exemple.fr"),
        ("<nom@exemple.fr>", "mailto:nom@exemple.fr"),
        ("nom arobase exemple.fr", None),
        ("https://exemple.fr", None),
        ("[a](javascript:alert(1))", None),
        ("[a](//exemple.fr)", None),
    ],
)
def test_a_link_leads_where_it_should(written: str, href: str | None) -> None:
    """From the root of the site when it starts with a slash; refused, its words stay."""
    html = _html(written)
    links = [node.get("href") for node in tree(html).iter("a") if node.get("href")]

    assert links == ([href] if href else [])
    assert text_of(html)


@pytest.mark.parametrize(
    ("body", "code", "marked"),
    [
        ("[a](javascript:alert(1))", "FP308", "javascript:alert(1)"),
        ("[a](//exemple.fr)", "FP308", "//exemple.fr"),
        ("[a][b]\n\n[b]: data:text/html,x", "FP308", "data:text/html,x"),
        ('<a href="//exemple.fr">a</a>', "FP308", "//exemple.fr"),
        ("### [a](vbscript:x)", "FP308", "vbscript:x"),
        ("![a](https://exemple.fr/a.png)", "FP303", "https://exemple.fr/a.png"),
        ("mot ![a](/uploads/../a.png)", "FP303", "/uploads/../a.png"),
        ("![a](/uploads/a.png)", "FP301", "/uploads/a.png"),
    ],
)
def test_what_is_refused_is_pointed_at(body: str, code: str, marked: str) -> None:
    """The address itself, in the middle of its text."""
    told = read_fiche(fiche_text(f"## Méthode\n\nAvant.\n\n{body}\n"))
    (remark,) = told.diagnostics

    assert remark.code == code
    assert remark.place.span is not None, shown([remark])
    text = remark.place.source.text[remark.place.span.start : remark.place.span.end]
    assert text == marked


def test_a_pasted_picture_does_not_fill_the_screen() -> None:
    """Its address of a million signs is cut in the message."""
    told = read_fiche(fiche_text(f"## M\n\n![a](data:image/png;base64,{'A' * 10_000})"))

    assert told.codes == ["FP303"]
    assert len(told.diagnostics[0].message) < 250
    assert len(told.text("FP303")) < 900


def test_a_picture_without_words_is_told(uploads: Path) -> None:
    """But it is shown."""
    told = read_fiche(fiche_text("## M\n\n![ ](/uploads/bac.png)"), uploads)

    assert told.codes == ["FP302"]
    assert 'alt=""' in told.sections[0]


def test_a_link_without_an_address_is_a_text() -> None:
    """So is one whose address is refused."""
    items = (LinkItem("Un livre", ""), LinkItem("Un <piège>", "javascript:x"))
    html = _fragments().parts((Links(items), Video("javascript:x", "", None)), 2)

    assert "<a" not in html
    assert text_of(html) == "Un livre Un <piège> Voir la vidéo"


def test_a_block_in_a_title_is_no_block() -> None:
    """Its words stay, in one line."""
    html = _fragments().inline(
        "Un <p>titre</p> <h2>coupé</h2> <table><tr><td>net</td></tr></table>"
    )

    assert "<" not in html
    assert text_of(html) == "Un titre coupé net"


def test_rendering_again_gives_the_same_bytes(uploads: Path) -> None:
    """Same content, same page."""
    section = Section("A", (RichText("![](/uploads/bac.png) *x*"), Heading(3, "A")))

    assert _fragments(uploads).section(section) == _fragments(uploads).section(section)
