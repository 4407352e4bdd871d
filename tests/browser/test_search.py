"""Searching, as a reader does: a few letters, the right fiche."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.browser.measure import MAX_SHIFT, axe_violations, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.site_checks.site import BuiltSite

pytestmark = pytest.mark.browser


def _titles(page: Page) -> list[str]:
    return page.locator("[data-fp-liste] h3").all_inner_texts()


def _open(page: Page, site: BuiltSite, search: str = "") -> None:
    page.goto(f"{site.site_url}fiches/{search}")
    if search:
        expect(page.locator("html")).not_to_have_class(re.compile("fp-attente"))


def test_titles_answer_while_typing(page: Page, site: BuiltSite) -> None:
    """Two letters without their accent find a title, before any full text has come."""
    page.route(re.compile(r"//[^/]+/recherche/"), lambda route: route.abort())
    _open(page, site)

    page.locator("#q").press_sequentially("de soc")

    first = page.locator("[data-fp-liste] h3").first
    expect(first).to_have_text("Devenir une société à mission")
    expect(page).to_have_url(re.compile(r"\?q=de\+soc$"))


def test_full_text_finds_what_no_title_says_and_marks_it(page: Page, site: BuiltSite) -> None:
    """The excerpt stands in the card, the words found are marked."""
    _open(page, site)

    page.locator("#q").fill("l’eau")

    marks = page.locator("[data-fp-liste] mark")
    expect(marks.first).to_be_visible()
    assert "eau" in marks.first.inner_text().lower()


def test_search_from_any_page_lands_on_the_results(page: Page, site: BuiltSite) -> None:
    """The form of the header works from the home page."""
    page.goto(site.site_url)
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()

    page.keyboard.type("déchets")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"/fiches/\?q=d%C3%A9chets$"))
    expect(page.locator("[data-fp-liste] h3").first).to_have_text("Trier les déchets informatiques")


def test_escape_leaves_the_field(page: Page, site: BuiltSite) -> None:
    """And `/` typed in a field is a sign like another."""
    _open(page, site)
    page.keyboard.press("/")
    page.keyboard.type("1/2")
    assert page.locator("#q").input_value() == "1/2"

    page.keyboard.press("Escape")

    expect(page.locator("#q")).not_to_be_focused()


def test_counts_follow_the_words_and_filters_combine(page: Page, site: BuiltSite) -> None:
    """A value counts the fiches that the words find; ticking it leaves those."""
    _open(page, site, "?q=déchets")
    expect(page.locator("[data-fp-liste] mark").first).to_be_visible()
    label = page.locator("input[name=nature][value=gouvernance]").locator("xpath=..")
    expected = int(label.get_attribute("data-fp-compte") or 0)
    assert 0 < expected < len(_titles(page))

    page.locator("input[name=nature][value=gouvernance]").check()

    expect(page.locator("[data-fp-liste] > li")).to_have_count(expected)
    expect(page).to_have_url(re.compile(r"nature=gouvernance&q="))


def test_a_witness_is_found_by_its_name(page: Page, site: BuiltSite) -> None:
    """Above the fiches, a link to its page."""
    _open(page, site, "?q=connexing")

    page.locator("[data-fp-message]").get_by_role("link", name="Connexing").click()

    expect(page).to_have_url(re.compile(r"/temoins/connexing/$"))


def test_a_word_mistyped_is_mended(page: Page, site: BuiltSite) -> None:
    """No result: the nearest word of the site is offered, and leads to its results."""
    _open(page, site, "?q=dechest")
    suggestion = page.locator("[data-fp-message]").get_by_role("link")
    expect(suggestion.first).to_have_text("déchets")

    suggestion.first.click()

    expect(page.locator("[data-fp-liste] > li").first).to_be_visible()
    expect(page.locator("#q")).to_have_value("déchets")


def test_words_that_are_nowhere_say_so(page: Page, site: BuiltSite) -> None:
    """And dropping them gives the list back."""
    _open(page, site, "?q=xqzw&nature=gouvernance")
    message = page.locator("[data-fp-message]")
    expect(message).to_contain_text("Aucune fiche ne réunit tous ces critères.")

    message.get_by_role("button").click()

    expect(page.locator("#q")).to_have_value("")
    assert _titles(page)


def test_the_words_are_a_chip_and_back_undoes_them(page: Page, site: BuiltSite) -> None:
    """Typing is one step of the history, however many letters."""
    _open(page, site)
    page.locator("#q").press_sequentially("label")
    expect(page.locator("[data-fp-puces]")).to_contain_text("Mots : label")

    page.go_back()

    expect(page.locator("#q")).to_have_value("")
    expect(page.locator("[data-fp-puces]")).to_be_hidden()


def test_a_stranger_s_words_stay_words(page: Page, site: BuiltSite) -> None:
    """HTML asked for is shown as it was typed, and runs nothing."""
    alerts: list[str] = []
    page.on("dialog", lambda dialog: alerts.append(dialog.message))
    _open(page, site, "?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")

    expect(page.locator("[data-fp-puces]")).to_contain_text("<img src=x onerror=alert(1)>")
    assert alerts == []


def test_full_text_is_asked_on_the_first_search_only(page: Page, site: BuiltSite) -> None:
    """A visit that searches nothing does not pay for it."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    _open(page, site)
    page.locator("input[name=nature]").first.check()
    expect(page.locator("[data-fp-puces] button").first).to_be_visible()

    assert not [url for url in asked if "recherche" in url]


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("search", ["?q=déchets", "?q=dechest", "?q=connexing&nature=social"])
def test_results_have_no_fault(browser: Browser, site: BuiltSite, search: str, width: int) -> None:
    """Excerpts, suggestion, no result: accessible, still, within the screen, telling nobody."""
    assert not visit(browser, f"{site.site_url}fiches/{search}", width=width).faults()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("search", ["", "?q=déchets", "?q=connexing&nature=social"])
def test_a_slow_phone_moves_nothing(
    browser: Browser, site: BuiltSite, search: str, width: int
) -> None:
    """Whatever comes first, the page, its scripts or the full text: no line jumps."""
    url = f"{site.site_url}fiches/{search}"

    assert visit(browser, url, width=width, has_axe=False, slowdown=12).shift < MAX_SHIFT


def test_marked_results_are_accessible(page: Page, site: BuiltSite) -> None:
    """Once the excerpts have come, in light and dark."""
    page.emulate_media(reduced_motion="reduce")
    _open(page, site, "?q=déchets")
    expect(page.locator("[data-fp-liste] mark").first).to_be_visible()

    assert axe_violations(page) == ()
