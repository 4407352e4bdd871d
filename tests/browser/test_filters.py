"""The catalogue's filters, driven as a reader does."""

from __future__ import annotations

import re
from itertools import count as numbers
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Locator, Page, expect

from tests.browser.measure import axe_violations, visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from tests.site_checks.site import BuiltSite

pytestmark = pytest.mark.browser

_SELECT = """async ([index, choices, asked]) => {
  const { Catalogue } = await import(document.baseURI + '../components/filtres/catalogue.js');
  const catalogue = new Catalogue(index);
  const state = {
    choices: new Map(choices.map(([key, values]) => [key, new Set(values)])), q: '', sort: '',
  };
  const matches = asked && new Map(asked.map((id) => [id, 1]));
  const { ids, counts } = catalogue.select(state, matches);
  const address = catalogue.write(state);
  const back = catalogue.read(address);
  const again = [...back.choices].map(([key, values]) => [key, [...values].sort((a, b) => a - b)]);
  return { ids, counts: Object.fromEntries(counts), again };
}"""


@pytest.fixture(scope="module")
def catalogue_page(browser: Browser, large_site: BuiltSite) -> Iterator[Page]:
    """Open the catalogue of a large site once, for what changes nothing in it."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(large_site.site_url + "fiches/")
        yield page


@st.composite
def _questions(draw: st.DrawFn) -> tuple[dict[str, Any], list[tuple[str, list[int]]], Any]:
    """Draw a small catalogue, a choice in it, and the fiches that some words would find."""
    size = draw(st.integers(0, 12))
    facets = {key: draw(st.integers(1, 4)) for key in ("nature", "maturity", "company")}
    own = {
        key: [
            sorted(draw(st.sets(st.integers(0, width - 1), min_size=key != "company", max_size=2)))
            for _ in range(size)
        ]
        for key, width in facets.items()
    }
    index = {
        "facets": [
            [key, key, key, [[f"v{at}", f"V{at}"] for at in range(width)]]
            for key, width in facets.items()
        ],
        **own,
        "slug": [f"f{at}" for at in range(size)],
        "title": [f"F{at}" for at in range(size)],
        "description": [""] * size,
        "minutes": [1] * size,
        "changed": [0] * size,
    }
    chosen = [
        (key, sorted(draw(st.sets(st.integers(0, width - 1), min_size=1))))
        for key, width in facets.items()
        if draw(st.booleans())
    ]
    asked = draw(st.none() | st.sets(st.integers(0, max(size - 1, 0))).map(sorted))
    return index, chosen, asked


def _passes(index: dict[str, Any], choices: dict[str, list[int]], fiche: int) -> bool:
    return all(set(values) & set(index[key][fiche]) for key, values in choices.items())


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(question=_questions())
def test_or_inside_a_facet_and_across(
    catalogue_page: Page, question: tuple[dict[str, Any], list[tuple[str, list[int]]], Any]
) -> None:
    """Results and counts are those of a plain model, on any catalogue; an address comes back."""
    index, chosen, asked = question
    choices = dict(chosen)

    told = catalogue_page.evaluate(_SELECT, [index, chosen, asked])

    fiches = [at for at in range(len(index["slug"])) if asked is None or at in asked]
    assert told["ids"] == [at for at in fiches if _passes(index, choices, at)]
    for key, _, _, values in index["facets"]:
        others = {other: own for other, own in choices.items() if other != key}
        left = [at for at in fiches if _passes(index, others, at)]
        expected = [sum(value in index[key][at] for at in left) for value in range(len(values))]
        assert told["counts"][key] == expected
    assert told["again"] == [list(pair) for pair in chosen]


def _open(page: Page, site: BuiltSite, search: str = "", width: int = 1280) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site.site_url}fiches/{search}")
    if search:
        expect(page.locator("html")).not_to_have_class(re.compile("fp-attente"))


def _texts(found: Locator) -> list[str]:
    return [" ".join(text.split()) for text in found.all_inner_texts()]


def _number(page: Page) -> int:
    words = page.locator("[data-fp-nombre]").inner_text()
    return int(words.split("\u00a0")[0]) if words[0].isdigit() else 0


def _box(page: Page, name: str, value: str) -> Any:
    return page.locator(f"input[name={name}][value={value}]")


def _count_of(page: Page, name: str, value: str) -> int:
    label = _box(page, name, value).locator("xpath=..")
    return int(label.get_attribute("data-fp-compte") or -1)


def test_a_count_is_the_number_of_results_it_gives(page: Page, large_site: BuiltSite) -> None:
    """Ticking a value leaves as many fiches as the value said, again and again."""
    _open(page, large_site)
    expected = _count_of(page, "nature", "gouvernance")

    _box(page, "nature", "gouvernance").check()
    expect(page.locator("[data-fp-nombre]")).to_have_text(re.compile(rf"^{expected}\s"))
    narrower = _count_of(page, "maturite", "progresser")
    _box(page, "maturite", "progresser").check()

    expect(page.locator("[data-fp-nombre]")).to_have_text(re.compile(rf"^{narrower}\s"))
    cards = page.locator("[data-fp-liste] > li")
    assert cards.count() == min(narrower, 24)
    assert page.locator("[data-fp-annonce]").inner_text().startswith(str(narrower))


def test_cards_written_by_the_script_are_those_of_the_html(
    page: Page, large_site: BuiltSite
) -> None:
    """A card looks the same whoever wrote it: eight nodes, the same words, a link that works."""
    _open(page, large_site)
    read = """cards => cards.slice(0, 24).map(
      (card) => [card.innerText, card.className, card.querySelector('a').href])"""
    written = page.locator("[data-fp-liste] > li").evaluate_all(read)
    everything = "&".join(
        f"maturite={slug}" for slug in ("premieres-actions", "progresser", "aller-plus-loin")
    )

    _open(page, large_site, f"?{everything}")

    assert page.locator("[data-fp-liste] > li").evaluate_all(read) == written
    nodes = page.locator("[data-fp-liste] > li").first.evaluate(
        "c => c.querySelectorAll('*').length"
    )
    assert nodes + 1 <= 8


def test_chips_name_their_facet_and_focus_goes_to_the_next(
    page: Page, large_site: BuiltSite
) -> None:
    """A chip removes its value; the next one has the focus; the last gives it to the results."""
    _open(page, large_site, "?nature=gouvernance.territoire&cout=faible")
    chips = page.locator("[data-fp-puces] button")
    assert _texts(chips) == [
        "Nature de l’impact : Gouvernance (retirer)",
        "Nature de l’impact : Territoire (retirer)",
        "Coût : Faible (retirer)",
        "Tout effacer",
    ]

    chips.nth(0).click()
    expect(chips).to_have_count(3)
    expect(chips.nth(0)).to_be_focused()
    expect(chips.nth(0)).to_contain_text("Territoire")
    assert not _box(page, "nature", "gouvernance").is_checked()
    chips.filter(has_text="Tout effacer").click()

    expect(chips).to_have_count(0)
    expect(page.locator("[data-fp-nombre]")).to_be_focused()
    assert page.url.endswith("/fiches/")


def test_a_shared_address_gives_the_same_list_in_a_fresh_profile(
    browser: Browser, page: Page, large_site: BuiltSite
) -> None:
    """The address is the state: boxes, order and list come back for somebody else."""
    _open(page, large_site)
    _box(page, "nature", "territoire").check()
    page.locator("[data-fp-tri]").select_option("titre")
    expect(page).to_have_url(re.compile(r"\?nature=territoire&tri=titre$"))
    titles = page.locator("[data-fp-liste] h3").all_inner_texts()

    with browser.new_context() as context:
        other = context.new_page()
        other.goto(page.url)
        expect(_box(other, "nature", "territoire")).to_be_checked()
        assert other.locator("[data-fp-liste] h3").all_inner_texts() == titles
    assert titles == sorted(titles, key=str.casefold) or len(set(titles)) > 1


def test_back_undoes_and_forward_does_again(page: Page, large_site: BuiltSite) -> None:
    """Each choice is a step of the history; leaving for a fiche and coming back keeps the state."""
    _open(page, large_site)
    whole = page.locator("[data-fp-nombre]").inner_text()
    _box(page, "nature", "gouvernance").check()
    expect(page).to_have_url(re.compile("nature=gouvernance$"))
    _box(page, "cout", "faible").check()
    expect(page).to_have_url(re.compile("cout=faible$"))

    page.go_back()
    expect(_box(page, "cout", "faible")).not_to_be_checked()
    expect(_box(page, "nature", "gouvernance")).to_be_checked()
    page.go_back()
    expect(page.locator("[data-fp-nombre]")).to_have_text(whole)
    page.go_forward()
    expect(_box(page, "nature", "gouvernance")).to_be_checked()
    some = _number(page)
    page.locator("[data-fp-liste] h3 a").first.click()
    page.go_back()

    expect(_box(page, "nature", "gouvernance")).to_be_checked()
    assert _number(page) == some


def test_unknown_values_of_an_address_are_ignored(page: Page, large_site: BuiltSite) -> None:
    """A stranger's address changes nothing, and runs nothing."""
    _open(page, large_site, "?nature=rien.<b>&x=1&tri=faux&cout=faible")

    assert _texts(page.locator("[data-fp-puces] button")) == ["Coût : Faible (retirer)"]


