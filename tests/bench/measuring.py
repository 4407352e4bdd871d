"""What a command takes: time, processor, memory; and what is made of many such figures."""

from __future__ import annotations

import json
import math
import os
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.sheets import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Command = Sequence[str]

_PROBE = Path(__file__).with_name("probe.py")


@dataclass(frozen=True, slots=True)
class Figures:
    """One run of a command, or of commands that follow one another."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds of processor, of the command and of all that it started."""
    largest: int
    """Octets: the peak of the largest of its processes."""
    own: int
    """Octets: the peak of the command itself."""
    output: int = 0
    """Octets of the files it made."""


def run(commands: Iterable[Command], folder: Path, output: Path | None = None) -> Figures:
    """Run commands in a folder, one after the other.

    Raises:
        SystemExit: one of them fails; what it told is shown.
    """
    taken = [_run(command, folder) for command in commands]
    return Figures(
        wall=sum(figures.wall for figures in taken),
        cpu=sum(figures.cpu for figures in taken),
        largest=max(figures.largest for figures in taken),
        own=max(figures.own for figures in taken),
        output=folder_size(output) if output else 0,
    )


def environment() -> dict[str, str]:
    """Return what our own commands need to run from the project, whatever the folder.

    Python keeps what it compiles, as it does for users: else each run would compile it all.
    """
    own = {"PYTHONPATH": str(PROJECT), "NO_MKDOCS_2_WARNING": "1"}
    return {**os.environ, **own, "PYTHONDONTWRITEBYTECODE": ""}


def median(runs: Sequence[Figures]) -> Figures:
    """Take the median of each figure by itself."""
    return Figures(
        wall=statistics.median(figures.wall for figures in runs),
        cpu=statistics.median(figures.cpu for figures in runs),
        largest=round(statistics.median(figures.largest for figures in runs)),
        own=round(statistics.median(figures.own for figures in runs)),
        output=round(statistics.median(figures.output for figures in runs)),
    )


def growth_exponent(small: tuple[int, float], large: tuple[int, float]) -> float:
    """Return k where the time grows as (number of sheets)^k: 1 is in proportion.

    Args:
        small: Number of sheets, and seconds.
        large: The same, for more sheets.
    """
    sheets, seconds = (big / little for big, little in zip(large, small, strict=True))
    return math.log(seconds) / math.log(sheets)


def folder_size(folder: Path) -> int:
    """Return the octets of all files below a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _run(command: Command, folder: Path) -> Figures:
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(_PROBE), *command],
        cwd=folder,
        env=environment(),
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr[-2000:]}")
    return Figures(**json.loads(done.stdout))
