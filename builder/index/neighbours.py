"""Three neighbours of a fiche: one easier, one alike, one further, each with its reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache, cached_property
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


_Effort = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Kind:
    """What kinship depends on, the witness apart: many fiches are of one kind."""

    natures: frozenset[str]
    first: str
    """Slug of the first nature."""
    sectors: frozenset[str]
    """But the one that means all of them."""


_Traits = tuple[_Kind, _Effort]


_Rank = tuple[int, int, str]
"""Kinship (negative: most first), distance, slug: the lowest is the best neighbour."""

_ByDirection = list[list[_Rank]]
"""In the order of `Direction`; a position is much quicker to look up than a member."""
_EASIER, _ALIKE, _FURTHER = range(3)

_SAME_WITNESS = 3
_KEPT = 2
"""Neighbours kept in a direction: the best may be the fiche itself."""


class _Level:
    """The kinds that share as much with one of them."""

    def __init__(self, kinship: int) -> None:
        self.kinship = kinship
        self.kinds: list[dict[_Effort, list[str]]] = []
        """Of each kind, effort → the first of its fiches."""

    @cached_property
    def first(self) -> dict[_Effort, list[str]]:
        """Effort → the first of their fiches: one may be the fiche that is asked about."""
        found: defaultdict[_Effort, list[str]] = defaultdict(list)
        for by_effort in self.kinds:
            for effort, slugs in by_effort.items():
                found[effort] += slugs
        return {effort: sorted(slugs)[:_KEPT] for effort, slugs in found.items()}


Found = Mapping[str, Sequence[tuple[str, str, str]]]
"""Slug of a fiche → direction, slug and reason of each of its neighbours, as JSON has them."""


class Neighbourhood:
    """Knows the neighbours of fiches.

    A neighbour shares a nature, the witness or a sector; in each direction the one that shares most
    comes first, then the one whose effort is closest, then by address.
    """

    def __init__(self, fiches: Iterable[Fiche], known: Found | None = None) -> None:
        """Start among some fiches.

        Args:
            fiches: Those that may be neighbours.
            known: What `find_all` found for the same fiches, or for others that `describe` alike.
        """
        self._fiches = {fiche.slug: fiche for fiche in fiches}
        self._known = known or {}

    def of(self, fiche: Fiche) -> tuple[Neighbour, ...]:
        """Return up to three neighbours, all different, in the order of `Direction`."""
        known = self._known.get(fiche.slug)
        if known is None:
            return self._ranking.of(fiche)
        return tuple(
            Neighbour(Direction(direction), self._fiches[slug], reason)
            for direction, slug, reason in known
        )

    def find_all(self) -> Found:
        """Find the neighbours of all."""
        return {
            slug: [(one.direction.value, one.fiche.slug, one.reason) for one in self.of(fiche)]
            for slug, fiche in self._fiches.items()
        }

    def describe(self) -> list[list[object]]:
        """Return all that neighbours and their reasons depend on."""
        return [
            [
                fiche.slug,
                [(value.slug, value.label) for value in fiche.nature],
                [(value.slug, value.rank) for value in fiche.sector],
                [fiche.maturity.rank, fiche.maturity.label],
                [fiche.financialinvest.rank, fiche.humaninvest.rank],
                fiche.company,
            ]
            for fiche in self._fiches.values()
        ]

    @cached_property
    def _ranking(self) -> _Ranking:
        return _Ranking(self._fiches)


class _Ranking:
    """Ranks fiches by how close they are to one.

    Kinship is told once for all fiches of a kind, and efforts are few, so that thousands of fiches
    take no longer than their sorting.
    """

    def __init__(self, fiches: Mapping[str, Fiche]) -> None:
        self._fiches = fiches
        self._by_kind: dict[_Kind, dict[_Effort, list[str]]] = defaultdict(dict)
        """Kind → effort → the two first of its fiches."""
        self._by_company: dict[str, list[str]] = defaultdict(list)
        self._akin: dict[_Kind, list[_Level]] = {}
        """Kind → those that share something with it, most first."""
        self._best: dict[_Traits, _ByDirection] = {}
        self._traits = {slug: _traits(fiche) for slug, fiche in self._fiches.items()}
        for slug in sorted(self._fiches):
            fiche = self._fiches[slug]
            kind, effort = self._traits[slug]
            first = self._by_kind[kind].setdefault(effort, [])
            if len(first) < _KEPT:
                first.append(slug)
            for company in _companies(fiche):
                self._by_company[company].append(slug)

    def of(self, fiche: Fiche) -> tuple[Neighbour, ...]:
        """Return the best of each direction."""
        traits = self._traits.get(fiche.slug) or _traits(fiche)
        ranks = zip(Direction, self._ranked(traits), self._mates(fiche, traits), strict=True)
        return tuple(
            Neighbour(direction, chosen, _reason(fiche, chosen))
            for direction, kin, mates in ranks
            if (chosen := self._choose(fiche, [*kin, *mates])) is not None
        )

    def _choose(self, fiche: Fiche, ranks: list[_Rank]) -> Fiche | None:
        best = min((rank for rank in ranks if rank[2] != fiche.slug), default=None)
        return self._fiches[best[2]] if best else None

    def _mates(self, fiche: Fiche, traits: _Traits) -> _ByDirection:
        """Rank the fiches of the same witness: they share one thing more."""
        kind, effort = traits
        mates = _no_ranks()
        for company in _companies(fiche):
            for slug in self._by_company[company]:
                other_kind, other = self._traits[slug]
                kinship = _kinship(kind, other_kind) + _SAME_WITNESS
                direction, distance = _step(effort, other)
                mates[direction].append((-kinship, distance, slug))
        return mates

    def _ranked(self, own: _Traits) -> _ByDirection:
        """Return the two best of each direction: one of them may be the fiche itself."""
        if own not in self._best:
            self._best[own] = self._rank_kin(own)
        return self._best[own]

    def _rank_kin(self, own: _Traits) -> _ByDirection:
        kind, effort = own
        ranks = _no_ranks()
        for level in self._kin(kind):
            found = _no_ranks()
            for other, slugs in level.first.items():
                direction, distance = _step(effort, other)
                found[direction] += [(-level.kinship, distance, slug) for slug in slugs]
            for best, own_ranks in zip(ranks, found, strict=True):
                best.extend(sorted(own_ranks)[: _KEPT - len(best)])
            if all(len(best) == _KEPT for best in ranks):
                break  # the others share less
        return ranks

    def _kin(self, own: _Kind) -> list[_Level]:
        """Put the kinds that share something together, those that share most first."""
        if own not in self._akin:
            levels: dict[int, _Level] = {}
            for other, by_effort in self._by_kind.items():
                if kinship := _kinship(own, other):
                    levels.setdefault(kinship, _Level(kinship)).kinds.append(by_effort)
            self._akin[own] = sorted(levels.values(), key=lambda level: -level.kinship)
        return self._akin[own]


def _traits(fiche: Fiche) -> _Traits:
    kind = _Kind(
        natures=frozenset(value.slug for value in fiche.nature),
        first=fiche.nature[0].slug,
        sectors=frozenset(value.slug for value in fiche.sector if value.rank > 1),
    )
    return kind, fiche.effort


def _companies(fiche: Fiche) -> set[str]:
    return set(map(fold, fiche.company))


def _kinship(own: _Kind, other: _Kind) -> int:
    """How much two fiches share: natures weigh most, then the sector."""
    shared = 4 * len(own.natures & other.natures) + 2 * (own.first == other.first)
    return shared + 2 * (not own.sectors.isdisjoint(other.sectors))


def _no_ranks() -> _ByDirection:
    return [[] for _ in Direction]


@cache
def _step(own: _Effort, other: _Effort) -> tuple[int, int]:
    """Return the position of a direction, and how far it is from one effort to another.

    Alike: the same maturity, cost or time a step apart.
    """
    (own_level, own_cost), (level, cost) = own, other
    distance = 3 * abs(own_level - level) + abs(own_cost - cost)
    if level == own_level and abs(cost - own_cost) <= 1:
        return _ALIKE, distance
    return (_EASIER if other < own else _FURTHER), distance


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
