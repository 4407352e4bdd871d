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


class HeadFault(Enum):
    """What is wrong with the fences of a sheet."""

    MISSING = "missing"
    """The text does not start with `+++`."""
    UNCLOSED = "unclosed"
    """The second `+++` is not there."""


class HeadError(BuilderError):
    """A head that cannot be set apart. Not a `ValueError`: python-frontmatter swallows those."""

    def __init__(self, fault: HeadFault, span: Span) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.span = span


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
            raise HeadError(HeadFault.MISSING, Span(0, len(text.split("\n", 1)[0])))
        closing = _closing_fence(text, opening.end())
        if closing is None:
            start = opening.start() + len(opening[0]) - len(opening[0].lstrip())
            raise HeadError(HeadFault.UNCLOSED, Span(start, start + 3))
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
        raise HeadError(error.fault, error.span.shift(stripped)) from None
    except TomlError as error:
        place = error.span.shift(stripped + handler.toml.start)
        raise TomlError(error.reason, place) from error
    start = stripped + handler.body.start
    body = Span(start if text[start:].strip() else len(text), len(text))
    return Head(values, handler.toml.shift(stripped), body)


def _closing_fence(text: str, start: int) -> Span | None:
    """Find the fence that closes the head.

    When a string that is never closed swallows it, the first line `+++` counts: the reader then
    tells of the string, which is the true fault.
    """
    for token in _TOKEN.finditer(text, start):
        if token["fence"] is not None:
            return Span(*token.span())
    naive = _CLOSING.search(text, start)
    return Span(*naive.span()) if naive else None
