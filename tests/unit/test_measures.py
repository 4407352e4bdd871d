"""The site measures itself: every figure of a tiny site is counted here by hand."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from builder.measures import (
    MARKER,
    PAGE,
    Host,
    Kind,
    PageMeasures,
    SiteMeasures,
    glance,
    measure_site,
    measures_table,
    read_ahead,
    write_measures,
)
from builder.measures.page import HEADERS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site_checks.site import BuiltSite

_HEAD = (
    '<html><head><link rel="canonical" href="https://exemple.fr/rse/">'
    '<link rel="icon" href="data:,"><link rel="stylesheet" href="/rse/s.css">'
    '<script type="module" src="{root}a.js"></script></head><body>{body}</body></html>'
)
_HEAD_ELEMENTS = 7
_FRAME = ("s.css", "a.js", "b/c.js", "d.js")
_SITE_URL = "https://exemple.fr/rse/"


def _write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def _page(body: str, root: str = "../../") -> str:
    return _HEAD.format(root=root, body=body)


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """Write what every page of the tiny site needs: a style sheet and four scripts."""
    files: dict[str, str | bytes] = {
        "s.css": "p { color: red }\n" * 90,
        # One module waits for two others, one of which waits for the first again.
        "a.js": 'import { c } from "./b/c.js";\nconst later = () => import("./z.js");\n',
        "b/c.js": 'import {\n  d,\n} from "../d.js";\nexport * from "../a.js";\n',
        "d.js": 'export const ROOT = new URL("../../", import.meta.url);\n',
        "z.js": "// Comes on a click.\n" * 50,
    }
    return _write(tmp_path, files)


def _octets(folder: Path, *names: str) -> int:
    """Weigh answers: gzip, but for pictures, and headers for each."""
    contents = {name: (folder / name).read_bytes() for name in names}
    return sum(
        HEADERS + (len(content) if name.endswith(".png") else len(gzip.compress(content, 6)))
        for name, content in contents.items()
    )


def _measure(folder: Path, body: str) -> PageMeasures:
    """Measure a fiche, given its body."""
    _write(folder, {"fiches/tri/index.html": _page(body)})
    return measure_site(folder, _SITE_URL).heaviest[Kind.FICHE]


def test_weight_is_that_of_all_that_a_page_needs_at_once(tiny: Path) -> None:
    """The page, its style sheet, its scripts and what they import; what comes later is not."""
    found = _measure(tiny, "<h1>Tri</h1>")

    assert found.address == "fiches/tri/"
    assert found.requests == 1 + len(_FRAME)
    assert found.weight == _octets(tiny, "fiches/tri/index.html", *_FRAME)
    assert found.late == 0


def test_pictures_are_weighed_as_they_are_and_once(tiny: Path) -> None:
    """A photo does not shrink; one that waits is counted apart, unless it came already."""
    _write(tiny, {"uploads/un é.png": bytes(7000), "uploads/b.png": bytes(5000)})
    at_once = '<img src="../../uploads/un%20%C3%A9.png" alt="">'
    late = '<img src="/rse/uploads/b.png" alt="" loading="lazy">'

    found = _measure(tiny, at_once * 2 + at_once.replace("alt", 'loading="lazy" alt') + late)

    assert found.requests == 2 + len(_FRAME)
    html = "fiches/tri/index.html"
    assert found.weight == _octets(tiny, html, *_FRAME, "uploads/un é.png")
    assert found.late == _octets(tiny, "uploads/b.png")
    assert (found.late_kilobytes, found.elements) == (6, _HEAD_ELEMENTS + 4)


def test_a_picture_that_is_not_there_is_a_request(tiny: Path) -> None:
    """Of which only the headers come; a name too long for the disk is no error."""
    bodies = ["", '<img src="non.png">', f'<img src="{"x" * 300}.png"><img src="a%00.js">']

    without, absent, strange = (_measure(tiny, body) for body in bodies)

    assert absent.requests - without.requests == 1
    assert strange.requests - without.requests == 2
    assert 500 <= absent.weight - without.weight < 550


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("<p>Un<br>deux</p>", 2),
        ("<svg viewBox='0 0 9 9'><g><path d='M0 0'/></g></svg><p></p>", 2),
        ("<noscript><p>sans</p></noscript><p></p>", 2),
        ("<template><ul><li></li></ul></template><p></p>", 2),
        ("<!-- <p></p> --><script>'<p></p>'</script><p title='a > b'></p>", 2),
        ("<table><tr><td></td></tr><tr></tr></table>", 5),
        ("<table><thead><tr></thead><tbody><tr></tbody></table><table><tr></table>", 8),
        ("<table><thead><tr></thead><tr><td><table><tr></table></table>", 9),
        ("<table><tbody><tr><td><svg><g></table></g></svg></td></tr><tr></table>", 6),
        ("<![si IE]><p></p><![1[<![CDATA[</svg><p></p>", 2),
    ],
)
def test_elements_are_those_of_the_page(tiny: Path, body: str, count: int) -> None:
    """Inside a drawing, a template, a noscript or a comment, none counts."""
    assert _measure(tiny, body).elements == _HEAD_ELEMENTS + count


def test_each_page_is_of_one_kind_and_the_heaviest_is_shown(tiny: Path) -> None:
    """A small page with a large picture is heavier than a long one."""
    long, listed = _page("<p>Des mots</p>" * 300), _page('<ul data-fp-liste=""></ul>')
    files: dict[str, str | bytes] = {
        "index.html": _page(listed, "./"),
        "fiches/index.html": _page(listed, "../"),
        "fiches/page/2/index.html": listed,
        "nature/social/index.html": listed * 2,
        "temoins/index.html": _page("", "../"),
        "fiches/court/index.html": _page('<img src="../../x.png" loading="lazy">'),
        "fiches/long/index.html": long,
        "temoins/apnos/index.html": _page(""),
        "contribuer/index.html": _page("", "../"),
        f"{PAGE}index.html": long * 9,
        "404.html": long * 9,
        "x.png": bytes(20_000),
    }
    found = measure_site(_write(tiny, files), _SITE_URL, without=PAGE)

    assert [(kind, page.address) for kind, page in found.heaviest.items()] == [
        (Kind.HOME, ""),
        (Kind.CATALOGUE, "fiches/"),
        (Kind.LIST, "nature/social/"),
        (Kind.FICHE, "fiches/court/"),
        (Kind.TEMOIN, "temoins/apnos/"),
        (Kind.OTHER, "contribuer/"),
    ]
    assert found.pages == 10
    assert found.weight == sum(file.stat().st_size for file in tiny.rglob("*") if file.is_file())
    assert found.foreign == 0


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ('<a href="https://ailleurs.fr/">Lien</a>', 0),
        ('<img src="https://exemple.fr/rse/x.png"><p>src="https://ailleurs.fr/x"</p>', 0),
        ('<img src="https://ailleurs.fr/x.png">', 1),
        ("<p>a</p><script async src=//ailleurs.fr/x.js></script>", 1),
        ('<link rel="stylesheet" href="https://ailleurs.fr/s.css"><iframe src="//b.fr">', 2),
        ("<noscript><img src='http://ailleurs.fr/x.gif'></noscript>", 1),
        ('<img src="http://[">', 0),
    ],
)
def test_requests_to_another_host_are_counted(tiny: Path, body: str, count: int) -> None:
    """What a page loads by itself, not what a reader may follow."""
    _write(tiny, {"contribuer/index.html": _page(body)})

    assert measure_site(tiny, _SITE_URL).foreign == count


def test_a_site_that_does_not_say_where_it_is(tiny: Path) -> None:
    """Its pages find their files all the same."""
    _write(tiny, {"index.html": '<link rel="stylesheet" href="s.css"><img src="//b.fr/x.png">'})

    found = measure_site(tiny)

    assert (found.heaviest[Kind.HOME].requests, found.foreign) == (2, 1)


def test_table_is_written_as_a_reader_expects() -> None:
    """Headings say what they head; numbers are French; the letter is that of the EcoIndex."""
    pages = {
        Kind.HOME: PageMeasures("", weight=35_400, late=0, requests=3, elements=99),
        Kind.FICHE: PageMeasures(
            "fiches/a/", weight=1_250_600, late=61_000, requests=5, elements=1_288
        ),
    }
    table = measures_table(SiteMeasures(pages, pages=1_630, weight=40_260_000, foreign=0))

    assert '<th scope="row"><a href="../fiches/a/">Fiche la plus lourde</a></th>' in table
    assert table.count('<th scope="col"') == 5
    assert "<caption>" in table
    assert _cells(table) == [
        ["35\u00a0Ko", "3", "99", "91,5\u00a0(A)"],
        ["1\u202f251\u00a0Ko + 61\u00a0Ko d’images", "5", "1\u202f288", "49,9\u00a0(D)"],
    ]
    assert "Le site entier\u00a0: 1\u202f630\u00a0pages, 40,3\u00a0Mo" in table
    assert '<a href="../fiches/a/">/fiches/a/</a>, 1\u202f312\u00a0Ko' in table
    assert "Requêtes vers un autre site\u00a0: 0" in table


def _cells(page: str) -> list[list[str]]:
    """Return the figures of a table of measures, a list a line."""
    rows = re.findall(r'<tr><th scope="row">.*?</tr>', page)
    return [re.findall(r"<td[^>]*>(.*?)</td>", row) for row in rows]


def test_the_table_takes_the_place_of_the_line(tiny: Path) -> None:
    """The rest of the page stays as it was; a second time there is nothing left to do."""
    _write(tiny, {"index.html": _page("", "./"), f"{PAGE}index.html": f"é{MARKER}<p>fin</p>"})

    write_measures(tiny, _SITE_URL)
    written = (tiny / PAGE / "index.html").read_bytes()
    write_measures(tiny, _SITE_URL)

    assert (tiny / PAGE / "index.html").read_bytes() == written
    assert written.decode().startswith('é<div class="fp-tableau"')
    assert written.decode().endswith("<p>fin</p>")
    assert _cells(written.decode())[0][1:3] == ["5", "7"]


@pytest.mark.parametrize("page", [None, "<p>Texte</p>", "<p>Le poids : [mesures]</p>"])
def test_without_a_place_nothing_is_measured(
    tiny: Path, page: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A network may write another page, or none: that costs no time."""
    if page is not None:
        _write(tiny, {f"{PAGE}index.html": page})
    monkeypatch.setattr("builder.measures.table.measure_site", None)

    write_measures(tiny, _SITE_URL)

    assert not (tiny / PAGE).exists() or (tiny / PAGE / "index.html").read_text() == page


