"""A table keeps the sides and the margins that we give it, whatever Material says of tables."""

import pytest
from playwright.sync_api import Page

from builder.render.safe_html import Adapter, adapt, sanitise
from tests.site_checks.site import BuiltSite

pytestmark = pytest.mark.browser

_TABLE = (
    '<table><thead><tr><th>Année</th><th style="text-align: right">Tonnes</th></tr></thead>'
    '<tbody><tr><td>2014</td><td style="text-align: right">12</td></tr></tbody></table>'
)


@pytest.mark.parametrize("address", ["fiches/obtenir-le-label-enr/", "contribuer/"])
def test_numbers_stand_on_the_right(page: Page, site: BuiltSite, address: str) -> None:
    """In a fiche as in an ordinary page."""
    table = adapt(sanitise(_TABLE), Adapter(2, lambda *_: "", lambda url: url))
    text = site.text(f"{address}index.html")
    body = text.replace('md-typeset">', f'md-typeset"><div class="essai">{table}</div>', 1)
    page.route(f"**/{address}", lambda route: route.fulfill(body=body, content_type="text/html"))
    page.goto(site.site_url + address)

    assert _styles(page, "textAlign") == ["start", "end", "start", "end"]
    assert set(_styles(page, "paddingTop")) == {"8px"}


def _show(page: Page, site: BuiltSite, address: str, table: str) -> None:
    """Open a page with a table of ours in its text."""
    text = site.text(f"{address}index.html")
    body = text.replace('md-typeset">', f'md-typeset"><div class="essai">{table}</div>', 1)
    page.route(f"**/{address}", lambda route: route.fulfill(body=body, content_type="text/html"))
    page.goto(site.site_url + address)


def _styles(page: Page, name: str) -> list[str]:
    cells = page.locator(".essai :is(th, td)")
    found: list[str] = cells.evaluate_all(
        "(cells, name) => cells.map((cell) => getComputedStyle(cell)[name])", name
    )
    return found


@pytest.mark.parametrize("address", ["fiches/obtenir-le-label-enr/", "contribuer/"])
def test_a_wide_table_scrolls_in_its_frame(page: Page, site: BuiltSite, address: str) -> None:
    """The frame takes the keyboard; neither the page nor the table scrolls."""
    row = "<tr>" + "<td>anticonstitutionnellement</td>" * 6 + "</tr>"
    table = adapt(
        f"<table><tbody>{row}</tbody></table>", Adapter(2, lambda *_: "", lambda url: url)
    )
    _show(page, site, address, table)
    page.set_viewport_size({"width": 390, "height": 800})

    frame = page.locator(".essai .fp-tableau")
    assert frame.evaluate("frame => frame.scrollWidth > frame.clientWidth")
    assert (
        frame.locator("table").evaluate("table => getComputedStyle(table).overflowX") == "visible"
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
