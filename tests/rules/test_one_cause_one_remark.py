"""One thing wrong in a good sheet is one remark, whatever it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builder.checking import check_content
from builder.model import EXPECTED_SECTIONS
from builder.reading import Reading
from tests.sheets import fiche_text, mention_pages, shown, temoin_text, write_content

if TYPE_CHECKING:
    from pathlib import Path

BODY = "".join(f"## {name}\n\nMoins de déchets.\n\n" for name in EXPECTED_SECTIONS)
GOOD = fiche_text(BODY, sector='["Industrie"]', odd="[8, 12]", enbref='["Un.", "Deux."]')
WITNESS = temoin_text(sector='["Industrie"]', kind='"cluster"', size="12")

MISTAKES: list[tuple[str, str, str]] = [
    # The file
    ("FP004", "déchets", "déch\0ets"),
    ("FP004", "Moins", "Mo\x1bins"),
    ("FP006", "Moins", ">" * 40),
    ("FP006", "Moins", "<div>" * 40),
    ("FP006", "odd = [8, 12]", f"odd = {'[' * 40}8{']' * 40}"),
    ("FP006", "odd = ", f"{'.'.join('o' * 40)} = "),
    ("FP011", "+++\ntitle", "---\ntitle"),
    ("FP011", "+++\ntitle", "++++\ntitle"),
    ("FP011", "+++\ntitle", "title"),
    ("FP011", "+++\ntitle", "Trier\n+++\ntitle"),
    ("FP012", "\n+++\n\n", "\n\n"),
    ("FP012", "\n+++\n\n", "\n++\n\n"),
    ("FP012", "\n+++\n\n", "\n---\n\n"),
    # The syntax of the head
    ("FP013", 'maturity = "Premières actions"', "maturity = Premières actions"),
    ("FP013", 'maturity = "Premières actions"', 'maturity = "Premières actions'),
    ("FP013", 'maturity = "Premières actions"', 'maturity = Premières actions"'),
    ("FP013", 'maturity = "Premières actions"', "maturity = “Premières actions”"),
    ("FP013", 'maturity = "Premières actions"', "maturity = « Premières actions »"),
    ("FP013", 'maturity = "Premières actions"', 'maturity : "Premières actions"'),
    ("FP013", 'maturity = "Premières actions"', 'maturity "Premières actions"'),
    ("FP013", 'maturity = "Premières actions"', 'maturity = "Premières\nactions"'),
    ("FP013", 'maturity = "Premières actions"', "maturity ="),
    ("FP013", 'maturity = "Premières actions"', 'maturity = """Premières actions'),
    ("FP013", "maturity", "\u00a0maturity"),
    ("FP013", "maturity", "maturité"),
    ("FP013", 'title = "Trier', 'title = "C:\\photos'),
    ("FP013", '["Industrie"]', '["Industrie"'),
    ("FP013", '["Industrie"]', '["Industrie" "Santé"]'),
    ("FP013", '["Industrie"]', '["Industrie, "Santé"]'),
    ("FP013", "odd = [8, 12]", "draft = oui"),
    ("FP013", "odd = [8, 12]", "date = 21/11/2026"),
    ("FP013", "odd = [8, 12]", "date = 2026-02-30"),
    ("FP013", "odd = [8, 12]", 'title = "Deux"'),
    # Keys and types
    ("FP101", 'title = "Trier ses déchets"\n', ""),
    ("FP101", '"Trier ses déchets"', '""'),
    ("FP101", '["Environnemental"]', "[]"),
    ("FP101", '["Environnemental"]', '[""]'),
    ("FP101", '"Premières actions"', '" "'),
    ("FP102", '"Des bacs et un repreneur."', '""'),
    ("FP103", '"Trier ses déchets"', "12"),
    ("FP103", '["Environnemental"]', "[3]"),
    ("FP103", '["Environnemental"]', "true"),
    ("FP103", '"Premières actions"', '["Progresser", "Aller plus loin"]'),
    ("FP103", "[8, 12]", '[8, "12"]'),
    ("FP103", "odd = [8, 12]", 'draft = "oui"'),
    ("FP103", "odd = [8, 12]", 'date = "hier"'),
    ("FP103", "odd = [8, 12]", "blocs = 3"),
    ("FP104", '"Trier ses déchets"', '["Trier ses déchets"]'),
    ("FP104", '["Environnemental"]', '"Environnemental"'),
    ("FP104", '"Premières actions"', '["Premières actions"]'),
    ("FP104", '["Un.", "Deux."]', '"Un."'),
    ("FP105", "enbref", "embref"),
    ("FP105", "odd =", "objectifs ="),
    # Vocabularies
    ("FP201", '["Environnemental"]', '["Ecolo"]'),
    ("FP201", '["Environnemental"]', '"Ecolo"'),
    ("FP201", '["Environnemental"]', '["Environnemental", "Ecolo"]'),
    ("FP203", '"Premières actions"', '"Progreser"'),
    ("FP203", '"Premières actions"', '["Progreser"]'),
    ("FP204", 'financialinvest = "Faible"', 'financialinvest = "Faibl"'),
    ("FP205", 'humaninvest = "Faible"', 'humaninvest = "Peu"'),
    ("FP206", "[8, 12]", "[8, 18]"),
    ("FP210", '["Environnemental"]', '["environnement"]'),
    ("FP210", '["Environnemental"]', '"environnement"'),
    ("FP210", '["Environnemental"]', '["Environnemental "]'),
    ("FP210", '["Environnemental"]', '["Environ\u200bnemental"]'),
    ("FP210", '["Environnemental"]', '["Environ\u00adnemental"]'),
    ("FP210", '["Environnemental"]', '["Envir\u043ennemental"]'),
    ("FP210", '"Premières actions"', '"premieres actions"'),
    ("FP210", '"Premières actions"', '["premières actions"]'),
    ("FP210", '"Premières actions"', '"Premières\u00a0actions"'),
    ("FP210", '"Premières actions"', '"Premie\u0300res actions"'),
    ("FP210", '["Industrie"]', '"industrie"'),
    ("FP210", '["Industrie"]', '["Indus\u200btrie"]'),
    # Elsewhere
    ("FP307", "odd = [8, 12]", 'hreflangs = [{ lang = "en" }]'),
    ("FP307", "odd = [8, 12]", 'hreflangs = ["/en/"]'),
    ("FP403", '"Trier ses déchets"', '"?!"'),
]
"""The one remark, what is replaced in a good sheet, and by what."""

