"""What tomli says of a syntax error, in the words of an animator, where the author must look."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from unicodedata import category

from builder.parse.toml_faults import keys, quotes, values
from builder.parse.toml_faults.context import QUOTES, Context, Fault

if TYPE_CHECKING:
    from collections.abc import Callable

    from builder.parse.toml_values import TomlError
    from builder.source import SourceFile


def explain_toml_error(error: TomlError, source: SourceFile) -> Fault:
    """Turn what tomli says into the `reason` and `cure` of rule FP013, and find its place."""
    found = _explain(Context(error, source))
    return replace(found, span=found.span.shift(error.start))


def _explain(context: Context) -> Fault:
    hidden = _hidden(context)
    if hidden:
        return hidden
    for start, explain in _EXPLAINED.items():
        if context.error.reason.startswith(start):
            return explain(context)
    for start, reason, cure in _SAID:
        if context.error.reason.startswith(start):
            return Fault(context.here, reason, cure)
    return Fault(context.here, "la syntaxe n’est pas comprise à cet endroit", QUOTES)


def _hidden(context: Context) -> Fault | None:
    """Tell of a sign that cannot be seen, where TOML has no room for one."""
    if not context.char or context.char in " \t\n":
        return None
    kind = category(context.char)
    if kind == "Zs":
        reason, cure = "un espace insécable se trouve ici", "remplacez-le par un espace ordinaire"
        return Fault(context.here, reason, cure)
    if kind == "Cf":
        return Fault(context.here, "un caractère invisible se trouve ici", "effacez-le")
    return None


_EXPLAINED: dict[str, Callable[[Context], Fault]] = {
    "Invalid value": values.bad_value,
    "Expected newline": values.too_much,
    "Expected '=' after a key": keys.no_equals,
    "Invalid statement": keys.no_statement,
    "Unterminated string": quotes.open_text,
    "Illegal character '\\n'": quotes.open_text,
    "Found invalid character '\\n'": quotes.open_text,
    "Expected \"'": quotes.open_text,
    "Unclosed array": quotes.open_list,
    "Unclosed inline table": quotes.open_list,
    "Expected ']]'": quotes.open_header,
    "Expected ']'": quotes.open_header,
    "Unescaped '\\'": quotes.bad_escape,
    "Invalid hex value": quotes.bad_code,
    "Escaped character": quotes.no_such_code,
    "Invalid date": values.bad_date,
    "Exceeds the limit": values.long_number,
    "Cannot overwrite a value": keys.twice,
    "Duplicate inline table key": keys.twice,
    "Cannot declare": keys.twice,
    "Cannot mutate": keys.twice,
    "Cannot redefine": keys.twice,
}
"""What tomli says first → what explains it."""

_ILLEGAL = "un caractère interdit se trouve ici"
_RETYPE = "effacez-le et tapez-le de nouveau"
_SIMPLER = "simplifiez cette tête"

_SAID: tuple[tuple[str, str, str], ...] = (
    (
        "Invalid initial character",
        "ce nom de clé commence par un signe interdit",
        "écrivez-le avec des lettres sans accent, des chiffres, `-` et `_`",
    ),
    ("Illegal character", _ILLEGAL, _RETYPE),
    ("Found invalid character", _ILLEGAL, _RETYPE),
    ("TOML is nested", "il y a trop de tables ou de listes les unes dans les autres", _SIMPLER),
    ("TOML has more", "il y a trop de valeurs", _SIMPLER),
)
"""What tomli says first → reason, cure: nothing more is to be seen at the place."""