def test_no_result_says_which_filter_to_drop_and_drops_it(
    page: Page, large_site: BuiltSite
) -> None:
    """An empty list is never a dead end."""
    _open(page, large_site, "?nature=social&maturite=aller-plus-loin&temoin=connexing")
    assert _number(page) == 0
    message = page.locator("[data-fp-message]")
    expect(message).to_contain_text("Aucune fiche ne réunit tous ces critères.")

    message.get_by_role("button").click()

    expect(message).to_be_hidden()
    assert _number(page) > 0


def test_greyed_values_are_those_that_would_give_nothing(page: Page, large_site: BuiltSite) -> None:
    """A value without a result is there, and cannot be ticked."""
    _open(page, large_site, "?temoin=connexing")

    for box in page.locator("fieldset input").all():
        label = box.locator("xpath=..")
        assert box.is_disabled() == (label.get_attribute("data-fp-compte") == "0")


def test_more_cards_on_demand(page: Page, large_site: BuiltSite) -> None:
    """A long list is shown 24 by 24; the focus goes to the first card added."""
    _open(page, large_site, "?tri=titre")
    cards = page.locator("[data-fp-liste] > li")
    assert cards.count() == 24

    page.locator("[data-fp-plus]").click()

    expect(cards).to_have_count(48)
    expect(cards.nth(24).locator("a")).to_be_focused()


