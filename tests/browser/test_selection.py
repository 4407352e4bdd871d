"""« Ma sélection »: keep fiches, compare them, share them, take them away."""

import csv
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.measure import MAX_SHIFT, axe_violations, visit
from tests.browser.server import StaticServer
from tests.conftest import CONTENT_SECURITY_POLICY
from tests.site_checks.site import BuiltSite

pytestmark = pytest.mark.browser

_KEYS = "Object.keys(localStorage).concat(Object.keys(sessionStorage))"
_SHOWN_CONTROLS = """() => [...document.querySelectorAll(
  'nav, button, input, form, footer, header'
)].filter((element) => element.getClientRects().length).map((element) => element.outerHTML)"""
_NO_STORAGE = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('', 'SecurityError'); }
})"""
_NO_ROOM = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }"
_WATCH_SHIFTS = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shift += entry.value;
}).observe({type: 'layout-shift', buffered: true});
"""


@pytest.fixture
def faults(page: Page) -> list[str]:
    """Note what the console and the scripts of a page complain of."""
    told: list[str] = []
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("console", lambda m: told.append(m.text) if m.type == "error" else None)
    return told


@pytest.fixture
def slugs(site: BuiltSite) -> list[str]:
    """Give the slugs of the listed fiches, in the order of the catalogue."""
    return [fiche["slug"] for fiche in _fiches(site)]


def _fiches(site: BuiltSite) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(site.text("fiches.json"))["fiches"]
    return found


def _open_fiche(page: Page, site: BuiltSite, slug: str) -> None:
    page.goto(f"{site.site_url}fiches/{slug}/")


def _keep(page: Page, site: BuiltSite, *slugs: str) -> None:
    for slug in slugs:
        _open_fiche(page, site, slug)
        page.get_by_role("button", name="Garder cette fiche").click()


def _open_selection(page: Page, site: BuiltSite, *slugs: str) -> None:
    """Open the page, on a shared address if there are slugs, and wait until it has settled."""
    query = f"?f={'.'.join(slugs)}" if slugs else ""
    page.goto(f"{site.site_url}selection/{query}")
    view = page.locator("fp-selection [data-fp-partie=vue]")
    expect(view.locator("> :not(.fp-selection__sans)").first).to_be_attached()


def _titles(page: Page) -> list[str]:
    return page.locator("fp-selection tbody th").all_inner_texts()


def _wanted_titles(site: BuiltSite, *slugs: str) -> list[str]:
    return [fiche["title"] for fiche in _fiches(site) if fiche["slug"] in slugs]


# --- On a fiche ---------------------------------------------------------------------------------


def test_a_fiche_is_kept_and_let_go(
    page: Page, site: BuiltSite, slugs: list[str], faults: list[str]
) -> None:
    """One click keeps, and is told of; it lasts; a second lets go and leaves nothing behind."""
    _open_fiche(page, site, slugs[0])
    assert page.evaluate(_KEYS) == []

    keep = page.get_by_role("button", name="Garder cette fiche", pressed=False)
    keep.click()
    kept = page.get_by_role("button", name="Fiche gardée", pressed=True)
    expect(kept).to_be_focused()
    expect(page.get_by_role("status")).to_have_text("Ajoutée à votre sélection")
    assert len(page.evaluate(_KEYS)) == 1

    page.reload()
    expect(kept).to_be_visible()
    kept.click()
    expect(keep).to_be_focused()
    expect(page.get_by_role("status")).to_have_text("Retirée de votre sélection")
    assert page.evaluate(_KEYS) == []
    assert faults == []


def test_the_header_counts_what_is_kept(page: Page, site: BuiltSite, slugs: list[str]) -> None:
    """No number before the first; then one that follows."""
    link = page.get_by_role("navigation", name="Principal").get_by_role("link").last
    _open_fiche(page, site, slugs[0])
    expect(link).to_have_accessible_name("Ma sélection")

    _keep(page, site, *slugs[:2])

    expect(link).to_have_accessible_name("Ma sélection (2)")


