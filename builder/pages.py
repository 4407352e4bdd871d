"""Every page of the site but the ordinary ones: what is at each address, and with which template.

The engine that writes them (`plugin.py`) decides nothing: it takes this list as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from builder.diagnostics import RULES
from builder.diagnostics.manual import read_manual
from builder.index.facets import fiches_with
from builder.render import jsonld
from builder.render.fragments import Fragments
from builder.render.french import plural
from builder.render.views import (
    CardView,
    LinkView,
    TemoinCardView,
    Viewer,
    fiche_address,
    temoin_address,
    value_address,
)

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from builder.diagnostics.model import Diagnostic
    from builder.model import Catalogue, Fiche, Hreflang, Temoin
    from builder.render.uploads import Uploads
    from builder.site import Site
    from builder.vocabulary import Facet, Value

CARDS_A_PAGE = 24

HOME = LinkView("", "Accueil")
CATALOGUE = LinkView("fiches/", "Fiches pratiques")
TEMOINS = LinkView("temoins/", "Témoins")
GUIDE = LinkView("contribuer/", "Écrire une fiche")


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
    jsonld: tuple[str, ...] = ()
    """Safe to stand inside `<script>`."""
    tab: str = ""
    """Which entry of the menu is the current one: its address."""
    is_noindex: bool = False
    is_contentonly: bool = False
    og_type: str = "website"
    hreflangs: tuple[Hreflang, ...] = ()
    updated: datetime.date | None = None
    """Last revision, for the sitemap."""

    @property
    def root(self) -> str:
        """Relative address of the root of the site: `../../`, or `./` on the home page."""
        return "../" * self.address.count("/") or "./"


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page."""

    count: int
    doors: tuple[LinkView, ...]
    """One a maturity; the label is what a reader says, the note its explanation."""
    door_counts: tuple[int, ...]
    natures: tuple[LinkView, ...]
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
    nature: str = ""
    """Slug of the nature whose colour the page takes, or nothing."""
    siblings: FacetView | None = None
    """The other values of the same facet."""
    current: str = ""
    """Address of the value shown among them."""


@dataclass(frozen=True, slots=True)
class TemoinsView:
    """All witnesses."""

    groups: tuple[tuple[str, tuple[TemoinCardView, ...]], ...]
    """Kind in the plural, then its witnesses."""


@dataclass(frozen=True, slots=True)
class RuleView:
    """What an animator may read of a diagnostic."""

    code: str
    severity: str
    title: str
    why: str
    """Safe HTML, inline."""
    cure: str
    """Safe HTML, inline."""


