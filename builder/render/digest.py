"""What sections say, item by item, in plain words: for the pages that gather many sheets."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder import commonmark
from builder.model import Callout, Columns, Faq, RichText, Table
from builder.render.safe_html import make_safe
from builder.render.typography import typeset

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from builder.model import Part

_BLANKS = re.compile(r"[ \t\r\n]+")
"""Without the no-break spaces of French typography."""
_LOOSE_BLANKS = ("  ", "\t", "\r", "\n")
"""What no text has whose blanks are one space each."""
_TOKEN = re.compile(r"<(/?)([a-z][a-z0-9]*)[^<>\"]*(?:\"[^\"]*\"[^<>\"]*)*>|([^<]+)")
"""A tag of safe HTML, or the text between two of them."""
_SENTENCE_END = re.compile(r"(?<=[.!?…])[ \t]+(?=[A-ZÀ-ÖØ-ÞŒ«0-9])")
_LISTS = frozenset({"ol", "ul"})
_BLOCKS = frozenset(
    {"blockquote", "br", "dd", "details", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "p"}
    | {"pre", "summary", "td", "th", "tr"}
)
_STRONG = frozenset({"b", "strong"})
_LEAD_END = " .:,;\u00a0\u202f"


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph, or an item of a list."""

    lead: str
    """What stands in bold at its start, or the question: « Les coûts »; often nothing."""
    text: str
    """All its words, the lead included."""


def digest(parts: Iterable[Part]) -> Iterator[Item]:
    """Yield what parts say; titles, pictures and lists of links are left out."""
    return (item for part in parts for item in _items(part) if item.text)


def shorten(text: str, words: int) -> str:
    """Keep the first whole sentences, that many words at most; « […] » stands for the rest."""
    kept: list[str] = []
    count = 0
    sentences = _SENTENCE_END.split(text)
    for sentence in sentences:
        count += len(_BLANKS.split(sentence))
        if count > words:
            break
        kept.append(sentence)
    if len(kept) == len(sentences):
        return text
    return " ".join([*(kept or _BLANKS.split(text)[:words]), "[…]"])


def _items(part: Part) -> Iterator[Item]:
    match part:
        case RichText(text):
            yield from _read(make_safe(text, commonmark.to_html(text)))
        case Callout(parts):
            yield from digest(parts)
        case Columns(columns):
            for column in columns:
                yield _titled(column.title, column.parts)
        case Faq(questions):
            for asked in questions:
                yield _titled(asked.question, asked.parts)
        case Table(_, lines):
            for name, values in lines:
                words = " ; ".join(filter(None, map(commonmark.plain_text, values)))
                yield _named(commonmark.plain_text(name), words)
        case _:
            return


def _titled(title: str, parts: tuple[Part, ...]) -> Item:
    return _named(commonmark.plain_text(title), " ".join(item.text for item in digest(parts)))


def _named(name: str, text: str) -> Item:
    colon = "" if not name or name.endswith((".", ":", "?", "!")) else "\u00a0:"
    return Item(typeset(name), typeset(f"{name}{colon} {text}".strip()) if text else "")


def _read(fragment: str) -> Iterator[Item]:
    """Cut safe HTML into items: an outer item of a list is one, however long."""
    reader = _Reader()
    for closes, tag, words in _TOKEN.findall(fragment):
        if words:
            reader.add(html.unescape(words))
        else:
            reader.pass_tag(tag, opens=-1 if closes else 1)
    return reader.items()


class _Reader:
    """Gathers the words of each item, and those in bold at its start."""

    def __init__(self) -> None:
        self._texts: list[str] = [""]
        self._leads: list[str] = [""]
        self._depth = 0
        self._is_lead = False

    def items(self) -> Iterator[Item]:
        for lead, text in zip(self._leads, self._texts, strict=True):
            if words := _clean(text):
                yield Item(lead and typeset(_clean(lead).rstrip(_LEAD_END)), typeset(words))

    def add(self, words: str) -> None:
        self._texts[-1] += words
        if self._is_lead:
            self._leads[-1] += words

    def pass_tag(self, tag: str, *, opens: int) -> None:
        """Begin an item, or part words that two blocks of the same item hold."""
        if tag in _STRONG:
            self._is_lead = opens > 0 and not self._texts[-1].strip()
        if tag in _LISTS:
            self._depth += opens
        if (tag in _BLOCKS and not self._depth) or (tag == "li" and self._depth == 1):
            self._texts.append("")
            self._leads.append("")
        elif tag in _BLOCKS or tag == "li":
            self._texts[-1] += " "


def _clean(text: str) -> str:
    text = text.strip()
    return _BLANKS.sub(" ", text) if any(map(text.__contains__, _LOOSE_BLANKS)) else text