def test_back_shows_what_changed_meanwhile(page: Page, site: BuiltSite, slugs: list[str]) -> None:
    """Even where the browser brings the page out of its cache."""
    _keep(page, site, slugs[0])
    page.get_by_role("link", name="Ma sélection").click()
    page.get_by_role("button", name="Tout retirer").click()
    expect(page.get_by_role("status")).to_contain_text("Tout est retiré")

    page.go_back()

    expect(page.get_by_role("button", name="Garder cette fiche")).to_be_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_a_kept_fiche_moves_nothing(
    browser: Browser, site: BuiltSite, slugs: list[str], width: int
) -> None:
    """Its button and the number in the header take no place that was not theirs."""
    with browser.new_context(viewport={"width": width, "height": 800}) as context:
        page = context.new_page()
        _keep(page, site, *slugs[:3])
        context.add_init_script(_WATCH_SHIFTS)
        for address in (f"fiches/{slugs[0]}/", "selection/"):
            page.goto(site.site_url + address, wait_until="networkidle")
            assert page.evaluate("window.shift") <= MAX_SHIFT, address


def test_two_sites_on_one_host_keep_apart(
    browser: Browser, site: BuiltSite, slugs: list[str], tmp_path: Path
) -> None:
    """What a network’s readers keep is no other network’s: `/a/` and `/b/` have two keys."""
    for name in "ab":
        (tmp_path / name).symlink_to(site.folder, target_is_directory=True)
    with StaticServer(tmp_path) as server, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{server.url}a/fiches/{slugs[0]}/")
        page.get_by_role("button", name="Garder cette fiche").click()
        page.goto(f"{server.url}b/fiches/{slugs[0]}/")

        expect(page.get_by_role("button", name="Garder cette fiche")).to_be_visible()
        page.goto(f"{server.url}a/selection/")
        expect(page.locator("tbody tr")).to_have_count(1)


# --- The table ----------------------------------------------------------------------------------


def test_kept_fiches_stand_in_the_order_of_the_catalogue(
    page: Page, site: BuiltSite, slugs: list[str], faults: list[str]
) -> None:
    """A row a fiche, its title a link, headings that name rows and columns, the open data once."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    _keep(page, site, slugs[2], slugs[0])
    _open_selection(page, site)

    assert _titles(page) == _wanted_titles(site, slugs[0], slugs[2])
    table = page.get_by_role("table", name="2\u00a0fiches à comparer")
    expect(table.get_by_role("rowheader")).to_have_count(2)
    assert table.get_by_role("columnheader").all_inner_texts() == [
        "Fiche",
        "Maturité",
        "Coût",
        "Temps à y passer",
        "Témoin",
        "Premier pas",
    ]
    page.get_by_role("button", name="Retirer «").first.click()
    assert [url for url in asked if url.endswith(".json")] == [f"{site.site_url}fiches.json"]
    page.get_by_role("rowheader").get_by_role("link").click()
    expect(page).to_have_url(f"{site.site_url}fiches/{slugs[2]}/")
    assert faults == []


def test_a_row_tells_what_the_fiche_tells(page: Page, site: BuiltSite) -> None:
    """Levels with their dots, what was really spent, the first step without its label."""
    fiche = next(f for f in _fiches(site) if f["cout"] and f["duree"] and f["enbref"])
    _open_selection(page, site, fiche["slug"])

    cells = page.locator("tbody tr td")
    step = next(line for line in fiche["enbref"] if line.startswith("Premier pas"))
    step = step.partition(":")[2].strip()
    expect(cells.nth(0)).to_have_text(fiche["maturity"])
    expect(cells.nth(1)).to_have_text(fiche["financialinvest"] + fiche["cout"])
    expect(cells.nth(2)).to_have_text(fiche["humaninvest"] + fiche["duree"])
    expect(cells.nth(3)).to_have_text(", ".join(fiche["company"]))
    expect(cells.nth(4)).to_have_text(step[0].upper() + step[1:])
    level = ["Faible", "Moyen", "Important"].index(fiche["financialinvest"]) + 1
    expect(cells.nth(1).locator("span")).to_have_class(f"fp-effort fp-effort--{level}")


def test_nothing_kept_leads_to_the_catalogue(page: Page, site: BuiltSite) -> None:
    """A sentence says how to keep a fiche; nothing is fetched, nothing stored, no idle button."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    _open_selection(page, site)

    expect(page.locator("fp-selection")).to_contain_text("Aucune fiche ici pour l’instant")
    expect(page.locator("fp-selection button:visible")).to_have_count(0)
    assert not [url for url in asked if url.endswith(".json")]
    assert page.evaluate(_KEYS) == []
    page.get_by_role("link", name="Voir toutes les fiches").click()
    expect(page).to_have_url(f"{site.site_url}fiches/")


