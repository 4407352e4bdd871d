"""Names of keys and of tables."""

from __future__ import annotations

import re

from builder.parse.toml_faults.context import (
    NOT_A_PAIR,
    Context,
    Fault,
    as_value,
    code,
    write,
)
from builder.parse.toml_lines import Line, open_bracket
from builder.parse.toml_places import find_keys
from builder.source import Span


def no_equals(context: Context) -> Fault:
    """Tell of a key that `=` does not follow: `:` does, or more words of the key, or the value."""
    line = context.line
    before, rest = context.toml[line.start : context.at], line.text[context.at - line.start :]
    decimal = re.search(r"\d+,\d+(?=\s*$)", before)
    if decimal:
        span = Span(*decimal.span()).shift(line.start)
        cure = f"écrivez {code(decimal[0].replace(',', '.'))}"
        return Fault(span, "un nombre décimal s’écrit avec un point", cure)
    if context.char == ":":
        reason, cure = "le signe `:` tient la place du signe `=`", "remplacez-le par `=`"
        if not open_bracket(context.toml, context.at):
            cure = f"écrivez {write(before.strip(), as_value(rest[1:].strip()))}"
        return Fault(context.here, reason, cure)
    if "=" in rest:
        return _bad_key(line)
    if context.char and context.char in "\"'[{0123456789":
        reason = "il manque le signe `=` après le nom de la clé"
        return Fault(context.here, reason, f"écrivez {write(before.strip(), rest.strip())}")
    return no_statement(context)


def _bad_key(line: Line) -> Fault:
    key = line.text[: line.text.index("=")]
    span = Span(line.span.start, line.start + len(key.rstrip()))
    cure = "écrivez le nom de la clé en un mot, sans accent, comme dans le modèle"
    return Fault(span, "ce nom de clé n’est pas fait d’un mot simple", cure)


def no_statement(context: Context) -> Fault:
    """Tell of a line that is neither a key nor a table."""
    line = context.line
    written = line.text.strip()
    if context.char == "=":
        return Fault(context.here, "il manque un nom de clé avant le signe `=`", "écrivez-le")
    if context.char in {"]", "}", ")"}:
        reason = f"le signe {code(context.char)} ne ferme rien"
        return Fault(context.here, reason, "effacez-le")
    if written == "---":
        return Fault(line.span, NOT_A_PAIR, "remplacez-la par `+++` si la tête finit ici")
    if written.startswith(("//", ";", "<!--", "/*")):
        return Fault(line.span, NOT_A_PAIR, "écrivez une note après le signe `#`")
    if "=" in written and re.match(r"[^\W\d_]", written):
        return _bad_key(line)
    return Fault(line.span, NOT_A_PAIR, "placez le texte de la fiche après la seconde ligne `+++`")


def twice(context: Context) -> Fault:
    """Tell of a key or a table that stands twice: the second is shown, the first has its line."""
    keys = find_keys(context.toml[: context.at])
    path, span = keys[-1] if keys else ((), context.here)
    earlier = _earlier(keys)
    where = f"ligne {context.number(earlier.start)}" if earlier else "plus haut"
    if context.error.reason.startswith(("Cannot declare", "Cannot mutate", "Cannot redefine")):
        cure = "regroupez ses clés au même endroit"
        if context.toml.startswith("[", span.start):
            name = ".".join(str(part) for part in path)
            cure = f"regroupez ses clés, ou écrivez {code(f'[[{name}]]')} pour une liste de blocs"
        return Fault(span, f"cette table est déjà écrite {where}", cure)
    return Fault(span, f"cette clé est déjà écrite {where}", "gardez-en une seule")


def _earlier(keys: list[tuple[tuple[str | int, ...], Span]]) -> Span | None:
    """Find what the last key repeats: the same one, else one that already holds its name."""
    *others, (path, _) = keys or [((), Span(0, 0))]
    for known, span in others:
        if known == path:
            return span
    names = _names(path)
    return next((span for known, span in others if _names(known) == names[: len(known)]), None)


def _names(path: tuple[str | int, ...]) -> tuple[str, ...]:
    return tuple(part for part in path if isinstance(part, str))
