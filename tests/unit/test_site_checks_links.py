"""The link checker sees dead links of every kind, and only those."""

from pathlib import Path

import pytest

from tests.site_checks.example import example_page, example_site
from tests.site_checks.links import dead_links, foreign_assets

_OTHERS = {
    "fiches/index.html": '<h1 id="haut">Fiches</h1><a name="vieux"></a><p id="é">É</p>',
    "fiches/tri/index.html": "<h1>Tri</h1>",
    "a.css": "p { color: red }",
    "a b.png": "",
}


def _dead(folder: Path, files: dict[str, str], base: str = "/") -> list[tuple[str, str]]:
    site = example_site(folder, {**_OTHERS, **files}, f"https://exemple.fr{base}")
    return [(link.target, link.reason) for link in dead_links(site)]


@pytest.mark.parametrize("base", ["/", "/rse/"])
@pytest.mark.parametrize(
    "target",
    [
        "fiches/",
        "fiches/?q=tri",
        "fiches/#haut",
        "fiches/#vieux",
        "fiches/#%C3%A9",
        "./fiches/tri/",
        "a%20b.png",
        "#",
        "#top",
        "#ici",
        "?q=tri#ici",
        "https://ailleurs.fr/x",
        "//ailleurs.fr/x",
        "mailto:a@exemple.fr",
        "tel:+33450000000",
        "BASE",
        "BASEfiches/tri/",
        "https://exemple.frBASEfiches/",
    ],
)
def test_living_links_are_left_alone(tmp_path: Path, target: str, base: str) -> None:
    """Relative, absolute, with a query, an anchor or another host."""
    link = f'<h1 id="ici">a</h1><a href="{target.replace("BASE", base)}">b</a>'

    assert _dead(tmp_path, {"index.html": link}, base) == []


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("absent/", "no such file"),
        ("FICHES/", "no such file"),
        ("fiches", "a folder: the last slash is missing"),
        ("fiches/#absent", "no such anchor"),
        ("#absent", "no such anchor"),
        ("", "empty address"),
        ("javascript:void(0)", "code for an address"),
        ("http:///x", "no host"),
        ("/fiches/", "outside /rse/"),
        ("../", "outside /rse/"),
        ("https://exemple.fr/", "outside /rse/"),
        ("https://exemple.fr/rse/absent/", "no such file"),
    ],
)
def test_dead_links_are_told(tmp_path: Path, target: str, reason: str) -> None:
    """Each way a link may lead nowhere, under a sub-path."""
    page = f'<h1>a</h1><a href="{target}">b</a>'

    assert _dead(tmp_path, {"index.html": page}, "/rse/") == [(target, reason)]


@pytest.mark.parametrize(
    "html",
    [
        '<img alt="" src="X">',
        '<img alt="" srcset="a.css 1x, X 2x">',
        '<picture><source srcset="X"></picture>',
        '<video poster="X"></video>',
        '<script src="X"></script>',
        '<iframe src="X"></iframe>',
        '<svg><use href="X"/></svg>',
        '<svg><use xlink:href="X"/></svg>',
        '<link rel="stylesheet" href="X">',
        '<link rel="icon" href="X">',
        '<p style="background: url(X)"></p>',
        "<style>p { background: url('X') }</style>",
        '<style>@import "X";</style>',
    ],
)
def test_what_a_page_loads_is_checked(tmp_path: Path, html: str) -> None:
    """A missing file is dead, a file of another host is told apart."""
    missing = html.replace("X", "absent.bin")
    foreign = html.replace("X", "https://ailleurs.fr/x")
    site = example_site(tmp_path, {**_OTHERS, "index.html": f"<h1>a</h1>{foreign}"})

    assert [asset.host for asset in foreign_assets(site)] == ["ailleurs.fr"]
    assert _dead(tmp_path, {"index.html": missing}) == [("absent.bin", "no such file")]


@pytest.mark.parametrize(
    "html",
    [
        '<form action="X"></form>',
        '<form action="fiches/"><button formaction="X">a</button></form>',
        '<blockquote cite="X"></blockquote>',
        '<link rel="canonical" href="X">',
        '<link rel="alternate" hreflang="en" href="X">',
        '<meta property="og:image" content="X">',
        '<meta http-equiv="refresh" content="0; url=X">',
    ],
)
def test_what_a_page_only_names_is_checked(tmp_path: Path, html: str) -> None:
    """It must exist here; elsewhere, nothing is loaded."""
    missing = html.replace("X", "absent/")
    foreign = html.replace("X", "https://ailleurs.fr/x")
    site = example_site(tmp_path, {**_OTHERS, "index.html": f"<h1>a</h1>{foreign}"})

    assert foreign_assets(site) == []
    assert _dead(tmp_path, {"index.html": missing}) == [("absent/", "no such file")]


def test_a_hint_to_connect_elsewhere_is_told(tmp_path: Path) -> None:
    """`preconnect` reaches another host before any click."""
    head = '<link rel="preconnect" href="https://polices.ailleurs.fr">'
    site = example_site(tmp_path, {"index.html": example_page(head=head)})

    assert [asset.host for asset in foreign_assets(site)] == ["polices.ailleurs.fr"]


def test_style_sheets_are_checked(tmp_path: Path) -> None:
    """Their addresses start at the sheet; comments and filters of a page are no addresses."""
    css = (
        "/* url(vieux.png) */ @import 'b.css';"
        ' p { mask: url("../a b.png"); filter: url(#grain); background: url(data:image/gif,x) }'
        " q { background: url( '../absent.png' ) }"
    )
    page = '<h1>a</h1><link rel="stylesheet" href="css/c.css">'

    assert _dead(tmp_path, {"index.html": page, "css/c.css": css}) == [
        ("../absent.png", "no such file"),
        ("b.css", "no such file"),
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("fiches.json", '[{"url": "https:\\/\\/exemple.fr\\/rse\\/absent/"}]'),
        ("feed.xml", '<feed><link href="https://exemple.fr/rse/absent/"/></feed>'),
        ("sitemap.xml", "<urlset><loc>https://exemple.fr/rse/absent/</loc></urlset>"),
        ("fiches.csv", '"url";"titre"\n"https://exemple.fr/rse/absent/";"Tri"\n'),
        ("robots.txt", "Sitemap: https://exemple.fr/rse/absent/\n"),
        (
            "index.html",
            '<script type="application/ld+json">["https://exemple.fr/rse/absent/"]</script>',
        ),
    ],
)
def test_addresses_in_data_are_checked(tmp_path: Path, name: str, text: str) -> None:
    """Feeds, open data and JSON-LD name the pages of the site by absolute addresses."""
    dead = ("https://exemple.fr/rse/absent/", "no such file")

    assert _dead(tmp_path, {name: text}, "/rse/") == [dead]
    assert _dead(tmp_path, {name: text.replace("absent", "fiches")}, "/rse/") == []


def test_the_404_page_must_not_use_relative_addresses(tmp_path: Path) -> None:
    """It answers at any depth."""
    page = '<h1>a</h1><a href="fiches/">b</a><a href="/fiches/">c</a><a href="#x" id="x">d</a>'

    dead = _dead(tmp_path, {"404.html": page})

    assert [target for target, _ in dead] == ["fiches/"]


def test_base_moves_relative_addresses(tmp_path: Path) -> None:
    """With `<base>`, even an anchor of the same page leads elsewhere."""
    page = example_page(
        '<h1 id="a">a</h1><a href="tri/">b</a><a href="#a">c</a>', "<base href=fiches/>"
    )

    assert _dead(tmp_path, {"index.html": page}) == [("#a", "no such anchor")]
