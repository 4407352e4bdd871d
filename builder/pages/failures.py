"""« Ce qui n’a pas marché »: the limits and failures of all witnesses on one page, by nature.

A fiche gives its first limit in full and the names of the others; a witness tells its own story.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import groupby
from typing import TYPE_CHECKING

from builder.normalise import fold, make_slug
from builder.pages.making import FAILURES, HOME, make_pager, page_address, page_count, page_title
from builder.pages.records import Page, Slot
from builder.render.addresses import fiche_address, temoin_address
from builder.render.digest import shorten
from builder.render.french import plural
from builder.render.temoins import headcount_words
from builder.render.typography import typeset
from builder.render.views import LinkView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.model import Fiche, Temoin
    from builder.pages.making import Making
    from builder.pages.records import Pager
    from builder.render.digest import Item
    from builder.render.viewer import Viewer
    from builder.vocabulary import Value

ENTRIES_A_PAGE = 96
"""Three elements each at most, beside some 80 of the frame: the bar is 380 a page."""

_TEMPLATE = "echecs.html"
_LIMIT_WORDS = 60
_STORY_WORDS = 110
_DOT = "\u00a0· "
_OTHERS = "Autres témoins"
"""Those that tell a failure, and of which neither a fiche nor a figure says the nature."""


@dataclass(frozen=True, slots=True)
class FailureView:
    """What did not work, for a fiche or for a witness."""

    address: str
    title: str
    text: str
    temoin: LinkView | None = None
    """Of a fiche; its address may be empty."""
    size: str = ""
    """Of a witness: « 16 personnes », or nothing."""
    is_story: bool = False


@dataclass(frozen=True, slots=True)
class FailureGroupView:
    """The failures of one nature on one page."""

    nature: LinkView
    """Its slug is empty for the witnesses without a nature; its note says « suite »."""
    entries: tuple[FailureView, ...]


@dataclass(frozen=True, slots=True)
class FailuresView:
    """A page of failures."""

    count: int
    """Of all pages."""
    natures: tuple[LinkView, ...]
    """Where each begins, this page or another; its note is its count."""
    groups: tuple[FailureGroupView, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class _Entry:
    nature: Value | None
    company: str
    view: FailureView

    def rank(self, fiches: Counter[str]) -> tuple[object, ...]:
        """Inside a nature, who tells most comes first, and a witness before its fiches."""
        nature = (self.nature.rank, self.nature.slug) if self.nature else (0, "")
        slug = make_slug(self.company)
        told = (not slug, -fiches[slug], slug, not self.view.is_story)
        return (self.nature is None, *nature, *told, fold(self.view.title), self.view.address)


def failures_pages(making: Making) -> Iterator[Slot]:
    """Place the pages; without anything to tell there is one, that says so."""
    told = _Told(making)
    count = failures_count(making.viewer)
    total = page_count(count, ENTRIES_A_PAGE)
    for number in range(1, total + 1):
        yield Slot(
            address=page_address(FAILURES.address, number),
            template=_TEMPLATE,
            make=partial(_page, told, number, total),
            is_noindex=not count,
        )


def failures_count(viewer: Viewer) -> int:
    """Return how many fiches and witnesses tell of limits or failures."""
    fiches, temoins = _published(viewer)
    limits = sum(bool(viewer.render(fiche).glance.limits) for fiche in fiches)
    return limits + sum(bool(viewer.story(temoin).failures) for temoin in _tellers(temoins))


class _Told:
    """What there is to tell, listed once for all pages, when one of them is made."""

    def __init__(self, making: Making) -> None:
        self.making = making

    @cached_property
    def entries(self) -> list[_Entry]:
        """In the order of the pages."""
        return _entries(self.making.viewer)

    @cached_property
    def natures(self) -> tuple[LinkView, ...]:
        """Where each nature begins."""
        return _natures(self.making, self.entries)


def _page(told: _Told, number: int, total: int) -> Page:
    crumbs = (HOME, FAILURES)
    return Page(
        address=page_address(FAILURES.address, number),
        template=_TEMPLATE,
        title=page_title(FAILURES.label, number, total),
        description="Les échecs que les témoins racontent et les limites de chaque pratique.",
        view=FailuresView(
            count=len(told.entries),
            natures=told.natures,
            groups=_groups(told.making, told.entries, (number - 1) * ENTRIES_A_PAGE),
            pager=make_pager(FAILURES.address, number, total),
        ),
        crumbs=crumbs,
        structured=(told.making.breadcrumb(crumbs),),
        tab=FAILURES.address,
        is_noindex=not told.entries,
    )


def _tellers(temoins: list[Temoin]) -> list[Temoin]:
    """List those that may tell of failures; of the others, no story is rendered for this."""
    return [temoin for temoin in temoins if any(part.is_failures for part in temoin.sections)]


def _published(viewer: Viewer) -> tuple[list[Fiche], list[Temoin]]:
    """What is not published is left out of a preview too."""
    fiches = [fiche for fiche in viewer.listed if not fiche.is_draft]
    return fiches, [temoin for temoin in viewer.catalogue.temoins if not temoin.is_draft]


def _entries(viewer: Viewer) -> list[_Entry]:
    """List what there is to tell."""
    fiches, temoins = _published(viewer)
    by_company = {make_slug(temoin.company): temoin for temoin in temoins}
    natures: dict[str, Value] = {}
    counts: Counter[str] = Counter()
    for fiche in fiches:
        for slug in map(make_slug, fiche.company):
            natures.setdefault(slug, fiche.nature[0])
            counts[slug] += 1
    told = [
        *(_limits(viewer, fiche, by_company) for fiche in fiches),
        *(
            _story(viewer, temoin, natures.get(make_slug(temoin.company)))
            for temoin in _tellers(temoins)
        ),
    ]
    return sorted(filter(None, told), key=lambda entry: entry.rank(counts))


def _limits(viewer: Viewer, fiche: Fiche, temoins: dict[str, Temoin]) -> _Entry | None:
    items = viewer.render(fiche).glance.limits
    if not items:
        return None
    company = " / ".join(fiche.company)
    temoin = temoins.get(make_slug(fiche.company[0])) if len(fiche.company) == 1 else None
    view = FailureView(
        address=fiche_address(fiche),
        title=typeset(fiche.title),
        text=" ".join(filter(None, (shorten(items[0].text, _LIMIT_WORDS), _others(items[1:])))),
        temoin=LinkView(temoin_address(temoin) if temoin else "", company) if company else None,
    )
    return _Entry(fiche.nature[0], fiche.company[0] if fiche.company else "", view)


def _story(viewer: Viewer, temoin: Temoin, nature: Value | None) -> _Entry | None:
    items = viewer.story(temoin).failures
    if not items:
        return None
    figures = (item.nature for item in temoin.indicateurs if item.nature)
    view = FailureView(
        address=temoin_address(temoin),
        title=temoin.company,
        text=shorten(" ".join(item.text for item in items), _STORY_WORDS),
        size=headcount_words(temoin),
        is_story=True,
    )
    return _Entry(nature or next(figures, None), temoin.company, view)


def _others(items: tuple[Item, ...]) -> str:
    """« Aussi : Les délais · La pédagogie. »; those without a name are only counted."""
    named = [item.lead for item in items if item.lead]
    if named:
        listed = _DOT.join(named)
        return f"Aussi\u00a0: {listed}{'' if listed.endswith(('?', '!', '…')) else '.'}"
    return f"Et {plural(len(items), 'autre')} dans la fiche." if items else ""


def _natures(making: Making, entries: list[_Entry]) -> tuple[LinkView, ...]:
    counts = Counter(entry.nature for entry in entries)
    ranks: dict[Value | None, int] = {}
    for rank, entry in enumerate(entries):
        ranks.setdefault(entry.nature, rank)
    links = []
    for nature, rank in ranks.items():
        view = _nature(making, nature)
        page = page_address(FAILURES.address, rank // ENTRIES_A_PAGE + 1)
        address = f"{page}#{f'nature-{view.slug}' if view.slug else 'autres-temoins'}"
        links.append(LinkView(address, view.label, str(counts[nature]), view.slug))
    return tuple(links)


def _groups(making: Making, entries: list[_Entry], first: int) -> tuple[FailureGroupView, ...]:
    shown = entries[first : first + ENTRIES_A_PAGE]
    before = entries[first - 1].nature if first else None
    groups: list[FailureGroupView] = []
    for nature, held in groupby(shown, key=lambda entry: entry.nature):
        is_next = bool(first) and not groups and nature == before
        view = replace(_nature(making, nature), note="suite" if is_next else "")
        groups.append(FailureGroupView(view, tuple(entry.view for entry in held)))
    return tuple(groups)


def _nature(making: Making, nature: Value | None) -> LinkView:
    return making.viewer.value(nature) if nature else LinkView("", _OTHERS)
