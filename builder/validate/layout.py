"""Marks of rich text used for what they are not: bold for a title, a table without headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from builder.diagnostics.rules.redaction import GrasEnTitre, TableauSansEntete
from builder.validate.texts import without_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from builder.parse.keypath import KeyPath
    from builder.parse.raw import RawSheet
    from builder.validate.report import Report
    from builder.validate.texts import Text

_LONGEST_TITLE = 12
"""Words: a longer paragraph in bold is emphasis."""

_BOLD = re.compile(
    r"^ {0,3}(\*\*|__)(?![\s*_])(?P<words>(?:(?!\1)[^\n])+)\1[ \t\u00a0\u202f]*:?[ \t]*$",
    re.MULTILINE,
)
_AFTER = re.compile(
    r"\Z|\n(?:[ \t]*(?:\n|\Z)|[ \t]*(?:[-*+]|\d+[.)])[ \t]|#{1,6}[ \t]|>|`{3}|~{3}|\|)"
)
"""What ends a paragraph."""

_NO_HEADINGS = re.compile(
    r"^(?P<head>[ \t]*\|(?:[ \t]*\|)+)[ \t]*\n"
    r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$",
    re.MULTILINE,
)
_HTML_TABLE = re.compile(
    r"(?P<tag><table\b[^>]{0,200}>)(?P<held>.*?)(?:</table|\Z)", re.IGNORECASE | re.DOTALL
)
_HTML_HEADING = re.compile(r"<th\b", re.IGNORECASE)


BOLD_SIGNS = ("**", "__")
TABLE_SIGNS = ("|", "bloc-table", "<")
"""What the text of a file must have to hold one of them."""

_END_OF_BOLD = re.compile(r"\*\*[ \t\u00a0\u202f:]*(?:[\n\"']|\\n|\Z)")
"""How a paragraph in bold ends, in a body or in a TOML string."""


def may_hold_bold(text: str) -> bool:
    """Tell quickly whether the text of a file may hold a paragraph in bold."""
    return "__" in text or _END_OF_BOLD.search(text) is not None


def may_hold_tables(text: str) -> bool:
    """Tell quickly whether the text of a file may hold a table."""
    if "|" in text or "bloc-table" in text:
        return True
    return "<" in text and "<table" in text.lower()


def check_bold(texts: Iterable[Text], report: Report) -> None:
    """Tell of short paragraphs in bold that play a title (FP605)."""
    for text in texts:
        if not text.is_rich or not ("**" in text.text or "__" in text.text):
            continue
        shown = without_code(text.text)
        for match in _BOLD.finditer(shown):
            words = match["words"].strip()
            if _is_title(words) and _is_alone(shown, match):
                title = words.rstrip(" \u00a0\u202f:")
                report.tell_at(GrasEnTitre, text.place(*match.span()), title=title)


def _is_title(words: str) -> bool:
    """Tell whether words in bold are no sentence: short, without a full stop at their end."""
    return len(words.split()) <= _LONGEST_TITLE and not words.endswith((".", "!", "?", "…", "»"))


def _is_alone(text: str, match: re.Match[str]) -> bool:
    start = text.rfind("\n", 0, max(0, match.start() - 1)) + 1 if match.start() else 0
    before = text[start : match.start()]
    is_first = not before.strip() or before.lstrip().startswith("#")
    return is_first and _AFTER.match(text, match.end()) is not None


def check_tables(texts: Iterable[Text], report: Report) -> None:
    """Tell of tables whose columns have no name (FP606), in a text or as a bloc."""
    for text in texts:
        if not text.is_rich:
            continue
        shown = without_code(text.text)
        for match in _NO_HEADINGS.finditer(shown):
            cure = "nommez chaque colonne dans la première ligne, par exemple `| Année | Tonnes |`"
            report.tell_at(TableauSansEntete, text.place(*match.span("head")), cure=cure)
        for match in _HTML_TABLE.finditer(shown):
            if not _HTML_HEADING.search(match["held"]):
                cure = "écrivez la première ligne du tableau avec des `<th>`"
                report.tell_at(TableauSansEntete, text.place(*match.span("tag")), cure=cure)
    for path in _bare_tables(report.raw):
        cure = 'écrivez le nom de chaque colonne : `tableheadings = ["Étape", "Points"]`'
        report.tell_key(TableauSansEntete, (*path, "tableheadings"), cure=cure)


def _bare_tables(raw: RawSheet) -> Iterator[KeyPath]:
    """Yield the paths of the blocs that are a table without the names of its columns."""
    waiting: list[tuple[KeyPath, object]] = [(("blocs",), raw.values.get("blocs"))]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, list):
            waiting += reversed([((*path, at), item) for at, item in enumerate(value)])
        elif isinstance(value, dict):
            is_table = value.get("template") == "bloc-table" and value.get("tablelines")
            if is_table and not _has_names(value.get("tableheadings")):
                yield path
            waiting.append(((*path, "parts"), value.get("parts")))


def _has_names(headings: object) -> bool:
    held = headings if isinstance(headings, list) else [headings]
    return any(isinstance(name, str) and name.strip() for name in held)
