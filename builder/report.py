"""What the library covers, for a terminal and for programs."""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING

from builder.coverage import THIN
from builder.diagnostics.text import printable
from builder.render.french import plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from builder.coverage import Cell, Coverage, Gap, Line

VERSION = 1
"""Of the keys below: it changes when one of them goes or changes meaning, not when one comes."""

_WIDTH = 80
"""Columns of a terminal."""

_GUTTER = 2
"""Columns between those of the table, and of the marks that follow a number."""

_MARKS = {"vide": "**", "mince": "*", "": ""}
_UNMARKED = " " * _GUTTER

_NARROWEST = 6
"""Columns that a number of four digits takes with its mark."""


def as_text(coverage: Coverage) -> str:
    """Write the table, then what lacks; a list is cut short, and says so."""
    blocks = [f"Ce que couvre la bibliothèque : {plural(coverage.count, 'fiche')}"]
    if coverage.count:
        blocks += ["\n".join(_table(coverage)), *_cells(coverage)]
    else:
        blocks.append("`fiches new` suivi d’un titre crée la première.")
    blocks += ["\n".join(_gap(gap)) for gap in coverage.gaps if gap.lines]
    if any(gap.others for gap in coverage.gaps):
        blocks.append("Les listes entières : `fiches report --format json`.")
    return "\n\n".join(blocks)


def as_json(coverage: Coverage) -> str:
    """Write all there is as one JSON object."""
    written = {
        "version": VERSION,
        "fiches": coverage.count,
        "maturity": {counted.value.slug: counted.count for counted in coverage.maturities},
        "nature": {row.nature.slug: row.count for row in coverage.rows},
        "cells": [_json_cell(cell) for row in coverage.rows for cell in row.cells],
        "gaps": {gap.key: list(map(_json_line, gap.lines)) for gap in coverage.gaps},
    }
    return json.dumps(written, ensure_ascii=False, indent=2)


# --- JSON --------------------------------------------------------------------------------------


def _json_cell(cell: Cell) -> dict[str, object]:
    return {
        "nature": cell.nature.slug,
        "maturity": cell.maturity.slug,
        "fiches": cell.count,
        "state": cell.state or None,
    }


def _json_line(line: Line) -> dict[str, object]:
    return {
        "label": line.label,
        "note": line.note or None,
        "address": line.address or None,
        "file": line.file or None,
    }


# --- Text --------------------------------------------------------------------------------------


def _table(coverage: Coverage) -> Iterator[str]:
    heads = [*(printable(counted.value.label) for counted in coverage.maturities), "Total"]
    names = [printable(row.nature.label) for row in coverage.rows]
    widths = _widths(max(map(len, [*names, "Total"])), [len(head) for head in heads])
    yield _aligned("", heads, widths)
    for name, row in zip(names, coverage.rows, strict=True):
        counts = [f"{cell.count}{_MARKS[cell.state]:{_GUTTER}}" for cell in row.cells]
        yield _aligned(name, [*counts, f"{row.count}{_UNMARKED}"], widths)
    totals = [*(counted.count for counted in coverage.maturities), coverage.count]
    yield _aligned("Total", [f"{total}{_UNMARKED}" for total in totals], widths)
    yield ""
    yield f"  * mince : moins de {plural(THIN, 'fiche')} ; ** vide : aucune."
    yield "  Une fiche de plusieurs natures compte dans chacune, et une fois dans le total."


def _widths(name: int, heads: list[int]) -> list[int]:
    """Share the columns of a terminal out: only the longest heads are cut."""
    first = min(name, _WIDTH // 3)
    heads = [max(head, _NARROWEST) for head in heads]
    room = _NARROWEST
    while room < _WIDTH and _taken(heads, room + 1) <= _WIDTH - first:
        room += 1
    return [first, *(min(head, room) for head in heads)]


def _taken(heads: list[int], room: int) -> int:
    return sum(min(head, room) + _GUTTER for head in heads)


def _aligned(name: str, cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = widths
    columns = [
        f"{_cut(cell, width):>{width + _GUTTER}}" for cell, width in zip(cells, others, strict=True)
    ]
    return f"{_cut(name, first):{first}}{''.join(columns)}".rstrip()


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"


def _cells(coverage: Coverage) -> Iterator[str]:
    for title, state in (("À écrire d’abord", "vide"), ("À compléter", "mince")):
        words = printable(coverage.cells(state))
        if words:
            yield textwrap.fill(f"{title} : {words}.", _WIDTH, subsequent_indent="  ")


def _gap(gap: Gap) -> Iterator[str]:
    yield f"{gap.title} ({len(gap.lines)})"
    yield f"  {gap.advice}"
    for line in gap.shown:
        name = printable(line.file or line.label)
        yield f"  - {name} : {line.note}" if line.note else f"  - {name}"
    if gap.others:
        yield f"  et {plural(gap.others, 'autre')}"
