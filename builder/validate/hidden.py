"""Characters that nobody sees, and that change what is read."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import groupby
from typing import TYPE_CHECKING, Any
from unicodedata import bidirectional, category

from builder.diagnostics.rules.cles import CaractereInvisible
from builder.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.diagnostics.model import Passage, Place
    from builder.parse.keypath import KeyPath
    from builder.parse.raw import RawSheet
    from builder.validate.report import Report

_OVERRIDES = "\u202d\u202e"
_DIRECTIONS = f"\u061c\u200e\u200f\u202a-\u202c{_OVERRIDES}\u2066-\u2069"
_JOINERS = "\u200c\u200d"
HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u115f\u1160\u180e\u200b\u2028\u2029\u2060-\u2065"
    f"\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0001-\U000e007f{_DIRECTIONS}{_JOINERS}]"
)
"""Control and format characters (Unicode categories Cc and Cf) and letters without a shape. Not the
soft hyphen, which French typesetting uses."""

_ESCAPE = re.compile(r"\\[uUxbef]")
_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*:|www\.|[/#]|\.\.?/)\S*", re.IGNORECASE)
_LINK = re.compile(
    r"""
      !\[[^\]\n]*\] \( [^)\n]* \)
    | \]\( [/.\#?] [^)\n]* \)
    | \]: [ ]* [/.\#?] [^\n]*
    | (?:href|src) [ ]* = [ ]* (?: "[^"\n]*" | '[^'\n]*' )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Addresses of this site in rich text: with a hidden character they lead nowhere, which is told.
CommonMark takes it in its stride in those of other sites."""
_ELSEWHERE = frozenset(
    {"slug", "nature", "maturity", "financialinvest", "humaninvest", "sector", "kind"}
    | {"website", "schemajson", "trackers", "template"}
)
"""Keys whose own checks tell of any character that is not as it should be."""

_NAMES = (
    (_OVERRIDES, "sens de lecture forcé"),
    ("\u061c\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069", "marque de sens de lecture"),
    ("\u200b\u2060\ufeff", "espace sans largeur"),
    (_JOINERS, "liant sans largeur"),
    ("\u2028\u2029\x0b\x0c\x85", "fin de ligne cachée"),
)
_UNSURE = frozenset(f"{_OVERRIDES}\u2028\u2029\x0b\x0c\x85")
"""Taken away, they would leave words reversed or stuck together: somebody must look."""


def check_hidden(raw: RawSheet, report: Report) -> None:
    """Tell of hidden characters, once a value of the head and once a line of the body (FP108)."""
    source, head = raw.source.text, raw.head.toml
    is_clean = HIDDEN.search(source) is None
    if is_clean and _ESCAPE.search(source, head.start, head.end) is None:
        return
    for path, text in _texts(raw.values, ()):
        if HIDDEN.search(text) and not _ADDRESS.fullmatch(text.strip()):
            _tell(raw.place(path), report)
    if not is_clean and HIDDEN.search(raw.body):
        _tell(raw.body_place(), report)


def _texts(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """List the texts of a head that no other check reads sign by sign."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in _ELSEWHERE:
                yield from _texts(item, (*path, key))


def _tell(place: Place, report: Report) -> None:
    passage = place.passage
    if passage is None:
        return
    found = _offenders(passage.text)
    ends = [match.start() for match in re.finditer("\n", passage.text)] if found else []
    for _, group in groupby(found, key=lambda at: bisect_left(ends, at)):
        places = list(group)
        names = dict.fromkeys(_name(passage.text[at]) for at in places)
        part = place.part(places[0], places[-1] + 1)
        is_sure = _UNSURE.isdisjoint(passage.text[at] for at in places)
        fix = _without(place, places) if is_sure else None
        report.tell_at(CaractereInvisible, part, fix=fix, names=", ".join(names))


def _offenders(text: str) -> list[int]:
    """Return the places of the hidden characters that nothing around them calls for."""
    links = [Span(*match.span()) for match in _LINK.finditer(text)]
    return [
        match.start()
        for match in HIDDEN.finditer(text)
        if not any(link.start <= match.start() < link.end for link in links)
        and not _is_called_for(text, match.start())
    ]


def _is_called_for(text: str, at: int) -> bool:
    """Tell whether a character does its work: it joins emoji, or serves a word of another script.

    An override is never called for: right-to-left scripts are read rightly without.
    """
    char, before = text[at], text[at - 1 : at]
    if char in _OVERRIDES:
        return False
    if char in _JOINERS:
        return bool(before) and (category(before) in {"So", "Sk", "Mn", "Lo", "Mc"})
    if "\U000e0020" <= char <= "\U000e007f":  # the flag of a region is a black flag and tags
        return bool(re.search("\U0001f3f4[\U000e0020-\U000e007f]*$", text[:at]))
    if re.match(f"[{_DIRECTIONS}]", char):
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        line = text[start : end if end >= 0 else None]
        return any(bidirectional(letter) in {"R", "AL"} and letter.isalpha() for letter in line)
    return False


def _name(char: str) -> str:
    name = next((name for chars, name in _NAMES if char in chars), "caractère de commande")
    return f"{name} (U+{ord(char):04X})"


def _without(place: Place, places: list[int]) -> str:
    """Write a part of the file again without some characters of its text."""
    passage: Passage | None = place.passage
    if passage is None:
        return ""
    hidden = set(places)
    kept = (at for at in range(places[0], places[-1] + 1) if at not in hidden)
    pieces = ((passage.offsets[at], passage.offsets[at + 1]) for at in kept)
    return "".join(place.source.text[start:end] for start, end in pieces)
