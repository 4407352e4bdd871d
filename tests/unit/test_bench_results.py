"""What a race measured beside what is wanted, and its page."""

from __future__ import annotations

from datetime import date

import pytest

from tests.bench.contenders import HUGO, MATERIAL, OURS, Scenario
from tests.bench.machine import Machine
from tests.bench.measuring import Figures
from tests.bench.results import Results, goals, ratio
from tests.bench.serving import Latency
from tests.bench.table import describe, write_page

_MEGA = 1_000_000


def _figures(wall: float, cpu: float = 1.0, memory: int = 100) -> Figures:
    return Figures(wall, cpu, largest=memory * _MEGA, own=memory * _MEGA, output=3 * _MEGA)


@pytest.fixture
def results() -> Results:
    """A race of three, at two sizes."""
    made = Results(versions={OURS: "1.0", MATERIAL: "2.0", HUGO: "3.0"})
    made.runs[1_000, OURS, Scenario.COLD] = [_figures(wall, cpu=4) for wall in (3, 9, 4)]
    made.runs[1_000, OURS, Scenario.SAME] = [_figures(2.5)]
    made.runs[1_000, MATERIAL, Scenario.COLD] = [_figures(16)]
    made.runs[1_000, HUGO, Scenario.COLD] = [_figures(5, memory=400)]
    made.runs[5_000, OURS, Scenario.COLD] = [_figures(20, cpu=20, memory=399)]
    made.latencies[1_000, OURS] = [Latency(1, 2), Latency(1, 4), Latency(1, 3)]
    made.stages[1_000] = {"lecture": 1.25, "total": 12.5}
    return made


def test_goals_are_measured_on_medians(results: Results) -> None:
    """What was not measured is neither met nor wrong."""
    known = {goal.words: (goal.measured, goal.is_met) for goal in goals(results)}

    assert list(known.values()) == [
        (0.25, True),  # cold, 4 s beside 16
        (0.8, False),  # cold, 4 s beside 5
        (None, False),  # after an edit: not run
        (2.5, False),
        (3, False),
        (None, False),
        (None, False),
        (0.25, True),  # memory, 100 beside 400
        (pytest.approx(1.0), True),  # five times the processor for five times the sheets
        (399, True),
    ]


def test_ratio_of_what_was_measured() -> None:
    """A rival that is not installed has no figures."""
    assert ratio(1.0, 4.0) == 0.25
    assert ratio(1.0, None) is None
    assert ratio(None, 4.0) is None


def test_page_tells_every_figure_in_french(results: Results) -> None:
    """Commas, units, and our time in parts of each rival's."""
    page = write_page(results, ["Mesuré ici."])

    assert "| à froid ÷ MkDocs + Material | 0,35 | 0,25 | tenu |" in page
    assert "| rien n’a changé | 1 s | 2,50 s | pas encore |" in page
    assert "| `check` à froid | 1,5 s | — | non mesuré |" in page
    assert "## 1\u202f000 fiches (médianes de 3 tours)" in page
    assert "| MkDocs + Material (2.0) | à froid | 16,0 s | 1,00 s | 100 Mo | 3 Mo | 0,25 |" in page
    assert "| fiches (1.0) | 1,00 s | 3,00 s |" in page
    assert "| étape | 1\u202f000 fiches |" in page
    assert "| total | 12,5 s |" in page


def test_conditions_of_a_race() -> None:
    """The day, the machine, and who else used it."""
    machine = Machine(2, "AMD EPYC", "Linux", "3.11.7")

    told = describe(machine, date(2026, 11, 1), bystanders=0.256, load=1.5)

    assert told[0] == (
        "Mesuré le 1er\u00a0novembre\u00a02026 sur 2 cœurs (AMD EPYC), Linux, Python 3.11.7."
    )
    assert told[1] == (
        "Charge de la machine au départ : 1,50 ; pendant la mesure, les autres programmes ont"
        " occupé 0,26 cœur en moyenne."
    )
