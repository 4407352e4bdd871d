"""Frozen records to bytes and back: only the classes that are named, nothing that runs.

Where things stand in a file (`locate`) is not written: it is found again in the file when there is
something to tell. Values of the vocabulary are written as their number in it, others whole.

A record is written as `[number of its class, field, field…]`, all else as JSON has it; the
annotations of its fields say how each is read, and anything else is refused.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from pathlib import PurePosixPath
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import orjson

_SHARED = 0
"""In place of the number of a class: a record that both sides have, by its place."""
_PLAIN = frozenset({str, int, bool, float, type(None)})
_ELSEWHERE = {"dt": dt, "Callable": Callable, "PurePosixPath": PurePosixPath}
"""What annotations name that their modules import for types alone."""
_NOT_WRITTEN = ("Locate", "Place")
_OURS = orjson.OPT_PASSTHROUGH_DATACLASS | orjson.OPT_PASSTHROUGH_DATETIME
"""What orjson leaves to us."""

_Read = Callable[[Any], Any]


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
        self._shared = tuple(shared)
        self._places = {value: place for place, value in enumerate(shared)}
        self._sharing = frozenset(map(type, shared))
        self._classes = dict(enumerate(classes, 1))
        self._numbers = {kind: number for number, kind in self._classes.items()}
        self._names = {
            kind: tuple(field.name for field in fields(kind) if field.compare)
            for kind in self._numbers
        }
        self._known = {kind.__name__: kind for kind in self._numbers} | _ELSEWHERE
        self._known |= dict.fromkeys(_NOT_WRITTEN, object)
        self._readers: dict[int, tuple[_Read, ...]] = {}
        """Number of a class → what reads each of its fields; made at the first need."""

    def write(self, record: object) -> bytes:
        """Write a record.

        Raises:
            CodecError: it holds something else than named classes, or a number beyond 64 bits.
        """
        try:
            return orjson.dumps(record, self._open, _OURS)
        except orjson.JSONEncodeError as error:
            raise CodecError(str(error)) from error

    def read(self, written: bytes) -> Any:
        """Read what `write` wrote.

        Raises:
            CodecError: it is anything else.
        """
        try:
            return self._record(orjson.loads(written))
        except (ValueError, TypeError, LookupError, RecursionError) as error:
            raise CodecError(str(error)) from error

    # --- Writing --------------------------------------------------------------------------------

    def _open(self, value: Any) -> object:
        """Return what JSON can write of a value that it does not know."""
        kind = type(value)
        if kind in self._sharing and value in self._places:
            return _SHARED, self._places[value]
        if kind in self._numbers:
            return self._numbers[kind], *[getattr(value, name) for name in self._names[kind]]
        if isinstance(value, frozenset):
            return sorted(value)
        if isinstance(value, dt.date):
            return value.isoformat()
        if isinstance(value, PurePosixPath):
            return os.fsencode(value).decode("latin-1")
        raise CodecError(kind.__name__)

    # --- Reading --------------------------------------------------------------------------------

    def _record(self, plain: Any) -> Any:
        number, *values = plain
        if number == _SHARED:
            (place,) = values
            return self._shared[place]
        readers = self._readers.get(number) or self._make_readers(number)
        made = [read(value) for read, value in zip(readers, values, strict=True)]
        return self._classes[number](*made)

    def _make_readers(self, number: int) -> tuple[_Read, ...]:
        kind = self._classes[number]
        hints = get_type_hints(kind, localns=self._known)
        readers = tuple(self._reader(hints[name]) for name in self._names[kind])
        self._readers[number] = readers
        return readers

    def _reader(self, hint: Any) -> _Read:
        """Return what reads values of a type."""
        kinds = frozenset(get_args(hint) if isinstance(hint, UnionType) else (hint,))
        if kinds <= _PLAIN:
            return _only(kinds | {int} if float in kinds else kinds)
        others = kinds - {type(None)}
        records = others & self._numbers.keys()
        read = self._record_of(records) if records else self._other(*others)
        return read if others == kinds else lambda plain: None if plain is None else read(plain)

    def _record_of(self, kinds: frozenset[type[Any]]) -> _Read:
        def read(plain: Any) -> Any:
            made = self._record(plain)
            if type(made) not in kinds:
                raise TypeError(type(made).__name__)
            return made

        return read

    def _other(self, hint: Any) -> _Read:
        """Return what reads values of a type that holds others, or that JSON does not know."""
        if hint is dt.date:
            return dt.date.fromisoformat
        if hint is PurePosixPath:
            return _read_path
        origin, args = get_origin(hint), get_args(hint)
        if origin is frozenset:
            return _all_of(frozenset, self._reader(*args))
        if origin is tuple and args[-1] is ...:
            return _all_of(tuple, self._reader(args[0]))
        if origin is tuple:
            return _each_of(tuple(map(self._reader, args)))
        raise TypeError(hint)


def _read_path(plain: str) -> PurePosixPath:
    """Return a path from its bytes, each of which is written as a character: some are no UTF-8."""
    return PurePosixPath(os.fsdecode(str.encode(plain, "latin-1")))


def _only(kinds: frozenset[Any]) -> _Read:
    def read(plain: Any) -> Any:
        if type(plain) not in kinds:
            raise TypeError(type(plain).__name__)
        return plain

    return read


def _all_of(make: Callable[[Iterable[Any]], Any], read: _Read) -> _Read:
    """Return what reads lists of things that are alike."""

    def read_all(plain: Any) -> Any:
        if type(plain) is not list:
            raise TypeError(type(plain).__name__)
        return make([read(item) for item in plain])

    return read_all


def _each_of(readers: tuple[_Read, ...]) -> _Read:
    """Return what reads lists of things, each of its own type."""
    return lambda plain: tuple([read(item) for read, item in zip(readers, plain, strict=True)])
