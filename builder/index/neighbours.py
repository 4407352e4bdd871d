"""Three neighbours of a fiche: one easier, one alike, one further, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from builder.normalise import fold

if TYPE_CHECKING:
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


def find_neighbours(fiche: Fiche, fiches: tuple[Fiche, ...]) -> tuple[Neighbour, ...]:
    """Return up to three neighbours, all different, in the order of `Direction`.

    A neighbour shares a nature, the witness or a sector of its own; in each direction the one
    that shares most comes first, then the one whose effort is closest, then by address.
    """
    ranked = sorted(
        (other for other in fiches if other.slug != fiche.slug and _kinship(fiche, other)),
        key=lambda other: (-_kinship(fiche, other), _distance(fiche, other), other.slug),
    )
    chosen: dict[Direction, Fiche] = {}
    for direction in (Direction.ALIKE, Direction.EASIER, Direction.FURTHER):
        for other in ranked:
            if other not in chosen.values() and _direction(fiche, other) is direction:
                chosen[direction] = other
                break
    return tuple(
        Neighbour(direction, chosen[direction], _reason(fiche, chosen[direction]))
        for direction in Direction
        if direction in chosen
    )


def _kinship(fiche: Fiche, other: Fiche) -> int:
    """How much two fiches share: natures weigh most, then the witness, then the sector."""
    natures = {value.slug for value in fiche.nature} & {value.slug for value in other.nature}
    same_first = fiche.nature[0].slug == other.nature[0].slug
    return 4 * len(natures) + 2 * same_first + 3 * bool(_companies(fiche) & _companies(other)) + (
        2 * bool(_own_sectors(fiche) & _own_sectors(other))
    )


def _companies(fiche: Fiche) -> set[str]:
    return set(map(fold, fiche.company))


def _own_sectors(fiche: Fiche) -> set[str]:
    """Sectors but the one that means all of them."""
    return {value.slug for value in fiche.sector if value.rank > 1}


def _distance(fiche: Fiche, other: Fiche) -> int:
    (own_level, own_cost), (level, cost) = fiche.effort, other.effort
    return 3 * abs(own_level - level) + abs(own_cost - cost)


def _direction(fiche: Fiche, other: Fiche) -> Direction:
    if other.effort == fiche.effort:
        return Direction.ALIKE
    return Direction.EASIER if other.effort < fiche.effort else Direction.FURTHER


def _reason(fiche: Fiche, other: Fiche) -> str:
    reasons = [_shared(fiche, other)]
    if other.maturity.rank != fiche.maturity.rank:
        reasons.append(f"maturité : {other.maturity.label.lower()}")
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
