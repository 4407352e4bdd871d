"""Whether a repair did what it was for, and nothing else."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from builder.diagnostics import Severity
from builder.parse.raw import parse_sheet
from builder.parse.toml_places import find_places
from builder.source import decode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import PurePosixPath

    from builder.diagnostics import Diagnostic
    from builder.parse.keypath import KeyPath
    from builder.parse.raw import RawSheet
    from builder.parse.toml_places import Entry
    from builder.repair.files import Draft
    from builder.source import Span


def find_spoiled(
    before: Sequence[Diagnostic],
    after: Sequence[Diagnostic],
    chosen: Mapping[PurePosixPath, list[Diagnostic]],
    tried: Mapping[PurePosixPath, Draft],
) -> set[PurePosixPath]:
    """Find the files that a round leaves no better.

    An error that comes in a file nobody touched (an address taken twice) spoils the whole round.
    """
    worse = {path for path, _, _ in _count(after, _is_error) - _count(before, _is_error)}
    if not worse <= chosen.keys():
        return set(chosen)
    repaired = _count(diagnostic for fixes in chosen.values() for diagnostic in fixes)
    had, has = _count(before), _count(after)
    kept = {key[0] for key, number in repaired.items() if has[key] > had[key] - number}
    return kept | {
        path
        for path, fixes in chosen.items()
        if not _is_better(fixes, tried[path], has_new_error=path in worse)
    }


def edits_of(diagnostics: Iterable[Diagnostic]) -> list[tuple[Span, str]]:
    """Return what each repair writes, and where."""
    return [
        (diagnostic.place.span, diagnostic.fix)
        for diagnostic in diagnostics
        if diagnostic.place.span is not None and diagnostic.fix is not None
    ]


def _is_better(fixes: list[Diagnostic], draft: Draft, *, has_new_error: bool) -> bool:
    """Tell whether a sheet reads as before but for what was repaired.

    One that could not be read at all had no values to keep, and hid its own errors.
    """
    source = fixes[0].place.source
    before, _ = parse_sheet(source)
    after, _ = parse_sheet(decode(draft.after, source.path))
    if before is None or after is None:
        return after is not None
    return not has_new_error and _keeps_the_rest(before, after, edits_of(fixes))


def _keeps_the_rest(before: RawSheet, after: RawSheet, edits: list[tuple[Span, str]]) -> bool:
    """Compare the start of the body, and each value of the head in which nothing was written."""
    body = before.head.body.start
    moved = sum(len(text) - (span.end - span.start) for span, text in edits if span.end <= body)
    touched = _values_at(before, (span for span, _ in edits))
    return after.head.body.start == body + moved and (
        _values_outside(touched, before) == _values_outside(touched, after)
    )


def _values_at(raw: RawSheet, spans: Iterable[Span]) -> set[KeyPath | None]:
    """Find the smallest value that holds each range; None for the body, a comment or a key."""
    toml = raw.head.toml
    places = find_places(raw.source.text[toml.start : toml.end])
    return {_value_at(places, span.shift(-toml.start)) for span in spans}


def _value_at(places: Mapping[KeyPath, Entry], span: Span) -> KeyPath | None:
    holding = (
        path
        for path, entry in places.items()
        if entry.value.start <= span.start and span.end <= entry.value.end
    )
    return max(holding, key=len, default=None)


def _values_outside(touched: set[KeyPath | None], raw: RawSheet) -> dict[KeyPath, object]:
    return {
        path: value
        for path, value in _leaves(raw.values, ())
        if not any(path[:length] in touched for length in range(1, len(path) + 1))
    }


def _leaves(value: object, path: KeyPath) -> Iterator[tuple[KeyPath, object]]:
    """Yield what holds nothing else, with its path."""
    inner: Iterable[tuple[str | int, object]] = ()
    if isinstance(value, dict):
        inner = value.items()
    elif isinstance(value, list):
        inner = enumerate(value)
    is_empty = True
    for name, item in inner:
        is_empty = False
        yield from _leaves(item, (*path, name))
    if is_empty:
        yield path, value


_Likeness = tuple["PurePosixPath", str, str]


def _count(
    diagnostics: Iterable[Diagnostic], is_counted: Callable[[Diagnostic], bool] = lambda _: True
) -> Counter[_Likeness]:
    """Count what is alike: file, code and message, wherever it moves in the file."""
    return Counter(
        (diagnostic.place.source.path, diagnostic.code, diagnostic.message)
        for diagnostic in diagnostics
        if is_counted(diagnostic)
    )


def _is_error(diagnostic: Diagnostic) -> bool:
    """Count the errors of a draft too: it will be published one day."""
    return diagnostic.rule.severity is Severity.ERREUR
