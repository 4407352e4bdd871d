"""What a careful editor would say of a sheet: its structure, its writing, people's privacy.

Told beside the checks that make a record, not by them: a sheet of one section is a sound record.
"""

from __future__ import annotations

import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING

from builder.diagnostics.rules.redaction import DescriptionTropLongue
from builder.validate.dates import check_dates, may_hold_dates
from builder.validate.layout import check_bold, check_tables, may_hold_bold, may_hold_tables
from builder.validate.prices import check_prices, may_hold_prices
from builder.validate.privacy import check_contacts, may_hold_contacts
from builder.validate.report import Report
from builder.validate.structure import check_story, check_structure
from builder.validate.texts import read_texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from builder.diagnostics.model import Diagnostic
    from builder.model import Section
    from builder.parse.raw import RawSheet
    from builder.validate.texts import Text

LONGEST_DESCRIPTION = 160
"""Characters: what search engines show."""


def review_fiche(raw: RawSheet, sections: Sequence[Section]) -> tuple[Diagnostic, ...]:
    """Read a fiche as an editor does (FP601 to FP622).

    Args:
        raw: The sheet.
        sections: What it gives on the page, whatever its head is worth.
    """
    report = Report(raw)
    check_structure(raw, sections, report)
    _check_description(raw, report)
    _check_texts(raw, report)
    return report.diagnostics


def review_temoin(raw: RawSheet, sections: Sequence[Section]) -> tuple[Diagnostic, ...]:
    """Read a witness as an editor does: its titles are free (FP602, FP604 to FP622)."""
    report = Report(raw)
    check_story(raw, sections, report)
    _check_texts(raw, report)
    return report.diagnostics


class _Lazy:
    """The texts of a sheet, walked once, and only if a first look finds something."""

    def __init__(self, raw: RawSheet) -> None:
        self.raw = raw

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """All of them, in the order of the file."""
        return tuple(read_texts(self.raw))


def _check_texts(raw: RawSheet, report: Report) -> None:
    file = raw.source.text
    is_escaped = "\\u" in file or "\\U" in file  # the letters looked for may be written so
    lazy = _Lazy(raw)
    if is_escaped or may_hold_bold(file):
        check_bold(lazy.texts, report)
    if is_escaped or may_hold_tables(file):
        check_tables(raw, lazy.texts, report)
    if is_escaped or may_hold_dates(file):
        check_dates(lazy.texts, report)
    if is_escaped or may_hold_prices(file):
        check_prices(lazy.texts, report)
    if is_escaped or may_hold_contacts(file):
        check_contacts(lazy.texts, report)


def _check_description(raw: RawSheet, report: Report) -> None:
    """Tell of a description over 160 characters (FP611), marking what is over."""
    text = raw.values.get("description")
    if not isinstance(text, str) or len(text) <= LONGEST_DESCRIPTION:
        return
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    shown = [at for at in range(start, end) if not unicodedata.combining(text[at])]
    over = len(shown) - LONGEST_DESCRIPTION
    if over > 0:
        place = raw.place(("description",)).part(shown[LONGEST_DESCRIPTION], end)
        report.tell_at(DescriptionTropLongue, place, count=len(shown), over=over)
