"""Every kind of page, at every width, and against the bar."""

from collections.abc import Container, Mapping
from functools import cache

import pytest
from playwright.sync_api import Browser

from tests.browser.bar import BARS, bar_table, is_over
from tests.browser.measure import visit
from tests.browser.page_types import LARGE_PAGE_TYPES, PAGE_TYPES, Finder
from tests.site_checks.site import BuiltSite

pytestmark = pytest.mark.browser

# The bar reads visits already made.
_visit = cache(visit)


_WIDTHS = (320, 390, 768, 1280)
# The lists of one value are one template: « nature » is tried at every width for all of them.
_ALIKE = {"maturite", "investissement-financier", "investissement-humain", "secteur", "odd"} | {
    "taille",
    "secteur-du-temoin",
    "iso-26000",
}
_VISITS = [
    (kind, width) for kind in PAGE_TYPES for width in ((390,) if kind in _ALIKE else _WIDTHS)
]
_LARGE = ("accueil", "catalogue", "catalogue-suite", "nature")
_BAR_WIDTH = 1280


@pytest.mark.parametrize(("kind", "width"), _VISITS)
def test_page_has_no_fault(browser: Browser, site: BuiltSite, kind: str, width: int) -> None:
    """A page is accessible in light and dark, fits its screen, stays still, tells nobody."""
    url = site.origin + PAGE_TYPES[kind](site)

    faults = _visit(browser, url, width=width).faults()

    assert not faults, "\n".join([url, *faults])


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_page_works_under_a_sub_path(browser: Browser, sub_site: BuiltSite, kind: str) -> None:
    """A page published under `/rse/` finds all its files."""
    url = sub_site.origin + PAGE_TYPES[kind](sub_site)

    faults = visit(browser, url, has_axe=False).faults()

    assert not faults, "\n".join([url, *faults])


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("kind", _LARGE)
def test_large_catalogue_has_no_fault(
    browser: Browser, large_site: BuiltSite, kind: str, width: int
) -> None:
    """Pages full of cards are as sound as others."""
    url = large_site.origin + LARGE_PAGE_TYPES[kind](large_site)

    faults = _visit(browser, url, width=width).faults()

    assert not faults, "\n".join([url, *faults])


def test_pages_meet_the_bar(browser: Browser, site: BuiltSite) -> None:
    """A cold visit of each kind of page stays within its weight, requests, elements, EcoIndex."""
    _assert_bar(browser, site, PAGE_TYPES, {kind for kind, width in _VISITS if width == _BAR_WIDTH})


def test_large_catalogue_meets_the_bar(browser: Browser, large_site: BuiltSite) -> None:
    """A page of 24 cards is an A, and no page grows with the number of fiches."""
    _assert_bar(browser, large_site, LARGE_PAGE_TYPES, _LARGE)


def _assert_bar(
    browser: Browser, site: BuiltSite, kinds: Mapping[str, Finder], visited: Container[str]
) -> None:
    """Read the visits made above; the other kinds are visited without axe, that tells no weight."""
    visits = {
        kind: _visit(browser, site.origin + find(site), width=_BAR_WIDTH)
        if kind in visited
        else visit(browser, site.origin + find(site), width=_BAR_WIDTH, has_axe=False)
        for kind, find in kinds.items()
    }
    over = [kind for kind, found in visits.items() if is_over(found, BARS[kind])]
    assert not over, "\n" + bar_table(visits)
