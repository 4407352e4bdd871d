"""What each character of a TOML string is written with.

tomli gives the text of a string, not where its characters stand: one that is written with an escape
takes two characters of the file or more.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import category

from builder.diagnostics.model import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIECE = re.compile(
    r"""
      \\ [ \t]* \n [ \t\n]*        # the end of a line that a `\` takes away
    | \\ (?: u(?P<u>.{4}) | U(?P<U>.{8}) | x(?P<x>.{2}) | . )
    | .
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b"}


def read_string(literal: str, start: int) -> Passage | None:
    """Read a TOML string with the place of each of its characters.

    Args:
        literal: The string with its quotes, as tomli accepted it; its lines end with a line feed.
        start: Where it stands in the file.

    Returns:
        Its text and places, or None when it is no string.
    """
    quotes = _quotes(literal)
    if not quotes:
        return None
    first, end = len(quotes), len(literal) - len(quotes)
    if len(quotes) > 1 and literal.startswith("\n", first):
        first += 1  # TOML takes away a line end right after the quotes
    if quotes[0] == "'" or "\\" not in literal:
        return Passage(literal[first:end], range(start + first, start + end + 1))
    pieces = list(_pieces(literal, first, end))
    text = "".join(char for char, _ in pieces)
    return Passage(text, [*(start + at for _, at in pieces), start + end])


def quote(text: str) -> str:
    """Write a text as a TOML string on one line."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    shown = (char if category(char)[0] != "C" else f"\\U{ord(char):08x}" for char in escaped)
    return f'"{"".join(shown)}"'


def requote(literal: str, text: str) -> str:
    """Write a text in the quotes of another string, if they can hold it."""
    is_plain = literal.startswith("'") and "'" not in text and text.isprintable()
    return f"'{text}'" if is_plain else quote(text)


def _quotes(literal: str) -> str:
    for quotes in ('"""', "'''", '"', "'"):
        if literal.startswith(quotes) and len(literal) >= 2 * len(quotes):
            return quotes
    return ""


def _pieces(literal: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """Yield each character of the text with the offset of what it is written with."""
    for match in _PIECE.finditer(literal, start, end):
        written = match[0]
        if written[0] != "\\":
            yield written, match.start()
        elif written[1] in "uUx":
            yield chr(int(match[written[1]], base=16)), match.start()
        elif written[1] not in " \t\n":
            yield _ESCAPES.get(written[1], written[1]), match.start()
