"""A content file as text, and places in it.

Offsets count characters in `SourceFile.text`; lines and columns start at 1 and count characters.
The conversion is done here and nowhere else.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import Enum
from errno import errorcode
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path, PurePosixPath

BOM = "\ufeff"
_LINE_END = re.compile("\r+\n")

MAX_BYTES = 2_000_000
"""A sheet is a few kilobytes; beyond two megabytes (octets) something else was dropped there."""


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place as an editor shows it."""

    line: int
    """From 1."""
    column: int
    """From 1, in characters."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A range of characters, end excluded."""

    start: int
    end: int

    def shift(self, offset: int) -> Span:
        """Return the same range, `offset` characters further."""
        return Span(self.start + offset, self.end + offset)


@dataclass(frozen=True, slots=True)
class SourceFile:
    r"""A text read once, without its byte order mark, its line ends made `\n`."""

    path: PurePosixPath
    """As it is shown: relative to the project."""
    text: str
    _line_starts: list[int] = field(default_factory=list, init=False, repr=False, compare=False)

    def position(self, offset: int) -> Position:
        """Return the line and column of a character."""
        starts = self._starts()
        line = bisect_right(starts, offset)
        return Position(line, offset - starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Return the text of a line (from 1), without its end."""
        starts = self._starts()
        start = starts[number - 1]
        end = starts[number] - 1 if number < len(starts) else len(self.text)
        return self.text[start:end]

    def _starts(self) -> list[int]:
        if not self._line_starts:
            start = 0
            for piece in self.text.split("\n"):
                self._line_starts.append(start)
                start += len(piece) + 1
        return self._line_starts


class Unreadable(Enum):
    """Why a file gives no text."""

    ABSENT = "absent"
    """The system refuses to open it, or it is no file."""
    TOO_LARGE = "too-large"
    """More than `MAX_BYTES`."""
    NOT_UTF8 = "not-utf8"
    """Some byte is no UTF-8: `span` points at it."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that gives no text, and why."""

    reason: Unreadable
    source: SourceFile
    """What can be shown of it: empty, or the text with a mark in place of the faulty bytes."""
    detail: str = ""
    """The system's code (`EISDIR`), or the name of the encoding the file seems to have."""
    span: Span | None = None


def read_source(file: Path, shown_as: PurePosixPath) -> SourceFile | Refusal:
    """Read a content file; a file that cannot be read gives a `Refusal`, never an exception."""
    try:
        if file.stat().st_size > MAX_BYTES:
            return Refusal(Unreadable.TOO_LARGE, SourceFile(shown_as, ""))
        raw = file.read_bytes()
    except OSError as error:
        detail = errorcode.get(error.errno or 0, "")
        return Refusal(Unreadable.ABSENT, SourceFile(shown_as, ""), detail)
    return decode(raw, shown_as)


def decode(raw: bytes, shown_as: PurePosixPath) -> SourceFile | Refusal:
    """Turn bytes into a `SourceFile`; refuse what is not UTF-8."""
    try:
        return SourceFile(shown_as, _normalise(raw.decode("utf-8")))
    except UnicodeDecodeError as error:
        before = _normalise(raw[: error.start].decode("utf-8"))
        shown = SourceFile(shown_as, _normalise(raw.decode("utf-8", errors="replace")))
        span = Span(len(before), len(before) + 1)
        return Refusal(Unreadable.NOT_UTF8, shown, _guess_encoding(raw), span)


def _normalise(text: str) -> str:
    return _LINE_END.sub("\n", text.removeprefix(BOM))


def _guess_encoding(raw: bytes) -> str:
    if b"\0" in raw or raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    return "Windows-1252"
