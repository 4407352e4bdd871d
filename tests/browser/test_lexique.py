"""A word that a reader does not know opens its explanation in place."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.measure import axe_violations
from tests.site_checks.site import BuiltSite

pytestmark = pytest.mark.browser

_FICHE = "fiches/devenir-une-societe-a-mission/"


@pytest.fixture
def plain_page(browser: Browser) -> Iterator[Page]:
    """Open an empty page where no script runs."""
    with browser.new_context(java_script_enabled=False) as context:
        yield context.new_page()


def _term(page: Page, site: BuiltSite) -> Locator:
    """Open a fiche, and find a term that was met before: another link bears its meaning."""
    page.goto(site.site_url + _FICHE)
    return page.locator("a.fp-terme:not([data-fp-sens])").first


@pytest.mark.parametrize("width", [320, 1280])
def test_a_press_shows_what_the_word_means(page: Page, site: BuiltSite, width: int) -> None:
    """Inside the window, over the page, and sound for assistive technology."""
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(reduced_motion="reduce")
    term = _term(page, site)
    term.click()
    box = page.get_by_role("dialog", name=term.inner_text())

    expect(box).to_be_visible()
    expect(box).to_contain_text(_meaning(page, site, term))
    place = box.bounding_box()
    assert place is not None
    assert place["x"] >= 0
    assert place["x"] + place["width"] <= width
    assert page.url == site.site_url + _FICHE
    assert axe_violations(page) == ()


def _meaning(page: Page, site: BuiltSite, term: Locator) -> str:
    """Read the first words of the definition on the page of the lexique."""
    place = (term.get_attribute("href") or "").partition("#")[2]
    other = page.context.new_page()
    other.goto(f"{site.site_url}lexique/")
    words = other.locator(f"dt#{place} + dd").inner_text()
    other.close()
    return words.split(".")[0]


def test_the_keyboard_opens_and_closes_it(page: Page, site: BuiltSite) -> None:
    """Enter opens; the explanation has the focus; Escape gives it back to the word."""
    term = _term(page, site)
    term.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".fp-definition")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Voir dans le lexique")).to_be_focused()
    page.keyboard.press("Escape")

    expect(page.locator(".fp-definition")).to_have_count(0)
    expect(term).to_be_focused()


def test_without_a_script_the_word_leads_to_the_lexique(plain_page: Page, site: BuiltSite) -> None:
    """At its own place."""
    term = _term(plain_page, site)
    place = (term.get_attribute("href") or "").partition("#")[2]
    term.click()

    assert plain_page.url == f"{site.site_url}lexique/#{place}"
    expect(plain_page.locator(f"dt#{place}")).to_be_in_viewport()


def test_in_another_tab_too(page: Page, site: BuiltSite) -> None:
    """A reader who asks for a tab gets the page, as for any link."""
    term = _term(page, site)
    with page.context.expect_page() as opened:
        term.click(modifiers=["ControlOrMeta"])

    assert "/lexique/#" in opened.value.url


def test_on_paper_a_word_is_a_word(page: Page, site: BuiltSite) -> None:
    """No underline, no address after it."""
    term = _term(page, site)
    page.emulate_media(media="print")

    assert term.evaluate("link => getComputedStyle(link).textDecorationLine") == "none"
    assert term.evaluate("link => getComputedStyle(link, '::after').content") in {"none", "normal"}