@dataclass(frozen=True, slots=True)
class DiagnosticsView:
    """Every diagnostic and its cure."""

    rules: tuple[RuleView, ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """All pages, and what rendering found wrong."""

    pages: tuple[Page, ...]
    diagnostics: tuple[Diagnostic, ...]


def make_pages(catalogue: Catalogue, uploads: Uploads, site: Site) -> Pages:
    """Make every page of a catalogue, in a stable order."""
    maker = _Maker(catalogue, Viewer(catalogue, uploads), site)
    pages = tuple(maker.all())
    return Pages(pages, tuple(maker.viewer.diagnostics))


class _Maker:
    def __init__(self, catalogue: Catalogue, viewer: Viewer, site: Site) -> None:
        self.catalogue = catalogue
        self.viewer = viewer
        self.site = site

    def all(self) -> Iterator[Page]:
        fiches = [self.fiche(fiche) for fiche in self.catalogue.fiches]
        yield self.home()
        yield from self.catalogue_pages()
        yield from fiches
        yield self.temoins()
        yield from map(self.temoin, self.catalogue.temoins)
        for facet in self.catalogue.vocabulary:
            for value in facet.values:
                yield from self.value_pages(facet, value)
        yield self.diagnostics()

    def home(self) -> Page:
        vocabulary = self.catalogue.vocabulary
        counts = self.viewer.counts(vocabulary["maturity"])
        doors = tuple(
            LinkView(
                value_address(vocabulary["maturity"], counted.value),
                counted.value.door or counted.value.label,
                counted.value.explanation,
            )
            for counted in counts
        )
        temoin = self._featured()
        view = HomeView(
            count=len(self.viewer.listed),
            doors=doors,
            door_counts=tuple(counted.count for counted in counts),
            natures=self.viewer.facet(vocabulary["nature"]),
            temoin=self.viewer.temoin_card(temoin) if temoin else None,
            temoin_fiche=self.viewer.card(self.viewer.fiches_of(temoin)[0]) if temoin else None,
            temoins_count=len(self.catalogue.temoins),
        )
        return Page("", "home.html", self.site.name, self.site.description, view)

    def catalogue_pages(self) -> Iterator[Page]:
        count = len(self.viewer.listed)
        title = f"{plural(count, 'pratique')} RSE à reprendre"
        lead = "Chaque fiche dit ce que cela coûte, le temps que cela prend et ce qui n’a pas marché."
        yield from self._list_pages(
            address="fiches/",
            title=title,
            lead=lead,
            fiches=self.viewer.listed,
            crumbs=(HOME, CATALOGUE),
            tab="fiches/",
            facets=tuple(
                FacetView(facet.title, self.viewer.facet(facet))
                for facet in self.catalogue.vocabulary
            ),
        )

    def value_pages(self, facet: Facet, value: Value) -> Iterator[Page]:
        address = value_address(facet, value)
        fiches = fiches_with(value, self.viewer.listed)
        if not fiches and facet.key == "sector":
            return
        crumb = LinkView(address, f"{facet.title}\u00a0: {value.label}")
        yield from self._list_pages(
            address=address,
            title=crumb.label,
            lead=value.explanation,
            fiches=fiches,
            crumbs=(HOME, CATALOGUE, crumb),
            tab="fiches/",
            nature=value.slug if facet.key == "nature" else "",
            siblings=FacetView(facet.title, self.viewer.facet(facet)),
            current=address,
        )

    def fiche(self, fiche: Fiche) -> Page:
        view = self.viewer.fiche(fiche)
        address = fiche_address(fiche)
        crumbs = (HOME, CATALOGUE, view.natures[0], LinkView(address, view.breadcrumb))
        data = jsonld.article(fiche, address, view.minutes, self.site)
        own = jsonld.rewrite(fiche.schemajson) if fiche.schemajson else jsonld.write(data)
        return Page(
            address=address,
            template="fiche.html",
            title=fiche.title,
            description=fiche.description or fiche.title,
            view=view,
            crumbs=crumbs,
            jsonld=(own, jsonld.write(jsonld.breadcrumb(crumbs, self.site))),
            tab="fiches/",
            is_noindex=fiche.is_noindex or fiche.is_draft,
            is_contentonly=fiche.is_contentonly,
            og_type="article",
            hreflangs=fiche.hreflangs,
            updated=fiche.last_change,
        )

    def temoins(self) -> Page:
        cards = [(temoin, self.viewer.temoin_card(temoin)) for temoin in self.catalogue.temoins]
        groups = tuple(
            (title, tuple(card for temoin, card in cards if temoin.kind == kind))
            for kind, title in _KINDS
        )
        crumbs = (HOME, TEMOINS)
        return Page(
            address="temoins/",
            template="temoins.html",
            title="Les témoins",
            description="Les entreprises, clusters et structures d’insertion qui racontent leurs pratiques.",
            view=TemoinsView(tuple(group for group in groups if group[1])),
            crumbs=crumbs,
            jsonld=(jsonld.write(jsonld.breadcrumb(crumbs, self.site)),),
            tab="temoins/",
        )

    def temoin(self, temoin: Temoin) -> Page:
        address = temoin_address(temoin)
        view = self.viewer.temoin(temoin)
        crumbs = (HOME, TEMOINS, LinkView(address, temoin.company))
        data = jsonld.organization(temoin, address, self.site)
        about = temoin.activity or plural(len(view.cards), "fiche pratique", "fiches pratiques")
        return Page(
            address=address,
            template="temoin.html",
            title=temoin.company,
            description=f"{temoin.company} raconte sa démarche RSE\u00a0: {_lower_first(about)}.",
            view=view,
            crumbs=crumbs,
            jsonld=(jsonld.write(data), jsonld.write(jsonld.breadcrumb(crumbs, self.site))),
            tab="temoins/",
            is_noindex=temoin.is_draft,
        )

    def diagnostics(self) -> Page:
        address = "contribuer/diagnostics/"
        fragments = Fragments("../../", self.viewer.uploads)
        rules = []
        for rule in RULES.values():
            manual = read_manual(rule)
            why, cure = fragments.inline(manual.why), fragments.inline(manual.cure)
            rules.append(RuleView(rule.code, rule.severity.value, manual.title, why, cure))
        crumbs = (HOME, GUIDE, LinkView(address, "Messages"))
        return Page(
            address=address,
            template="diagnostics.html",
            title="Les messages et leur correction",
            description="Tout ce que la vérification d’une fiche peut dire, pourquoi, et comment y remédier.",
            view=DiagnosticsView(tuple(rules)),
            crumbs=crumbs,
            jsonld=(jsonld.write(jsonld.breadcrumb(crumbs, self.site)),),
            tab="contribuer/",
        )

    def _list_pages(
        self,
        *,
        address: str,
        title: str,
        lead: str,
        fiches: tuple[Fiche, ...],
        crumbs: tuple[LinkView, ...],
        tab: str,
        **more: Any,
    ) -> Iterator[Page]:
        """Cut a list into pages of cards; an empty list has one page, that says so."""
        total = max(1, -(-len(fiches) // CARDS_A_PAGE))
        for number in range(1, total + 1):
            first = (number - 1) * CARDS_A_PAGE
            cards = self.viewer.cards(fiches[first : first + CARDS_A_PAGE])
            own = _page_address(address, number)
            data = jsonld.collection(title, own, cards, self.site, first + 1)
            view = ListView(lead, len(fiches), cards, _pager(address, number, total), **more)
            yield Page(
                address=own,
                template="catalogue.html",
                title=title if number == 1 else f"{title}, page {number} sur {total}",
                description=lead or title,
                view=view,
                crumbs=crumbs,
                jsonld=(
                    jsonld.write(data),
                    jsonld.write(jsonld.breadcrumb(crumbs, self.site)),
                ),
                tab=tab,
                is_noindex=not fiches,
            )

    def _featured(self) -> Temoin | None:
        """The witness of the home page: with a story of its own and the most fiches."""
        told = [temoin for temoin in self.catalogue.temoins if self.viewer.fiches_of(temoin)]
        if not told:
            return None
        return min(
            told,
            key=lambda temoin: (
                not temoin.has_file,
                -len(self.viewer.fiches_of(temoin)),
                temoin.slug,
            ),
        )


_KINDS = (
    ("entreprise", "Entreprises"),
    ("cluster", "Clusters et réseaux"),
    ("structure d’insertion", "Structures d’insertion"),
)


def _page_address(address: str, number: int) -> str:
    return address if number == 1 else f"{address}page/{number}/"


def _pager(address: str, number: int, total: int) -> Pager:
    return Pager(
        number=number,
        total=total,
        previous=_page_address(address, number - 1) if number > 1 else "",
        following=_page_address(address, number + 1) if number < total else "",
    )


def _lower_first(text: str) -> str:
    """Lower the first letter of a phrase, unless it starts an acronym."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
