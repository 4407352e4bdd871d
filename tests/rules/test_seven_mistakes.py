"""All that is wrong is told in one run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builder.checking import check_content
from builder.library import read_library
from builder.reading import Reading
from tests.sheets import fiche_text, read_fiche, write_content

if TYPE_CHECKING:
    from pathlib import Path

SHEET = """\
+++
title = "Trier à l’été"
description = ""
company = ["Apnos"]
tittle = "Trier"
nature = ["environnement"]
maturity = "Premières actions"
financialinvest = "Faible"
humaninvest = "Faible"
draft = "oui"
odd = [
  8,
  18,
]
+++

## Objectifs

Déjà trié : ![Bacs](https://exemple.fr/bacs.jpg).
"""
"""One mistake on each of the lines 3, 4, 5, 6, 10, 13 and 19."""


def test_seven_mistakes_are_seven_remarks_at_their_own_lines() -> None:
    """In the order of the file, none of them twice."""
    told = read_fiche(SHEET)

    assert [(found.code, found.place.position.line) for found in told.diagnostics] == [
        ("FP102", 3),
        ("FP104", 4),
        ("FP105", 5),
        ("FP210", 6),
        ("FP103", 10),
        ("FP206", 13),
        ("FP303", 19),
    ]


def test_seven_errors_of_a_head_are_seven_remarks() -> None:
    """A fiche that cannot be made is read to its end all the same."""
    told = read_fiche(
        fiche_text(
            title=None,
            nature='["Ecolo"]',
            maturity='"Expert"',
            financialinvest='"500 €"',
            humaninvest='"3 jours"',
            odd="[18]",
            date='"hier"',
        )
    )

    assert told.codes == ["FP101", "FP201", "FP203", "FP204", "FP205", "FP206", "FP103"]
    assert all(found.is_error for found in told.diagnostics)


@pytest.mark.parametrize("key", ["title", "maturity"])
def test_an_error_of_the_head_hides_none_of_the_body(tmp_path: Path, key: str) -> None:
    """An author mends the whole sheet at once."""
    text = fiche_text("![Bacs](https://exemple.fr/bacs.jpg)", **{key: None})
    told = check_content(Reading(write_content(tmp_path, {"fiches/tri.md": text}), tmp_path))

    assert {"FP101", "FP303"} <= {found.code for found in told}


def test_two_broken_files_are_told_in_one_run(tmp_path: Path) -> None:
    """By file, then by line; the sheet between them is read."""
    files = {
        "fiches/a.md": fiche_text(title="Trier"),
        "fiches/b.md": fiche_text(),
        "fiches/c.md": fiche_text(odd="[18]", nature='["Ecolo"]'),
        "temoins/a.md": "## Contexte\n",
    }
    library = read_library(Reading(write_content(tmp_path, files), tmp_path))

    assert [
        (str(found.place.source.path), found.place.position.line, found.code)
        for found in library.diagnostics
        if found.code not in {"FP411", "FP601"}
    ] == [
        ("content/fiches/a.md", 2, "FP013"),
        ("content/fiches/c.md", 5, "FP201"),
        ("content/fiches/c.md", 9, "FP206"),
        ("content/temoins/a.md", 1, "FP011"),
    ]
    assert [str(fiche.path) for fiche in library.catalogue.fiches] == ["content/fiches/b.md"]
