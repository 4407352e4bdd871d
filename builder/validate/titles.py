"""How long a title may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.diagnostics.rules.cles import TitreTropLong

if TYPE_CHECKING:
    from builder.validate.report import Report

MAX_TITLE = 110
"""Characters that a search engine reads of a `headline`, which our JSON-LD makes of the title
(https://developers.google.com/search/docs/appearance/structured-data/article)."""


def check_title(title: str, report: Report) -> None:
    """Tell of a title that would be cut, and mark what would be (FP107)."""
    if len(title) <= MAX_TITLE:
        return
    place = report.raw.place(("title",))
    start = place.passage.text.find(title) if place.passage else -1
    rest = place.part(start + MAX_TITLE, start + len(title)) if start >= 0 else place
    report.tell_at(TitreTropLong, rest, count=len(title))
