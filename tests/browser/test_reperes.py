"""The facts of a fiche fit their cells, however narrow the screen."""

import pytest
from playwright.sync_api import Page

from tests.site_checks.site import BuiltSite

pytestmark = pytest.mark.browser

_OUTSIDE = """cells => cells.flatMap(cell => [...cell.querySelectorAll("dd, dd *")]
  .filter(one => one.getBoundingClientRect().right > cell.getBoundingClientRect().right)
  .map(one => one.textContent.trim()))"""


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_no_fact_is_cut(page: Page, site: BuiltSite, width: int) -> None:
    """This one has the longest level of all, twice, and long names."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site.site_url}fiches/aider-a-creer-une-entreprise-d-insertion-pres-de-chez-soi/")
    cells = page.locator(".fp-reperes > div")

    assert cells.count() == 6
    assert cells.evaluate_all(_OUTSIDE) == []
