"""The texts of the templates, where none asks for what only MkDocs' own loop can give."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import jinja2

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ENGINE = frozenset(
    {"base_url", "build_date_utc", "extra_css", "extra_javascript", "nav", "page", "pages"}
    | {"script_tag", "url", "_", "gettext", "ngettext", "trans"}
)
"""What MkDocs gives a template by itself, its filters that look at the page, its translations."""
_NAMING = frozenset({"extends", "from", "import", "include"})
_SILENT = frozenset({"comment", "comment_begin", "comment_end", "whitespace"})


class _UnknownError(Exception):
    """A template asks MkDocs for something, or names another one in the course of its work."""


def read_templates(env: jinja2.Environment, names: Iterable[str]) -> dict[str, str] | None:
    """Map templates to their text and those of all that they include.

    Returns:
        Nothing where one of them needs MkDocs, or cannot be read: a page will tell why.
    """
    sources: dict[str, _Source] = {}
    try:
        return {name: _whole(env, name, sources) for name in names}
    except (_UnknownError, OSError, ValueError, jinja2.TemplateError):
        return None


@dataclass(frozen=True, slots=True)
class _Source:
    """A template."""

    text: str
    named: tuple[str, ...]
    """The templates that it includes, extends or imports."""


def _whole(env: jinja2.Environment, name: str, sources: dict[str, _Source]) -> str:
    """Join a template and all those that it leads to; read those that are not yet known."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        part = waiting.pop()
        if part not in sources:
            sources[part] = _read(env, part)
        found.add(part)
        waiting += set(sources[part].named) - found
    return "\0".join(f"{part}\0{sources[part].text}" for part in sorted(found))


def _read(env: jinja2.Environment, name: str) -> _Source:
    """Read a template, and its words as jinja tells them: a name that follows a dot is no word."""
    if env.loader is None:
        raise _UnknownError
    text, *_ = env.loader.get_source(env, name)
    tokens = [(kind, word) for _, kind, word in env.lex(text) if kind not in _SILENT]
    for (_, before), (kind, word) in zip([("", ""), *tokens], tokens, strict=False):
        if kind == "name" and before != "." and word in _ENGINE:
            raise _UnknownError
    return _Source(text, tuple(_named(tokens)))


def _named(tokens: list[tuple[str, str]]) -> Iterator[str]:
    """List the templates that a template names.

    Raises:
        _UnknownError: one of them is no plain text.
    """
    for place, (kind, _) in enumerate(tokens[:-3]):
        if kind != "block_begin" or tokens[place + 1][1] not in _NAMING:
            continue
        (sort, name), (end, word) = tokens[place + 2 : place + 4]
        if sort != "string" or not (end == "block_end" or word in {"import", "with", "without"}):
            raise _UnknownError
        yield name[1:-1]
