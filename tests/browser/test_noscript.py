"""Without JavaScript, pages say all they have to say."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.page_types import PAGE_TYPES
from tests.site_checks.feeds import is_indexable
from tests.site_checks.site import BuiltSite

pytestmark = pytest.mark.browser

# Texts out of sight, on screen as on paper. What opens without a script (details, popover) may
# be, and what only a script serves (forms, buttons, and what says so) had better be.
_HIDDEN_TEXTS = """() => {
  const mayHide = 'details:not([open]), [popover], dialog, form, button, template, script, style,'
    + ' noscript, svg, [data-fp-script]';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const hidden = [];
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    const text = walker.currentNode.data.trim();
    const isSeen = parent.checkVisibility({opacityProperty: true, visibilityProperty: true});
    if (text && !isSeen && !parent.closest(mayHide)) hidden.push(text);
  }
  return hidden;
}"""
_DEAD_BUTTONS = """() => [...document.querySelectorAll('button')]
  .filter((button) => button.checkVisibility({visibilityProperty: true})
    && !button.hasAttribute('popovertarget')
    && !(button.type === 'submit' && button.form?.hasAttribute('action')))
  .map((button) => button.textContent.trim())"""


@pytest.fixture
def plain_page(browser: Browser) -> Iterator[Page]:
    """Open an empty page where no script runs."""
    with browser.new_context(java_script_enabled=False) as context:
        yield context.new_page()


def test_the_checks_see_what_only_a_script_would_mend(plain_page: Page) -> None:
    """Hidden texts and dead buttons are told; what works or prints by itself is not."""
    plain_page.set_content(
        """<style>@media screen { .papier { display: none } }
        @media (scripting: none) { .script { display: none } }</style>
        <p hidden>perdu</p><p class="papier">imprimé</p><details><p>replié</p></details>
        <button class="script">a</button><button popovertarget="p">b</button>
        <button type="button">mort</button><form action="/x"><button>c</button></form>"""
    )

    assert _hidden_texts(plain_page) == {"perdu"}
    assert plain_page.evaluate(_DEAD_BUTTONS) == ["mort"]


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_page_is_whole_without_javascript(plain_page: Page, site: BuiltSite, kind: str) -> None:
    """Nothing that is written is hidden, and no button stands there that would do nothing."""
    plain_page.goto(site.origin + PAGE_TYPES[kind](site))

    assert plain_page.locator("h1").is_visible()
    assert plain_page.evaluate(_DEAD_BUTTONS) == []
    assert _hidden_texts(plain_page) == set()


def test_catalogue_leads_to_every_fiche_without_javascript(
    plain_page: Page, large_site: BuiltSite
) -> None:
    """Following the catalogue from page to page, a visitor meets every published fiche."""
    plain_page.goto(f"{large_site.site_url}fiches/")
    met = _card_addresses(plain_page)
    while (following := plain_page.locator("main a[rel~=next]")).count():
        following.first.click()
        met |= _card_addresses(plain_page)

    pages = {page.address: page for page in large_site.pages.values()}
    listed = {
        path for path in large_site.addresses("fiches") if is_indexable(pages[path], large_site)
    }
    assert listed <= met


def _hidden_texts(page: Page) -> set[str]:
    on_screen = page.evaluate(_HIDDEN_TEXTS)
    page.emulate_media(media="print")
    return {*on_screen} & {*page.evaluate(_HIDDEN_TEXTS)}


def _card_addresses(page: Page) -> set[str]:
    return set(page.eval_on_selector_all("main h3 a", "links => links.map((a) => a.pathname)"))
