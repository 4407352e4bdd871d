"""What the templates print: plain values, no logic left to do.

Addresses in a view are relative to the root of the site, without a leading slash; a template
puts the `root` of its page before them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from builder.render.chart import FiguresView, IndicateurView
    from builder.render.fragments import SectionView
    from builder.render.texts import Texts


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
