"""The fence of a sheet: a TOML head between two `+++` lines, then a body.

python-frontmatter reads no TOML without the unmaintained `toml` package, and its way of splitting
would close the head at a `+++` inside a string. `TomlHandler` is its handler on tomli.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import Any

import frontmatter
from frontmatter.default_handlers import BaseHandler

from builder.errors import BuilderError
from builder.parse.toml_values import TomlError, read_toml
from builder.source import Span

_OPENING = re.compile(r"\s*^\+\+\+[ \t]*$\n?", re.MULTILINE)
_CLOSING = re.compile(r"^\+\+\+[ \t]*$\n?", re.MULTILINE)
_FENCE = re.compile(r"\n\+\+\+[ \t]*$\n?", re.MULTILINE)
"""The same with the end of the line before, which is quick to look for."""
_TOKEN = re.compile(
    r"""
      \"{3} (?: [^"\\]++ | \\. | "(?!"") )*+ "{3,5}
    | '{3} (?: [^']++ | '(?!'') )*+ '{3,5}
    | " (?: [^"\\\n]++ | \\. )*+ "
    | ' [^'\n]* '
    | \# [^\n]*
    | (?P<fence> ^\+\+\+[ \t]*$\n? )
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
"""All that can hold a `+++` without closing the head, and the fence itself."""
_WORD = re.compile(r"\S")
_STATEMENT = re.compile(r"^(?:[\w-]+[ \t]*=|\[)", re.MULTILINE)
"""A line of a head: in a text, it tells that the quotes before it were never closed."""
_ALMOST = re.compile(
    r"^(?!\+\+\+[ \t]*$) [^\w\n+]{0,4} \+ [^\w\n+]{0,2} \+ [^\w\n]{0,40} \w{0,8} $ | ^---[ \t]*$",
    re.MULTILINE | re.VERBOSE,
)
"""A line that was meant for a fence: `++++`, `+ + +`, `+++ toml`, or one with a hidden sign."""


_ON_SEVERAL_LINES = ('"""', "'''", "\\\n")
"""What a string may go on with on another line: without it, none holds a line `+++`."""


class HeadFault(Enum):
    """What is wrong with the fences of a sheet."""

    MISSING = "missing"
    """The text has no line `+++`."""
    LATE = "late"
    """Something stands before the first `+++`."""
    ALMOST = "almost"
    """The first line looks like a fence."""
    YAML = "yaml"
    """The first line is `---`."""
    UNCLOSED = "unclosed"
    """The second `+++` is not there."""


class HeadError(BuilderError):
    """A head that cannot be set apart. Not a `ValueError`: python-frontmatter swallows those."""

    def __init__(self, fault: HeadFault, span: Span, almost: Span | None = None) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.span = span
        self.almost = almost
        """The line that was meant for the second fence, when the head is not closed."""

    def shift(self, offset: int) -> HeadError:
        """Return the same, `offset` characters further."""
        almost = self.almost.shift(offset) if self.almost else None
        return HeadError(self.fault, self.span.shift(offset), almost)


@dataclass(frozen=True, slots=True)
class Head:
    """A text cut in two."""

    values: dict[str, Any]
    toml: Span
    """Between the fences."""
    body: Span
    """After the second fence; nothing when all there is blank."""


class TomlHandler(BaseHandler):
    """python-frontmatter's handler for `+++`, on tomli; keeps where it cut."""

    FM_BOUNDARY = re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "+++"

    def __init__(self) -> None:
        super().__init__()
        self.toml = Span(0, 0)
        self.body = Span(0, 0)

    def split(self, text: str) -> tuple[str, str]:
        """Cut at the fences; one inside a TOML string or comment closes nothing.

        Raises:
            HeadError: a fence is missing.
        """
        opening = _OPENING.match(text)
        if opening is None:
            raise HeadError(_missing(text), Span(0, len(text.split("\n", 1)[0])))
        closing = _closing_fence(text, opening.end())
        if closing is None:
            start = opening.start() + len(opening[0]) - len(opening[0].lstrip())
            almost = _ALMOST.search(text, opening.end())
            place = Span(*almost.span()) if almost else None
            raise HeadError(HeadFault.UNCLOSED, Span(start, start + 3), place)
        self.toml = Span(opening.end(), closing.start)
        self.body = Span(closing.end, len(text))
        return text[self.toml.start : self.toml.end], text[self.body.start : self.body.end]

    def load(self, fm: str) -> dict[str, Any]:
        """Read TOML.

        Raises:
            TomlError: with the place of the fault, counted in `fm`.
        """
        return read_toml(fm)


def read_head(text: str) -> Head:
    """Cut a sheet in two and read its head.

    Raises:
        HeadError: a fence is missing.
        TomlError: the head is no TOML.
    """
    handler = TomlHandler()
    stripped = len(text) - len(text.lstrip())  # python-frontmatter strips before it splits
    try:
        values, _ = frontmatter.parse(text, handler=handler)
    except HeadError as error:
        raise error.shift(stripped) from None
    except TomlError as error:
        raise error.shift(stripped + handler.toml.start) from error
    start = stripped + handler.body.start
    body = Span(start if _WORD.search(text, start) else len(text), len(text))
    return Head(values, handler.toml.shift(stripped), body)


def _missing(text: str) -> HeadFault:
    first = text.split("\n", 1)[0]
    if first.rstrip() == "---":
        return HeadFault.YAML
    if _ALMOST.fullmatch(first):
        return HeadFault.ALMOST
    return HeadFault.LATE if _CLOSING.search(text) else HeadFault.MISSING


def _closing_fence(text: str, start: int) -> Span | None:
    """Find the fence that closes the head.

    When a string that is never closed swallows it, the first line `+++` counts: the reader then
    tells of the string, which is the true fault.
    """
    first = _FENCE.search(text, start - 1)
    if first is None:
        return None
    if all(text.find(sign, start, first.start()) < 0 for sign in _ON_SEVERAL_LINES):
        return Span(first.start() + 1, first.end())
    swallowed = None
    for token in _TOKEN.finditer(text, start):
        if token["fence"] is not None:
            return Span(*token.span())
        fence = _CLOSING.search(token[0]) if swallowed is None and "+++" in token[0] else None
        if fence and _STATEMENT.search(token[0], 0, fence.start()):
            swallowed = Span(*fence.span()).shift(token.start())
    return swallowed
