"""What sections say, item by item, in plain words: for the pages that gather many sheets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from builder import commonmark
from builder.model import Callout, Columns, Faq, RichText, Table
from builder.render.safe_html import sanitise
from builder.render.typography import typeset

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from builder.model import Part

_BLANKS = re.compile(r"[ \t\r\n]+")
"""Without the no-break spaces of French typography."""
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


def digest(parts: Iterable[Part]) -> tuple[Item, ...]:
    """List what parts say; titles, pictures and lists of links are left out."""
    return tuple(item for part in parts for item in _items(part) if item.text)


def shorten(text: str, words: int) -> str:
    """Keep the first whole sentences, that many words at most; « […] » stands for the rest."""
    kept: list[str] = []
    sentences = _SENTENCE_END.split(text)
    for sentence in sentences:
        if len(_BLANKS.split(" ".join([*kept, sentence]))) > words:
            break
        kept.append(sentence)
    if len(kept) == len(sentences):
        return text
    return " ".join([*(kept or _BLANKS.split(text)[:words]), "[…]"])


def _items(part: Part) -> Iterator[Item]:
    match part:
        case RichText(text):
            reader = _Reader()
            reader.feed(sanitise(commonmark.to_html(text)))
            reader.close()
            yield from reader.items()
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


class _Reader(HTMLParser):
    """Cuts safe HTML into items: an outer item of a list is one, however long."""

    def __init__(self) -> None:
        super().__init__()
        self._texts: list[str] = [""]
        self._leads: list[str] = [""]
        self._depth = 0
        self._is_lead = False

    def items(self) -> Iterator[Item]:
        for lead, text in zip(self._leads, self._texts, strict=True):
            yield Item(typeset(_clean(lead).rstrip(_LEAD_END)), typeset(_clean(text)))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _STRONG:
            self._is_lead = not self._texts[-1].strip()
        self._step(tag, opens=1)

    def handle_endtag(self, tag: str) -> None:
        if tag in _STRONG:
            self._is_lead = False
        self._step(tag, opens=-1)

    def handle_data(self, data: str) -> None:
        self._texts[-1] += data
        if self._is_lead:
            self._leads[-1] += data

    def _step(self, tag: str, *, opens: int) -> None:
        """Begin an item, or part words that two blocks of the same item hold."""
        if tag in _LISTS:
            self._depth += opens
        if (tag in _BLOCKS and not self._depth) or (tag == "li" and self._depth == 1):
            self._texts.append("")
            self._leads.append("")
        elif tag in _BLOCKS or tag == "li":
            self._texts[-1] += " "


def _clean(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()
