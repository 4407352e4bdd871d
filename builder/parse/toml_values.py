"""tomli, with one exception for all that it refuses; a faster library where both read the same."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any

import rtoml
import tomli

from builder.errors import BuilderError
from builder.parse.toml_places import find_too_deep
from builder.source import BOM, DEEPEST, Span

MOST_VALUES = 2_000
"""Keys and items: a sheet of the CMS has some two hundred."""

_LARGE = 50_000
"""Characters from which keys are looked at first: tomli's time grows with the square of their
parts, and nothing under this size is slow."""
_LONG_KEY = re.compile(
    r"""
    (?<![\w.-])
    (?: (?: [A-Za-z0-9_-]++ | "[^"\n]*+" | '[^'\n]*+' ) [ \t]*+ \. [ \t]*+ ){32}
    """,
    re.VERBOSE,
)


class TomlError(BuilderError):
    """A text that is no TOML: tomli's reason, in English, and the place of it."""

    def __init__(self, reason: str, toml: str, at: int = 0, start: int = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.toml = toml
        """The document."""
        self.at = at
        """Where tomli stopped, in the document; it may be its end."""
        self.start = start
        """Where the document stands in its file."""

    @property
    def span(self) -> Span:
        """The character of the file where tomli stopped."""
        return Span(self.at, self.at + 1).shift(self.start)

    def shift(self, offset: int) -> TomlError:
        """Return the same, in a document that stands `offset` characters further."""
        return type(self)(self.reason, self.toml, self.at, self.start + offset)


class NestingError(TomlError):
    """Tables and lists one in the other, more than `DEEPEST`: the place is where the next opens."""


class TooManyError(TomlError):
    """More than `MOST_VALUES` values."""


def read_toml(text: str) -> dict[str, Any]:
    """Read TOML.

    Raises:
        TomlError: with the place of the fault, or of the first character when tomli gives none.
        NestingError: it is nested too deep.
        TooManyError: it holds too much.
    """
    if len(text) > _LARGE and _LONG_KEY.search(text):
        deep = find_too_deep(text, DEEPEST)  # unless it is in a string
        if deep is not None:
            raise _too_deep(text, deep)
    try:
        values = _load(text)
    except tomli.TOMLDecodeError as error:
        raise TomlError(error.msg, text, error.pos) from error
    except RecursionError as error:
        raise _too_deep(text, find_too_deep(text, DEEPEST)) from error
    except ValueError as error:
        raise TomlError(str(error), text) from error
    depth, count = _measure(values)
    if depth > DEEPEST:
        raise _too_deep(text, find_too_deep(text, DEEPEST))
    if count > MOST_VALUES:
        raise TooManyError(f"TOML has more than {MOST_VALUES} values", text)
    return values


def _load(text: str) -> dict[str, Any]:
    """Read TOML with rtoml, which takes a fifth of the time, else with tomli.

    rtoml allows line ends in a table on one line, and a byte order mark: a text that may have them
    is for tomli alone. So is all that rtoml refuses: tomli's reasons are those that we explain.
    """
    if "{" not in text and not text.startswith(BOM):
        with suppress(ValueError):
            return rtoml.loads(text)
    return tomli.loads(text)


def _too_deep(text: str, span: Span | None) -> NestingError:
    return NestingError(
        f"TOML is nested more than {DEEPEST} levels", text, span.start if span else 0
    )


def _measure(values: dict[str, Any]) -> tuple[int, int]:
    """Return how many tables and lists hold each other at the deepest, and the number of values."""
    depth = count = 0
    level: list[dict[str, Any] | list[Any]] = [values]
    while level:
        count += sum(map(len, level))
        level = [inner for outer in level for inner in _items(outer)]
        depth += bool(level)
    return depth, count


def _items(outer: dict[str, Any] | list[Any]) -> list[dict[str, Any] | list[Any]]:
    items = outer.values() if isinstance(outer, dict) else outer
    return [item for item in items if isinstance(item, dict | list)]
