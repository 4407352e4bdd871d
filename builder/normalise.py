"""When two texts are the same but for the way they are typed."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from slugify import slugify

_REMEMBERED = 65_536
"""Texts kept: section titles, companies and vocabulary come back in every sheet."""

_PLAIN = (
    *((char, "") for char in "\u00ad\u200b\u200c\u200d\u2060\ufeff"),
    *((char, "'") for char in "’\u02bc‘"),
)
_LIGATURES = (("œ", "oe"), ("æ", "ae"))

LOOKALIKES = str.maketrans(
    # Cyrillic, then Greek, then Latin; capitals, then small letters.
    "\u0410\u0412\u0415\u0406\u0408\u041a\u041c\u041d\u041e\u0420\u0421\u0405\u0422\u0423\u0425"
    "\u0430\u0435\u0456\u0458\u043e\u0440\u0441\u0455\u0443\u0445\u04bb\u0501\u04cf\u051b\u051d\u0475"
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
    "\u03b1\u03b9\u03ba\u03bd\u03bf\u03c1\u03c4\u03c5\u03c7\u03f2"
    "\u0131\u0251\u0261",
    "ABEIJKMHOPCSTYX" + "aeijopcsyxhdlqwv" + "ABEZHIKMNOPTYX" + "aikvoptuxc" + "iag",
)
"""Letters of other alphabets that are drawn as ours, of those that French words have (Unicode
UTS 39, `confusables.txt`, read in November 2026). An accent on one is a sign of its own once the
text is decomposed."""


@lru_cache(maxsize=_REMEMBERED)
def fold(text: str) -> str:
    """Return a form equal for texts that differ only by case, accents, spaces or apostrophes."""
    if text.isascii():
        return " ".join(text.lower().split())
    letters = unicodedata.normalize("NFKD", lower(text))
    bare = "".join(char for char in letters if not unicodedata.combining(char))
    return " ".join(bare.split())


def lower(text: str) -> str:
    """Return a text in small letters, accents kept: « l'oeuvre » for « L’ŒUVRE »."""
    for char, plain in _PLAIN:
        text = text.replace(char, plain)  # a table for all of them takes twenty times as long
    text = text.casefold()
    for letters, plain in _LIGATURES:
        text = text.replace(letters, plain)
    return text


@lru_cache(maxsize=_REMEMBERED)
def make_slug(text: str) -> str:
    """Make the last part of an address: a-z, 0-9 and hyphens, 80 characters at most.

    « L’œuvre » gives `l-oeuvre`: an apostrophe separates. The transliteration is named: left to
    choose, python-slugify takes the one it finds, and addresses would depend on the machine.
    """
    spaced = re.sub("['’\u02bc‘]", " ", text)
    return slugify(spaced, max_length=80, word_boundary=True, backend="text-unidecode")


def unmask(text: str) -> str:
    """Write a text with the letters it seems to have, without what cannot be seen.

    For words that must be in a list, never for a text to show: a Greek name would not survive.
    """
    spaced = re.sub(r"\s", " ", text)
    seen = "".join(char for char in spaced if unicodedata.category(char) not in {"Cc", "Cf"})
    letters = unicodedata.normalize("NFKD", seen).translate(LOOKALIKES)
    return unicodedata.normalize("NFC", letters)
