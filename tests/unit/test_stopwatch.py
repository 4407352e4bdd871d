"""Where the time of a build goes."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from builder.stopwatch import Stage, StoppedWatch, Stopwatch
from tests.sheets import PROJECT, fiche_text, vocabulary_text

if TYPE_CHECKING:
    from pathlib import Path


class _Hands:
    """A clock that goes forward when told."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_stage_inside_another_stops_it() -> None:
    """Times add up to the whole: no second is counted twice, nor between two builds."""
    hands = _Hands()
    watch = Stopwatch(hands)
    with watch.during(Stage.READ):
        hands.now += 2
        with watch.during(Stage.CHECK):
            hands.now += 1
        hands.now += 4
    hands.now += 50
    watch.turn_to(Stage.WRITE)
    hands.now += 1
    watch.turn_to(None)

    assert [watch.spent(stage) for stage in (Stage.READ, Stage.CHECK, Stage.WRITE)] == [6, 1, 1]
    assert watch.told() == (
        "Temps de chaque étape :\n"
        "  lecture               6,00 s    75 %\n"
        "  vérification          1,00 s    12 %\n"
        "  écriture              1,00 s    12 %\n"
        "  total                 8,00 s   100 %"
    )


def test_a_stopped_watch_tells_nothing() -> None:
    """As of every build that is not timed."""
    watch = StoppedWatch()
    with watch.during(Stage.READ):
        watch.turn_to(Stage.CHECK)

    assert watch.told() == ""


def test_a_build_tells_its_stages_when_asked(tmp_path: Path) -> None:
    """On standard error, after the site is in its place; not otherwise."""
    _write_project(tmp_path)

    timed, plain = _build(tmp_path, "--timings"), _build(tmp_path)

    assert timed.stdout.startswith("Site construit dans ")
    told = timed.stderr.partition("Temps de chaque étape :\n")[2].splitlines()
    assert [line[:20].strip() for line in told] == [*(stage.value for stage in Stage), "total"]
    assert "Temps" not in plain.stderr


def _write_project(folder: Path) -> None:
    shutil.copytree(PROJECT / "theme", folder / "theme")
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    (folder / "content" / "fiches").mkdir(parents=True)
    (folder / "content" / "vocabulaire.toml").write_text(vocabulary_text(), encoding="utf-8")
    (folder / "content" / "fiches" / "tri.md").write_text(fiche_text(), encoding="utf-8")


def _build(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "builder.cli", "build", *options]
    return subprocess.run(
        command, cwd=folder, check=True, capture_output=True, text=True, encoding="utf-8"
    )
