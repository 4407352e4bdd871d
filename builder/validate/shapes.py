"""The shape of every key a sheet may hold, and one check for all of them.

A shape takes a raw value and returns a checked one. What is understood in another form (a lone
string for a list, a list of one for a string) is converted and reported (FP104); what is not is
reported (FP103) and left out.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from builder.closest import CLOSE_KEY, find_closest
from builder.diagnostics.rules.cles import (
    CleConseilleeAbsente,
    CleInconnue,
    CleManquante,
    FormeCorrigee,
    TypeInattendu,
)
from builder.diagnostics.rules.contenu import BlocInconnu
from builder.parse.keypath import show
from builder.parse.kinds import find_number, name_kind
from builder.parse.toml_strings import quote

if TYPE_CHECKING:
    from builder.parse.keypath import KeyPath
    from builder.validate.report import Report

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_LONGEST_SAMPLE = 60
"""Characters of a value that a help writes again whole."""
_BLANK_LINES = re.compile(r"\A(?:[ \t]*\n)+")
_LARGEST = 1e15
"""A figure beyond this is a slip of the keyboard, and no float counts it to the unit."""

Checked = dict[str, Any]
"""A table whose values have the types its shape says."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of value. `default` stands for what is absent, blank or of another type."""

    expected = "une valeur"
    sample = '"…"'
    lone_types: ClassVar[type | tuple[type, ...]] = str
    """What a value must be to stand by itself where a list of this shape is due."""

    @property
    def default(self) -> object:
        """The value of a key that is not there."""
        return None

    def check(self, value: object, path: KeyPath, report: Report) -> object:
        """Return the checked value."""
        raise NotImplementedError

    def sample_for(self, value: object) -> str:  # noqa: ARG002 - a shape may guess what was meant
        """Return what could be written instead of a value."""
        return self.sample

    def refuse(self, value: object, path: KeyPath, report: Report) -> None:
        """Tell that the value has another type."""
        report.tell(
            TypeInattendu,
            path,
            key=show(path),
            expected=self.expected,
            found=name_kind(value),
            example=write_example(path, self.sample_for(value)),
        )


@dataclass(frozen=True, slots=True)
class Text(Shape):
    """A string, its ends trimmed."""

    expected = "un texte entre guillemets"
    is_word: bool = False
    """Whether it is in a vocabulary, whose own check tells of its form with the right word."""

    @property
    def default(self) -> str:
        """An absent text is empty."""
        return ""

    def check(self, value: object, path: KeyPath, report: Report) -> str:
        """Accept a string, or a list of one string."""
        if isinstance(value, str):
            return self.trim(value)
        if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
            text = self.trim(value[0])
            if text and not self.is_word:
                tell_form(report, path, self.expected, (*path, 0))
            return text
        if value != []:
            self.refuse(value, path, report)
        return self.default

    def trim(self, text: str) -> str:
        """Take away what means nothing at the ends."""
        return text.strip()


@dataclass(frozen=True, slots=True)
class Prose(Text):
    """CommonMark, of several lines: four spaces before the first one make it code."""

    def trim(self, text: str) -> str:
        """Take away blank lines at the ends."""
        return _BLANK_LINES.sub("", text).rstrip()


@dataclass(frozen=True, slots=True)
class Flag(Shape):
    """A boolean."""

    expected = "`true` ou `false`, sans guillemets"
    sample = "true"

    @property
    def default(self) -> bool:
        """An absent flag is down."""
        return False

    def check(self, value: object, path: KeyPath, report: Report) -> bool:
        """Accept a boolean only."""
        if isinstance(value, bool):
            return value
        self.refuse(value, path, report)
        return self.default


@dataclass(frozen=True, slots=True)
class Day(Shape):
    """A date; the time of a TOML date-time is left out."""

    expected = "une date sans guillemets"
    sample = "2026-11-21"

    def check(self, value: object, path: KeyPath, report: Report) -> dt.date | None:
        """Accept a date, a date-time or an empty string."""
        if isinstance(value, dt.datetime):
            return value.date()
        if isinstance(value, dt.date):
            return value
        if value != "":
            self.refuse(value, path, report)
        return None


@dataclass(frozen=True, slots=True)
class Number(Shape):
    """A whole number."""

    expected = "un nombre entier sans guillemets"
    sample: str = "12"
    lone_types = int
    is_count: bool = False
    """Whether it counts people or things: from 1."""

    def check(self, value: object, path: KeyPath, report: Report) -> int | None:
        """Accept an integer or an empty string."""
        if isinstance(value, int) and not isinstance(value, bool):
            return self._check_count(value, path, report)
        if value != "":
            self.refuse(value, path, report)
        return None

    def sample_for(self, value: object) -> str:
        """Return the number that is in the text, if there is one."""
        number = find_number(value)
        return str(number) if number else self.sample

    def _check_count(self, number: int, path: KeyPath, report: Report) -> int | None:
        if number >= 1 or not self.is_count:
            return number
        example = write_example(path, self.sample)
        report.tell(
            TypeInattendu,
            path,
            key=show(path),
            expected="un nombre à partir de 1",
            found=str(number),
            example=example,
        )
        return None


