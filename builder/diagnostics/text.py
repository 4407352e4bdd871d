"""Diagnostics as text for a terminal, in the manner of a compiler."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

import click

from builder.diagnostics.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from builder.diagnostics.model import Diagnostic, Place

_COLOURS = {Severity.ERREUR: "red", Severity.AVERTISSEMENT: "yellow", Severity.INFO: "cyan"}

_LONGEST_LINE = 100
"""Characters of a source line shown around the fault: rich text of a CMS is one line of 3 000."""


def render(diagnostics: Iterable[Diagnostic]) -> str:
    """Print each diagnostic with its source line, then what to do. Holds colour codes."""
    listed = list(diagnostics)
    return "\n\n".join([*map(render_one, listed), closing(listed)])


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


def closing(diagnostics: Iterable[Diagnostic]) -> str:
    """Count, and say where to go from there: nobody scrolls up a thousand remarks to find out."""
    listed = list(diagnostics)
    if not listed:
        return summary(listed)
    files = {diagnostic.place.source.path for diagnostic in listed}
    lines = [f"{summary(listed)} dans {count(len(files), 'fichier')}"]
    fixable = sum(diagnostic.fix is not None for diagnostic in listed)
    if fixable:
        lines.append(f"{count(fixable, 'réparable')} avec `fiches check --fix`")
    lines.append(f"pour comprendre un message : `fiches explain {listed[0].code}`")
    return "\n".join(lines)


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """Count by severity: « 2 erreurs, 1 avertissement »."""
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    parts = [count(counts[severity], severity.value) for severity in Severity if counts[severity]]
    return ", ".join(parts) or "aucune erreur"


def count(number: int, word: str) -> str:
    """« 1 fichier », « 2 fichiers »: for words whose plural is an « s »."""
    return f"{number} {word}{'s' if number > 1 else ''}"


def colours_asked(environment: Mapping[str, str]) -> bool | None:
    """Tell whether colours are wanted everywhere, nowhere, or (None) on a terminal only.

    The customs are those of https://no-color.org, https://force-color.org and
    https://bixense.com/clicolors (read 2026-11-21); a refusal comes first.
    """
    if environment.get("NO_COLOR"):
        return False
    if any(
        environment.get(name, "0") not in {"", "0"} for name in ("FORCE_COLOR", "CLICOLOR_FORCE")
    ):
        return True
    if environment.get("CLICOLOR") == "0" or environment.get("TERM") == "dumb":
        return False
    return None


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
        f"{margin} | {' ' * _width(before)}{carets}{_more_lines(place)}",
    ]


def _more_lines(place: Place) -> str:
    """Say how far a range goes when the carets stop at the end of its first line."""
    if place.span is None:
        return ""
    last = place.source.position(max(place.span.start, place.span.end - 1))
    lines = last.line - place.position.line + 1
    return f" (sur {lines} lignes)" if lines > 1 else ""


def _crop(text: str, column: int, length: int) -> tuple[str, int, int]:
    if len(text) <= _LONGEST_LINE:
        return text, column, length
    start = max(0, min(column - 20, len(text) - _LONGEST_LINE))
    head, tail = "…" if start else "", "…" if start + _LONGEST_LINE < len(text) else ""
    cropped = text[start : start + _LONGEST_LINE]
    column -= start
    return head + cropped + tail, column + len(head), min(length, len(cropped) - column)


def _width(text: str) -> int:
    """Columns a terminal gives to a text: an accent on its own takes none, an emoji two."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len  # noqa: PLC0415 (slow to import, and most faults are ASCII)

    return cell_len(text)


_UNPRINTABLE = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def printable(text: str) -> str:
    r"""Show control and direction characters as `\xNN`: a sheet must not drive a terminal."""
    return "".join(
        ascii(char)[1:-1] if unicodedata.category(char) in _UNPRINTABLE else char for char in text
    )
