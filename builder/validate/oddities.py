"""What is odd in a word and cannot be seen: it is said, or the author would see no difference."""

from __future__ import annotations

import unicodedata

from builder.normalise import LOOKALIKES


def oddities(word: str, label: str) -> str:
    """Say in French what a word has that its label has not, between brackets; nothing if nothing.

    « un espace insécable et des espaces en trop ».
    """
    own = _oddities(label)
    found = [oddity for oddity in _oddities(word) if oddity not in own]
    return f" ({' et '.join(found)})" if found else ""


def _oddities(word: str) -> list[str]:
    spaced = "".join(" " if unicodedata.category(char) == "Zs" else char for char in word)
    letters = unicodedata.normalize("NFD", word)
    tests = {
        "une lettre d’un autre alphabet": any(ord(char) in LOOKALIKES for char in letters),
        "une lettre d’une autre forme": any(map(_has_another_form, word)),
        "des caractères invisibles": any(map(_is_invisible, word)),
        "un espace insécable": spaced != word,
        "des espaces en trop": " ".join(spaced.split()) != spaced,
        "des accents détachés de leur lettre": unicodedata.normalize("NFC", word) != word,
    }
    return [oddity for oddity, is_found in tests.items() if is_found]


def _is_invisible(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cf"} and not char.isspace()


def _has_another_form(char: str) -> bool:
    """Tell of full-width letters, mathematical ones, ligatures of type: not of spaces or signs."""
    plain = unicodedata.normalize("NFKC", char)
    return char.isalpha() and plain != unicodedata.normalize("NFC", char)


def without_hidden(word: str) -> str:
    """Return a word that is in no list without what cannot be seen in it."""
    return unicodedata.normalize("NFC", "".join(c for c in word if not _is_invisible(c)))


def shorten(word: str) -> str:
    """Cut a word that a message could not show: a whole text may stand in its place."""
    return word if len(word) <= _LONGEST else f"{word[:_LONGEST]}…"


_LONGEST = 80
