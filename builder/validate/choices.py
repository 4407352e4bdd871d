"""Words of a sheet that must be in a list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from builder.closest import find_closest
from builder.diagnostics.rules.vocabulaires import (
    InvestissementFinancierInconnu,
    InvestissementHumainInconnu,
    MaturiteInconnue,
    NatureInconnue,
    OddInconnu,
    OrthographeDuVocabulaire,
    QuestionCentraleInconnue,
    TypeDeTemoinInconnu,
)
from builder.model import WITNESS_KINDS
from builder.normalise import fold, make_slug, unmask
from builder.parse.toml_strings import quote, requote
from builder.validate.oddities import oddities, shorten, without_hidden
from builder.validate.shapes import Listed, Number, NumberOrWord, Text, tell_form, write_example
from builder.vocabulary import ISO26000, TEMOIN_SIZE, Facet, Value, open_value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from builder.diagnostics.model import Rule
    from builder.parse.keypath import KeyPath
    from builder.validate.report import Report
    from builder.vocabulary import Vocabulary

_UNKNOWN: dict[str, type[Rule]] = {
    "nature": NatureInconnue,
    "maturity": MaturiteInconnue,
    "financialinvest": InvestissementFinancierInconnu,
    "humaninvest": InvestissementHumainInconnu,
    ISO26000: QuestionCentraleInconnue,
}


def choose(facet: Facet, text: str, path: KeyPath, report: Report) -> Value | None:
    """Find the value of a closed vocabulary that a text means (FP104, FP201 to FP205, FP210).

    A word in the wrong form (a list for a text, a text for a list) and misspelt as well is told
    once, with the whole right writing.
    """
    word = _read_word(text, path, report)
    value = facet.find(text)
    if value is None:
        cure = _cure(facet, word)
        report.tell(_UNKNOWN[facet.key], word.path, value=shorten(word.text), cure=cure)
    elif word.text != value.label:
        _tell_spelling(word, value.label, report)
    elif word.expected:
        tell_form(report, word.path, word.expected, word.own_path)
    return value


def choose_all(facet: Facet, texts: list[str], report: Report) -> tuple[Value, ...]:
    """Find several values of a closed vocabulary, blank texts left out; each is kept once."""
    found = [
        choose(facet, text, (facet.key, index), report) for index, text in enumerate(texts) if text
    ]
    return tuple(dict.fromkeys(value for value in found if value is not None))


def choose_open(facet: Facet, texts: list[str], report: Report) -> tuple[Value, ...]:
    """Find values of an open vocabulary: what it does not know is kept as written (FP210)."""
    if not any(texts):
        return facet.values[:1]
    values = []
    for index, text in enumerate(texts):
        if not text:
            continue
        value = facet.find(text)
        label = value.label if value else without_hidden(text)
        word = _read_word(text, (facet.key, index), report)
        if label != (word.text if value else text):
            _tell_spelling(replace(word, expected=""), label, report)
        if value is not None or make_slug(label):
            values.append(value or open_value(facet.key, label, len(facet.values) + 1))
    return tuple(dict.fromkeys(values))


@dataclass(frozen=True, slots=True)
class _Word:
    """A word that a sheet takes from a vocabulary, as it is written."""

    text: str
    own_path: KeyPath
    path: KeyPath
    """Of the value to write again: the whole list when its form is wrong."""
    expected: str = ""
    """The form that the key asks for; empty when it has it."""


def _read_word(text: str, path: KeyPath, report: Report) -> _Word:
    """Find a word where its key should have it, or in the other form."""
    value = report.raw.value(path)
    if isinstance(value, str):
        return _Word(value, path, path)
    if isinstance(value, list):
        return _Word(str(value[0]), (*path, 0), path, Text.expected)
    parent = report.raw.value(path[:-1])
    written = parent if isinstance(parent, str) else text
    return _Word(written, path[:-1], path[:-1], Listed.expected)


def _tell_spelling(word: _Word, label: str, report: Report) -> None:
    written = requote(report.raw.written(word.own_path), label)
    fix = f"[{written}]" if word.expected == Listed.expected else written
    report.tell(
        OrthographeDuVocabulaire,
        word.path,
        fix=fix,
        value=shorten(word.text),
        oddity=oddities(word.text, label),
        label=label,
        example=write_example(word.path, fix) if word.expected else label,
    )


def choose_kind(text: str, report: Report) -> str:
    """Find the kind of a witness (FP207)."""
    if not text:
        return WITNESS_KINDS[0]
    for kind in WITNESS_KINDS:
        if fold(kind) == fold(unmask(text)):
            return kind
    cure = _propose(find_closest(fold(unmask(text)), WITNESS_KINDS), WITNESS_KINDS)
    report.tell(TypeDeTemoinInconnu, ("kind",), value=shorten(text), cure=cure)
    return WITNESS_KINDS[0]


def choose_odd(facet: Facet, numbers: list[int | None], report: Report) -> tuple[Value, ...]:
    """Keep the goals that exist, in order; None holds the place of what is no number (FP206)."""
    known = {value.rank for value in facet.values}
    for index, number in enumerate(numbers):
        if number is not None and number not in known:
            report.tell(OddInconnu, ("odd", index), value=number)
    return tuple(value for value in facet.values if value.rank in numbers)


def choose_size(vocabulary: Vocabulary, size: int | str | None, report: Report) -> Value | None:
    """Find the size of a company whose headcount is not known (FP103, FP210).

    None when the sheet gives a number, or nothing.
    """
    if not isinstance(size, str):
        return None
    value = vocabulary[TEMOIN_SIZE].find(size) if TEMOIN_SIZE in vocabulary else None
    if value is None:
        close = vocabulary[TEMOIN_SIZE].suggest(size) if TEMOIN_SIZE in vocabulary else None
        shape = NumberOrWord(quote(close.label)) if close else Number()
        shape.refuse(size, ("size",), report)
    elif size != value.label:
        _tell_spelling(_read_word(size, ("size",), report), value.label, report)
    return value


def choose_subjects(
    vocabulary: Vocabulary, texts: list[str], natures: tuple[Value, ...], report: Report
) -> tuple[Value, ...]:
    """Find the core subjects of ISO 26000 that a sheet names, else those of its natures (FP208).

    A site whose vocabulary has no such table has none.
    """
    if ISO26000 not in vocabulary:
        return ()
    facet = vocabulary[ISO26000]
    if any(texts):
        return choose_all(facet, texts, report)
    labels = {nature.label for nature in natures}
    return tuple(value for value in facet.values if labels & set(value.natures))


def _cure(facet: Facet, word: _Word) -> str:
    suggestion = facet.suggest(word.text)
    labels = [value.label for value in facet.values]
    cure = _propose(suggestion.label if suggestion else "", labels)
    if word.expected == Listed.expected:
        label = suggestion.label if suggestion else labels[0]
        return f"{cure} ; écrivez une liste : `{write_example(word.path, f'[{quote(label)}]')}`"
    if word.expected:
        return f"{cure} ; écrivez un texte seul, sans crochets"
    return cure


def _propose(close: str, labels: Iterable[str]) -> str:
    """Give the word that was meant, if one is close, and all those there are."""
    listed = ", ".join(f"`{label}`" for label in labels)
    if close:
        return f"vouliez-vous dire `{close}` ? (choix : {listed})"
    return f"choisissez parmi : {listed}"
