"""A content file as text, and places in it.

Offsets count characters in `SourceFile.text`; lines and columns start at 1 and count characters.
The conversion is done here and nowhere else.
"""

from __future__ import annotations

import os
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from enum import Enum
from errno import EISDIR, errorcode
from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path, PurePosixPath

BOM = "\ufeff"
_LINE_END = re.compile("(?<!\r)\r++\n")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_CONTROL_BYTES = bytes({*range(0x20), 0x7F} - set(b"\t\n\v\f\r"))
"""Characters that no text editor writes: not those that end or shift a line."""

MAX_BYTES = 2_000_000
"""A sheet is a few kilobytes; beyond two megabytes (octets) something else was dropped there."""
DEEPEST = 32
"""Tables, lists, quotations, elements one in the other: nobody would follow more."""


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
    """The system refuses to open it, or it is no file, or a link out of the content folder."""
    TOO_LARGE = "too-large"
    """More than `MAX_BYTES`."""
    NOT_UTF8 = "not-utf8"
    """Some byte is no UTF-8: `span` points at it."""
    CONTROL = "control"
    """Some character is none that an editor writes: `span` points at the first."""


LOST_LINK, OUTSIDE, SPECIAL = "LOST_LINK", "OUTSIDE", "SPECIAL"
"""What a `Refusal` says beside the codes of the system: a link to nothing, a link that leaves the
content folder, a file that is none (a pipe, a device)."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that gives no text, and why."""

    reason: Unreadable
    source: SourceFile
    """What can be shown of it: empty, or the text with a mark in place of the faulty bytes."""
    detail: str = ""
    """The system's code (`EISDIR`) or one of ours; the name of the encoding that the file seems to
    have, empty when it seems to be no text; the code of the character (`U+0000`)."""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Unopened:
    """A file that gives no bytes: the reason and the detail of its `Refusal`."""

    reason: Unreadable
    detail: str = ""


def read_source(
    file: Path, shown_as: PurePosixPath, within: Path | None = None
) -> SourceFile | Refusal:
    """Read a content file; a file that cannot be read gives a `Refusal`, never an exception.

    Args:
        file: The file. Nothing is opened but a file proper: a pipe would wait for ever.
        shown_as: Its path as messages show it.
        within: The folder that it may not leave, be it by a link.
    """
    return decode(read_bytes(file, within), shown_as)


def read_bytes(file: Path, within: Path | None = None) -> bytes | Unopened:
    """Return the bytes of a content file; arguments are those of `read_source`."""
    try:
        status = file.stat()
        if not S_ISREG(status.st_mode):
            detail = errorcode[EISDIR] if S_ISDIR(status.st_mode) else SPECIAL
            return Unopened(Unreadable.ABSENT, detail)
        if within is not None and not _is_inside(file, within):
            return Unopened(Unreadable.ABSENT, OUTSIDE)
        if status.st_size > MAX_BYTES:
            return Unopened(Unreadable.TOO_LARGE)
        with file.open("rb", buffering=0) as raw:
            return raw.read()
    except FileNotFoundError as error:
        detail = LOST_LINK if file.is_symlink() else errorcode[error.errno or 0]
        return Unopened(Unreadable.ABSENT, detail)
    except OSError as error:
        return Unopened(Unreadable.ABSENT, errorcode.get(error.errno or 0, ""))


