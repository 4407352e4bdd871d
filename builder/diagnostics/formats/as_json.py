"""Diagnostics as JSON, for a program of one's own. README describes every key."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from builder.diagnostics.manual import manual_address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from builder.diagnostics.model import Diagnostic

VERSION = 1
"""Of the keys below: it changes when one of them goes or changes meaning, not when one comes."""


def as_json(diagnostics: Sequence[Diagnostic], site_url: str) -> str:
    """Write diagnostics as one JSON object."""
    remarks = [_remark(diagnostic, site_url) for diagnostic in diagnostics]
    written = {"version": VERSION, "diagnostics": remarks}
    return json.dumps(written, ensure_ascii=False, indent=2)


def _remark(diagnostic: Diagnostic, site_url: str) -> dict[str, object]:
    place = diagnostic.place
    start, end = (place.position, place.end) if place.span else (None, None)
    return {
        "code": diagnostic.code,
        "name": diagnostic.rule.name,
        "severity": diagnostic.severity.value,
        "draft": diagnostic.is_draft,
        "file": str(place.source.path),
        "line": start and start.line,
        "column": start and start.column,
        "end_line": end and end.line,
        "end_column": end and end.column,
        "message": diagnostic.message,
        "aide": diagnostic.aide,
        "fix": diagnostic.fix,
        "url": f"{site_url}{manual_address(diagnostic.rule)}" if site_url else None,
    }
