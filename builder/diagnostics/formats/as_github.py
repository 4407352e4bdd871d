"""Diagnostics as annotations of a GitHub workflow: remarks beside the lines of a pull request.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions (read 2026-11-21)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.diagnostics.manual import manual_address
from builder.diagnostics.model import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from builder.diagnostics.model import Diagnostic, Place

_COMMANDS = {
    Severity.ERREUR: "error",
    Severity.AVERTISSEMENT: "warning",
    Severity.INFO: "notice",
}
_IN_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def as_github(diagnostics: Sequence[Diagnostic], site_url: str) -> str:
    """Write one command a line."""
    return "\n".join(_command(diagnostic, site_url) for diagnostic in diagnostics)


def _command(diagnostic: Diagnostic, site_url: str) -> str:
    properties = {
        "file": str(diagnostic.place.source.path),
        **_lines(diagnostic.place),
        "title": f"{diagnostic.code} {diagnostic.rule.name}",
    }
    shown = ",".join(
        f"{key}={str(value).translate(_IN_PROPERTY)}" for key, value in properties.items()
    )
    lines = [diagnostic.message]
    if diagnostic.aide:
        lines.append(f"aide : {diagnostic.aide}")
    if site_url:
        lines.append(f"{site_url}{manual_address(diagnostic.rule)}")
    text = "\n".join(lines).translate(_IN_TEXT)
    return f"::{_COMMANDS[diagnostic.severity]} {shown}::{text}"


def _lines(place: Place) -> dict[str, int]:
    """Count from 1; GitHub takes columns for a range of one line only."""
    start, end = place.position, place.end
    if place.span is None:
        return {"line": 1}
    if start.line != end.line:
        return {"line": start.line, "endLine": end.line}
    return {
        "line": start.line,
        "col": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }
