"""Dates that will be false when they are read: « il y a deux ans »."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import groupby
from typing import TYPE_CHECKING

from builder.diagnostics.rules.redaction import DateRelative
from builder.validate.texts import NOT_OURS, YEAR, one_line, without_addresses, without_code

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from builder.validate.report import Report
    from builder.validate.texts import Text

_COUNT = r"(?:\d{1,3}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt)"
_SPAN_OF_TIME = r"(?:ans?|années?|mois|semaines?|jours?)(?:\s+et\s+demie?)?\b"
_ABOUT = r"(?:(?:environ|près\s+de|à\s+peine|déjà|maintenant|presque|bientôt)\s+)?"
_SEASON = r"(?:[Ll][’'](?:an|année|été|automne|hiver)|[Ll]e\s+(?:mois|printemps)|[Ll]a\s+semaine)"
_MONTH = r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
_AUXILIARY = r"(?:ai|a|avons|ont|est|sommes|sont|vient|venons|viennent|étaient|avait)"

# « il y a deux mois de délai » is a length of time, « il y a plus de dix ans » stays true.
_AGO = re.compile(
    rf"\b[Ii]l\s+y\s+a\s+(?:moins\s+d(?:e\s+|[’']))?{_ABOUT}(?:{_COUNT}|quelques)\s+"
    rf"{_SPAN_OF_TIME}(?!\s+(?:d(?:e|u|es)\b(?!\s+(?:cela|ça)\b)|d[’']|entre\b|à\b|pour\b"
    r"|par\b|avant\b|sans\b|pendant\b|où\b|qui\b))"
)
_DATES: dict[str, re.Pattern[str]] = {
    "y a": _AGO,
    "y\u00a0a": _AGO,
    # « les salariés présents depuis un an » tells who, not when.
    "epuis": re.compile(
        r"(?<!és\s)(?<!ées\s)(?<!nts\s)(?<!ntes\s)(?<!its\s)(?<!rts\s)(?<!us\s)\b"
        rf"[Dd]epuis\s+{_ABOUT}{_COUNT}\s+{_SPAN_OF_TIME}(?!\s+au\s+moins)"
    ),
    # « l’année passée à préparer le dossier » is a length of time again.
    "erni": re.compile(rf"\b(?:{_SEASON}|{_MONTH})\s+derni(?:er|ère)\b"),
    "pass": re.compile(
        rf"\b{_SEASON}\s+passée?\b(?!\s+(?:à|aux?|en|dans|sur|chez|avec|sans|sous|par|entre)\b)"
    ),
    "prochain": re.compile(rf"\b(?:{_SEASON}|{_MONTH})\s+prochaine?\b"),
    "ette année": re.compile(
        r"\b[Cc]ette\s+année\b(?!-l|\s+(?:de|des|où|qui|charnière)\b|\s+d[’'])"
    ),
    "écemment": re.compile(
        rf"\b{_AUXILIARY}\s+(?:\w+\s+)?récemment\b|(?:(?<=\. )|(?<=\n)|\A)Récemment\b"
    ),
    "ctuelle": re.compile(
        r"\b[Aa]ctuellement\b(?!\s+en\s+vigueur)|\b[ÀàA]\s+l[’']heure\s+actuelle\b"
    ),
    "ce jour": re.compile(r"\b[ÀàA]\s+ce\s+jour\b"),
    "ce moment": re.compile(r"\b[Ee]n\s+ce\s+moment\b(?!\s+(?:où|de|précis)\b)"),
}
"""A few letters that a text must have → the words that tell a date by the day they are read.

Looking for the letters costs a hundred times less than looking for the words.
"""

SIGNS = tuple(_DATES)
"""What the text of a file must have to hold such words."""

_REACH = 80
"""Characters around the letters that hold the words, and those after them that change their sense.
"""

_NEAR = 60
"""Characters between such words and the year that dates them: « en 2022, il y a deux ans »."""

_SENTENCE_END = re.compile(r"[.!?…][»”\")*_]*(?=\s|\Z)|\n[ \t]*\n|\n(?=[ \t]*(?:[-*+]|\d+[.)])\s)")
_TO_THE_READER = re.compile(
    r"\b(?:vous|vos|votre)\b|\b(?!chez\b|assez\b|nez\b)\w{2,}ez\b"
    r"|(?:\A|:\s)[\s\d.)*_+-]*(?!premier|dernier|hier)\w{2,}"
    r"(?:er|ir|aire|[éelnu]i[sv]?re|crire|dire|end?re|ondre|[ae]ttre|clure|aître)\b|\?\W*\Z",
    re.IGNORECASE,
)
"""« Comparez à l’an dernier », « Relire le bilan de l’an passé », a question: true at any time."""


def may_hold_dates(text: str) -> bool:
    """Tell quickly whether the text of a file may date itself by the day it is read."""
    return next(_relative_dates(text), None) is not None


def check_dates(texts: Iterable[Text], report: Report) -> None:
    """Tell of dates that depend on the day of reading, once a sentence (FP612)."""
    for text in texts:
        if text.key in NOT_OURS or not may_hold_dates(text.text):
            continue
        shown = without_addresses(without_code(text.text))
        dates = sorted(_relative_dates(shown), key=re.Match.start)
        for sentence, found in groupby(dates, key=_sentences(shown)):
            if _TO_THE_READER.search(shown[slice(*sentence)]):
                continue
            match = next((match for match in found if not _is_dated(shown, sentence, match)), None)
            if match is not None:
                report.tell_at(DateRelative, text.place(*match.span()), words=one_line(match[0]))


def _relative_dates(text: str) -> Iterator[re.Match[str]]:
    """Yield the words that tell a date by the day they are read, those of each kind in order."""
    for letters, pattern in _DATES.items():
        at = text.find(letters)
        while at >= 0:
            match = pattern.search(text, max(0, at - _REACH), at + _REACH)
            if match is not None:
                yield match
            at = text.find(letters, max(at + 1, match.end() if match else 0))


def _sentences(text: str) -> Callable[[re.Match[str]], tuple[int, int]]:
    """Return what finds the ends of the sentence that some words stand in."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]

    def around(words: re.Match[str]) -> tuple[int, int]:
        at = bisect_right(ends, words.start())
        return ends[at - 1] if at else 0, ends[at] if at < len(ends) else len(text)

    return around


def _is_dated(text: str, sentence: tuple[int, int], words: re.Match[str]) -> bool:
    """Tell whether a year stands by some words."""
    start, end = sentence
    first = max(start, words.start() - _NEAR)
    if words[0].lower().startswith("cette"):
        first = max(0, words.start() - 2 * _NEAR)  # « En 2013… Cette année marque le début »
    return YEAR.search(text, first, min(end, words.end() + _NEAR)) is not None
