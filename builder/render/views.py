"""What the templates print: plain values, no logic left to do.

Addresses in a view are relative to the root of the site, without a leading slash; a template
puts the `root` of its page before them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from builder.index.facets import ValueCount, count_facet
from builder.index.neighbours import Neighbourhood
from builder.normalise import make_slug
from builder.render.chart import (
    FiguresView,
    IndicateurView,
    has_own_tables,
    view_figures,
    view_indicateurs,
)
from builder.render.comparisons import lay_out
from builder.render.fragments import Fragments, Link, SectionView
from builder.render.french import date_words, plural
from builder.render.glossing import LEXIQUE
from builder.render.texts import (
    Findings,
    RenderedFiche,
    RenderedSheets,
    Story,
    findings_of,
    hold,
    render_fiche,
    render_sections,
    render_temoin,
)
from builder.render.typography import typeset

if TYPE_CHECKING:
    from builder.diagnostics.model import Diagnostic, Locate
    from builder.lexique import Term
    from builder.model import Catalogue, Citation, Fiche, Section, Temoin
    from builder.render.comparisons import Part
    from builder.render.texts import Texts
    from builder.render.uploads import Uploads
    from builder.vocabulary import Facet, Value


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link, its address relative to the root."""

    address: str
    label: str
    note: str = ""
    slug: str = ""
    """Of a value: the class of a colour."""


@dataclass(frozen=True, slots=True)
class EffortView:
    """A level of cost or time: dots, and words."""

    label: str
    rank: int
    """1 to 3: how many dots are full."""


@dataclass(frozen=True, slots=True)
class CardView:
    """A fiche in a list."""

    address: str
    title: str
    description: str
    nature: LinkView
    maturity: str
    cost: EffortView
    time: EffortView
    minutes: int
    company: str
    is_draft: bool


@dataclass(frozen=True, slots=True)
class NeighbourView:
    """A fiche to read next."""

    direction: str
    address: str
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class TemoinCardView:
    """A witness in a list or beside a fiche."""

    address: str
    company: str
    kind: str
    facts: str
    """« 16 personnes · Services informatiques · Douai »."""
    count: int
    """Of its fiches."""


@dataclass(frozen=True, slots=True)
class FicheView:
    """A fiche."""

    slug: str
    title: str
    description: str
    breadcrumb: str
    natures: tuple[LinkView, ...]
    maturity: LinkView
    cost: LinkView
    cost_rank: int
    cout: str
    time: LinkView
    time_rank: int
    duree: str
    sectors: tuple[LinkView, ...]
    companies: tuple[LinkView, ...]
    minutes: int
    texts: Texts
    temoins: tuple[TemoinCardView, ...]
    neighbours: tuple[NeighbourView, ...]
    odd: tuple[LinkView, ...]
    iso26000: tuple[LinkView, ...]
    date: str
    updated: str
    is_draft: bool

    @property
    def enbref(self) -> tuple[str, ...]:
        """Safe HTML, inline; so are the sources."""
        return self.texts.load().enbref

    @property
    def sections(self) -> tuple[SectionView, ...]:
        """Its sections, ready to print."""
        return self.texts.load().sections

    @property
    def sources(self) -> tuple[str, ...]:
        """The documents it comes from."""
        return self.texts.load().sources

    @property
    def seotexts(self) -> tuple[str, ...]:
        """Safe HTML."""
        return self.texts.load().seotexts


@dataclass(frozen=True, slots=True)
class TemoinView:
    """A witness."""

    company: str
    kind: str
    activity: str
    facts: tuple[tuple[str, str], ...]
    """Name, value."""
    website: str
    labels: tuple[str, ...]
    citations: tuple[tuple[str, str], ...]
    """Text, who."""
    sections: tuple[SectionView, ...]
    indicateurs: tuple[IndicateurView, ...]
    figures: tuple[FiguresView, ...]
    """When each has no table of its own."""
    figures_sources: tuple[str, ...]
    cards: tuple[CardView, ...]
    is_draft: bool


