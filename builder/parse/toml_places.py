"""The place of every key and value of a TOML document.

tomli gives values without places. This scanner gives places without values: it runs only on text
that tomli has accepted, and only when there is something to tell, so it can be short and lenient.
Its keys are checked against tomli's on every valid document of the toml-test suite.
"""

from __future__ import annotations

import re
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


class _Scanner:
    """One walk through the document, from the first character to the last."""

    def __init__(self, toml: str) -> None:
        self.toml = toml
        self.at = 0
        self.entries: dict[KeyPath, Entry] = {}
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

    def _header(self) -> KeyPath:
        start = self.at
        is_array = self.toml.startswith("[[", start)
        self.at += 2 if is_array else 1
        self._skip(_BLANK)
        names = [name for name, _ in self._key()]
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
        return path

    def _pair(self, table: KeyPath) -> None:
        key = list(self._key())
        self._skip(_BLANK)
        self.at += 1  # the equals sign
        self._skip(_BLANK)
        path = table
        for name, span in key[:-1]:
            path = (*path, name)
            self.entries.setdefault(path, Entry(span, span))
        name, span = key[-1]
        path = (*path, name)
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

    def _array(self, path: KeyPath) -> None:
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
