"""What tomli says of a syntax error, in the words of an animator."""

from __future__ import annotations

_QUOTES = "entourez le texte de guillemets droits : `clé = \"texte\"`"
_REASONS: tuple[tuple[str, str, str], ...] = (
    ("Expected '=' after a key", "il manque le signe `=` après le nom de la clé", "écrivez `clé = \"valeur\"`"),
    ("Expected ']]'", "il manque `]]` à la fin de cette ligne", "écrivez `[[blocs]]`"),
    ("Expected ']'", "il manque `]` à la fin de cette ligne", "écrivez `[nom]`"),
    ("Expected newline", "il y a du texte en trop après la valeur", "gardez une seule valeur par ligne ; un guillemet dans le texte s’écrit `\\\"`"),
    ("Unterminated string", "un guillemet ouvert n’est jamais fermé", "fermez le texte par un guillemet droit `\"`"),
    ("Unclosed array", "un crochet `[` n’est jamais fermé", "ajoutez `]` à la fin de la liste, et une virgule entre ses éléments"),
    ("Unclosed inline table", "une accolade `{` n’est jamais fermée", "ajoutez `}`"),
    ("Unescaped '\\'", "un `\\` dans un texte entre guillemets doit être doublé", "écrivez `\\\\`"),
    ("Escaped character", "ce code de caractère n’existe pas", "recopiez le caractère lui-même"),
    ("Invalid hex value", "ce code de caractère est incomplet", "recopiez le caractère lui-même"),
    ("Invalid value", "cette valeur n’est pas comprise", _QUOTES),
    ("Invalid statement", "cette ligne n’est pas de la forme `clé = valeur`", "le texte de la fiche se place après la seconde ligne `+++`"),
    ("Invalid initial character", "ce nom de clé commence par un signe interdit", "un nom de clé n’a que des lettres sans accent, des chiffres, `-` et `_`"),
    ("Invalid date", "cette date n’existe pas", "écrivez l’année, le mois et le jour : `2026-11-21`"),
    ("Cannot overwrite a value", "cette clé est déjà écrite plus haut", "gardez une seule des deux lignes"),
    ("Cannot declare", "cette table est déjà écrite plus haut", "pour une liste de blocs, écrivez `[[blocs]]` avec deux crochets"),
    ("Cannot mutate", "cette table est déjà complète plus haut", "regroupez ses clés au même endroit"),
    ("Cannot redefine", "cette table est déjà écrite plus haut", "regroupez ses clés au même endroit"),
    ("Duplicate inline table key", "une clé est écrite deux fois dans ces accolades", "gardez-en une"),
    ("An object other than list", "ce nom sert déjà à autre chose plus haut", "vérifiez les crochets : `[nom]` ou `[[nom]]`"),
    ("There is no nest", "ce nom sert déjà à une valeur plus haut", "vérifiez le nom de la table"),
    ("Found invalid character", "un caractère interdit se trouve ici", "effacez-le et tapez-le de nouveau"),
    ("Illegal character", "un caractère interdit se trouve ici", "effacez-le ; pour aller à la ligne dans un texte, entourez-le de `\"\"\"`"),
    ("Expected '", "il manque un signe ici", "vérifiez les guillemets, les virgules et les crochets"),
    ("TOML inline arrays", "il y a trop de listes les unes dans les autres", "simplifiez cette valeur"),
    ("TOML key has", "ce nom de clé a trop de parties", "raccourcissez-le"),
)


def explain_toml_error(reason: str) -> dict[str, str]:
    """Turn tomli's reason into the `reason` and `cure` of rule FP013."""
    for start, french, cure in _REASONS:
        if reason.startswith(start):
            return {"reason": french, "cure": cure}
    return {"reason": "la syntaxe n’est pas comprise à cet endroit", "cure": _QUOTES}