@dataclass(frozen=True, slots=True)
class TermView:
    """A term of the lexique."""

    id: str
    terme: str
    developpe: str
    definition: str
    """Safe HTML, inline."""


@dataclass(frozen=True, slots=True)
class PageLinks:
    """The ways in and out of a page made from a sheet."""

    address: str
    """Of the page, from the root; empty for texts that no page shows."""
    ids: frozenset[str]
    """What follows `#` in the address of a place of the page."""
    links: tuple[Link, ...]
    is_draft: bool


class Viewer:
    """Makes the views of one catalogue; keeps what rendering finds wrong with its texts."""

    def __init__(
        self, catalogue: Catalogue, uploads: Uploads, rendered: RenderedSheets | None = None
    ) -> None:
        """Start a catalogue.

        Args:
            catalogue: What is viewed.
            uploads: Where the pictures are.
            rendered: The sheets whose texts are rendered already.
        """
        self._rendered = rendered or RenderedSheets()
        self.catalogue = catalogue
        self.uploads = uploads
        self.diagnostics: list[Diagnostic] = []
        self.links: list[PageLinks] = []
        """Of the pages rendered so far."""
        self.listed = catalogue.listed
        self._temoins = {make_slug(temoin.company): temoin for temoin in catalogue.temoins}
        self._told: dict[str, list[Fiche]] = {}
        for fiche in self.listed:
            for company in fiche.company:
                self._told.setdefault(make_slug(company), []).append(fiche)
        self._fiches: dict[str, RenderedFiche] = {}
        self._stories: dict[str, Story] = {}
        self._definitions: dict[str, str] = {}
        self._cards: dict[str, CardView] = {}
        self._values: dict[Value, LinkView] = {}

    # --- Fiches ---------------------------------------------------------------------------------

    def fiche(self, fiche: Fiche) -> FicheView:
        """View a fiche."""
        rendered = self.render(fiche)
        return FicheView(
            slug=fiche.slug,
            title=typeset(fiche.title),
            description=typeset(fiche.description),
            breadcrumb=typeset(fiche.breadcrumb or fiche.title),
            natures=tuple(map(self.value, fiche.nature)),
            maturity=self.value(fiche.maturity),
            cost=self.value(fiche.financialinvest),
            cost_rank=fiche.financialinvest.rank,
            cout=typeset(fiche.cout),
            time=self.value(fiche.humaninvest),
            time_rank=fiche.humaninvest.rank,
            duree=typeset(fiche.duree),
            sectors=tuple(map(self.value, fiche.sector)),
            companies=self._companies(fiche),
            minutes=rendered.glance.minutes,
            texts=rendered.texts,
            temoins=tuple(self.temoin_card(temoin) for temoin in self._witnesses(fiche)),
            neighbours=self._neighbours(fiche),
            odd=tuple(map(self.value, fiche.odd)),
            iso26000=tuple(map(self.value, fiche.iso26000)),
            date=date_words(fiche.date) if fiche.date else "",
            updated=date_words(fiche.updated) if fiche.updated else "",
            is_draft=fiche.is_draft,
        )

    def card(self, fiche: Fiche) -> CardView:
        """View a fiche as a card."""
        if fiche.slug not in self._cards:
            self._cards[fiche.slug] = CardView(
                address=fiche_address(fiche),
                title=typeset(fiche.title),
                description=typeset(fiche.description),
                nature=self.value(fiche.nature[0]),
                maturity=fiche.maturity.label,
                cost=_effort(fiche.financialinvest),
                time=_effort(fiche.humaninvest),
                minutes=self.render(fiche).glance.minutes,
                company=" / ".join(fiche.company),
                is_draft=fiche.is_draft,
            )
        return self._cards[fiche.slug]

    def cards(self, fiches: tuple[Fiche, ...]) -> tuple[CardView, ...]:
        """View fiches as cards."""
        return tuple(map(self.card, fiches))

    def render(self, fiche: Fiche) -> RenderedFiche:
        """Render the texts of a fiche, once, and keep what is wrong with them."""
        if fiche.slug not in self._fiches:
            found = self._rendered.fiches.get(fiche.path) or self._render(fiche)
            self._fiches[fiche.slug] = found
            self._keep(found.findings, fiche_address(fiche), is_draft=fiche.is_draft)
        return self._fiches[fiche.slug]

    def render_all(self) -> None:
        """Render all texts, for what is wrong with them; a page may be made later, or elsewhere.

        Those of a witness without a file are its fiches': nothing more is to be said of them.
        """
        for fiche in self.catalogue.fiches:
            self.render(fiche)
        for temoin in self.catalogue.temoins:
            if temoin.has_file:
                self.story(temoin)
        for term in self.catalogue.lexique.terms:
            self._define(term)

    # --- Witnesses ------------------------------------------------------------------------------

    def temoin(self, temoin: Temoin) -> TemoinView:
        """View a witness."""
        story = self.story(temoin)
        fiches = self.fiches_of(temoin)
        has_tables = has_own_tables(temoin.indicateurs, len(fiches))
        return TemoinView(
            company=temoin.company,
            kind=temoin.kind,
            activity=typeset(temoin.activity),
            facts=temoin_facts(temoin),
            website=temoin.website,
            labels=temoin.labels,
            citations=tuple(map(citation_words, temoin.citations)),
            sections=story.sections,
            indicateurs=view_indicateurs(
                temoin.indicateurs, list(story.places), has_tables=has_tables
            ),
            figures=() if has_tables else view_figures(temoin.indicateurs),
            figures_sources=tuple(
                dict.fromkeys(typeset(item.source) for item in temoin.indicateurs if item.source)
            ),
            cards=self.cards(fiches),
            is_draft=temoin.is_draft,
        )

    def check_sections(
        self, sections: tuple[Section, ...], locate: Locate, *, is_draft: bool
    ) -> None:
        """Render sections that no page shows, for what is wrong with them."""
        self._keep(render_sections(sections, locate, self.uploads), "", is_draft=is_draft)

    def story(self, temoin: Temoin) -> Story:
        """Render the story of a witness, once, and keep what is wrong with it."""
        if temoin.slug not in self._stories:
            found = self._rendered.temoins.get(temoin.path) if temoin.path else None
            rendered = found or render_temoin(temoin, self.catalogue.lexique, self.uploads)
            self._keep(rendered.findings, temoin_address(temoin), is_draft=temoin.is_draft)
            self._stories[temoin.slug] = rendered.story
        return self._stories[temoin.slug]

    def temoin_card(self, temoin: Temoin) -> TemoinCardView:
        """View a witness as a card."""
        facts = [typeset(temoin.activity), *(value for _, value in temoin_facts(temoin)[:2])]
        return TemoinCardView(
            address=temoin_address(temoin),
            company=temoin.company,
            kind=temoin.kind,
            facts=" · ".join(filter(None, facts)),
            count=len(self.fiches_of(temoin)),
        )

    def fiches_of(self, temoin: Temoin) -> tuple[Fiche, ...]:
        """Return the listed fiches that a witness tells."""
        return tuple(self._told.get(make_slug(temoin.company), ()))

    @cached_property
    def comparisons(self) -> tuple[tuple[Part, ...], ...]:
        """What the witnesses share, page by page."""
        return lay_out(self.catalogue.temoins)

    def lexique(self) -> tuple[TermView, ...]:
        """View the terms of the lexique, and keep what is wrong with their definitions."""
        return tuple(
            TermView(term.slug, term.terme, term.developpe, self._define(term))
            for term in self.catalogue.lexique.terms
        )

    # --- Values ---------------------------------------------------------------------------------

    def value(self, value: Value) -> LinkView:
        """View a value as a link to its page."""
        if value not in self._values:
            address = value_address(self.catalogue.vocabulary[value.key], value)
            note = typeset(value.explanation)
            self._values[value] = LinkView(address, value.label, note, value.slug)
        return self._values[value]

    def facet(self, facet: Facet) -> tuple[LinkView, ...]:
        """View the values of a facet, each with its count; of a sparse one, those that have any."""
        return tuple(
            LinkView(
                value_address(facet, counted.value),
                counted.value.label,
                str(counted.count),
                counted.value.slug,
            )
            for counted in self.counts(facet)
            if counted.count or not facet.is_sparse
        )

    def counts(self, facet: Facet) -> tuple[ValueCount, ...]:
        """Count the listed fiches of each value of a facet."""
        return count_facet(facet, self.listed)

    # --- Helpers --------------------------------------------------------------------------------

    def _render(self, fiche: Fiche) -> RenderedFiche:
        texts, glance, findings = render_fiche(fiche, self.catalogue.lexique, self.uploads)
        return RenderedFiche(hold(texts), glance, findings)

    def _keep(self, findings: Findings, address: str, *, is_draft: bool) -> None:
        told = findings.diagnostics
        self.diagnostics += [item.in_draft() for item in told] if is_draft else told
        self.links.append(PageLinks(address, findings.ids, findings.links, is_draft))

    def _define(self, term: Term) -> str:
        if term.slug not in self._definitions:
            fragments = Fragments("../", self.uploads, term.locate)
            self._definitions[term.slug] = fragments.inline(term.definition, term.locate)
            self._keep(findings_of(fragments), LEXIQUE, is_draft=False)
        return self._definitions[term.slug]

    def _witnesses(self, fiche: Fiche) -> list[Temoin]:
        slugs = map(make_slug, fiche.company)
        return [self._temoins[slug] for slug in slugs if slug in self._temoins]

    def _companies(self, fiche: Fiche) -> tuple[LinkView, ...]:
        links = []
        for company in fiche.company:
            temoin = self._temoins.get(make_slug(company))
            if temoin:
                links.append(LinkView(temoin_address(temoin), company, headcount_words(temoin)))
            else:
                links.append(LinkView("", company))
        return tuple(links)

    @cached_property
    def _neighbourhood(self) -> Neighbourhood:
        """A check, which makes no page, asks for none."""
        return Neighbourhood(self.listed)

    def _neighbours(self, fiche: Fiche) -> tuple[NeighbourView, ...]:
        return tuple(
            NeighbourView(
                found.direction.value,
                fiche_address(found.fiche),
                typeset(found.fiche.title),
                found.reason,
            )
            for found in self._neighbourhood.of(fiche)
        )


