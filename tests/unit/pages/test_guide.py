"""Every message has its page, and a list leads to all of them."""

from __future__ import annotations

from builder.diagnostics import RULES
from builder.diagnostics.manual import manual_address, read_manual
from builder.model import Catalogue
from builder.pages.guide import guide_pages
from builder.pages.making import Making
from builder.pages.records import DiagnosticsView, RuleView
from builder.render.uploads import Uploads
from builder.render.viewer import Viewer
from builder.site import Site
from builder.vocabulary import Vocabulary
from tests.sheets import NO_UPLOADS

NOTHING = Catalogue(Vocabulary({}), (), ())
MAKING = Making(NOTHING, Viewer(NOTHING, Uploads(NO_UPLOADS)), Site("Essai"))
PAGES = {slot.address: slot.make() for slot in guide_pages(MAKING)}


def test_every_rule_has_its_page_with_its_manual() -> None:
    """The same texts as `fiches explain`."""
    for rule in RULES.values():
        view = PAGES[manual_address(rule)].view
        assert isinstance(view, RuleView)
        assert view.title == read_manual(rule).title
        assert all((view.message, view.checks, view.why, view.example, view.cure))


def test_the_list_leads_to_every_page() -> None:
    """In groups, in the order of the codes."""
    view = PAGES["contribuer/diagnostics/"].view
    assert isinstance(view, DiagnosticsView)
    links = [link for _, links in view.groups for link in links]

    assert [link.address for link in links] == list(map(manual_address, RULES.values()))
    assert all(links for _, links in view.groups)


def test_a_weight_is_told_in_words() -> None:
    """Colour and shape alone tell nothing to who does not see them."""
    view = PAGES["contribuer/diagnostics/"].view
    words = {link.address: link.label for _, links in view.groups for link in links}

    assert words["contribuer/diagnostics/fp102/"].endswith("(avertissement)")


def test_the_blanks_of_a_message_are_shown_as_such() -> None:
    """No brace of a template is published."""
    assert all("{" not in page.view.message for page in PAGES.values() if "fp" in page.address)