def test_the_real_page_holds_its_figures(site: BuiltSite) -> None:
    """A line for each kind of page, nothing from elsewhere; and the page stays light."""
    page = site.text(f"{PAGE}index.html")

    assert "[mesures]" not in page
    assert len(_cells(page)) == len(Kind)
    assert "Requêtes vers un autre site\u00a0: 0" in page
    assert len(re.findall(r"<[a-z]", page)) <= 200


def test_what_was_seen_when_a_page_was_written_gives_the_same_figures(tiny: Path) -> None:
    """A page is not read again to be measured, unless nobody looked at it."""
    body = '<img src="/rse/a.png"><img src="https://ailleurs.fr/b.png"><a href="//c.fr">c</a>'
    pages = {
        f"{folder}index.html": _page(body * rank + "<ul data-fp-liste></ul>")
        for rank, folder in enumerate(("", "fiches/", "fiches/tri/", "nature/social/"))
    }
    _write(tiny, {**pages, "a.png": b"." * 1000})
    host = Host(tiny, _SITE_URL)
    known = {
        name.removesuffix("index.html"): glance(
            host, name.removesuffix("index.html"), text.encode()
        )
        for name, text in pages.items()
    }
    known.pop("nature/social/")

    assert measure_site(tiny, _SITE_URL, known=known) == measure_site(tiny, _SITE_URL)
    assert measure_site(tiny, _SITE_URL).foreign == 3


