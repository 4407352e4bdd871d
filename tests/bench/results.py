"""What a race measured, and how that stands beside what we want."""

from __future__ import annotations

import statistics
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.bench.contenders import HUGO, MATERIAL, OURS, Scenario
from tests.bench.measuring import growth_exponent, median

if TYPE_CHECKING:
    from tests.bench.measuring import Figures
    from tests.bench.serving import Latency

_SMALL, _LARGE = 1_000, 5_000
_MEGA = 1_000_000


@dataclass(slots=True)
class Results:
    """Every run, by number of sheets, contender and scenario."""

    runs: defaultdict[tuple[int, str, Scenario], list[Figures]] = field(
        default_factory=lambda: defaultdict(list)
    )
    latencies: dict[tuple[int, str], list[Latency]] = field(default_factory=dict)
    stages: dict[int, dict[str, float]] = field(default_factory=dict)
    """Number of sheets → stage of our cold build → seconds."""
    versions: dict[str, str] = field(default_factory=dict)
    """Contender → version."""
    absent: list[str] = field(default_factory=list)
    """Rivals that are not installed."""

    def median(self, count: int, name: str, scenario: Scenario) -> Figures | None:
        """Return the medians of a contender in a scenario, if it was in it."""
        runs = self.runs.get((count, name, scenario))
        return median(runs) if runs else None

    def reloaded(self, count: int) -> float | None:
        """Return the seconds from a save to the page loaded again, in our preview."""
        seconds = [one.reloaded for one in self.latencies.get((count, OURS), [])]
        known = [one for one in seconds if one is not None]
        return statistics.median(known) if known else None

    def shown(self, count: int, name: str) -> float | None:
        """Return the seconds from a save to the page that has it, in a preview."""
        latencies = self.latencies.get((count, name))
        return statistics.median(one.shown for one in latencies) if latencies else None


@dataclass(frozen=True, slots=True)
class Goal:
    """A figure, and what it should be at most."""

    words: str
    limit: float
    measured: float | None
    """Nothing when it was not measured."""
    unit: str = ""

    @property
    def is_met(self) -> bool:
        """Whether it was measured, and small enough."""
        return self.measured is not None and self.measured <= self.limit


def goals(results: Results, count: int = _SMALL) -> list[Goal]:
    """Return what is wanted for that number of sheets, and for five thousand."""

    def wall(name: str, scenario: Scenario) -> float | None:
        figures = results.median(count, name, scenario)
        return figures.wall if figures else None

    cold, edit = wall(OURS, Scenario.COLD), wall(OURS, Scenario.EDIT)
    ours = results.median(count, OURS, Scenario.COLD)
    hugo = results.median(count, HUGO, Scenario.COLD)
    large = results.median(_LARGE, OURS, Scenario.COLD)
    return [
        Goal(f"à froid ÷ {MATERIAL}", 0.35, ratio(cold, wall(MATERIAL, Scenario.COLD))),
        Goal(f"à froid ÷ {HUGO}", 0.75, ratio(cold, wall(HUGO, Scenario.COLD))),
        Goal(f"après une fiche retouchée ÷ {HUGO}", 0.35, ratio(edit, wall(HUGO, Scenario.EDIT))),
        Goal("rien n’a changé", 1, wall(OURS, Scenario.SAME), "s"),
        Goal("aperçu : de l’enregistrement à la page rechargée", 0.5, results.reloaded(count), "s"),
        Goal("`check` à froid", 1.5, wall(OURS, Scenario.CHECK_COLD), "s"),
        Goal("`check`, rien n’a changé", 0.4, wall(OURS, Scenario.CHECK_SAME), "s"),
        Goal(
            f"mémoire de notre processus ÷ le plus gros de {HUGO}",
            0.6,
            ratio(ours.own, hugo.largest) if ours and hugo else None,
        ),
        Goal(
            "croissance du temps de processeur jusqu’à 5\u00a0000 fiches (exposant)",
            1.05,
            _growth(count, ours, large),
        ),
        Goal(
            "mémoire de notre processus, 5\u00a0000 fiches",
            400,
            large.own / _MEGA if large else None,
            "Mo",
        ),
    ]


def _growth(count: int, small: Figures | None, large: Figures | None) -> float | None:
    if small is None or large is None or count == _LARGE:
        return None
    return growth_exponent((count, small.cpu), (_LARGE, large.cpu))


def ratio(one: float | None, other: float | None) -> float | None:
    """Divide, when both were measured."""
    return one / other if one is not None and other else None
