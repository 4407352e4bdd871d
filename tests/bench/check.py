"""Print how long a check takes to tell a hundred mistakes, and what they cost it.

Run `python -m tests.bench.check`. Times are of whole processes, wall clock, the median of five
runs: a hundred and twenty sheets of which a hundred have one mistake, in each format; then a repair
of a thousand sheets that each have something to repair.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from builder.diagnostics.formats import FORMATS
from tests.bench.synthetic import write_library
from tests.rules.hundred import MISTAKES, write_hundred
from tests.sheets import PROJECT

_RUNS = 5
_REPAIRED = 1_000


def main() -> None:
    """Measure each command in turn, and print a table."""
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, median of {_RUNS} runs\n")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_hundred(folder)
        for form in ("text", *FORMATS):
            wall = _measure(("check", "--format", form), folder)
            print(f"{len(MISTAKES)} mistakes, {form:<8} {wall:>6.2f} s")
    with tempfile.TemporaryDirectory() as name:
        print(f"{_REPAIRED} repairs {'':>9} {_measure_repair(Path(name)):>6.2f} s")


def _measure(arguments: tuple[str, ...], folder: Path) -> float:
    return statistics.median(_run(arguments, folder) for _ in range(_RUNS))


def _measure_repair(folder: Path) -> float:
    """Repair one value in every sheet; a run starts from the same mistakes."""
    content = folder / "content"
    content.mkdir()
    shutil.copy(PROJECT / "content" / "vocabulaire.toml", content)
    write_library(content, _REPAIRED)
    walls = []
    for _ in range(_RUNS):
        for file in (content / "fiches").glob("*.md"):
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace('humaninvest = "', 'humaninvest = " '), encoding="utf-8")
        walls.append(_run(("check", "--fix", "--format", "github"), folder))
    return statistics.median(walls)


def _run(arguments: tuple[str, ...], folder: Path) -> float:
    command = [sys.executable, "-m", "builder.cli", *arguments]
    environment = os.environ | {"PYTHONPATH": str(PROJECT)}
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, env=environment, check=False, capture_output=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