@dataclass(frozen=True, slots=True)
class NumberOrWord(Shape):
    """A whole number, or a word of a list: which list, the shape does not know."""

    expected = Number.expected
    sample: str = "12"
    number: Number = field(default_factory=lambda: Number(is_count=True))
    lone_types = (int, str)

    def check(self, value: object, path: KeyPath, report: Report) -> int | str | None:
        """Accept an integer or any string; an empty one is nothing."""
        if isinstance(value, str):
            return value.strip() or None
        return self.number.check(value, path, report)


@dataclass(frozen=True, slots=True)
class Decimal(Shape):
    """A number, whole or not."""

    expected = "un nombre sans guillemets, avec un point pour les décimales"
    sample = "12.5"

    def check(self, value: object, path: KeyPath, report: Report) -> float | None:
        """Accept a finite number."""
        if isinstance(value, bool):
            self.refuse(value, path, report)
            return None
        if isinstance(value, int | float) and abs(value) < _LARGEST:
            return float(value)
        self.refuse(value, path, report)
        return None


@dataclass(frozen=True, slots=True)
class Anything(Shape):
    """Decoration of the CMS: the theme decides, any value is accepted and none is used."""

    def check(self, value: object, path: KeyPath, report: Report) -> None:
        """Accept and forget."""


@dataclass(frozen=True, slots=True)
class Listed(Shape):
    """A list of one shape."""

    item: Shape
    lone_ok: bool = False
    """Whether a lone value stands for a list of one, silently (`sector`)."""
    keeps_blanks: bool = False
    """Whether an empty item holds its place: in a table it does, and where items have remarks."""
    expected = "une liste"

    @property
    def sample(self) -> str:  # type: ignore[override]
        """A list of one."""
        return f"[{self.item.sample}]"

    @property
    def default(self) -> list[Any]:
        """An absent list is empty."""
        return []

    def check(self, value: object, path: KeyPath, report: Report) -> list[Any]:
        """Accept a list, a lone value, or an empty string."""
        if value == "":
            return []
        if isinstance(value, list):
            checked = [self.item.check(raw, (*path, at), report) for at, raw in enumerate(value)]
            return [item for item in checked if self._is_kept(item)]
        if not isinstance(value, self.item.lone_types) or isinstance(value, bool):
            self.refuse(value, path, report)
            return []
        item = self.item.check(value, path, report)
        if not self.lone_ok and isinstance(item, str | int) and item != "":
            tell_form(report, path, self.expected, path)
        return [item] if self._is_kept(item) else []

    def _is_kept(self, item: object) -> bool:
        return self.keeps_blanks or (item is not None and item != "")


@dataclass(frozen=True, slots=True)
class Key:
    """What a table says of one of its keys."""

    shape: Shape
    meaning: str = ""
    """For a key that should be there: what it is, in French."""
    example: str = ""
    is_required: bool = False
    is_advised: bool = False


@dataclass(frozen=True, slots=True)
class Table(Shape):
    """A table of known keys. Every key of the result is there, with its default if need be."""

    keys: dict[str, Key]
    lone_types = dict
    expected = "une table"
    sample = "{ }"
    hints: dict[str, str] = field(default_factory=dict)
    """Name that is none of its keys → what to do, where more can be said than a close name."""
    _default: Checked = field(init=False, repr=False, compare=False)
    _due: dict[str, Key] = field(init=False, repr=False, compare=False)
    """The keys that should be there."""

    def __post_init__(self) -> None:
        defaults = {name: key.shape.default for name, key in self.keys.items()}
        due = {name: key for name, key in self.keys.items() if key.is_required or key.is_advised}
        object.__setattr__(self, "_default", defaults)
        object.__setattr__(self, "_due", due)

    @property
    def default(self) -> Checked:
        """A table of defaults; those in it are shared: nobody changes what was checked."""
        return self._default.copy()

    def check(self, value: object, path: KeyPath, report: Report) -> Checked:
        """Accept a table; an empty list or string stands for an absent one, as the CMS writes."""
        if value in ([], ""):
            return self.default
        if not isinstance(value, dict):
            self.refuse(value, path, report)
            return self.default
        checked = self.default
        for name, raw in value.items():
            key = self.keys.get(name)
            if key is None:
                _tell_unknown_key(report, (*path, name), self)
            elif not (key.is_required and _is_blank(raw)):
                checked[name] = key.shape.check(raw, (*path, name), report)
        self._tell_missing(value, path, report)
        return checked

    def _tell_missing(self, table: dict[str, Any], path: KeyPath, report: Report) -> None:
        for name, key in self._due.items():
            if _is_blank(table.get(name)):
                rule = CleManquante if key.is_required else CleConseilleeAbsente
                tell = report.tell_key if name in table else report.tell
                own = (*path, name)
                tell(rule, own, key=show(own), meaning=key.meaning, example=key.example)