def test_a_filtered_list_has_no_page_two(page: Page, large_site: BuiltSite) -> None:
    """The next page of the whole catalogue is not that of what was asked."""
    _open(page, large_site)
    pager = page.get_by_role("navigation", name="Pages")
    expect(pager).to_be_visible()
    _box(page, "maturite", "progresser").check()

    expect(pager).to_be_hidden()


def test_a_sector_leads_to_what_suits_all(page: Page, site: BuiltSite) -> None:
    """Who chooses « Numérique » is told of « Tous secteurs », and adds them in one press."""
    _open(page, site, "?secteur=numerique")
    line = page.locator("[data-fp-message] p", has_text="Tous secteurs")
    number = int(re.findall(r"\d+", line.inner_text())[0])
    before = int(re.findall(r"\d+", page.locator("[data-fp-nombre]").inner_text())[0])
    line.get_by_role("link", name="les ajouter").click()

    expect(page.locator("[data-fp-nombre]")).to_have_text(f"{before + number}\u00a0fiches")
    expect(_box(page, "secteur", "tous-secteurs")).to_be_checked()
    expect(line).to_be_hidden()


def test_long_lists_of_values_unfold(page: Page, synthetic_site: BuiltSite) -> None:
    """Witnesses beyond the first two come on demand, and from a shared address."""
    _open(page, synthetic_site)
    boxes = page.locator("[data-fp-facette=company] input")
    assert boxes.count() == 2

    page.locator("[data-fp-facette=company] [data-fp-suite]").click()
    expect(boxes.nth(2)).to_be_focused()
    last = str(boxes.last.get_attribute("value"))
    boxes.last.check()
    expect(page).to_have_url(re.compile(f"temoin={last}$"))
    _open(page, synthetic_site, f"?temoin={last}")

    expect(_box(page, "temoin", last)).to_be_checked()


def test_keyboard_reaches_filters_and_results_soon(page: Page, large_site: BuiltSite) -> None:
    """A facet in 12 Tabs at most; the first result, by the skip link, in 4."""
    _open(page, large_site)
    for tabs in numbers(1):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('href')") == "#panneau":
            page.keyboard.press("Enter")
        if page.evaluate("document.activeElement.type") == "checkbox":
            break
        assert tabs <= 12
    page.keyboard.press("Space")
    expect(page.locator("[data-fp-puces] button")).to_have_count(1)

    _open(page, large_site)
    for tabs in numbers(1):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('href')") == "#fiches":
            page.keyboard.press("Enter")
        if page.evaluate("!!document.activeElement.closest('[data-fp-liste]')"):
            break
        assert tabs <= 4


