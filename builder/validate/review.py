"""What a careful editor would say of a sheet: its structure, its writing, people's privacy.

Told beside the checks that make a record, not by them: a sheet of one section is a sound record.
"""

from __future__ import annotations

import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, Implementation

from builder.diagnostics.rules.redaction import DescriptionTropLongue
from builder.validate import dates, layout, prices, privacy
from builder.validate.report import Report
from builder.validate.structure import check_story, check_structure
from builder.validate.texts import read_texts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from builder.diagnostics.model import Diagnostic
    from builder.model import Section
    from builder.parse.raw import RawSheet
    from builder.validate.texts import Text

_RULES: tuple[
    tuple[tuple[str, ...], Callable[[str], bool], Callable[[Sequence[Text], Report], None]], ...
] = (
    (layout.BOLD_SIGNS, layout.may_hold_bold, layout.check_bold),
    (layout.TABLE_SIGNS, layout.may_hold_tables, layout.check_tables),
    (dates.SIGNS, dates.may_hold_dates, dates.check_dates),
    (prices.SIGNS, prices.may_hold_prices, prices.check_prices),
    (privacy.SIGNS, privacy.may_hold_contacts, privacy.check_contacts),
)
"""What a file must have, a closer look at it, and the check of all its texts."""
_ESCAPES = ("\\u", "\\U")
"""The letters that a rule looks for may be written so."""
_SIGNS = tuple(dict.fromkeys([*_ESCAPES, *(sign for signs, _, _ in _RULES for sign in signs)]))
_FINDER = AhoCorasick(_SIGNS, implementation=Implementation.DFA)
"""Finds all signs in one walk; looking for each takes four times longer."""

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
    signs = set(_FINDER.find_matches_as_strings(file, overlapping=True))
    is_escaped = not signs.isdisjoint(_ESCAPES)
    lazy = _Lazy(raw)
    for needed, may_hold, check in _RULES:
        if is_escaped or (not signs.isdisjoint(needed) and may_hold(file)):
            check(lazy.texts, report)


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
