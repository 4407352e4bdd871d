"""Three neighbours of a fiche: one easier, one alike, one further, each with its reason."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from builder.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from builder.model import Fiche


class Direction(Enum):
    """Where a neighbour stands; the value is what the page says."""

    EASIER = "Plus simple"
    ALIKE = "Dans le même esprit"
    FURTHER = "Pour aller plus loin"


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A fiche to read next."""

    direction: Direction
    fiche: Fiche
    reason: str
    """Why, in a few French words: « même nature, coût plus faible »."""


@dataclass(frozen=True, slots=True)
class _Traits:
    """What kinship depends on, the witness apart: many fiches share the same traits."""

    natures: frozenset[str]
    first: str
    """Slug of the first nature."""
    sectors: frozenset[str]
    """But the one that means all of them."""
    effort: tuple[int, int]


_Rank = tuple[int, int, str]
"""Kinship (negative: most first), distance, slug: the lowest is the best neighbour."""

_SAME_WITNESS = 3


class Neighbourhood:
    """Finds neighbours among fiches.

    A neighbour shares a nature, the witness or a sector; in each direction the one that shares most
    comes first, then the one whose effort is closest, then by address. Ranking is done once for
    all fiches of the same traits, so that thousands of fiches take no longer than their sorting.
    """

    def __init__(self, fiches: Iterable[Fiche]) -> None:
        self._fiches = {fiche.slug: fiche for fiche in fiches}
        self._by_traits: dict[_Traits, list[str]] = defaultdict(list)
        self._by_company: dict[str, list[str]] = defaultdict(list)
        self._best: dict[_Traits, dict[Direction, list[_Rank]]] = {}
        for slug in sorted(self._fiches):
            fiche = self._fiches[slug]
            self._by_traits[_traits(fiche)].append(slug)
            for company in _companies(fiche):
                self._by_company[company].append(slug)

    def of(self, fiche: Fiche) -> tuple[Neighbour, ...]:
        """Return up to three neighbours, all different, in the order of `Direction`."""
        mates = self._mates(fiche)
        return tuple(
            Neighbour(direction, chosen, _reason(fiche, chosen))
            for direction in Direction
            if (chosen := self._choose(fiche, direction, mates)) is not None
        )

    def _choose(
        self, fiche: Fiche, direction: Direction, mates: dict[Direction, list[_Rank]]
    ) -> Fiche | None:
        ranks = [*self._ranked(_traits(fiche))[direction], *mates[direction]]
        best = min((rank for rank in ranks if rank[2] != fiche.slug), default=None)
        return self._fiches[best[2]] if best else None

    def _mates(self, fiche: Fiche) -> dict[Direction, list[_Rank]]:
        """Rank the fiches of the same witness: they share one thing more."""
        own = _traits(fiche)
        mates: dict[Direction, list[_Rank]] = {direction: [] for direction in Direction}
        for company in _companies(fiche):
            for slug in self._by_company[company]:
                other = _traits(self._fiches[slug])
                kinship = _kinship(own, other) + _SAME_WITNESS
                mates[_direction(own, other)].append((-kinship, _distance(own, other), slug))
        return mates

    def _ranked(self, own: _Traits) -> dict[Direction, list[_Rank]]:
        """Return the two best of each direction: one of them may be the fiche itself."""
        if own not in self._best:
            ranks: dict[Direction, list[_Rank]] = {direction: [] for direction in Direction}
            for other, slugs in self._by_traits.items():
                if kinship := _kinship(own, other):
                    rank = (-kinship, _distance(own, other))
                    ranks[_direction(own, other)] += [(*rank, slug) for slug in slugs[:2]]
            self._best[own] = {direction: sorted(found)[:2] for direction, found in ranks.items()}
        return self._best[own]


def _traits(fiche: Fiche) -> _Traits:
    return _Traits(
        natures=frozenset(value.slug for value in fiche.nature),
        first=fiche.nature[0].slug,
        sectors=frozenset(value.slug for value in fiche.sector if value.rank > 1),
        effort=fiche.effort,
    )


def _companies(fiche: Fiche) -> set[str]:
    return set(map(fold, fiche.company))


def _kinship(own: _Traits, other: _Traits) -> int:
    """How much two fiches share: natures weigh most, then the sector."""
    shared = 4 * len(own.natures & other.natures) + 2 * (own.first == other.first)
    return shared + 2 * bool(own.sectors & other.sectors)


def _distance(own: _Traits, other: _Traits) -> int:
    (own_level, own_cost), (level, cost) = own.effort, other.effort
    return 3 * abs(own_level - level) + abs(own_cost - cost)


def _direction(own: _Traits, other: _Traits) -> Direction:
    """Alike: the same maturity, and at most one step of cost or time apart."""
    (own_level, own_cost), (level, cost) = own.effort, other.effort
    if level == own_level and abs(cost - own_cost) <= 1:
        return Direction.ALIKE
    return Direction.EASIER if other.effort < own.effort else Direction.FURTHER


def _reason(fiche: Fiche, other: Fiche) -> str:
    reasons = [_shared(fiche, other)]
    if other.maturity.rank != fiche.maturity.rank:
        reasons.append(f"maturité\u00a0: {other.maturity.label.lower()}")
    reasons += _compare("coût", fiche.financialinvest.rank, other.financialinvest.rank)
    reasons += _compare("temps", fiche.humaninvest.rank, other.humaninvest.rank)
    if len(reasons) == 1:
        reasons.append("même effort")
    return ", ".join(reasons[:3])


def _shared(fiche: Fiche, other: Fiche) -> str:
    if _companies(fiche) & _companies(other):
        return "même témoin"
    own = {value.slug for value in other.nature}
    for value in fiche.nature:
        if value.slug in own:
            return f"même nature ({value.label.lower()})"
    return "même secteur"


def _compare(name: str, own: int, other: int) -> list[str]:
    if own == other:
        return []
    return [f"{name} plus {'faible' if other < own else 'élevé'}"]
