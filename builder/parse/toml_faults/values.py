"""Values that are not as TOML writes them."""

from __future__ import annotations

import re
from datetime import date

from builder.parse.kinds import find_number
from builder.parse.toml_faults.context import (
    ANY_QUOTE,
    ESCAPE,
    EXTRA,
    NO_QUOTES,
    NOT_STRAIGHT,
    NOT_UNDERSTOOD,
    OPENING,
    Context,
    Fault,
    code,
    write,
)
from builder.parse.toml_faults.quotes import forgotten_bracket, not_closed
from builder.parse.toml_lines import Line, open_bracket
from builder.parse.toml_strings import quote
from builder.source import Span

_YES = {"oui", "vrai", "yes", "true", "on"}
_NO = {"non", "faux", "no", "false", "off"}
_NUMBERS = {"size", "founded", "ordre", "maximum"}
"""Keys that take a number, in a witness or in the vocabularies: quotes would not do."""


def bad_value(context: Context) -> Fault:  # noqa: PLR0911 - one a kind of value
    """Tell of what is no value at all: nothing, words without quotes, « oui »."""
    opened = open_bracket(context.toml, context.at)
    forgotten = opened and forgotten_bracket(context)
    if forgotten:
        return not_closed(context, forgotten)
    if opened and context.char == ",":
        return Fault(context.here, "il y a une virgule de trop", "effacez-la")
    if context.char in {"", "\n", "#"}:
        line = context.line
        example = write(line.key, '"…"')
        return Fault(
            context.equals,
            "il manque une valeur après le signe `=`",
            f"écrivez par exemple {example}",
        )
    if opened:
        return _bad_item(context)
    line = context.line
    if line.value.lower() in _YES | _NO:
        value = "true" if line.value.lower() in _YES else "false"
        cure = f"écrivez {write(line.key, value)}, sans guillemets ni majuscule"
        return Fault(line.value_span, NOT_UNDERSTOOD, cure)
    if context.char in OPENING:
        return _typographic(context, line)
    return _bad_number(line) or _no_quotes(line)


def _bad_number(line: Line) -> Fault | None:
    if not re.fullmatch(r"[-+]?[\d.,_]+", line.value):
        return None
    return Fault(line.value_span, "ce nombre est mal écrit", "écrivez-le ainsi : `12` ou `12.5`")


def _bad_item(context: Context) -> Fault:
    match = re.compile(r"[^,\]}\n]*").match(context.toml, context.at)
    item = match[0].rstrip() if match else ""
    span = Span(context.at, context.at + max(1, len(item)))
    bare = item.strip(ANY_QUOTE)
    if context.char in OPENING:
        return Fault(span, NOT_STRAIGHT, f"écrivez {code(quote(bare))}")
    return Fault(span, NO_QUOTES, f"entourez-le de guillemets droits : {code(quote(bare))}")


def _no_quotes(line: Line) -> Fault:
    number = find_number(line.value) if line.key in _NUMBERS else None
    if number is not None:
        reason, cure = "ce nombre n’est pas seul", f"écrivez {write(line.key, str(number))}"
        return Fault(line.value_span, reason, cure)
    example = write(line.key, quote(line.value.strip(ANY_QUOTE)))
    return Fault(line.value_span, NO_QUOTES, f"entourez-le de guillemets droits : {example}")


def _typographic(context: Context, line: Line) -> Fault:
    example = write(line.key, quote(line.value.strip(ANY_QUOTE + " \u00a0\u202f")))
    end = max(line.value_span.end, context.at + 1)
    return Fault(Span(context.at, end), NOT_STRAIGHT, f"écrivez {example}")


def too_much(context: Context) -> Fault:  # noqa: PLR0911 - one a kind of rest
    """Tell of what follows a value that tomli has read: it is often a part of it."""
    line = context.line
    value = line.value
    if not line.key or line.value_start >= context.at:
        return Fault(context.rest, EXTRA, "passez à la ligne après le crochet qui ferme")
    if re.fullmatch(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}", value):
        cure = f"écrivez {write(line.key, _iso(value))}"
        return Fault(line.value_span, "une date s’écrit année, mois, jour", cure)
    if re.fullmatch(r"[-+]?\d+,\d+", value):
        cure = f"écrivez {write(line.key, value.replace(',', '.'))}"
        return Fault(line.value_span, "un nombre décimal s’écrit avec un point", cure)
    if re.fullmatch(r"\d{1,3}(?:[ .]\d{3})+", value):
        cure = f"écrivez {write(line.key, re.sub('[ .]', '', value))}"
        return Fault(line.value_span, "un nombre s’écrit sans rien entre les milliers", cure)
    if value.strip(" ;,") == context.toml[line.value_start : context.at].strip():
        return Fault(context.rest, "il y a un signe en trop après la valeur", "effacez-le")
    if re.fullmatch(r'"[^"]*"(?:\s*[,;/]\s*"[^"]*")+', value):
        cure = f"écrivez une liste : {write(line.key, f'[{value}]')}"
        return Fault(context.rest, "il y a plusieurs valeurs sur cette ligne", cure)
    if value[0] not in "\"'[{":
        return _bad_number(line) or _no_quotes(line)
    if value[0] == value[-1] == "'" and '"' not in value:
        reason = "l’apostrophe ferme le texte trop tôt"
        return Fault(context.rest, reason, f"écrivez {write(line.key, quote(value[1:-1]))}")
    return Fault(context.rest, EXTRA, ESCAPE)


def _iso(written: str) -> str:
    day, month, year = map(int, re.split("[/.-]", written))
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return "2026-11-21"


def bad_date(context: Context) -> Fault:
    """Tell of the thirtieth of February."""
    match = re.compile(r"[\d:.TtZz+-]+").match(context.toml, context.at)
    span = Span(*match.span()) if match else context.here
    return Fault(
        span, "cette date n’existe pas", "écrivez l’année, le mois et le jour : `2026-11-21`"
    )


def long_number(context: Context) -> Fault:
    """Tell of a number that Python does not count."""
    match = re.search(r"\d[\d_]{4000,}", context.toml)
    span = Span(*match.span()) if match else context.here
    cure = "raccourcissez-le, ou entourez-le de guillemets"
    return Fault(span, "un nombre a trop de chiffres", cure)