def test_a_page_that_was_read_once_is_not_read_again(tiny: Path) -> None:
    """What it holds gives the same figures, though it is no more there to be read."""
    text = _page('<img src="/rse/a.png" loading="lazy"><svg><g></g></svg>')
    host, name = Host(_write(tiny, {"fiches/tri/index.html": text}), _SITE_URL), "fiches/tri/"
    first = measure_site(tiny, _SITE_URL)
    known = {name: replace(glance(host, name, text.encode()), contents=first.read[name])}
    (tiny / name / "index.html").write_bytes(b"." * len(text.encode()))

    assert measure_site(tiny, _SITE_URL, known=known) == first


def test_pages_are_read_ahead_where_the_site_has_a_place_for_measures(tiny: Path) -> None:
    """The rest of the site may not be there yet."""
    text = _page("<ul></ul>")
    host, name = Host(_write(tiny, {"fiches/tri/index.html": text}), _SITE_URL), "fiches/tri/"
    known = {name: glance(host, name, text.encode())}
    before = read_ahead(tiny, _SITE_URL, known)
    _write(tiny, {f"{PAGE}index.html": MARKER})
    ahead = read_ahead(tiny, _SITE_URL, known)

    assert before == {}
    assert ahead == {name: measure_site(tiny, _SITE_URL).read[name]}
