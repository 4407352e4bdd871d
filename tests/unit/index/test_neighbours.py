"""What to read next: one easier, one alike, one further, each with a reason that holds."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from builder.index.neighbours import Direction, Neighbour, Neighbourhood
from builder.normalise import fold
from tests.unit.index.catalogue import CATALOGUES, fiche, values

if TYPE_CHECKING:
    from builder.model import Fiche

ORDER = list(Direction)


def _shares(one: Fiche, other: Fiche) -> set[str]:
    """What two fiches have in common, the long way."""
    shared = {value.label for value in one.nature} & {value.label for value in other.nature}
    shared |= {fold(name) for name in one.company} & {fold(name) for name in other.company}
    return shared | {
        value.label
        for value in one.sector
        if value in other.sector and value.label != "Tous secteurs"
    }


@given(CATALOGUES)
def test_neighbours_are_three_others_that_share_something(fiches: tuple[Fiche, ...]) -> None:
    """One in each direction at most, in order; never the fiche itself."""
    for own in fiches:
        found = Neighbourhood(fiches).of(own)
        directions = [neighbour.direction for neighbour in found]
        assert directions == sorted(set(directions), key=ORDER.index)
        assert len({neighbour.fiche.slug for neighbour in found} - {own.slug}) == len(found)
        for neighbour in found:
            assert _shares(own, neighbour.fiche)
            _check_direction(own, neighbour)


def _check_direction(own: Fiche, neighbour: Neighbour) -> None:
    match neighbour.direction:
        case Direction.EASIER:
            assert neighbour.fiche.effort < own.effort
        case Direction.FURTHER:
            assert neighbour.fiche.effort > own.effort
        case Direction.ALIKE:
            assert neighbour.fiche.maturity == own.maturity


@given(CATALOGUES)
def test_a_fiche_that_shares_something_is_not_left_alone(fiches: tuple[Fiche, ...]) -> None:
    """There is a neighbour as soon as there is one to find."""
    for own in fiches:
        kin = [other for other in fiches if other.slug != own.slug and _shares(own, other)]

        assert bool(Neighbourhood(fiches).of(own)) == bool(kin)


@given(CATALOGUES)
def test_the_order_of_the_catalogue_changes_nothing(fiches: tuple[Fiche, ...]) -> None:
    """Same content, same pages."""
    shuffled = list(fiches)
    random.Random(0).shuffle(shuffled)  # noqa: S311 - the same at every run

    for own in fiches:
        assert Neighbourhood(fiches).of(own) == Neighbourhood(tuple(shuffled)).of(own)


@given(CATALOGUES)
def test_a_reason_is_true(fiches: tuple[Fiche, ...]) -> None:
    """Each of its parts, compared with the two fiches."""
    for own in fiches:
        for neighbour in Neighbourhood(fiches).of(own):
            other = neighbour.fiche
            for reason in neighbour.reason.split(", "):
                assert _is_true(reason, own, other), neighbour.reason


def _is_true(reason: str, own: Fiche, other: Fiche) -> bool:
    cost = other.financialinvest.rank - own.financialinvest.rank
    time = other.humaninvest.rank - own.humaninvest.rank
    level = other.maturity.rank - own.maturity.rank
    truths = {
        "même témoin": {fold(name) for name in own.company}
        & {fold(name) for name in other.company},
        "même secteur": set(own.sector) & set(other.sector),
        "même effort": not (cost or time or level),
        "coût plus faible": cost < 0,
        "coût plus élevé": cost > 0,
        "temps plus faible": time < 0,
        "temps plus élevé": time > 0,
        f"maturité\u00a0: {other.maturity.label.lower()}": level,
    }
    natures = {value for value in own.nature if value in other.nature}
    truths |= {f"même nature ({value.label.lower()})": True for value in natures}
    return bool(truths.get(reason))


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"nature": (0, 1)}, {"nature": (0,)}),
        ({"nature": (0,)}, {"nature": (1,)}),
        ({"nature": (0,), "company": ("APNOS",)}, {"nature": (0,)}),
        ({"nature": (0,), "effort": (1, 1, 0)}, {"nature": (0,), "effort": (1, 2, 2)}),
        ({"nature": (0,), "sector": values("sector")[1:]}, {"nature": (0,)}),
    ],
    ids=["two natures", "first nature", "same witness", "closest effort", "same sector"],
)
def test_the_closest_is_chosen(better: dict[str, object], worse: dict[str, object]) -> None:
    """Natures weigh most, then the witness and the sector, then the effort."""
    own = fiche("own", nature=(0, 1), company=("Apnos",), sector=values("sector")[1:])
    near = fiche("z-near", **{"effort": (1, 0, 0), **better})  # type: ignore[arg-type]
    far = fiche("a-far", **{"effort": (1, 0, 0), **worse})  # type: ignore[arg-type]
    (found,) = Neighbourhood((own, far, near)).of(own)

    assert found.fiche == near
    assert found.direction is Direction.FURTHER


def test_of_two_that_are_as_close_the_first_address_is_chosen() -> None:
    """Not the first of the list."""
    own, first, second = fiche("own"), fiche("a"), fiche("b")

    assert [found.fiche for found in Neighbourhood((second, own, first)).of(own)] == [first]
