"""What stands around a place of a TOML document: its line, its quotes, its brackets.

For a document that tomli refuses: all that stands before the place is right.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from builder.source import Span

_TOKEN = re.compile(
    r"""
      \"{3} (?: [^"\\]++ | \\. | "(?!"") )*+ "{3,5}
    | '{3} (?: [^']++ | '(?!'') )*+ '{3,5}
    | (?P<text> \"{3} | '{3} )
    | " (?: [^"\\\n]++ | \\. )*+ "
    | ' [^'\n]* '
    | \# [^\n]*
    | (?P<quote> ["'] )
    | (?P<opens> [\[{] )
    | (?P<closes> [\]}] )
    """,
    re.VERBOSE | re.DOTALL,
)
_STATEMENT = re.compile(
    r"[ \t]*(?:[\w-]+[ \t]*=|\[\[?[ \t]*[\w.-]+[ \t]*\]\]?[ \t]*(?:\#|$))", re.MULTILINE
)
_PAIR = re.compile(r"[ \t]*(?P<key>[^=:\n]*?)[ \t]*=[ \t]*")
_COMMENT = re.compile(r"[ \t]+\#[^\n\"']*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds a key and its value, or tries to."""

    start: int
    text: str
    key: str
    """As written; empty where there is no `=`."""
    value: str
    """As written, without the comment that follows."""
    value_start: int

    @property
    def span(self) -> Span:
        """The place of what is written on it."""
        start = self.start + len(self.text) - len(self.text.lstrip())
        return Span(start, start + max(1, len(self.text.strip())))

    @property
    def value_span(self) -> Span:
        """The place of the value."""
        return Span(self.value_start, self.value_start + max(1, len(self.value)))


def line_at(toml: str, at: int) -> Line:
    """Cut the line of a place at its `=`."""
    start = toml.rfind("\n", 0, at) + 1
    end = toml.find("\n", start)
    text = toml[start : end if end >= 0 else len(toml)]
    pair = _PAIR.match(text)
    value_start = pair.end() if pair else len(text) - len(text.lstrip())
    value = _COMMENT.sub("", text[value_start:]).rstrip()
    return Line(start, text, pair["key"] if pair else "", value, start + value_start)


def open_quote(toml: str) -> Span | None:
    """Find the first quotes that nothing closes."""
    for token in _TOKEN.finditer(toml):
        if token["text"] or token["quote"]:
            return Span(*token.span())
    return None


def open_bracket(toml: str, at: int) -> Span | None:
    """Find the last `[` or `{` before a place that nothing closes before it."""
    opened: list[int] = []
    for token in _TOKEN.finditer(toml, 0, at):
        if token["opens"]:
            opened.append(token.start())
        elif token["closes"] and opened:
            opened.pop()
    return Span(opened[-1], opened[-1] + 1) if opened else None


def starts_statement(toml: str, at: int) -> bool:
    """Tell whether a new key or table stands at a place: what was open before was forgotten."""
    return not toml[toml.rfind("\n", 0, at) + 1 : at].strip() and bool(_STATEMENT.match(toml, at))
