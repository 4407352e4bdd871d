"""Diagnostics for other programs: one module a format.

What they print is for machines: keys and levels are those of the format, messages stay French.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.diagnostics.formats.as_github import as_github
from builder.diagnostics.formats.as_json import as_json
from builder.diagnostics.formats.as_sarif import as_sarif

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from builder.diagnostics.model import Diagnostic

FORMATS: dict[str, Callable[[Sequence[Diagnostic], str], str]] = {
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
"""Name → what writes sorted diagnostics, given the address of the site (`https://…/`, or empty)."""
