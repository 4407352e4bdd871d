"""From a stream of titles and parts to sections, however the sheet was written.

A Markdown body and a list of blocs both come here as the same stream, so both give the same model.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from builder import commonmark
from builder.diagnostics.model import join
from builder.model import (
    Callout,
    Columns,
    Faq,
    Heading,
    Part,
    Picture,
    RichText,
    Section,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from builder.diagnostics.model import Locate, Place
    from builder.source import Span

SECTION_LEVEL = 2
"""A page has one h1, its title; a section is at 2."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title in the stream: it opens a section, or stands as a sub-heading in one."""

    level: int
    text: str
    """Inline CommonMark."""
    locate: Locate | None = None


Item = Title | Part


def read_rich_text(text: str, under: int, locate: Locate) -> Iterator[Item]:
    """Cut rich text at its headings and lone pictures.

    Args:
        text: CommonMark.
        under: Level that its headings are brought under; 0 keeps them as written.
        locate: Where the text stands.
    """
    for fragment in commonmark.split(text):
        own = partial(_place_within, locate, text, fragment.span)
        match fragment:
            case commonmark.HeadingFragment(level, heading):
                yield Title(under + level, heading, own)
            case commonmark.ImageFragment(src, alt):
                yield Picture(src, alt, locate=own)
            case commonmark.TextFragment(rich):
                yield RichText(rich, own)


def _place_within(locate: Locate, text: str, span: Span) -> Place:
    """Find a range of a text, its ends trimmed since, in the place where the whole stands."""
    place = locate()
    start = place.passage.text.find(text) if place.passage else -1
    return place if start < 0 else place.part(start + span.start, start + span.end)


def as_parts(items: Iterable[Item]) -> tuple[Part, ...]:
    """Keep a stream as parts of something smaller than a section: its titles are sub-headings."""
    return tuple(
        Heading(item.level, item.text, item.locate) if isinstance(item, Title) else item
        for item in items
        if not isinstance(item, Title) or item.text
    )


def make_sections(items: Iterable[Item]) -> tuple[Section, ...]:
    """Group a stream into sections; what comes before the first title gets an untitled one."""
    title = ""
    parts: list[Part] = []
    sections: list[Section] = []
    for item in items:
        if isinstance(item, Title) and item.level <= SECTION_LEVEL:
            sections += _close(title, parts)
            title, parts = commonmark.plain_text(item.text), []
        else:
            parts += as_parts([item])
    sections += _close(title, parts)
    return tuple(sections)


def _close(title: str, parts: list[Part]) -> list[Section]:
    if not title and not parts:
        return []
    return [Section(title, _Outline().settle(_merge(parts)))]


def _merge(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Join rich texts that follow each other: a continuation bloc goes on with the same text."""
    merged: list[Part] = []
    for part in parts:
        last = merged[-1] if merged else None
        if isinstance(part, RichText) and isinstance(last, RichText):
            merged[-1] = RichText(f"{last.text}\n\n{part.text}", _join(last.locate, part.locate))
        else:
            merged.append(part)
    return tuple(merged)


def _join(one: Locate | None, other: Locate | None) -> Locate | None:
    return partial(join, one, other) if one and other else one or other


class _Outline:
    """Gives sub-headings levels without a jump, deeper ones staying deeper."""

    def __init__(self) -> None:
        self._open: list[int] = []

    def settle(self, parts: Iterable[Part]) -> tuple[Part, ...]:
        """Return the same parts, their headings at the level they are shown at."""
        return tuple(map(self._settle_one, parts))

    def _settle_one(self, part: Part) -> Part:
        match part:
            case Heading(level):
                return replace(part, level=self._level(level))
            case Callout(inner):
                return Callout(self.settle(_merge(inner)))
            case Columns(columns):
                return Columns(
                    tuple(replace(column, parts=self.settle(column.parts)) for column in columns)
                )
            case Faq(questions):
                return Faq(
                    tuple(replace(asked, parts=self.settle(asked.parts)) for asked in questions)
                )
            case _:
                return part

    def _level(self, written: int) -> int:
        while self._open and self._open[-1] >= written:
            self._open.pop()
        self._open.append(written)
        return min(SECTION_LEVEL + len(self._open), 6)