def decode(raw: bytes | Unopened, shown_as: PurePosixPath) -> SourceFile | Refusal:
    """Turn bytes into a `SourceFile`; refuse what is not UTF-8, or no text that an editor wrote."""
    if isinstance(raw, Unopened):
        return Refusal(raw.reason, SourceFile(shown_as, ""), raw.detail)
    wide = _wide_encoding(raw)
    if wide:
        shown = SourceFile(shown_as, _normalise(raw.decode(wide, errors="replace")))
        return Refusal(Unreadable.NOT_UTF8, shown, wide[:6].upper(), Span(0, 1))
    try:
        text = _normalise(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        before = _normalise(raw[: error.start].decode("utf-8"))
        shown = SourceFile(shown_as, _normalise(raw.decode("utf-8", errors="replace")))
        span = Span(len(before), len(before) + 1)
        return Refusal(Unreadable.NOT_UTF8, shown, _narrow_encoding(raw), span)
    source = SourceFile(shown_as, text)
    if len(raw.translate(None, _CONTROL_BYTES)) == len(raw):
        return source
    control = _CONTROL.search(text)
    if control is None:
        return source
    return Refusal(Unreadable.CONTROL, source, f"U+{ord(control[0]):04X}", Span(*control.span()))


def splice(raw: bytes, edits: Iterable[tuple[Span, str]]) -> bytes:
    """Write texts at places of a file; what stands around them survives byte for byte.

    Args:
        raw: The bytes of a file that `decode` reads.
        edits: Ranges of the text that it gives, apart, and what to write there.
    """
    text = raw.decode("utf-8")
    in_file = _offsets_in_file(text)
    pieces: list[str] = []
    at = 0
    for span, written in sorted(edits):
        pieces += [text[at : in_file(span.start)], written]
        at = in_file(span.end)
    return "".join([*pieces, text[at:]]).encode()


def _offsets_in_file(text: str) -> Callable[[int], int]:
    """Return where a character of the normalised text stands in the one that it comes from."""
    mark = len(text) - len(text.removeprefix(BOM))
    ends: list[int] = []
    taken: list[int] = [0]
    for match in _LINE_END.finditer(text, mark):
        ends.append(match.start() - mark - taken[-1])
        taken.append(taken[-1] + len(match[0]) - 1)
    return lambda offset: mark + offset + taken[bisect_left(ends, offset)]


def _is_inside(file: Path, folder: Path) -> bool:
    """Tell whether a file stands in a folder once links are followed; hardly any path has one."""
    step = file
    while step.name not in {"", ".."} and not step.is_symlink():
        step = step.parent
        if step == folder:
            return True
    real = os.path.realpath(folder)
    return os.path.commonpath([os.path.realpath(file), real]) == real


def _normalise(text: str) -> str:
    text = text.removeprefix(BOM)
    if "\r" not in text:
        return text
    text = _LINE_END.sub("\n", text)
    return text if "\n" in text else text.replace("\r", "\n")  # a file of an old Mac


_MARKS = (
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
"""Byte order marks; that of UTF-16 starts that of UTF-32."""


def _wide_encoding(raw: bytes) -> str:
    """Name the encoding of two bytes or four a character that a text has, or nothing.

    Without a mark, it is told by its zeros: one byte in two of a text in our alphabet.
    """
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return name
    if b"\0" not in raw:
        return ""
    pairs = len(raw) // 2
    high, low = raw[0::2].count(0), raw[1::2].count(0)
    if low > 0.4 * pairs and high < 0.1 * pairs:
        return "utf-16-le"
    if high > 0.4 * pairs and low < 0.1 * pairs:
        return "utf-16-be"
    return ""


_FRENCH = frozenset("àâçéèêëîïôùûüœÀÇÉ’“”«»…–—€°\u00a0")
"""Signs that a French text is made of, but rare capitals: they are common letters elsewhere."""


def _narrow_encoding(raw: bytes) -> str:
    """Name the encoding of one byte a character that a text seems to have.

    Of two, it is the one that gives more letters of French. Bytes 0x80 to 0x9f are signs in
    Windows-1252 and nothing in Latin-1; a text without them is the same in both.
    """
    controls = len(raw) - len(raw.translate(None, _CONTROL_BYTES))
    if controls > 0.02 * len(raw):
        return ""
    # What is UTF-8 in a text of several hands is left out.
    strange = (ord(char) - 0xDC00 for char in raw.decode("utf-8", errors="surrogateescape"))
    high = bytes(byte for byte in strange if 0x7F < byte <= 0xFF)  # noqa: PLR2004 - no ASCII
    if _count_french(high, "mac-roman") > _count_french(high, "cp1252"):
        return "Mac OS Roman"
    if all(byte > 0x9F for byte in high):  # noqa: PLR2004 - the last control of Latin-1
        return "Windows-1252 ou Latin-1"
    return "Windows-1252"


def _count_french(high: bytes, encoding: str) -> int:
    return sum(char in _FRENCH for char in high.decode(encoding, errors="replace"))
