"""Every measure sees the fault it is there for, and lets a sound page be."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.bar import Bar, bar_table, is_over
from tests.browser.measure import Visit, visit
from tests.browser.server import StaticServer
from tests.conftest import CONTENT_SECURITY_POLICY
from tests.site_checks.example import example_page, example_site

pytestmark = pytest.mark.browser

_SOUND = """<h1>Titre</h1>
<p>Une phrase avec <a href="#bas">un lien</a> dedans.</p>
<p><a href="#bas" style="display: inline-block; padding: 8px">Un lien seul</a></p>
<p><label for="case" style="display: inline-block; padding: 8px">
  <input id="case" type="checkbox"> Une case et son libellé</label></p>
<div style="position: relative; min-height: 60px">
  <h2 style="font-size: 12px"><a id="carte" href="#bas">Carte</a></h2></div>
<a href="#bas" style="position: absolute; left: -9999px">Aller en bas</a>
<svg width="10" height="10" aria-hidden="true"><g><path d="M0 0h9v9z"></path></g></svg>
<p id="bas">Bas</p>
<style>#carte::after { content: ""; position: absolute; inset: 0 }</style>"""
_LATE_BLOCK = """<h1>Titre</h1><div id="tard"></div><p>Texte</p><script>
setTimeout(() => { document.getElementById('tard').style.height = '300px'; }, 100);</script>"""

Open = Callable[..., Visit]


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Serve one page, given its body, and visit it."""
    with StaticServer(tmp_path) as server:

        def open_page(body: str, *, width: int = 320) -> Visit:
            example_site(tmp_path, {"index.html": body, "404.html": "<h1>Absente</h1>"})
            return visit(browser, server.url, width=width)

        yield open_page


def test_a_sound_page_has_no_fault(open_page: Open) -> None:
    """Links in sentences, labels, stretched links and skip links are no small targets."""
    found = open_page(_SOUND)

    assert found.faults() == []
    assert found.traffic.requests == 1
    assert 0.5 < found.traffic.kilobytes < 2
    # The page around it has eight elements; the svg counts, its content does not.
    assert found.dom == 8 + 15


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<h1>a</h1><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', "axe: image-alt"),
        ('<h1>a</h1><p style="color: #999; background: #fff">pâle</p>', "axe: color-contrast"),
        ("<h1>a</h1><h3>b</h3>", "axe: heading-order"),
        ('<h1>a</h1><p style="width: 500px">b</p>', "sideways scroll: 508 px > 320 px"),
        ('<h1>a</h1><ul><li><a href="#">b</a></li></ul>', "small target: a « b »"),
        ('<h1>a</h1><p>Voir : <button style="height: 20px">b</button></p>', "small target: button"),
        (
            '<h1>a</h1><img alt="" src="https://ailleurs.test/x">',
            "other host: https://ailleurs.test",
        ),
        ("<h1>a</h1><script>console.error('b')</script>", "console: b"),
        ("<h1>a</h1><script>throw new Error('b')</script>", "console: b"),
        ('<h1>a</h1><img alt="" src="absent.png">', "console: Failed to load resource"),
        ("<h1>a</h1><script>document.cookie = 'b=1'</script>", "stored: cookie b"),
        ("<h1>a</h1><script>localStorage.b = 1</script>", "stored: localStorage b"),
        ("<h1>a</h1><script>sessionStorage.b = 1</script>", "stored: sessionStorage b"),
        ("<h1>a</h1><script>indexedDB.open('b')</script>", "stored: indexedDB b"),
        ("<h1>a</h1><script>caches.open('b')</script>", "stored: cache b"),
        (_LATE_BLOCK, "layout shift: 0."),
    ],
)
def test_each_fault_is_told(open_page: Open, body: str, fault: str) -> None:
    """One page, one fault."""
    faults = open_page(body).faults()

    assert any(found.startswith(fault) for found in faults), faults


def test_dark_colours_are_measured_too(browser: Browser, tmp_path: Path) -> None:
    """A fault in the dark is seen in the dark only."""
    style = "@media (prefers-color-scheme: dark) { body { background: #222; color: #333 } }"
    example_site(tmp_path, {"index.html": example_page(head=f"<style>{style}</style>")})
    with StaticServer(tmp_path) as server:
        (fault,) = visit(browser, server.url).axe

    assert fault.startswith("color-contrast (dark): h1:")


def test_the_404_page_may_answer_404(browser: Browser, tmp_path: Path) -> None:
    """The browser's complaint about the address asked for is no fault of the page."""
    example_site(tmp_path, {"404.html": "<h1>Absente</h1>"})
    with StaticServer(tmp_path) as server:
        assert visit(browser, f"{server.url}absent/").faults() == []


@pytest.mark.parametrize(
    "body",
    [
        '<h1 style="color: red">a</h1>',
        "<h1>a</h1><style>h1 { color: red }</style>",
        '<h1 onclick="a()">a</h1>',
        "<h1>a</h1><script>a()</script>",
    ],
)
def test_what_the_security_policy_refuses_is_told(
    browser: Browser, tmp_path: Path, body: str
) -> None:
    """Code and style written in a page are refused, and the console says so."""
    example_site(tmp_path, {"index.html": body})
    headers = {"Content-Security-Policy": CONTENT_SECURITY_POLICY}
    with StaticServer(tmp_path, headers=headers) as server:
        faults = visit(browser, server.url, has_axe=False).faults()

    assert "Content Security Policy" in faults[0]


@pytest.mark.parametrize(
    "bar",
    [
        Bar(kilobytes=0.1, requests=1, dom=50, ecoindex=80),
        Bar(kilobytes=50, requests=0, dom=50, ecoindex=80),
        Bar(kilobytes=50, requests=1, dom=5, ecoindex=80),
        Bar(kilobytes=50, requests=1, dom=50, ecoindex=99.9),
    ],
)
def test_each_limit_of_the_bar_holds(open_page: Open, bar: Bar) -> None:
    """A visit over any one limit is over the bar, and its line in the table says so."""
    found = open_page("<h1>a</h1>")

    assert is_over(found, bar)
    assert not is_over(found, Bar(kilobytes=50, requests=1, dom=50, ecoindex=80))
    assert "  accueil" in bar_table({"accueil": found})


def test_pictures_come_on_top_where_the_bar_says_so(open_page: Open, tmp_path: Path) -> None:
    """A fiche may show pictures; their weight is told apart."""
    (tmp_path / "x.gif").write_bytes(b"GIF89a" + bytes(9000))
    found = open_page('<h1>a</h1><img alt="" src="x.gif">')
    bar = Bar(kilobytes=5, requests=1, dom=50, ecoindex=80)

    assert found.traffic.image_kilobytes > 9
    assert is_over(found, bar)
    assert not is_over(found, Bar(kilobytes=5, requests=1, dom=50, ecoindex=80, has_images=True))
