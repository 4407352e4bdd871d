"""What tomli says of a syntax error, in the words of an animator."""

from __future__ import annotations

_QUOTES = 'entourez le texte de guillemets droits : `clé = "texte"`'
_RETYPE = "effacez-le et tapez-le de nouveau"
_COPY = "recopiez le caractère lui-même"
_ILLEGAL = "un caractère interdit se trouve ici"
_NOT_CLOSED = "un guillemet ouvert n’est pas fermé à la fin de la ligne"
_TWICE = "cette table est déjà écrite plus haut"
_TOGETHER = "regroupez ses clés au même endroit"

_REASONS: tuple[tuple[str, str, str], ...] = (
    (
        "Expected '=' after a key",
        "il manque le signe `=` après le nom de la clé",
        'écrivez `clé = "valeur"`',
    ),
    ("Expected ']]'", "il manque `]]` à la fin de cette ligne", "écrivez `[[blocs]]`"),
    ("Expected ']'", "il manque `]` à la fin de cette ligne", "écrivez `[nom]`"),
    (
        "Expected newline",
        "il y a du texte en trop après la valeur",
        'gardez une seule valeur par ligne ; un guillemet dans le texte s’écrit `\\"`',
    ),
    (
        "Unterminated string",
        "un guillemet ouvert n’est jamais fermé",
        'fermez le texte par un guillemet droit `"`',
    ),
    (
        "Unclosed array",
        "un crochet `[` n’est jamais fermé",
        "ajoutez `]` à la fin de la liste, et une virgule entre ses éléments",
    ),
    ("Unclosed inline table", "une accolade `{` n’est jamais fermée", "ajoutez `}`"),
    (
        "Unescaped '\\'",
        "un `\\` dans un texte entre guillemets doit être doublé",
        "écrivez `\\\\`",
    ),
    ("Escaped character", "ce code de caractère n’existe pas", _COPY),
    ("Invalid hex value", "ce code de caractère est incomplet", _COPY),
    ("Invalid value", "cette valeur n’est pas comprise", _QUOTES),
    (
        "Invalid statement",
        "cette ligne n’est pas de la forme `clé = valeur`",
        "le texte de la fiche se place après la seconde ligne `+++`",
    ),
    (
        "Invalid initial character",
        "ce nom de clé commence par un signe interdit",
        "un nom de clé n’a que des lettres sans accent, des chiffres, `-` et `_`",
    ),
    (
        "Invalid date",
        "cette date n’existe pas",
        "écrivez l’année, le mois et le jour : `2026-11-21`",
    ),
    (
        "Cannot overwrite a value",
        "cette clé est déjà écrite plus haut",
        "gardez une seule des deux lignes",
    ),
    ("Cannot declare", _TWICE, "pour une liste de blocs, écrivez `[[blocs]]` avec deux crochets"),
    ("Cannot mutate", "cette table est déjà complète plus haut", _TOGETHER),
    ("Cannot redefine", _TWICE, _TOGETHER),
    (
        "Duplicate inline table key",
        "une clé est écrite deux fois dans ces accolades",
        "gardez-en une",
    ),
    (
        "Illegal character '\\n'",
        _NOT_CLOSED,
        'fermez le texte par `"` ; s’il a plusieurs lignes, entourez-le de `"""`',
    ),
    ("Found invalid character '\\n'", _NOT_CLOSED, "fermez le texte par `'`"),
    ("Illegal character", _ILLEGAL, _RETYPE),
    ("Found invalid character", _ILLEGAL, _RETYPE),
    ("Expected \"'", "un guillemet ouvert n’est jamais fermé", "fermez le texte par `'`"),
    (
        "TOML inline arrays",
        "il y a trop de listes les unes dans les autres",
        "simplifiez cette tête",
    ),
    ("TOML key has", "un nom de clé a trop de parties", "raccourcissez-le"),
    (
        "Exceeds the limit",
        "un nombre a trop de chiffres",
        "raccourcissez-le, ou entourez-le de guillemets",
    ),
)


def explain_toml_error(reason: str) -> dict[str, str]:
    """Turn tomli's reason into the `reason` and `cure` of rule FP013."""
    for start, french, cure in _REASONS:
        if reason.startswith(start):
            return {"reason": french, "cure": cure}
    return {"reason": "la syntaxe n’est pas comprise à cet endroit", "cure": _QUOTES}
