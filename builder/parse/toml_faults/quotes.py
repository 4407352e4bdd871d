"""Quotes, brackets and braces that nothing closes; escapes that mean nothing."""

from __future__ import annotations

import re

from builder.parse.toml_faults.context import (
    ANY_QUOTE,
    CLOSING,
    NOT_STRAIGHT,
    Context,
    Fault,
    code,
    write,
)
from builder.parse.toml_lines import line_at, open_bracket, open_quote, starts_statement
from builder.parse.toml_strings import quote
from builder.source import Span


def open_text(context: Context) -> Fault:
    """Tell of a string without its end: the quotes that open it are shown."""
    quotes = open_quote(context.toml) or context.here
    mark = context.toml[quotes.start : quotes.end]
    if len(mark) > 1 or not mark:
        return Fault(quotes, "ces guillemets ouverts ne sont jamais fermés", _close_by(mark))
    line = line_at(context.toml, quotes.start)
    end = max(line.value_span.end, quotes.end)
    text = context.toml[quotes.end : end]
    if text and text[-1] in CLOSING:
        example = write(line.key, quote(text.strip(ANY_QUOTE + " \u00a0\u202f")))
        return Fault(Span(end - 1, end), NOT_STRAIGHT, f"écrivez {example}")
    cure = _close_by(mark)
    if mark == '"':
        cure += ' ; s’il a plusieurs lignes, entourez-le de `"""`'
    return Fault(
        Span(quotes.start, end), "un guillemet ouvert n’est pas fermé à la fin de la ligne", cure
    )


def _close_by(mark: str) -> str:
    return f"fermez le texte par {code(mark)}"


def open_list(context: Context) -> Fault:
    """Tell of a list or a table that goes on without a comma, or never ends."""
    opened = open_bracket(context.toml, context.at) or context.here
    forgotten = forgotten_bracket(context)
    if forgotten:
        return not_closed(context, forgotten)
    if context.char in {"]", "}"}:
        closing = "]" if context.toml[opened.start] == "[" else "}"
        reason = f"le signe {code(context.char)} ne ferme pas ce qui est ouvert"
        return Fault(context.here, reason, f"écrivez {code(closing)} à cet endroit")
    match = re.compile(r"[^,\]}\n]*").match(context.toml, context.at)
    end = context.at + max(1, len(match[0].rstrip())) if match else context.at + 1
    return Fault(
        Span(context.at, end),
        "il manque une virgule, ou un guillemet, avant ceci",
        "séparez les éléments par une virgule, et entourez chaque texte de guillemets droits",
    )


def forgotten_bracket(context: Context) -> Span | None:
    """Find what is still open where the document ends, or where a new key or table starts."""
    if not context.char:
        return open_bracket(context.toml, context.at)
    start = context.line.start
    return open_bracket(context.toml, start) if starts_statement(context.toml, start) else None


def not_closed(context: Context, opened: Span) -> Fault:
    """Tell of the bracket that opens a list, or the brace that opens a table."""
    if context.toml[opened.start] == "{":
        return Fault(opened, "une accolade `{` n’est jamais fermée", "ajoutez `}`")
    cure = "ajoutez `]` à la fin de la liste, et une virgule entre ses éléments"
    return Fault(opened, "un crochet `[` n’est jamais fermé", cure)


def open_header(context: Context) -> Fault:
    """Tell of `[blocs`, and of `[[blocs]`."""
    line = context.line
    header = line.text.strip()
    opening, closing = ("[[", "]]") if header.startswith("[[") else ("[", "]")
    name = header.strip("[] \t") or "nom"
    reason = f"il manque {code(closing)} à la fin de cette ligne"
    return Fault(line.span, reason, f"écrivez {code(f'{opening}{name}{closing}')}")


def bad_escape(context: Context) -> Fault:
    """Tell of a backslash that stands for itself."""
    span = _escape(context)
    return Fault(span, "un `\\` dans un texte entre guillemets doit être doublé", "écrivez `\\\\`")


def bad_code(context: Context) -> Fault:
    """Tell of a code without its digits, which the path of a Windows folder may look like."""
    cure = "recopiez le caractère lui-même, ou doublez le `\\`"
    return Fault(_escape(context), "ce code de caractère est incomplet", cure)


def no_such_code(context: Context) -> Fault:
    """Tell of half a pair of surrogates."""
    return Fault(
        _escape(context), "ce code de caractère n’existe pas", "recopiez le caractère lui-même"
    )


def _escape(context: Context) -> Span:
    start = context.toml.rfind("\\", 0, context.at)
    return Span(start, max(start + 2, context.at)) if start >= 0 else context.here
