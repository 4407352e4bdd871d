"""Where the time of a build goes, stage by stage: what `fiches build --timings` prints.

One stage runs at a time: a stage inside another one stops it for a while, so that the times add up
to the whole.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Stage(Enum):
    """The stages of a build, more or less in their order."""

    START = "démarrage"
    """The engine is loaded, the settings are read."""
    READ = "lecture"
    """Files, TOML, records."""
    CHECK = "vérification"
    """Rules that need a whole sheet or the whole catalogue."""
    RENDER = "rendu"
    """Rich text to safe HTML, views of the pages, feeds."""
    INDEX = "index de recherche"
    ENGINE = "moteur"
    """What MkDocs does for itself: its list of files, its menu, the ordinary pages."""
    TEMPLATES = "gabarits"
    WRITE = "écriture"
    MEASURE = "mesures"
    SWITCH = "échange"
    """The new site takes the place of the former one."""


class Stopwatch:
    """Adds up the time of each stage."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self._spent: dict[Stage, float] = {}
        self._stage: Stage | None = None
        self._since = 0.0

    def turn_to(self, stage: Stage | None) -> None:
        """Count for that stage from now on; for none, stop."""
        now = self._clock()
        if self._stage is not None:
            self._spent[self._stage] = self.spent(self._stage) + now - self._since
        self._stage, self._since = stage, now

    @contextmanager
    def during(self, stage: Stage) -> Iterator[None]:
        """Count for that stage, then go on with the one it came in."""
        former = self._stage
        self.turn_to(stage)
        try:
            yield
        finally:
            self.turn_to(former)

    def spent(self, stage: Stage) -> float:
        """Return the seconds of a stage, up to the last turn."""
        return self._spent.get(stage, 0.0)

    def told(self) -> str:
        """Write a line a stage, and their sum: nothing when nothing was counted."""
        total = sum(self._spent.values())
        if not total:
            return ""
        known = [(stage.value, self._spent[stage]) for stage in Stage if stage in self._spent]
        lines = [_line(name, spent, total) for name, spent in [*known, ("total", total)]]
        return "\n".join(["Temps de chaque étape :", *lines])


class StoppedWatch(Stopwatch):
    """Counts nothing: that of a build nobody times."""

    def turn_to(self, stage: Stage | None) -> None:
        """Do nothing."""


def _line(name: str, spent: float, total: float) -> str:
    seconds = f"{spent:.2f}".replace(".", ",")
    return f"  {name:<18} {seconds:>7} s {spent / total:>6.0%}".replace("%", " %")
