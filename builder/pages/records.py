"""What a page is, and what each kind of page prints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from builder.index.filters import Filter, Matrix
from builder.render import jsonld
from builder.render.views import CardView

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from builder.coverage import Gap
    from builder.index.facets import ValueCount
    from builder.model import Hreflang
    from builder.render.views import LinkView, TemoinCardView


@dataclass(frozen=True, slots=True)
class Page:
    """One page, ready for its template."""

    address: str
    """From the root: `fiches/x/`; empty for the home page."""
    template: str
    title: str
    """Of the page, without the name of the site."""
    description: str
    view: Any
    """What the template prints, a frozen record."""
    crumbs: tuple[LinkView, ...] = ()
    """The way from the home page; the last is this page."""
    structured: tuple[Any, ...] = ()
    """What search engines are told, as JSON writes it; a text is JSON already."""
    tab: str = ""
    """Which entry of the menu is the current one: its address."""
    is_noindex: bool = False
    is_contentonly: bool = False
    og_type: str = "website"
    hreflangs: tuple[Hreflang, ...] = ()
    updated: dt.date | None = None
    """Last revision, for the sitemap."""

    @property
    def jsonld(self) -> tuple[str, ...]:
        """What search engines are told, safe to stand inside `<script>`."""
        return tuple(
            jsonld.rewrite(data) if isinstance(data, str) else jsonld.write(data)
            for data in self.structured
        )

    @property
    def root(self) -> str:
        """Relative address of the root of the site: `../../`, or `./` on the home page."""
        return "../" * self.address.count("/") or "./"


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of a page, which is made when it is printed: a thousand are not made at once."""

    address: str
    template: str
    make: Callable[[], Page]
    is_noindex: bool = False
    is_contentonly: bool = False
    updated: dt.date | None = None
    """All but how to make it, as its page has them."""


def filled(page: Page) -> Slot:
    """Return the place of a page that is made already."""
    return Slot(
        page.address,
        page.template,
        lambda: page,
        page.is_noindex,
        page.is_contentonly,
        page.updated,
    )


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page."""

    count: int
    doors: tuple[LinkView, ...]
    """One a maturity; the label is what a reader says, the note its explanation."""
    door_counts: tuple[int, ...]
    door_cheap: tuple[tuple[str, int], ...]
    """For each door, the address of its cheapest fiches and their number."""
    natures: tuple[LinkView, ...]
    sizes: tuple[LinkView, ...]
    """Of the witnesses, as their files say."""
    temoin: TemoinCardView | None
    temoin_fiche: CardView | None
    temoins_count: int


@dataclass(frozen=True, slots=True)
class FacetView:
    """A way to browse: a facet and its values, with counts."""

    title: str
    values: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class Pager:
    """Pages of a list."""

    number: int
    total: int
    previous: str
    """Address; empty on the first page."""
    following: str


@dataclass(frozen=True, slots=True)
class ListView:
    """A page of cards: the catalogue, or one value's fiches."""

    lead: str
    count: int
    cards: tuple[CardView, ...]
    pager: Pager
    facets: tuple[FacetView, ...] = ()
    filters: tuple[Filter, ...] = ()
    """Of the catalogue; a page of one value has none."""
    matrix: Matrix | None = None
    refine: str = ""
    """Address of the catalogue filtered as this page is."""
    nature: str = ""
    """Slug of the nature whose colour the page takes, or nothing."""
    siblings: FacetView | None = None
    """The other values of the same facet."""
    everyone: LinkView | None = None
    """The page of the fiches that suit everyone, beside those of one sector; its note counts."""
    current: str = ""
    """Address of the value shown among them."""


@dataclass(frozen=True, slots=True)
class TemoinsView:
    """A page of witnesses."""

    groups: tuple[tuple[str, tuple[TemoinCardView, ...]], ...]
    """Kind in the plural, then its witnesses."""
    pager: Pager
    alike: tuple[FacetView, ...] = ()
    """The ways to the fiches told by a company of one size, or of one sector."""
    ways: tuple[LinkView, ...] = ()
    """The pages that gather what all of them say."""


@dataclass(frozen=True, slots=True)
class ReferenceView:
    """A standard, and the way to the fiches of each of its values."""

    title: str
    values: tuple[tuple[LinkView, int], ...]
    """The note of a link says what it means; then its fiches, at least one."""
    missing: tuple[str, ...]
    """Labels of the values that no fiche has."""


@dataclass(frozen=True, slots=True)
class SelectionView:
    """The fiches a reader keeps: what the browser needs to draw them."""

    marks: dict[str, dict[str, str]]
    """Key of a facet → label of a value → its mark in a class: a slug, or a level from 1 to 3."""


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """How many fiches have a nature and a maturity."""

    count: int
    state: str
    """« vide », « mince », or nothing to say."""
    address: str
    """Of the catalogue, filtered so; empty when it would show nothing."""
    label: str
    """« 2 fiches : Social – Progresser »."""


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """The fiches of a nature."""

    label: str
    cells: tuple[CoverageCell, ...]
    """One a maturity."""
    count: int


@dataclass(frozen=True, slots=True)
class CoverageView:
    """What the library covers, for animators."""

    count: int
    maturities: tuple[ValueCount, ...]
    rows: tuple[CoverageRow, ...]
    empty: str
    """Cells without a fiche, in one line; nothing when there is none."""
    thin: str
    gaps: tuple[Gap, ...]
    """Each with a line at least."""


@dataclass(frozen=True, slots=True)
class RuleView:
    """The manual of a rule. Texts are safe HTML, inline."""

    code: str
    severity: str
    weight: str
    """What the severity means."""
    title: str
    message: str
    """As it is told, its blanks not filled in."""
    checks: str
    why: str
    example: str
    cure: str


@dataclass(frozen=True, slots=True)
class DiagnosticsView:
    """The list of all rules."""

    groups: tuple[tuple[str, tuple[LinkView, ...]], ...]
    """What they are about, then a link for each; its note is the severity."""


SHARED = (CardView, FacetView, Filter, Matrix)
"""Records that stand in many pages: to know whether a page changed, each is looked at once."""


@dataclass(frozen=True, slots=True)
class Pages:
    """All pages."""

    slots: tuple[Slot, ...] = ()
    compact: str = ""
    """The compact index, JSON: what the browser filters with."""

    @property
    def pages(self) -> tuple[Page, ...]:
        """All of them, made."""
        return tuple(slot.make() for slot in self.slots)
