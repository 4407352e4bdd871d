"""Rounds of repairs in memory, then what passed is written."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from builder.checking import check_content
from builder.repair.files import Draft, open_draft, write
from builder.repair.proof import edits_of, find_spoiled
from builder.source import splice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import PurePosixPath

    from builder.diagnostics import Diagnostic
    from builder.reading import Reading
    from builder.source import SourceFile

_ROUNDS = 5
"""A repair may uncover another (a list, then a word in it); nothing sound needs more."""

_SPOILED = "la réparation aurait changé autre chose"


@dataclass(frozen=True, slots=True)
class Repairs:
    """What was done, and what there is still to say."""

    remaining: tuple[Diagnostic, ...]
    """Of the whole content, sorted by file and place."""
    counts: Mapping[PurePosixPath, int] = field(default_factory=dict)
    """File → number of repairs written in it."""
    refused: Mapping[PurePosixPath, str] = field(default_factory=dict)
    """File with something to repair → why that was not done, in French."""


def repair(reading: Reading, is_wanted: Callable[[Diagnostic], bool]) -> Repairs:
    """Repair what can be, among the remarks that `is_wanted` lets through.

    Raises:
        ConfigurationError: the content folder or its vocabulary is not there.
    """
    trial = _Trial(reading, is_wanted)
    trial.run()
    drafts = {path: draft for path, draft in trial.drafts.items() if draft.count}
    unwritten = {path: why for path, draft in drafts.items() if (why := write(draft, reading))}
    remaining = check_content(reading) if unwritten else trial.found
    counts = {path: draft.count for path, draft in drafts.items() if path not in unwritten}
    return Repairs(remaining, counts, trial.refused | unwritten)


class _Trial:
    """Rounds of repairs in memory."""

    def __init__(self, reading: Reading, is_wanted: Callable[[Diagnostic], bool]) -> None:
        self.reading = reading
        self.is_wanted = is_wanted
        self.found = check_content(reading)
        self.drafts: dict[PurePosixPath, Draft] = {}
        self.refused: dict[PurePosixPath, str] = {}

    def run(self) -> None:
        """Repair until there is nothing more to; a file that a round would spoil is left out."""
        rounds = 0
        while rounds < _ROUNDS and (chosen := self._choose()):
            tried = {path: _mend(self.drafts[path], fixes) for path, fixes in chosen.items()}
            found = self._check(tried)
            spoiled = find_spoiled(self.found, found, chosen, tried)
            if spoiled:
                self.refused |= dict.fromkeys(spoiled, _SPOILED)
                continue
            self.drafts |= tried
            self.found = found
            rounds += 1

    def _choose(self) -> dict[PurePosixPath, list[Diagnostic]]:
        """Return what can be repaired at once: file → remarks, in order and apart."""
        chosen: dict[PurePosixPath, list[Diagnostic]] = {}
        for diagnostic in self.found:
            path = diagnostic.place.source.path
            is_fixable = diagnostic.fix is not None and diagnostic.place.span is not None
            if is_fixable and self.is_wanted(diagnostic) and self._open(diagnostic.place.source):
                chosen.setdefault(path, []).append(diagnostic)
        return {path: _apart(diagnostics) for path, diagnostics in chosen.items()}

    def _open(self, source: SourceFile) -> bool:
        """Take up a file that was checked; tell whether it may be repaired."""
        path = source.path
        if path not in self.drafts and path not in self.refused:
            draft = open_draft(source, self.reading)
            if isinstance(draft, Draft):
                self.drafts[path] = draft
            else:
                self.refused[path] = draft
        return path not in self.refused

    def _check(self, tried: Mapping[PurePosixPath, Draft]) -> tuple[Diagnostic, ...]:
        drafts = {**self.drafts, **tried}.values()
        unsaved = {draft.file: draft.after for draft in drafts}
        return check_content(replace(self.reading, unsaved=unsaved, on_sheet=_no_step))


def _no_step() -> None:
    """Count no sheet twice: the bar of the first check is full."""


def _apart(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Leave out what overlaps an earlier repair: the next round sees to it."""
    kept: list[Diagnostic] = []
    end = 0
    for diagnostic in diagnostics:
        span = diagnostic.place.span
        if span is not None and span.start >= end:
            kept.append(diagnostic)
            end = max(span.end, span.start + 1)
    return kept


def _mend(draft: Draft, diagnostics: list[Diagnostic]) -> Draft:
    """Write repairs in a draft, their lines ended as the file ends its own."""
    line_end = "\r\n" if b"\r\n" in draft.before else "\n"
    edits = [(span, text.replace("\n", line_end)) for span, text in edits_of(diagnostics)]
    after = splice(draft.after, edits)
    return replace(draft, after=after, count=draft.count + len(diagnostics))
