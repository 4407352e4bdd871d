"""Every page of the site but the ordinary ones: what is at each address, and with which template.

The engine that writes them decides nothing: it takes this list as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.index.compact import make_compact_index
from builder.index.facets import fiches_with
from builder.index.filters import make_filters, make_matrix
from builder.pages.guide import HOME, guide_pages
from builder.pages.records import (
    FacetView,
    HomeView,
    ListView,
    Page,
    Pager,
    Pages,
    SelectionView,
    TemoinsView,
)
from builder.render import jsonld
from builder.render.french import plural
from builder.render.views import (
    CardView,
    LinkView,
    Viewer,
    fiche_address,
    temoin_address,
    value_address,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.index.filters import Filter, Matrix
    from builder.model import Catalogue, Fiche, Temoin
    from builder.render.uploads import Uploads
    from builder.site import Site
    from builder.vocabulary import Facet, Value

CARDS_A_PAGE = 24
TEMOINS_A_PAGE = 60

CATALOGUE = LinkView("fiches/", "Fiches pratiques")
TEMOINS = LinkView("temoins/", "Témoins")
SELECTION = LinkView("selection/", "Ma sélection")


@dataclass(frozen=True, slots=True)
class _Listing:
    """A list of fiches before it is cut into pages."""

    address: str
    title: str
    lead: str
    fiches: tuple[Fiche, ...]
    crumbs: tuple[LinkView, ...]
    facets: tuple[FacetView, ...] = ()
    nature: str = ""
    siblings: FacetView | None = None
    current: str = ""
    filters: tuple[Filter, ...] = ()
    matrix: Matrix | None = None
    refine: str = ""

    def view(self, cards: tuple[CardView, ...], pager: Pager) -> ListView:
        """View one page of it."""
        return ListView(
            lead=self.lead,
            count=len(self.fiches),
            cards=cards,
            pager=pager,
            facets=self.facets,
            nature=self.nature,
            siblings=self.siblings,
            current=self.current,
            filters=self.filters,
            matrix=self.matrix,
            refine=self.refine,
        )


def make_pages(catalogue: Catalogue, uploads: Uploads, site: Site) -> Pages:
    """Make every page of a catalogue, in a stable order."""
    maker = _Maker(catalogue, Viewer(catalogue, uploads), site)
    pages = tuple(maker.all())
    viewer = maker.viewer
    compact = maker.compact_index()
    return Pages(pages, tuple(viewer.diagnostics), tuple(viewer.links), compact)


class _Maker:
    def __init__(self, catalogue: Catalogue, viewer: Viewer, site: Site) -> None:
        self.catalogue = catalogue
        self.viewer = viewer
        self.site = site
        self.filters = make_filters(catalogue)

    def compact_index(self) -> str:
        """Write what the browser filters with."""
        listed = self.viewer.listed
        changed = tuple(fiche.last_change for fiche in listed)
        return make_compact_index(self.filters, self.viewer.cards(listed), changed)

    def all(self) -> Iterator[Page]:
        fiches = [self.fiche(fiche) for fiche in self.catalogue.fiches]
        yield self.home()
        yield from self.catalogue_pages()
        yield from fiches
        yield from self.temoins()
        yield from map(self.temoin, self.catalogue.temoins)
        for facet in self.catalogue.vocabulary:
            for value in facet.values:
                yield from self.value_pages(facet, value)
        yield self.selection()
        yield from guide_pages(self.viewer.uploads, self.site)

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
            door_cheap=tuple(self._cheapest(counted.value) for counted in counts),
            natures=self.viewer.facet(vocabulary["nature"]),
            temoin=self.viewer.temoin_card(temoin) if temoin else None,
            temoin_fiche=self.viewer.card(self.viewer.fiches_of(temoin)[0]) if temoin else None,
            temoins_count=len(self.catalogue.temoins),
        )
        return Page("", "home.html", self.site.name, self.site.description, view)

    def catalogue_pages(self) -> Iterator[Page]:
        count = len(self.viewer.listed)
        title = f"{plural(count, 'pratique')} RSE à reprendre"
        lead = "Ce que cela coûte, le temps que cela prend, ce qui n’a pas marché."
        listing = _Listing(
            address=CATALOGUE.address,
            title=title,
            lead=lead,
            fiches=self.viewer.listed,
            crumbs=(HOME, CATALOGUE),
            facets=tuple(
                FacetView(facet.title, self.viewer.facet(facet))
                for facet in self.catalogue.vocabulary
            ),
            filters=tuple(item for item in self.filters if not item.is_hidden),
            matrix=make_matrix(self.filters),
        )
        yield from self._list_pages(listing)

    def value_pages(self, facet: Facet, value: Value) -> Iterator[Page]:
        address = value_address(facet, value)
        fiches = fiches_with(value, self.viewer.listed)
        if not fiches and facet.key == "sector":
            return
        crumb = LinkView(address, f"{facet.title}\u00a0: {value.label}")
        listing = _Listing(
            address=address,
            title=crumb.label,
            lead=value.explanation,
            fiches=fiches,
            crumbs=(HOME, CATALOGUE, crumb),
            nature=value.slug if facet.key == "nature" else "",
            siblings=FacetView(facet.title, self.viewer.facet(facet)),
            current=address,
            refine=f"{CATALOGUE.address}?{facet.param}={value.slug}",
        )
        yield from self._list_pages(listing)

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

    def temoins(self) -> Iterator[Page]:
        """Cut the list of witnesses into pages, kind after kind."""
        kinds = [kind for kind, _ in _KINDS]
        ordered = sorted(self.catalogue.temoins, key=lambda temoin: kinds.index(temoin.kind))
        crumbs = (HOME, TEMOINS)
        data = jsonld.write(jsonld.breadcrumb(crumbs, self.site))
        total = max(1, -(-len(ordered) // TEMOINS_A_PAGE))
        for number in range(1, total + 1):
            shown = ordered[(number - 1) * TEMOINS_A_PAGE : number * TEMOINS_A_PAGE]
            yield Page(
                address=page_address(TEMOINS.address, number),
                template="temoins.html",
                title="Les témoins" + (f", page {number} sur {total}" if number > 1 else ""),
                description="Les entreprises, clusters et structures d’insertion qui se racontent.",
                view=self._temoins_view(shown, _pager(TEMOINS.address, number, total)),
                crumbs=crumbs,
                jsonld=(data,),
                tab=TEMOINS.address,
            )

    def _temoins_view(self, temoins: list[Temoin], pager: Pager) -> TemoinsView:
        groups = tuple(
            (
                title,
                tuple(self.viewer.temoin_card(temoin) for temoin in temoins if temoin.kind == kind),
            )
            for kind, title in _KINDS
        )
        return TemoinsView(tuple(group for group in groups if group[1]), pager)

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

    def selection(self) -> Page:
        vocabulary = self.catalogue.vocabulary
        marks = {"nature": {value.label: value.slug for value in vocabulary["nature"].values}}
        for key in ("financialinvest", "humaninvest"):
            marks[key] = {value.label: str(value.rank) for value in vocabulary[key].values}
        return Page(
            address=SELECTION.address,
            template="selection.html",
            title=SELECTION.label,
            description="Les fiches que vous gardez, à comparer, imprimer et partager.",
            view=SelectionView(marks),
            crumbs=(HOME, SELECTION),
            tab=SELECTION.address,
            is_noindex=True,
        )

    def _list_pages(self, listing: _Listing) -> Iterator[Page]:
        """Cut a list into pages of cards; an empty list has one page, that says so."""
        crumbs = jsonld.write(jsonld.breadcrumb(listing.crumbs, self.site))
        total = max(1, -(-len(listing.fiches) // CARDS_A_PAGE))
        for number in range(1, total + 1):
            first = (number - 1) * CARDS_A_PAGE
            cards = self.viewer.cards(listing.fiches[first : first + CARDS_A_PAGE])
            address = page_address(listing.address, number)
            data = jsonld.collection(listing.title, address, cards, self.site, first + 1)
            yield Page(
                address=address,
                template="catalogue.html" if listing.filters else "valeur.html",
                title=listing.title + (f", page {number} sur {total}" if number > 1 else ""),
                description=listing.lead or listing.title,
                view=listing.view(cards, _pager(listing.address, number, total)),
                crumbs=listing.crumbs,
                jsonld=(jsonld.write(data), crumbs),
                tab=CATALOGUE.address,
                is_noindex=not listing.fiches,
            )

    def _cheapest(self, maturity: Value) -> tuple[str, int]:
        """Return the address of the fiches of a maturity that cost least, and their number."""
        vocabulary = self.catalogue.vocabulary
        cheap = vocabulary["financialinvest"].values[0]
        number = sum(
            fiche.maturity.slug == maturity.slug and fiche.financialinvest.slug == cheap.slug
            for fiche in self.viewer.listed
        )
        maturity_param = vocabulary["maturity"].param
        cost_param = vocabulary["financialinvest"].param
        query = f"{maturity_param}={maturity.slug}&{cost_param}={cheap.slug}"
        return f"{CATALOGUE.address}?{query}", number

    def _featured(self) -> Temoin | None:
        """Choose the witness of the home page: with a story of its own and the most fiches."""
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


def page_address(address: str, number: int) -> str:
    """Return the address of a page of a list, from 1."""
    return address if number == 1 else f"{address}page/{number}/"


def _pager(address: str, number: int, total: int) -> Pager:
    return Pager(
        number=number,
        total=total,
        previous=page_address(address, number - 1) if number > 1 else "",
        following=page_address(address, number + 1) if number < total else "",
    )


def _lower_first(text: str) -> str:
    """Lower the first letter of a phrase, unless it starts an acronym."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