def test_focus_goes_to_the_next_row_then_to_the_catalogue(
    page: Page, site: BuiltSite, slugs: list[str]
) -> None:
    """By keyboard alone: the next row’s button, else the one before, else the way out."""
    kept = slugs[:3]
    _keep(page, site, *kept)
    _open_selection(page, site)
    titles = _titles(page)

    page.get_by_role("button", name=f"Retirer «\u00a0{titles[1]}\u00a0»").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=f"Retirer «\u00a0{titles[2]}\u00a0»")).to_be_focused()
    expect(page.get_by_role("status")).to_have_text("Fiche retirée.")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=f"Retirer «\u00a0{titles[0]}\u00a0»")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Voir toutes les fiches")).to_be_focused()
    assert page.evaluate(_KEYS) == []


def test_all_is_removed_at_once_and_may_be_seen_again(
    page: Page, site: BuiltSite, slugs: list[str]
) -> None:
    """« Tout retirer » leaves nothing in the browser, and a link for who regrets."""
    _keep(page, site, *slugs[:2])
    _open_selection(page, site)
    titles = _titles(page)

    page.get_by_role("button", name="Tout retirer").click()

    expect(page.get_by_role("link", name="Voir toutes les fiches")).to_be_focused()
    assert page.evaluate(_KEYS) == []
    page.get_by_role("link", name="Revoir ces fiches").click()
    expect(page.locator("tbody tr")).to_have_count(2)
    assert _titles(page) == titles


def test_another_tab_is_followed(page: Page, site: BuiltSite, slugs: list[str]) -> None:
    """What one tab keeps or lets go shows in the others: table, number, button."""
    _keep(page, site, slugs[0])
    _open_selection(page, site)
    other = page.context.new_page()
    _keep(other, site, slugs[1])

    expect(page.locator("tbody tr")).to_have_count(2)
    expect(page.get_by_role("link", name="Ma sélection (2)")).to_be_visible()
    page.get_by_role("button", name="Tout retirer").click()
    expect(other.get_by_role("button", name="Garder cette fiche")).to_be_visible()


def test_focus_stays_on_its_button_while_another_tab_changes_the_list(
    page: Page, site: BuiltSite, slugs: list[str]
) -> None:
    """A reader in the toolbar is left where they are."""
    _keep(page, site, slugs[0])
    _open_selection(page, site)
    page.get_by_role("button", name="Imprimer").focus()

    _keep(page.context.new_page(), site, slugs[1])

    expect(page.locator("tbody tr")).to_have_count(2)
    expect(page.get_by_role("button", name="Imprimer")).to_be_focused()


# --- Sharing ------------------------------------------------------------------------------------


