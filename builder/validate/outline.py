"""The titles of a sheet as its author wrote them, and whether something stands under each.

The sections of the model have levels made good and titles without a place: what is wrong with them
is seen there at no cost, and told from here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from builder import commonmark
from builder.diagnostics.model import narrow
from builder.validate.texts import without_comments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.diagnostics.model import Locate, Place
    from builder.parse.keypath import KeyPath
    from builder.parse.raw import RawSheet
    from builder.source import Span

SECTION = 2
"""The level of a section: a page has one h1, its title."""

_DEEPEST = 64
"""Parts of a key path; a bloc that stands deeper is not shown."""

_RICH = re.compile(r"richtext\d*|headparagraph")
_NO_WORDS = frozenset(
    {"align", "forestrylabel", "media", "parts", "position", "style", "template", "titlelevel"}
)
SET = "ensemble-blocs-personalises"
"""The template of a bloc that holds others, one level deeper."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title."""

    level: int
    """The lower it is, the more it holds."""
    written: int
    """As its author counts: in a rich text, its `#`."""
    above: int
    """The level, counted in the same way, of the title that it comes after or stands under."""
    text: str
    """Plain."""
    locate: Locate = field(compare=False, repr=False)
    is_bloc: bool = False
    """Whether a key of a bloc holds it, not a text."""


@dataclass(frozen=True, slots=True)
class Words:
    """Something that is shown: a text, a picture, a table."""

    locate: Locate = field(compare=False, repr=False)
    is_bloc: bool = False


Item = Title | Words


def read_outline(raw: RawSheet) -> Iterator[Item]:
    """Yield the titles of a sheet and what stands between them, blocs first, then the body."""
    outline = _Outline(raw)
    blocs = raw.values.get("blocs")
    if isinstance(blocs, list):
        yield from outline.blocs(blocs, ("blocs",), SECTION)
    yield from outline.body()


class _Outline:
    """Reads one sheet; `above` is the level of the last title of a bloc, or of the body."""

    def __init__(self, raw: RawSheet) -> None:
        self.raw = raw
        self.above = 1

    def blocs(self, blocs: list[object], path: KeyPath, level: int) -> Iterator[Item]:
        for index, bloc in enumerate(blocs):
            if isinstance(bloc, dict) and len(path) < _DEEPEST:
                yield from self._bloc(bloc, (*path, index), level)

    def body(self) -> Iterator[Item]:
        for fragment in commonmark.split(self.raw.body):
            locate = partial(self._within, (), fragment.span)
            if isinstance(fragment, commonmark.HeadingFragment):
                written = max(SECTION, fragment.level)
                yield self._heading(fragment, locate, level=written, above=self.above)
                self.above = written
            elif _is_shown(fragment):
                yield Words(locate)

    def _bloc(self, bloc: dict[str, object], path: KeyPath, level: int) -> Iterator[Item]:
        content = bloc.get("content")
        holder, at = (content, (*path, "content")) if isinstance(content, dict) else (bloc, path)
        key = "headtitle" if "headtitle" in holder else "title"
        title = _text(holder.get(key))
        under = _level(holder.get("titlelevel"), level)
        if title:
            text = commonmark.plain_text(title)
            locate = partial(self.raw.place, (*at, key))
            yield Title(under, under, self.above, text, locate, is_bloc=True)
            self.above = under
        parts = bloc.get("parts")
        if bloc.get("template") == SET and isinstance(parts, list):
            yield from self.blocs(parts, (*path, "parts"), under + 1 if title else level)
            return
        yield from self._held(holder, at, under, key)
        if any(map(_has_words, (parts, bloc.get("media")))):
            yield Words(partial(self.raw.place, path), is_bloc=True)

    def _held(
        self, holder: dict[str, object], path: KeyPath, under: int, title: str
    ) -> Iterator[Item]:
        """Yield what a bloc holds besides its title, its parts and its medium."""
        for key, value in holder.items():
            own = (*path, key)
            if isinstance(value, str) and _RICH.fullmatch(key):
                yield from self._rich(value, own, under)
            elif key not in {title, *_NO_WORDS} and _has_words(value):
                yield Words(partial(self.raw.place, own), is_bloc=True)

    def _rich(self, text: str, path: KeyPath, under: int) -> Iterator[Item]:
        """Yield the titles of a rich text, which are brought under that of its bloc."""
        above = under
        for fragment in commonmark.split(text):
            locate = partial(self._within, path, fragment.span)
            if isinstance(fragment, commonmark.HeadingFragment):
                level = under + fragment.level
                yield self._heading(fragment, locate, level=level, above=above)
                above = fragment.level
            elif _is_shown(fragment):
                yield Words(locate, is_bloc=True)

    def _heading(
        self, fragment: commonmark.HeadingFragment, locate: Locate, *, level: int, above: int
    ) -> Title:
        text = commonmark.plain_text(fragment.text)
        return Title(level, fragment.level, above, text, partial(_narrowed, locate, fragment.text))

    def _within(self, path: KeyPath, span: Span) -> Place:
        """Return the place of a fragment, or of its first line when it has several."""
        place = self.raw.place(path) if path else self.raw.body_place()
        if place.passage is None:
            return place
        text = place.passage.text[span.start : span.end]
        start = span.start + len(text) - len(text.lstrip())
        return place.part(start, start + len(text.strip().partition("\n")[0]))


def _narrowed(locate: Locate, words: str) -> Place:
    return narrow(locate(), words)


def _text(value: object) -> str:
    """Return a text, or that of a list of one."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    return value.strip() if isinstance(value, str) else ""


def _level(written: object, least: int) -> int:
    text = _text(written)
    return max(least, int(text)) if text in {"1", "2", "3", "4"} else least


def _is_shown(fragment: commonmark.Fragment) -> bool:
    return not isinstance(fragment, commonmark.TextFragment) or bool(
        without_comments(fragment.text).strip()
    )


def _has_words(value: object) -> bool:
    """Tell whether a value holds a text somewhere; the walk keeps its own stack."""
    waiting = [value]
    while waiting:
        held = waiting.pop()
        if isinstance(held, str) and held.strip():
            return True
        if isinstance(held, dict):
            waiting += [item for key, item in held.items() if key not in _NO_WORDS]
        elif isinstance(held, list):
            waiting += held
    return False