@dataclass(frozen=True, slots=True)
class ByTemplate(Shape):
    """A table whose `template` says which table it is."""

    tables: dict[str, Table]
    lone_types = dict
    expected = "une table avec son `template`"
    fallback: bool = field(default=False)
    """Whether an unknown template keeps its raw values (under the key `raw`) and its place."""

    @property
    def sample(self) -> str:  # type: ignore[override]
        """The first of the tables."""
        return f'{{ template = "{next(iter(self.tables))}" }}'

    def check(self, value: object, path: KeyPath, report: Report) -> Checked | None:
        """Check the table that `template` names."""
        if not isinstance(value, dict):
            self.refuse(value, path, report)
            return {"template": "", "raw": {}} if self.fallback else None
        template = value.get("template")
        if isinstance(template, str) and template in self.tables:
            return self.tables[template].check(value, path, report)
        report.tell(
            BlocInconnu,
            (*path, "template"),
            value=template or "(sans nom)",
            cure=_choices(str(template or ""), list(self.tables)),
        )
        return {"template": "", "raw": value} if self.fallback else None


@dataclass(frozen=True, slots=True)
class TextOr(Shape):
    """A string, or a table."""

    table: Table
    text: Text = field(default_factory=Text)
    lone_types = (str, dict)

    def check(self, value: object, path: KeyPath, report: Report) -> str | Checked:
        """Check the one it is."""
        if isinstance(value, dict):
            return self.table.check(value, path, report)
        return self.text.check(value, path, report)


@dataclass(frozen=True, slots=True)
class Years(Shape):
    """A table whose keys are years and whose values are numbers."""

    expected = "une table d’années"
    sample = '{ "2014" = 52000 }'

    @property
    def default(self) -> dict[str, float]:
        """No year."""
        return {}

    def check(self, value: object, path: KeyPath, report: Report) -> dict[str, float]:
        """Accept a table of numbers."""
        if not isinstance(value, dict):
            self.refuse(value, path, report)
            return self.default
        years = {year: Decimal().check(raw, (*path, year), report) for year, raw in value.items()}
        return {year: number for year, number in sorted(years.items()) if number is not None}


def _is_blank(value: object) -> bool:
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, list):
        return all(map(_is_blank, value))
    return value is None


def write_example(path: KeyPath, sample: str) -> str:
    """Write a value under its key; an item stands in the list that holds it."""
    *_, last = path
    if isinstance(last, int):
        return write_example(path[:-1], f"[{sample}]")
    return f"{last if _BARE_KEY.fullmatch(last) else quote(last)} = {sample}"


def tell_form(report: Report, path: KeyPath, expected: str, item_path: KeyPath) -> None:
    """Tell of a lone value for a list, or of a list of one for a lone value (FP104).

    Args:
        report: Where it is told.
        path: Of the value to write again.
        expected: The form that its key asks for.
        item_path: Of the value itself, which keeps its quotes.
    """
    literal = report.raw.written(item_path)
    fix = f"[{literal}]" if expected == Listed.expected else literal
    around = report.raw.written(path).replace(literal, "", 1)
    sample = fix if len(fix) <= _LONGEST_SAMPLE and "\n" not in fix else fix.replace(literal, '"…"')
    report.tell(
        FormeCorrigee,
        path,
        fix=None if "#" in around else fix,  # a note in the list would be lost
        key=show(path),
        expected=expected,
        example=write_example(path, sample),
    )


def _tell_unknown_key(report: Report, path: KeyPath, table: Table) -> None:
    name = str(path[-1])
    close = find_closest(name, table.keys, CLOSE_KEY)
    cure = "effacez cette ligne, ou corrigez son nom"
    if name in table.hints:
        cure = table.hints[name]
    elif close:
        cure = f"vouliez-vous dire `{close}` ?"
    report.tell_key(CleInconnue, path, key=show(path), cure=cure)


def _choices(value: str, known: list[str]) -> str:
    close = find_closest(value, known)
    if close:
        return f"vouliez-vous dire `{close}` ?"
    return "choisissez parmi : " + ", ".join(f"`{name}`" for name in known)
