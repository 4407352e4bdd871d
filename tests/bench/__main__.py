"""Print how long checking and building take, and how heavy the pages are.

Run `python -m tests.bench [COUNT …]`; the counts are 50, 500 and 1 000 by default. Times are of
whole processes: wall clock, processor, peak memory; each is the median of
three runs.
"""

from __future__ import annotations

import gzip
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.bench.synthetic import write_library

_ROOT = Path(__file__).parents[2]
_RUNS = 3
_PAGES = ("", "fiches/", "temoins/")


@dataclass(frozen=True, slots=True)
class Figures:
    """One run of a command."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds, of all its threads."""
    memory: int
    """Peak, in mebibytes."""


def main(counts: list[int]) -> None:
    """Measure each size in turn, and print a table."""
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, median of {_RUNS} runs\n")
    print(f"{'fiches':>7} {'command':<8} {'wall s':>8} {'cpu s':>8} {'MiB':>6} {'output KB':>10}")
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            site = _prepare(Path(folder), count)
            _print_row(count, "check", _measure(("check",), site), "")
            figures = _measure(("build", "-d", "site"), site)
            output = sum(
                file.stat().st_size for file in (site / "site").rglob("*") if file.is_file()
            )
            _print_row(count, "build", figures, f"{output / 1000:.0f}")
            _print_pages(site / "site")


def _prepare(folder: Path, count: int) -> Path:
    shutil.copytree(_ROOT / "theme", folder / "theme")
    shutil.copy(_ROOT / "mkdocs.yml", folder)
    content = folder / "content"
    content.mkdir()
    for file in (_ROOT / "content").glob("*.*"):
        shutil.copy(file, content)
    shutil.copytree(_ROOT / "content" / "contribuer", content / "contribuer")
    write_library(content, count)
    return folder


def _measure(arguments: tuple[str, ...], folder: Path) -> Figures:
    runs = [_run(arguments, folder) for _ in range(_RUNS)]
    return Figures(
        statistics.median(run.wall for run in runs),
        statistics.median(run.cpu for run in runs),
        max(run.memory for run in runs),
    )


def _run(arguments: tuple[str, ...], folder: Path) -> Figures:
    command = [sys.executable, "-m", "builder.cli", *arguments]
    environment = os.environ | {"PYTHONPATH": str(_ROOT), "NO_MKDOCS_2_WARNING": "1"}
    start = time.perf_counter()
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        _, told = process.communicate()
        if process.returncode:
            raise SystemExit(f"{arguments} failed:\n{told.decode()[-2000:]}")
    wall = time.perf_counter() - start
    return Figures(wall, *_usage(command, folder, environment))


def _usage(command: list[str], folder: Path, environment: dict[str, str]) -> tuple[float, int]:
    """Run once more under a child that reports its own child's use."""
    probe = (
        "import json,resource,subprocess,sys;"
        "subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL);"
        "u=resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(u.ru_utime+u.ru_stime,u.ru_maxrss)"
    )
    told = subprocess.run(
        [sys.executable, "-c", probe, *command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    cpu, memory = told.split()
    return float(cpu), int(memory) // 1024


def _print_row(count: int, name: str, figures: Figures, output: str) -> None:
    print(
        f"{count:>7} {name:<8} {figures.wall:>8.2f} {figures.cpu:>8.2f} {figures.memory:>6}"
        f" {output:>10}"
    )


def _print_pages(site: Path) -> None:
    for address in _PAGES:
        raw = (site / address / "index.html").read_bytes()
        print(f"{'':>7} /{address:<22} {len(raw) / 1000:>7.1f} KB, gzip {_gzip(raw) / 1000:.1f} KB")
    for sheet in (site / "assets").glob("*.css"):
        raw = sheet.read_bytes()
        size, packed = len(raw) / 1000, _gzip(raw) / 1000
        print(f"{'':>7} {'style sheet':<23} {size:>7.1f} KB, gzip {packed:.1f} KB")


def _gzip(raw: bytes) -> int:
    return len(gzip.compress(raw, 6))


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [50, 500, 1000])
