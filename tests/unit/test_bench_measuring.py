"""What benchmarks compute from what they measure."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.bench.machine import busy_ticks
from tests.bench.measuring import Figures, folder_size, growth_exponent, median, run
from tests.bench.probe import peak_memory
from tests.bench.race import read_stages

if TYPE_CHECKING:
    from pathlib import Path

_MEGA = 1_000_000


def test_median_of_each_figure_by_itself() -> None:
    """The run of the median time need not be that of the median memory."""
    runs = [
        Figures(wall=3, cpu=5, largest=10, own=1, output=7),
        Figures(wall=1, cpu=6, largest=30, own=2, output=7),
        Figures(wall=2, cpu=4, largest=20, own=9, output=7),
    ]

    assert median(runs) == Figures(wall=2, cpu=5, largest=20, own=2, output=7)


@pytest.mark.parametrize(
    ("seconds", "exponent"), [(10.0, 1.0), (50.0, 2.0), (2.0, 0.0), (2 * 5**0.5, 0.5)]
)
def test_growth_exponent(seconds: float, exponent: float) -> None:
    """Five times more sheets from 2 seconds: five times the time is in proportion."""
    assert growth_exponent((1_000, 2.0), (5_000, seconds)) == pytest.approx(exponent)


def test_commands_that_follow_one_another_add_up(tmp_path: Path) -> None:
    """Times add up, memory does not; what a command starts counts."""
    (tmp_path / "site").mkdir()
    large = (sys.executable, "-c", f"b'x' * {60 * _MEGA}; open('site/a', 'w').write('12345')")
    parent = (sys.executable, "-c", f"import subprocess; subprocess.run({list(large)!r})")

    alone = run([(sys.executable, "-c", "import time; time.sleep(0.2)")], tmp_path)
    both = run([parent, (sys.executable, "-c", "pass")], tmp_path, tmp_path / "site")

    assert alone.wall >= 0.2
    assert alone.cpu < 0.2
    assert both.largest > 60 * _MEGA > both.own > 0
    assert both.output == 5


def test_a_command_that_fails_stops_the_race(tmp_path: Path) -> None:
    """With what it told."""
    with pytest.raises(SystemExit, match="why not"):
        run([(sys.executable, "-c", "raise SystemExit('why not')")], tmp_path)


def test_peak_memory_of_a_process() -> None:
    """Linux tells it in thousands of 1 024 octets; a process that has ended has none."""
    assert peak_memory("Name:\tpython\nVmPeak:\t  900 kB\nVmHWM:\t  120 kB\n") == 122_880
    assert peak_memory("Name:\tpython\nState:\tZ (zombie)\n") == 0


def test_busy_ticks_of_a_machine() -> None:
    """Idle and waiting times are left out; times of guests are in those of users already."""
    stat = "cpu  100 20 30 4000 500 6 7 8 90 10\ncpu0 1 2 3 4 5 6 7 8 9 10\n"

    assert busy_ticks(stat) == 100 + 20 + 30 + 6 + 7 + 8


def test_size_of_a_folder(tmp_path: Path) -> None:
    """All of its files, at any depth."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "page.html").write_bytes(b"12345")
    (tmp_path / "page.html").write_bytes(b"123")

    assert folder_size(tmp_path) == 8


def test_stages_are_read_from_what_a_build_tells() -> None:
    """Among whatever else it printed."""
    told = (
        "avertissement 1,00 s\nTemps de chaque étape :\n"
        "  index de recherche    3,63 s    29 %\n"
        "  total                12,56 s   100 %\n"
    )

    assert read_stages(told) == {"index de recherche": 3.63, "total": 12.56}
