"""Words of a sheet that must be in a list."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from builder.diagnostics.rules.vocabulaires import (
    InvestissementFinancierInconnu,
    InvestissementHumainInconnu,
    MaturiteInconnue,
    NatureInconnue,
    OddInconnu,
    OrthographeDuVocabulaire,
    TypeDeTemoinInconnu,
)
from builder.model import WITNESS_KINDS
from builder.normalise import fold, make_slug
from builder.vocabulary import Facet, Value, open_value

if TYPE_CHECKING:
    from builder.diagnostics.model import Rule
    from builder.parse.keypath import KeyPath
    from builder.validate.report import Report

_UNKNOWN: dict[str, type[Rule]] = {
    "nature": NatureInconnue,
    "maturity": MaturiteInconnue,
    "financialinvest": InvestissementFinancierInconnu,
    "humaninvest": InvestissementHumainInconnu,
}
_LAST_ODD = 17
"""The United Nations adopted seventeen goals (resolution A/RES/70/1, 2015)."""


def choose(facet: Facet, text: str, path: KeyPath, report: Report) -> Value | None:
    """Find the value of a closed vocabulary that a text means (FP201 to FP205, FP210)."""
    value = facet.find(text)
    if value is None:
        report.tell(_UNKNOWN[facet.key], path, value=text, cure=_cure(facet, text))
    elif text != value.label:
        report.tell(OrthographeDuVocabulaire, path, value=text, label=value.label)
    return value


def choose_all(facet: Facet, texts: list[str], report: Report) -> tuple[Value, ...]:
    """Find several values of a closed vocabulary; each is kept once."""
    paths = [(facet.key, index) for index in range(len(texts))]
    found = [choose(facet, text, path, report) for text, path in zip(texts, paths, strict=True)]
    return tuple(dict.fromkeys(value for value in found if value is not None))


def choose_open(facet: Facet, texts: list[str], report: Report) -> tuple[Value, ...]:
    """Find values of an open vocabulary: what it does not know is kept as written."""
    values = []
    for index, text in enumerate(texts or [facet.values[0].label]):
        value = facet.find(text)
        if value is not None and text != value.label:
            path = (facet.key, index)
            report.tell(OrthographeDuVocabulaire, path, value=text, label=value.label)
        if value is not None or make_slug(text):
            values.append(value or open_value(facet.key, text, len(facet.values) + 1))
    return tuple(dict.fromkeys(values))


def choose_kind(text: str, report: Report) -> str:
    """Find the kind of a witness (FP207)."""
    if not text:
        return WITNESS_KINDS[0]
    for kind in WITNESS_KINDS:
        if fold(kind) == fold(text):
            return kind
    close = difflib.get_close_matches(fold(text), WITNESS_KINDS, n=1)
    listed = ", ".join(f"`{kind}`" for kind in WITNESS_KINDS)
    cure = f"vouliez-vous dire `{close[0]}` ?" if close else f"choisissez parmi : {listed}"
    report.tell(TypeDeTemoinInconnu, ("kind",), value=text, cure=cure)
    return WITNESS_KINDS[0]


def choose_odd(numbers: list[int], report: Report) -> tuple[int, ...]:
    """Keep the goals that exist, in order (FP206)."""
    for index, number in enumerate(numbers):
        if not 1 <= number <= _LAST_ODD:
            report.tell(OddInconnu, ("odd", index), value=number)
    return tuple(sorted({number for number in numbers if 1 <= number <= _LAST_ODD}))


def _cure(facet: Facet, text: str) -> str:
    suggestion = facet.suggest(text)
    if suggestion:
        return f"vouliez-vous dire `{suggestion.label}` ?"
    return "choisissez parmi : " + ", ".join(f"`{value.label}`" for value in facet.values)
