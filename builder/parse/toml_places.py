"""The place of every key and value of a TOML document.

tomli gives values without places. This scanner gives places without values: it runs only on text
that tomli has accepted, and only when there is something to tell, so it can be short and lenient.
Its keys are checked against tomli's on every valid document of the toml-test suite.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import tomli

from builder.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.parse.keypath import KeyPath

_STRING = r"""
    "{3} (?: [^"\\]++ | \\. | "(?!"") )*+ "{3,5}
  | '{3} (?: [^']++ | '(?!'') )*+ '{3,5}
  | " (?: [^"\\\n]++ | \\. )*+ "
  | ' [^'\n]* '
"""
_BLANK = re.compile(r"(?: [ \t\r\n] | \#[^\n]* )*", re.VERBOSE)
_KEY_PART = re.compile(rf"(?: [A-Za-z0-9_-]+ | {_STRING} )", re.VERBOSE | re.DOTALL)
_SCALAR = re.compile(
    rf"(?: {_STRING} | [^,\]}}\s\#]+ (?:[ ]\d\d:[^,\]}}\s\#]+)? )", re.VERBOSE | re.DOTALL
)
_DOT = re.compile(r"[ \t]*\.[ \t]*")


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a key stands, and its value."""

    key: Span
    value: Span
    """The value with its quotes or brackets; for a table, its header."""


def find_places(toml: str) -> dict[KeyPath, Entry]:
    """Map every key path of a valid TOML document to its place, in characters of `toml`."""
    return _Scanner(toml).scan()


def find_first(toml: str, key: str) -> Entry | None:
    """Find a key of the head of a valid document, before its first table, and read no further."""
    scanner = _Scanner(toml)
    return scanner.scan_until((key,)).get((key,))


def find_too_deep(toml: str, deepest: int) -> Span | None:
    """Find where a table or a list opens that `deepest` others hold, if one does.

    The document may be wrong further on.
    """
    try:
        with suppress(ValueError, IndexError):
            _Scanner(toml, deepest).scan()
    except _TooDeepError as found:
        return found.span
    return None


def find_keys(toml: str) -> list[tuple[KeyPath, Span]]:
    """List the keys and the headers of a document in order, as far as it can be read.

    The last one may be a key that is already there, which tomli refuses.
    """
    scanner = _Scanner(toml)
    with suppress(ValueError, IndexError):
        scanner.scan()
    return scanner.keys


class _TooDeepError(Exception):
    def __init__(self, span: Span) -> None:
        super().__init__()
        self.span = span


class _Scanner:
    """One walk through the document, from the first character to the last."""

    def __init__(self, toml: str, deepest: int | None = None) -> None:
        self.toml = toml
        self.deepest = deepest
        self.at = 0
        self.entries: dict[KeyPath, Entry] = {}
        self.keys: list[tuple[KeyPath, Span]] = []
        """Each key and each header as it was met, with its whole span."""
        self.lengths: dict[KeyPath, int] = {}
        """Number of tables met so far in each array of tables."""

    def scan(self) -> dict[KeyPath, Entry]:
        table: KeyPath = ()
        self._skip(_BLANK)
        while self.at < len(self.toml):
            if self.toml[self.at] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._skip(_BLANK)
        return self.entries

    def scan_until(self, path: KeyPath) -> dict[KeyPath, Entry]:
        self._skip(_BLANK)
        while path not in self.entries and self.toml[self.at : self.at + 1] not in {"", "["}:
            self._pair(())
            self._skip(_BLANK)
        return self.entries

    def _header(self) -> KeyPath:
        start = self.at
        is_array = self.toml.startswith("[[", start)
        self.at += 2 if is_array else 1
        self._skip(_BLANK)
        names = [name for name, _ in self._key()]
        self.keys.append((tuple(names), Span(start, self.at)))
        self._skip(_BLANK)
        self.at += 2 if is_array else 1
        header = Entry(Span(start, self.at), Span(start, self.at))
        return self._open_table(names, header, is_array=is_array)

    def _open_table(self, names: list[str], header: Entry, *, is_array: bool) -> KeyPath:
        path: KeyPath = ()
        for depth, name in enumerate(names, 1):
            path = (*path, name)
            self.entries.setdefault(path, header)
            if is_array and depth == len(names):
                self.lengths[path] = self.lengths.get(path, 0) + 1
            if path in self.lengths:
                path = (*path, self.lengths[path] - 1)
                self.entries.setdefault(path, header)
            self._check_depth(path, header.key)
        return path

    def _pair(self, table: KeyPath) -> None:
        key = list(self._key())
        self._skip(_BLANK)
        self.at += 1  # the equals sign
        self._skip(_BLANK)
        path = table
        for name, span in key[:-1]:
            path = (*path, name)
            self._check_depth(path, span)
            self.entries.setdefault(path, Entry(span, span))
        name, span = key[-1]
        path = (*path, name)
        self.keys.append((path, Span(key[0][1].start, span.end)))
        start = self.at
        self._value(path)
        self.entries[path] = Entry(span, Span(start, self.at))

    def _key(self) -> Iterator[tuple[str, Span]]:
        while True:
            match = _KEY_PART.match(self.toml, self.at)
            if match is None:
                raise ValueError("only valid TOML is scanned")
            self.at = match.end()
            yield _unquote(match[0]), Span(*match.span())
            dot = _DOT.match(self.toml, self.at)
            if dot is None:
                return
            self.at = dot.end()

    def _value(self, path: KeyPath) -> None:
        opening = self.toml[self.at]
        if opening == "[":
            self._array(path)
        elif opening == "{":
            self._inline_table(path)
        else:
            self._skip(_SCALAR)

    def _check_depth(self, path: KeyPath, span: Span) -> None:
        if self.deepest is not None and len(path) > self.deepest:
            raise _TooDeepError(span)

    def _array(self, path: KeyPath) -> None:
        self._check_depth(path, Span(self.at, self.at + 1))
        self.at += 1
        self._skip(_BLANK)
        index = 0
        while self.toml[self.at] != "]":
            start = self.at
            self._value((*path, index))
            span = Span(start, self.at)
            self.entries[(*path, index)] = Entry(span, span)
            index += 1
            self._skip_separator()
        self.at += 1

    def _inline_table(self, path: KeyPath) -> None:
        self._check_depth(path, Span(self.at, self.at + 1))
        self.at += 1
        self._skip(_BLANK)
        while self.toml[self.at] != "}":
            self._pair(path)
            self._skip_separator()
        self.at += 1

    def _skip_separator(self) -> None:
        self._skip(_BLANK)
        if self.toml[self.at] == ",":
            self.at += 1
            self._skip(_BLANK)

    def _skip(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self.toml, self.at)
        if match is not None:
            self.at = match.end()


def _unquote(key: str) -> str:
    if key[0] not in "\"'":
        return key
    return str(tomli.loads(f"k = {key}")["k"])