WITNESS_MISTAKES: list[tuple[str, str, str]] = [
    ("FP005", WITNESS, "\n\n"),
    ("FP101", '"Apnos"', '""'),
    ("FP103", "12", '"12"'),
    ("FP103", '"cluster"', "3"),
    ("FP104", '"cluster"', '["cluster"]'),
    ("FP105", "size", "sise"),
    ("FP207", '"cluster"', '"clusteur"'),
    ("FP210", '"Industrie"', '"industrie"'),
]


def _told(folder: Path, fiche: str, witness: str) -> list[str]:
    files = {"fiches/tri.md": fiche, "temoins/apnos.md": witness, **mention_pages()}
    told = check_content(Reading(write_content(folder, files), folder))
    assert all(shown([found]) for found in told)
    return [found.code for found in told]


def test_the_good_sheets_are_not_told(tmp_path: Path) -> None:
    """What is told below comes from the mistake."""
    assert _told(tmp_path, GOOD, WITNESS) == []


@pytest.mark.parametrize(("code", "old", "new"), MISTAKES)
def test_one_mistake_of_a_fiche_is_one_remark(
    tmp_path: Path, code: str, old: str, new: str
) -> None:
    """By the whole check, its sections and its links included."""
    assert old in GOOD
    assert _told(tmp_path, GOOD.replace(old, new, 1), WITNESS) == [code]


@pytest.mark.parametrize(("code", "old", "new"), WITNESS_MISTAKES)
def test_one_mistake_of_a_witness_is_one_remark(
    tmp_path: Path, code: str, old: str, new: str
) -> None:
    """The fiche that names it has nothing to be told."""
    told = _told(tmp_path, GOOD, WITNESS.replace(old, new, 1))

    assert [found for found in told if found != "FP411"] == [code]