def fiche_address(fiche: Fiche) -> str:
    """Address of a fiche, from the root."""
    return f"fiches/{fiche.slug}/"


def temoin_address(temoin: Temoin) -> str:
    """Address of a witness, from the root."""
    return f"temoins/{temoin.slug}/"


def headcount_words(temoin: Temoin) -> str:
    """« 16 personnes », « 250 personnes et plus », or nothing."""
    if temoin.size is not None:
        return plural(temoin.size, "personne")
    return temoin.size_class.label if temoin.size_class else ""


def citation_words(citation: Citation) -> tuple[str, str]:
    """Return what someone said, and who."""
    who = ", ".join(filter(None, (citation.auteur, citation.fonction)))
    return typeset(citation.texte), typeset(who)


def temoin_facts(temoin: Temoin) -> tuple[tuple[str, str], ...]:
    """The facts of a witness that are known, most telling first."""
    facts = (
        ("Effectif", headcount_words(temoin)),
        ("Territoire", temoin.territory),
        ("Secteur", ", ".join(value.label for value in temoin.sector)),
        ("Création", str(temoin.founded or "")),
    )
    return tuple((name, words) for name, words in facts if words)


def value_address(facet: Facet, value: Value) -> str:
    """Address of the page of a value, from the root."""
    return f"{facet.slug}/{value.slug}/"


def _effort(value: Value) -> EffortView:
    return EffortView(value.label.lower(), value.rank)
