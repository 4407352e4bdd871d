"""tomli, with one exception for all that it refuses."""

from __future__ import annotations

from typing import Any

import tomli

from builder.errors import BuilderError
from builder.source import Span

_DEEPEST = 100
"""Tables and lists one in the other: a sheet has ten, and deeper would end Python's own stack."""


class TomlError(BuilderError):
    """A text that is no TOML: tomli's reason, in English, and the place of it."""

    def __init__(self, reason: str, span: Span) -> None:
        super().__init__(reason)
        self.reason = reason
        self.span = span


def read_toml(text: str) -> dict[str, Any]:
    """Read TOML.

    Raises:
        TomlError: with the place of the fault, or of the first character when tomli gives none.
    """
    try:
        values = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise TomlError(error.msg, Span(error.pos, error.pos + 1)) from error
    except (ValueError, RecursionError) as error:
        raise TomlError(str(error), Span(0, 1)) from error
    if _depth(values) > _DEEPEST:
        raise TomlError("TOML inline arrays/tables are nested too deep", Span(0, 1))
    return values


def _depth(values: dict[str, Any]) -> int:
    depth = 0
    level: list[dict[str, Any] | list[Any]] = [values]
    while level:
        depth += 1
        level = [inner for outer in level for inner in _items(outer)]
    return depth


def _items(outer: dict[str, Any] | list[Any]) -> list[dict[str, Any] | list[Any]]:
    items = outer.values() if isinstance(outer, dict) else outer
    return [item for item in items if isinstance(item, dict | list)]
