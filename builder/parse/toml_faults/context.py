"""Where tomli stopped, and the words that tell of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.parse.toml_lines import Line, line_at
from builder.parse.toml_strings import quote
from builder.source import SourceFile, Span

if TYPE_CHECKING:
    from builder.parse.toml_values import TomlError

LONGEST = 60
"""Characters of a line that a help writes again whole."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, where, and what to do."""

    span: Span
    reason: str
    cure: str


@dataclass(frozen=True, slots=True)
class Context:
    """A document, and the place in it that tomli could not take."""

    error: TomlError
    source: SourceFile

    @property
    def toml(self) -> str:
        """The document."""
        return self.error.toml

    @property
    def at(self) -> int:
        """Where tomli stopped."""
        return self.error.at

    @property
    def char(self) -> str:
        """The character that tomli could not take; nothing at the end."""
        return self.toml[self.at : self.at + 1]

    @property
    def line(self) -> Line:
        """The line that it stopped on."""
        return line_at(self.toml, self.at)

    @property
    def here(self) -> Span:
        """The character that it stopped at."""
        return Span(self.at, self.at + 1)

    @property
    def rest(self) -> Span:
        """From here to the end of the value."""
        return Span(self.at, max(self.line.value_span.end, self.at + 1))

    @property
    def equals(self) -> Span:
        """The sign before here, spaces left out."""
        at = len(self.toml[: self.at].rstrip(" \t")) - 1
        return Span(max(at, 0), max(at, 0) + 1)

    def number(self, at: int) -> int:
        """Return the number, in the file, of the line of a place."""
        return self.source.position(at + self.error.start).line


def write(key: str, value: str) -> str:
    """Write a line again, as code; a long one in short."""
    line = f"{key or 'clé'} = {value}"
    return code(line if len(line) <= LONGEST else f'{key or "clé"} = "…"')


def as_value(text: str) -> str:
    """Write as TOML what stands after the `:` of YAML."""
    is_value = re.fullmatch(r"""true|false|-?\d+|"[^"]*"|'[^']*'|\[.*\]""", text)
    return text if is_value else quote(text.strip(ANY_QUOTE))


def code(text: str) -> str:
    """Show a text as code."""
    return f"`{text.replace('`', '’')}`"


QUOTES = 'entourez le texte de guillemets droits : `clé = "texte"`'
NO_QUOTES = "ce texte n’est pas entre guillemets"
NOT_STRAIGHT = "ces guillemets ne sont pas des guillemets droits"
NOT_UNDERSTOOD = "cette valeur n’est pas comprise"
NOT_A_PAIR = "cette ligne n’est pas de la forme `clé = valeur`"
EXTRA = "il y a du texte en trop après la valeur"
ESCAPE = 'gardez une seule valeur par ligne ; un guillemet dans le texte s’écrit `\\"`'
CLOSING = frozenset("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u2019\u00b4\u2033\uff02")
OPENING = CLOSING | frozenset("\u2018\u201a`")
"""Signs that word processors write for quotes: curly ones, guillemets, accents, seconds."""
ANY_QUOTE = "".join(OPENING) + "\"'"