def test_a_shared_address_opens_in_a_fresh_profile(
    browser: Browser, page: Page, site: BuiltSite, slugs: list[str]
) -> None:
    """The link copied here shows the same fiches there, stores nothing, and may be kept."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    _keep(page, site, *slugs[:2])
    _open_selection(page, site)
    page.get_by_role("button", name="Copier le lien").click()
    expect(page.get_by_role("status")).to_have_text("Lien copié.")
    shared = page.evaluate("navigator.clipboard.readText()")
    assert shared == f"{site.site_url}selection/?f={'.'.join(slugs[:2])}"

    with browser.new_context() as context:
        visitor = context.new_page()
        visitor.goto(shared)
        expect(visitor.locator("tbody tr")).to_have_count(2)
        assert visitor.evaluate(_KEYS) == []
        visitor.get_by_role("link", name="Garder ces fiches").click()
        expect(visitor).to_have_url(f"{site.site_url}selection/")
        expect(visitor.locator("tbody tr")).to_have_count(2)
        assert len(visitor.evaluate(_KEYS)) == 1


def test_a_shared_list_comes_before_ones_own_and_leaves_it_alone(
    page: Page, site: BuiltSite, slugs: list[str]
) -> None:
    """Removing from it changes the address only; keeping it adds what was missing."""
    _keep(page, site, slugs[0])
    _open_selection(page, site, slugs[0], slugs[1], slugs[2])
    expect(page.locator("tbody tr")).to_have_count(3)

    page.get_by_role("button", name="Retirer «").first.click()
    expect(page).to_have_url(f"{site.site_url}selection/?f={slugs[1]}.{slugs[2]}")
    expect(page.get_by_role("link", name="Ma sélection (1)")).to_be_visible()
    page.get_by_role("link", name="Garder ces fiches").click()

    expect(page.locator("tbody tr")).to_have_count(3)
    expect(page.locator("[data-fp-partie=recue]")).to_be_hidden()


def test_a_shared_list_may_be_emptied(page: Page, site: BuiltSite, slugs: list[str]) -> None:
    """It stays a shared list: one’s own does not jump in its place."""
    _keep(page, site, slugs[0])
    _open_selection(page, site, slugs[1])

    page.get_by_role("button", name="Retirer «").click()

    expect(page.locator("tbody tr")).to_have_count(0)
    expect(page.get_by_role("link", name="Voir toutes les fiches")).to_be_focused()
    expect(page.get_by_role("link", name="Ma sélection (1)")).to_be_visible()


@pytest.mark.parametrize("unknown", ["disparue", "<img src=x onerror=alert(1)>", "..", "%"])
def test_unknown_fiches_are_passed_over(
    page: Page, site: BuiltSite, slugs: list[str], faults: list[str], unknown: str
) -> None:
    """Whatever an address says, the fiches that exist are shown, and a sentence tells."""
    _open_selection(page, site, slugs[0], unknown)

    assert _titles(page) == _wanted_titles(site, slugs[0])
    told = "" if unknown == ".." else "Une fiche au moins n’est plus sur ce site"
    expect(page.get_by_role("status")).to_contain_text(told)
    assert faults == []


def test_a_kept_fiche_that_is_no_more_is_forgotten(
    page: Page, site: BuiltSite, slugs: list[str]
) -> None:
    """It is told of once; the number in the header is right again."""
    _keep(page, site, slugs[0])
    page.evaluate("for (const key of Object.keys(localStorage)) localStorage[key] += '.disparue'")
    _open_selection(page, site)

    expect(page.get_by_role("status")).to_contain_text("n’est plus sur ce site")
    expect(page.get_by_role("link", name="Ma sélection (1)")).to_be_visible()
    assert _titles(page) == _wanted_titles(site, slugs[0])


# --- The action plan ----------------------------------------------------------------------------


@contextmanager
def _site_of(folder: Path, site: BuiltSite, fiches: list[dict[str, Any]]) -> Iterator[str]:
    """Serve the page of the selection with open data of one’s own; give its address."""
    for name in ("selection", "components", "assets"):
        (folder / name).symlink_to(site.folder / name, target_is_directory=True)
    (folder / "fiches.json").write_text(json.dumps({"fiches": fiches}))
    headers = {"Content-Security-Policy": CONTENT_SECURITY_POLICY}
    with StaticServer(folder, headers=headers) as server:
        yield server.url


def _example(slug: str, **values: object) -> dict[str, Any]:
    return {
        "title": slug.title(),
        "slug": slug,
        "company": ["Apnos"],
        "nature": ["Social"],
        "maturity": "Progresser",
        "financialinvest": "Faible",
        "humaninvest": "Moyen",
        "enbref": [],
        "duree": "",
        "cout": "",
        **values,
    }


def test_the_action_plan_is_a_csv_that_runs_nothing(
    page: Page, site: BuiltSite, tmp_path: Path, faults: list[str]
) -> None:
    """Byte for byte: BOM, semicolons, quotes, apostrophes before formulas, two empty columns."""
    fiches = [
        _example(
            "a",
            title="=1+1",
            company=["@x", "Tetra"],
            enbref=[
                "Pourquoi : rien",
                "**Premier pas\u00a0:** **lire** [le guide](/x/) ; « agir »",
            ],
            duree="-2 mois",
            cout="100\u00a0€",
        ),
        _example("b", title='Dire "non"', company=[], enbref=["Premier pas : +3 essais"]),
        _example("c", title="\tTabulation", duree="+", company=["a\nb"]),
    ]
    with _site_of(tmp_path, site, fiches) as url:
        page.goto(f"{url}selection/?f=a.b.c")
        with page.expect_download() as waiting:
            page.get_by_role("button", name="Télécharger le plan d’action (CSV)").click()
        waiting.value.save_as(tmp_path / "plan.csv")

    assert waiting.value.suggested_filename == "plan-d-action.csv"
    text = (tmp_path / "plan.csv").read_bytes().decode()
    assert text == (
        "\ufefftitre;maturité;coût;temps;durée;témoin;premier pas;adresse;responsable;échéance\r\n"
        "'=1+1;Progresser;Faible\u00a0: 100\u00a0€;Moyen;'-2 mois;'@x, Tetra;"
        f'"Lire le guide ; « agir »";{url}fiches/a/;;\r\n'
        f'"Dire ""non""";Progresser;Faible;Moyen;;;\'+3 essais;{url}fiches/b/;;\r\n'
        f"'\tTabulation;Progresser;Faible;Moyen;'+;\"a\nb\";;{url}fiches/c/;;\r\n"
    )
    assert {len(row) for row in csv.reader(text.splitlines(keepends=True), delimiter=";")} == {10}
    assert faults == []


