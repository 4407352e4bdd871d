"""Makes what the templates print from the records of a catalogue."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from builder.index.facets import ValueCount, count_facet
from builder.index.neighbours import Neighbourhood
from builder.normalise import make_slug
from builder.render.addresses import fiche_address, temoin_address, value_address
from builder.render.chart import has_own_tables, view_figures, view_indicateurs
from builder.render.comparisons import lay_out
from builder.render.french import date_words
from builder.render.renderer import Renderer
from builder.render.temoins import citation_words, headcount_words, temoin_facts
from builder.render.typography import typeset
from builder.render.views import (
    CardView,
    EffortView,
    FicheView,
    LinkView,
    NeighbourView,
    TemoinCardView,
    TemoinView,
    TermView,
)

if TYPE_CHECKING:
    from builder.model import Catalogue, Fiche, Temoin
    from builder.render.comparisons import Part
    from builder.render.texts import RenderedSheets
    from builder.render.uploads import Uploads
    from builder.vocabulary import Facet, Value


class Viewer(Renderer):
    """Makes the views of one catalogue."""

    def __init__(
        self, catalogue: Catalogue, uploads: Uploads, rendered: RenderedSheets | None = None
    ) -> None:
        """Start a catalogue.

        Args:
            catalogue: What is viewed.
            uploads: Where the pictures are.
            rendered: The sheets whose texts are rendered already.
        """
        super().__init__(catalogue, uploads, rendered)
        self.listed = catalogue.listed
        self.neighbourhood = Neighbourhood(self.listed)
        """Of its fiches; another may know theirs already."""
        self._temoins = {make_slug(temoin.company): temoin for temoin in catalogue.temoins}
        self._told: dict[str, list[Fiche]] = {}
        for fiche in self.listed:
            for company in fiche.company:
                self._told.setdefault(make_slug(company), []).append(fiche)
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
            TermView(term.slug, term.terme, term.developpe, self.define(term))
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

    def _neighbours(self, fiche: Fiche) -> tuple[NeighbourView, ...]:
        return tuple(
            NeighbourView(
                found.direction.value,
                fiche_address(found.fiche),
                typeset(found.fiche.title),
                found.reason,
            )
            for found in self.neighbourhood.of(fiche)
        )


def _effort(value: Value) -> EffortView:
    return EffortView(value.label.lower(), value.rank)
