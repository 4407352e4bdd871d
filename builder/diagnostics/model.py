"""The shape of a diagnostic."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from builder.source import Position, SourceFile, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Severity(Enum):
    """What a diagnostic asks for."""

    ERREUR = "erreur"
    """The sheet cannot be published as it was meant: publication stops."""
    AVERTISSEMENT = "avertissement"
    """A careful editor would mend this; the site is published."""
    INFO = "info"
    """A habit worth knowing."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text as its author means it, and where each of its characters stands in the file.

    In a TOML string an escape is one character of the text and several of the file: a place
    counted in the text would slip.
    """

    text: str
    offsets: Sequence[int]
    """Of each character in the file, then of the end: one more than the text has characters."""

    def span(self, start: int, end: int) -> Span:
        """Return where a range of the text stands in the file; at least one character."""
        first = self.offsets[start]
        return Span(first, max(self.offsets[end], first + 1))

    def part(self, start: int, end: int) -> Passage:
        """Return a range of the text, as a passage."""
        return Passage(self.text[start:end], self.offsets[start : end + 1])

    def joined(self, other: Passage) -> Passage:
        """Return this passage, then another after a blank line."""
        text = f"{self.text}\n\n{other.text}"
        between = [self.offsets[-1]] * 2
        return Passage(text, [*self.offsets[:-1], *between, *other.offsets])


@dataclass(frozen=True, slots=True)
class Place:
    """Where a remark points: a file, and a range in it when one is known."""

    source: SourceFile
    span: Span | None = None
    passage: Passage | None = field(default=None, compare=False, repr=False)
    """The text that stands there, when it is a text."""

    @property
    def position(self) -> Position:
        """First character of the range; 1:1 when the whole file is meant."""
        return self.source.position(self.span.start) if self.span else Position(1, 1)

    @property
    def end(self) -> Position:
        """Just after the last character of the range; 1:1 when the whole file is meant."""
        return self.source.position(self.span.end) if self.span else Position(1, 1)

    def part(self, start: int, end: int) -> Place:
        """Return the place of a range of the text that stands here; itself without a text."""
        if self.passage is None:
            return self
        span = self.passage.span(start, end)
        return Place(self.source, span, self.passage.part(start, end))


Locate = Callable[[], Place]
"""Finds a place when there is something to tell: most sheets have nothing, and finding costs."""


def narrow(place: Place, needle: str) -> Place:
    """Point at the first `needle` inside a place; at the place itself when it is not there."""
    if place.span is None or not needle:
        return place
    if place.passage is not None:
        start = place.passage.text.find(needle)
        return place if start < 0 else place.part(start, start + len(needle))
    start = place.source.text.find(needle, place.span.start, place.span.end)
    return place if start < 0 else Place(place.source, Span(start, start + len(needle)))


def join(*locates: Locate) -> Place:
    """Return the place of a text written in several: its passage is theirs, one after the other."""
    first, *others = (locate() for locate in locates)
    passage = first.passage
    for other in others:
        if passage is None or other.passage is None:
            return first
        passage = passage.joined(other.passage)
    return replace(first, passage=passage)


class Rule:
    """One thing the builder checks. A subclass is the rule, its docstring the manual of it.

    The docstring is French, for animators: a title line, then « Ce que vérifie », « Pourquoi »,
    « Exemple », « Correction ». It is printed by `fiches explain` and on the page `/contribuer/`.
    """

    code: ClassVar[str]
    """`FPnnn`: hundreds by stage, never reused."""
    name: ClassVar[str]
    """French name of the defect, in the form of an address: `maturite-inconnue`."""
    severity: ClassVar[Severity]
    message: ClassVar[str]
    """What is wrong, with `{fields}`: lower case, no final period."""
    aide: ClassVar[str] = ""
    """What to do, with `{fields}`: an imperative or a question; may be empty."""

    @classmethod
    def at(cls, place: Place, **fields: object) -> Diagnostic:
        """Make a diagnostic of this rule. `fields` fill `message` and `aide`."""
        return Diagnostic(
            rule=cls,
            place=place,
            severity=cls.severity,
            message=cls.message.format_map(fields),
            aide=cls.aide.format_map(fields),
        )

    @classmethod
    def manual(cls) -> str:
        """Return the French manual of the rule, as Markdown."""
        return inspect.cleandoc(cls.__doc__ or "")


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One remark, about one cause, at one place."""

    rule: type[Rule]
    place: Place
    severity: Severity
    message: str
    aide: str = ""
    is_draft: bool = False
    """Whether it is about a draft, which nobody publishes."""
    fix: str | None = None
    """What to write at the place instead, as it is in the file; None where a person must decide."""

    @property
    def code(self) -> str:
        """The code of the rule."""
        return self.rule.code

    @property
    def is_error(self) -> bool:
        """Whether this stops publication."""
        return self.severity is Severity.ERREUR

    def fixed_by(self, fix: str | None) -> Diagnostic:
        """Return the same remark with what `check --fix` writes at its place instead."""
        return replace(self, fix=fix)

    def in_draft(self) -> Diagnostic:
        """Return the same remark as a draft has it: told, and stopping nothing, strict or not."""
        severity = Severity.AVERTISSEMENT if self.is_error else self.severity
        return replace(self, severity=severity, is_draft=True)


def sort(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Order by file, position, code and message; the same remark twice is kept once."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=_order))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether publication must stop."""
    return any(diagnostic.is_error for diagnostic in diagnostics)


def stopping(diagnostics: Iterable[Diagnostic], *, is_strict: bool) -> tuple[Diagnostic, ...]:
    """Return what stops publication: errors, in strict mode warnings too; nothing of a draft.

    A check that finds one ends with 1, and a build is refused.
    """
    heavy = {Severity.ERREUR, Severity.AVERTISSEMENT} if is_strict else {Severity.ERREUR}
    return tuple(
        diagnostic
        for diagnostic in diagnostics
        if diagnostic.severity in heavy and not diagnostic.is_draft
    )


def _order(diagnostic: Diagnostic) -> tuple[str, Position, str, str]:
    place = diagnostic.place
    return (str(place.source.path), place.position, diagnostic.code, diagnostic.message)
