"""Frozen records to bytes and back: only the classes that are named, nothing that runs.

Where things stand in a file (`locate`) is not written: it is found again in the file when there is
something to tell. Values of the vocabulary are written as their number in it, others whole.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import fields
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_TUPLE, _SET, _DATE, _PATH, _SHARED, _FIRST = range(6)
_PLAIN = {"str": str, "int": int, "bool": bool, "None": type(None), "dt.date": dt.date}
_HOLDING = {"tuple": tuple, "frozenset": frozenset, "PurePosixPath": PurePosixPath}


class CodecError(Exception):
    """What was read is not what was written."""


class Codec:
    """Writes and reads records of some classes."""

    def __init__(self, classes: Iterable[type[Any]], shared: Sequence[Any]) -> None:
        """Prepare.

        Args:
            classes: The records that may be written; their order counts.
            shared: Records that both sides have, written as their place here.
        """
        self._shared = shared
        self._sharing = frozenset(map(type, shared))
        self._places = {value: place for place, value in enumerate(shared)}
        self._numbers: dict[type[Any], int] = {}
        self._classes: list[type[Any]] = []
        self._names: list[tuple[str, ...]] = []
        self._kinds: list[tuple[tuple[type[Any], ...], ...]] = []
        for number, kind in enumerate(classes):
            self._numbers[kind] = number + _FIRST
            self._classes.append(kind)
        known = {kind.__name__: kind for kind in self._classes}
        for kind in self._classes:
            kept = [field for field in fields(kind) if field.compare]
            self._names.append(tuple(field.name for field in kept))
            self._kinds.append(tuple(_allowed(str(field.type), known) for field in kept))

    def write(self, record: object) -> bytes:
        """Write a record.

        Raises:
            CodecError: it holds something else than named classes.
        """
        return json.dumps(self._plain(record), ensure_ascii=False, separators=(",", ":")).encode()

    def read(self, written: bytes) -> Any:
        """Read what `write` wrote.

        Raises:
            CodecError: it is anything else.
        """
        try:
            return self._record(json.loads(written))
        except (ValueError, TypeError, LookupError, RecursionError) as error:
            raise CodecError(str(error)) from error

    def _plain(self, record: Any) -> Any:  # noqa: PLR0911 - one a kind
        if record is None or isinstance(record, str | int | float):
            return record
        if isinstance(record, tuple):
            return [_TUPLE, *map(self._plain, record)]
        if isinstance(record, frozenset):
            return [_SET, *sorted(record)]
        if isinstance(record, dt.date):
            return [_DATE, record.isoformat()]
        if isinstance(record, PurePosixPath):
            return [_PATH, str(record)]
        number = self._numbers.get(type(record))
        if number is None:
            raise CodecError(type(record).__name__)
        if type(record) in self._sharing and record in self._places:
            return [_SHARED, self._places[record]]
        names = self._names[number - _FIRST]
        return [number, *(self._plain(getattr(record, name)) for name in names)]

    def _record(self, plain: Any) -> Any:
        if not isinstance(plain, list):
            return plain
        number = plain[0]
        if number >= _FIRST:
            return self._make(number - _FIRST, [self._record(item) for item in plain[1:]])
        if number == _TUPLE:
            return tuple([self._record(item) for item in plain[1:]])
        if number == _SHARED:
            return self._shared[plain[1]]
        return _READERS[number](plain[1:])

    def _make(self, number: int, values: list[Any]) -> Any:
        kinds = self._kinds[number]
        for value, kind in zip(values, kinds, strict=True):
            if type(value) not in kind:
                raise CodecError(f"{self._classes[number].__name__}: {type(value).__name__}")
        return self._classes[number](*values)


_READERS: dict[int, Callable[[list[Any]], Any]] = {
    _SET: frozenset,
    _DATE: lambda items: dt.date.fromisoformat(items[0]),
    _PATH: lambda items: PurePosixPath(items[0]),
}


def _allowed(annotation: str, known: dict[str, type[Any]]) -> tuple[type[Any], ...]:
    """Return the types that a field may have: `dt.date | None`, `tuple[Part, ...]`."""
    names = [name.split("[")[0].strip() for name in _unions(annotation)]
    return tuple((_PLAIN | _HOLDING | known)[name] for name in names)


def _unions(annotation: str) -> list[str]:
    """Cut at the bars that stand outside brackets."""
    parts, depth = [""], 0
    for char in annotation:
        depth += (char == "[") - (char == "]")
        if char == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += char
    return parts
