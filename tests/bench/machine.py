"""What a race ran on, and how much others used of it meanwhile."""

from __future__ import annotations

import os
import platform
import re
import resource
import time
from dataclasses import dataclass
from pathlib import Path

_STAT = Path("/proc/stat")
_CPUINFO = Path("/proc/cpuinfo")
_IDLE = (3, 4)
"""Places of the idle time and of the wait for disks among the times of /proc/stat (man 5 proc)."""
_GUESTS = 8
"""From this place on, times are counted a second time."""


@dataclass(frozen=True, slots=True)
class Machine:
    """A computer."""

    cores: int
    processor: str
    system: str
    python: str


def this_machine() -> Machine:
    """Describe the computer that this runs on."""
    told = _CPUINFO.read_text(encoding="utf-8") if _CPUINFO.is_file() else ""
    found = re.search(r"^model name\s*:\s*(.+)$", told, re.MULTILINE)
    return Machine(
        cores=os.cpu_count() or 1,
        processor=found[1].strip() if found else platform.processor(),
        system=platform.system(),
        python=platform.python_version(),
    )


class Bystanders:
    """Counts the processor time that neither this process nor its children used."""

    def __init__(self) -> None:
        self._wall = time.monotonic()
        self._theirs = self._used_by_others()

    def cores(self) -> float:
        """Return how many cores they kept busy, on average, since this began; 0 if untold."""
        wall = time.monotonic() - self._wall
        return max(0.0, self._used_by_others() - self._theirs) / wall

    def _used_by_others(self) -> float:
        if not _STAT.is_file():
            return 0.0
        busy = busy_ticks(_STAT.read_text(encoding="ascii")) / os.sysconf("SC_CLK_TCK")
        known = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(_CHILDREN))
        return busy - sum(usage.ru_utime + usage.ru_stime for usage in known)


_CHILDREN = resource.RUSAGE_CHILDREN


def busy_ticks(stat: str) -> int:
    """Add up the times of all cores, but the idle ones, from the first line of /proc/stat."""
    times = [int(ticks) for ticks in stat.splitlines()[0].split()[1:]]
    return sum(times[:_GUESTS]) - sum(times[place] for place in _IDLE)
