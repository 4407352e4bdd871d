"""Tests of `builder/diagnostics/formats/`, and remarks of every rule to write in each format."""

from __future__ import annotations

from pathlib import PurePosixPath

from builder.diagnostics import RULES, Diagnostic, Place, Rule
from builder.source import SourceFile, Span

SITE_URL = "https://exemple.fr/rse/"

SHEET = SourceFile(
    PurePosixPath("content/fiches/tri & co, l’été.md"),
    '+++\ntitle = "Été 🌱"\nmaturity = "Progreser"\nodd = [\n  18,\n]\n+++\n',
)


class _Words(dict[str, str]):
    """Fills any field of a message with what a format might trip over."""

    def __missing__(self, key: str) -> str:
        return f'<{key}> 100 % : a, b\n{{0}} [x](y) "…" \\'


def place(marked: str, source: SourceFile = SHEET) -> Place:
    """Point at the first place of a sheet where a text stands."""
    start = source.text.index(marked)
    return Place(source, Span(start, start + len(marked)))


def remark(rule: type[Rule], where: Place) -> Diagnostic:
    """Make a remark of a rule, whatever fields its message has."""
    words = _Words()
    return Diagnostic(
        rule=rule,
        place=where,
        severity=rule.severity,
        message=rule.message.format_map(words),
        aide=rule.aide.format_map(words),
    )


def every_remark() -> list[Diagnostic]:
    """Make three remarks of every rule: on a word, on several lines, on the whole file."""
    places = (place("Progreser"), place("[\n  18,\n]"), Place(SHEET))
    remarks = [remark(rule, where) for rule in RULES.values() for where in places]
    return [remarks[0].fixed_by('"Pro\n\\"gresser"'), remarks[1].in_draft(), *remarks[2:]]