# --- When something is refused ------------------------------------------------------------------


@pytest.mark.parametrize(
    "refusal",
    [_NO_STORAGE, _NO_ROOM],
)
def test_a_browser_that_keeps_nothing_says_so(
    page: Page, site: BuiltSite, slugs: list[str], faults: list[str], refusal: str
) -> None:
    """No exception; a shared address still works."""
    page.add_init_script(refusal)
    _open_fiche(page, site, slugs[0])
    page.get_by_role("button", name="Garder cette fiche").click()
    refused = "Votre navigateur refuse de garder des fiches"
    expect(page.get_by_role("status")).to_have_text(refused)
    expect(page.get_by_role("button", name="Garder cette fiche", pressed=False)).to_be_visible()

    _open_selection(page, site, *slugs[:2])
    page.get_by_role("link", name="Garder ces fiches").click()
    expect(page.get_by_role("status")).to_contain_text(refused)
    expect(page.locator("tbody tr")).to_have_count(2)
    assert faults == []


def test_a_refused_clipboard_leaves_the_link(page: Page, site: BuiltSite, slugs: list[str]) -> None:
    """It stands in the page, to be copied by hand."""
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    _keep(page, site, slugs[0])
    _open_selection(page, site)
    page.get_by_role("button", name="Copier le lien").click()

    link = page.get_by_role("status").get_by_role("link")
    expect(link).to_have_attribute("href", f"?f={slugs[0]}")


def test_a_lost_connection_is_told(page: Page, site: BuiltSite, slugs: list[str]) -> None:
    """The list cannot be read: a sentence says what to do, nothing kept is lost."""
    _keep(page, site, slugs[0])
    page.route("**/fiches.json", lambda route: route.abort())
    page.goto(f"{site.site_url}selection/")

    expect(page.get_by_role("status")).to_contain_text("rechargez la page")
    assert len(page.evaluate(_KEYS)) == 1


def test_without_javascript_a_sentence_explains(
    browser: Browser, site: BuiltSite, slugs: list[str]
) -> None:
    """The page leads to the catalogue; a fiche has no button that would do nothing."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site.site_url}selection/")
        expect(page.locator("main")).to_contain_text("demande JavaScript")
        expect(page.get_by_role("link", name="Voir toutes les fiches")).to_be_visible()
        _open_fiche(page, site, slugs[0])
        expect(page.get_by_text("Garder cette fiche")).to_be_hidden()
        expect(page.get_by_role("link", name="Ma sélection")).to_be_visible()


# --- For every eye, and on paper ----------------------------------------------------------------


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("count", [0, 1, 6])
def test_each_state_has_no_fault(
    browser: Browser, site: BuiltSite, slugs: list[str], count: int, width: int
) -> None:
    """Empty, one, several: accessible in light and dark, no sideways scroll, nothing stored."""
    found = visit(browser, f"{site.site_url}selection/?f={'.'.join(slugs[:count])}", width=width)

    assert found.faults() == []
    assert found.traffic.requests <= (7 if count else 6)


@pytest.mark.parametrize("width", [320, 1280])
def test_a_kept_list_and_its_messages_have_no_fault(
    browser: Browser, site: BuiltSite, slugs: list[str], width: int
) -> None:
    """A kept fiche, a removal, the empty page that follows, with what is then said."""
    with browser.new_context(
        viewport={"width": width, "height": 800}, reduced_motion="reduce"
    ) as context:
        page = context.new_page()
        _keep(page, site, *slugs[:2])
        assert axe_violations(page) == ()
        _open_selection(page, site)
        page.get_by_role("button", name="Retirer «").first.click()
        assert axe_violations(page) == ()
        page.get_by_role("button", name="Tout retirer").click()
        assert axe_violations(page) == ()


def test_the_table_prints_on_a4(page: Page, site: BuiltSite, slugs: list[str]) -> None:
    """It fits the width of the paper, without navigation, buttons or messages."""
    _open_selection(page, site, *slugs[:5])
    # 182 mm: A4 less its margins.
    page.set_viewport_size({"width": 688, "height": 900})
    page.emulate_media(media="print")

    assert page.evaluate(_SHOWN_CONTROLS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 688
    frame = page.locator(".fp-tableau")
    assert frame.evaluate("(element) => element.scrollWidth - element.clientWidth") <= 0
    expect(page.locator("thead")).to_be_visible()
    expect(page.get_by_text("transmise par un lien")).to_be_hidden()
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") <= 1
