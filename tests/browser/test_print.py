"""What comes out of the printer."""

import re

import pytest
from playwright.sync_api import Page

from tests.browser.page_types import PAGE_TYPES
from tests.site_checks.site import BuiltSite

pytestmark = pytest.mark.browser

_WORDS_A_PAGE = 250
"""Fewer than a plain A4 page of text holds, to leave room for headings and tables."""
_SHOWN_CONTROLS = """() => [...document.querySelectorAll(
  'nav, button, input, select, form, footer a, header a[href^="#"]'
)].filter((element) => element.checkVisibility({visibilityProperty: true})
    && element.getClientRects().length)
  .map((element) => element.outerHTML.slice(0, 120))"""


def test_the_checks_see_controls_and_pages(page: Page) -> None:
    """Controls left on paper are told, and so is each sheet of paper."""
    page.set_content(
        """<style>@media print { .ecran { display: none } }
        @page { size: A4 } h2 { break-before: page }</style>
        <nav class="ecran">a</nav><h1>b</h1><h2>c</h2><footer><a href="/">d</a></footer>"""
    )
    page.emulate_media(media="print")
    pdf = page.pdf(prefer_css_page_size=True)

    assert page.evaluate(_SHOWN_CONTROLS) == ['<a href="/">d</a>']
    assert (_page_count(pdf), _page_sizes(pdf)) == (2, {(595, 842)})


@pytest.mark.parametrize("kind", ["fiche", "temoin", "comparaisons", "echecs"])
def test_paper_shows_no_control(page: Page, site: BuiltSite, kind: str) -> None:
    """Paper bears neither navigation, nor buttons, nor the links of the footer."""
    page.goto(site.origin + PAGE_TYPES[kind](site))
    page.emulate_media(media="print")

    assert page.evaluate(_SHOWN_CONTROLS) == []
    assert page.locator("h1").is_visible()


def test_fiche_takes_few_a4_pages(page: Page, site: BuiltSite) -> None:
    """A fiche takes about the paper its words ask for, in A4, though printed from any scheme."""
    page.emulate_media(color_scheme="dark")
    page.goto(site.origin + PAGE_TYPES["fiche"](site))
    words = len(page.locator("main").inner_text().split())
    pictures = page.locator("main img").count()

    pdf = page.pdf(prefer_css_page_size=True, format="A4")

    assert 1 <= _page_count(pdf) <= 1 + words / _WORDS_A_PAGE + pictures
    assert _page_sizes(pdf) == {(595, 842)}


def _page_count(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def _page_sizes(pdf: bytes) -> set[tuple[int, int]]:
    """Read the sizes of pages, in points of 1/72 inch, rounded."""
    boxes = re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]", pdf)
    return {(round(float(width)), round(float(height))) for width, height in boxes}
