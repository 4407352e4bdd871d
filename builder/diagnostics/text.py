"""Diagnostics as text for a terminal, in the manner of a compiler."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

import click

from builder.diagnostics.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from builder.diagnostics.model import Diagnostic, Place

_COLOURS = {Severity.ERREUR: "red", Severity.AVERTISSEMENT: "yellow", Severity.INFO: "cyan"}

_LONGEST_LINE = 100
"""Characters of a source line shown around the fault: rich text of a CMS is one line of 3 000."""


def render(diagnostics: Iterable[Diagnostic]) -> str:
    """Print each diagnostic with its source line, then the count. Holds colour codes."""
    listed = list(diagnostics)
    return "\n\n".join([*map(render_one, listed), summary(listed)])


def render_one(diagnostic: Diagnostic) -> str:
    """Print one diagnostic: title, place, source line with carets, help."""
    place = diagnostic.place
    colour = _COLOURS[diagnostic.severity]
    label = click.style(f"{diagnostic.severity.value}[{diagnostic.code}]", fg=colour, bold=True)
    position = place.position
    where = (
        f"{place.source.path}:{position.line}:{position.column}"
        if place.span
        else str(place.source.path)
    )
    margin = " " * len(str(position.line))
    lines = [f"{label} {printable(diagnostic.message)}", f"{margin}--> {printable(where)}"]
    if place.span:
        lines += _excerpt(place, margin, colour)
    if diagnostic.aide:
        lines.append(f"{margin} = aide : {printable(diagnostic.aide)}")
    return "\n".join(lines)


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """Count by severity: « 2 erreurs, 1 avertissement »."""
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    parts = [
        f"{counts[severity]} {severity.value}{'s' if counts[severity] > 1 else ''}"
        for severity in Severity
        if counts[severity]
    ]
    return ", ".join(parts) or "aucune erreur"


def _excerpt(place: Place, margin: str, colour: str) -> list[str]:
    span = place.span
    if span is None:
        return []
    position = place.position
    text = place.source.line(position.line).replace("\t", " ")
    column = min(position.column - 1, len(text))
    length = max(1, min(span.end - span.start, len(text) - column))
    text, column, length = _crop(text, column, length)
    before, marked = printable(text[:column]), printable(text[column : column + length])
    carets = click.style("^" * max(1, _width(marked)), fg=colour, bold=True)
    return [
        f"{margin} |",
        f"{position.line} | {before}{marked}{printable(text[column + length :])}",
        f"{margin} | {' ' * _width(before)}{carets}",
    ]


def _crop(text: str, column: int, length: int) -> tuple[str, int, int]:
    if len(text) <= _LONGEST_LINE:
        return text, column, length
    start = max(0, min(column - 20, len(text) - _LONGEST_LINE))
    head, tail = "…" if start else "", "…" if start + _LONGEST_LINE < len(text) else ""
    cropped = text[start : start + _LONGEST_LINE]
    column -= start
    return head + cropped + tail, column + len(head), min(length, len(cropped) - column)


def _width(text: str) -> int:
    """Columns a terminal gives to a text."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    combining = sum(bool(unicodedata.combining(char)) for char in text)
    return len(text) + wide - combining


_UNPRINTABLE = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def printable(text: str) -> str:
    r"""Show control and direction characters as `\xNN`: a sheet must not drive a terminal."""
    return "".join(
        ascii(char)[1:-1] if unicodedata.category(char) in _UNPRINTABLE else char for char in text
    )