def test_a_link_inside_the_page_is_no_change_of_filters(page: Page, large_site: BuiltSite) -> None:
    """The skip link is a step of the history: it asks for nothing, and moves no focus later."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    _open(page, large_site)
    before = len(asked)

    page.evaluate("location.hash = 'fiches'")
    page.locator("[data-fp-liste] h3 a").first.focus()
    page.wait_for_timeout(300)

    assert asked[before:] == []
    expect(page.locator("[data-fp-liste] h3 a").first).to_be_focused()


def test_small_screen_panel_opens_counts_and_leads_to_the_results(
    page: Page, large_site: BuiltSite
) -> None:
    """On a phone the filters are behind a button; the button at their foot tells how many fit."""
    _open(page, large_site, width=390)
    box = _box(page, "nature", "gouvernance")
    assert not box.is_visible()

    page.locator("[data-fp-bascule]").click()
    box.check()
    see = page.locator("[data-fp-voir]")
    expect(see).to_have_text(re.compile(r"Voir les \d+ fiches"))
    assert see.bounding_box()["y"] + see.bounding_box()["height"] <= 801  # type: ignore[index]
    see.click()

    assert not box.is_visible()
    expect(page.locator("[data-fp-nombre]")).to_be_focused()


def test_four_taps_from_home_to_a_fitting_practice(page: Page, synthetic_site: BuiltSite) -> None:
    """« Une pratique de gouvernance, pour débuter, peu chère » on a phone; two more to print it."""
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(synthetic_site.site_url)

    page.get_by_role("link", name="à petit budget").first.click()  # 1: « Je débute »
    expect(page.locator("[data-fp-puces] button").first).to_be_visible()
    page.locator("[data-fp-bascule]").click()  # 2
    _box(page, "nature", "gouvernance").check()  # 3
    page.locator("[data-fp-voir]").click()  # 4

    assert _texts(page.locator("[data-fp-puces] button")) == [
        "Nature de l’impact : Gouvernance (retirer)",
        "Maturité : Premières actions (retirer)",
        "Coût : Faible (retirer)",
        "Tout effacer",
    ]
    page.add_init_script("window.print = () => { document.title = 'imprimé'; }")
    page.locator("[data-fp-liste] h3 a").first.click()  # 5
    page.wait_for_load_state()
    page.locator("[data-fp-imprimer]").click()  # 6
    expect(page).to_have_title("imprimé")


def test_matrix_cells_lead_to_as_many_fiches_as_they_say(page: Page, large_site: BuiltSite) -> None:
    """A cell of the table maturity × effort is a link to its list."""
    _open(page, large_site)
    page.locator(".fp-matrice summary").click()
    cell = page.locator(".fp-matrice td a").first
    expected = int(cell.inner_text())

    cell.click()
    expect(page).to_have_url(re.compile("effort="))
    expect(page.locator("[data-fp-puces] button").first).to_be_visible()
    expect(page.locator("html")).not_to_have_class(re.compile("fp-attente"))

    assert _number(page) == expected
    chips = _texts(page.locator("[data-fp-puces] button"))
    assert any(chip.startswith("Effort : ") for chip in chips)
    page.locator("fieldset input:enabled:not(:checked)").first.check()
    expect(page.locator("[data-fp-puces]")).to_contain_text("Effort")


def test_without_javascript_all_pages_of_cards_are_there(
    browser: Browser, large_site: BuiltSite
) -> None:
    """An address with filters still gives the catalogue, its pages and the pages of values."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{large_site.site_url}fiches/?nature=social")

        assert page.locator("[data-fp-liste] > li").count() == 24
        assert page.get_by_role("link", name="Page suivante").is_visible()
        assert page.get_by_role("link", name="Gouvernance").is_visible()
        assert not page.locator("#panneau").is_visible()


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize(
    "search",
    [
        "?nature=gouvernance.territoire&cout=faible",
        "?nature=social&maturite=aller-plus-loin&temoin=connexing",
        "?effort=moyen&tri=date",
    ],
)
def test_restored_states_have_no_fault(
    browser: Browser, large_site: BuiltSite, search: str, width: int
) -> None:
    """Chips, no result, a hidden facet: accessible, still, within the screen, telling nobody."""
    assert not visit(browser, f"{large_site.site_url}fiches/{search}", width=width).faults()


def test_open_panel_has_no_fault(page: Page, large_site: BuiltSite) -> None:
    """The panel of a small screen and the open table are accessible, light and dark."""
    page.emulate_media(reduced_motion="reduce")
    _open(page, large_site, "?nature=gouvernance", width=320)
    page.locator("[data-fp-bascule]").click()
    page.locator(".fp-matrice summary").click()
    # As tall as the page: what the sticky button covers on a short screen is a scroll away.
    page.set_viewport_size({"width": 320, "height": 9000})

    assert axe_violations(page) == ()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_index_is_asked_once_and_only_on_the_first_filter(
    page: Page, large_site: BuiltSite
) -> None:
    """A visit that filters nothing does not pay for the index."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    _open(page, large_site)
    assert not [url for url in asked if url.endswith(".json")]

    _box(page, "nature", "gouvernance").check()
    _box(page, "cout", "faible").check()
    expect(page.locator("[data-fp-puces] button")).to_have_count(3)

    assert len([url for url in asked if url.endswith(".json")]) == 1
