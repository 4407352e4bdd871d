"""When two texts are the same but for the way they are typed."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from slugify import slugify

_REMEMBERED = 65_536
"""Texts kept: section titles, companies and vocabulary come back in every sheet, and python-slugify
looks for an optional package on disk at each call."""

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_APOSTROPHES = str.maketrans("’\u02bc‘", "'''")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})


@lru_cache(maxsize=_REMEMBERED)
def fold(text: str) -> str:
    """Return a form equal for texts that differ only by case, accents, spaces or apostrophes."""
    shown = text.translate(_INVISIBLE).translate(_APOSTROPHES).casefold().translate(_LIGATURES)
    letters = unicodedata.normalize("NFKD", shown)
    bare = "".join(char for char in letters if not unicodedata.combining(char))
    return " ".join(bare.split())


@lru_cache(maxsize=_REMEMBERED)
def make_slug(text: str) -> str:
    """Make the last part of an address: a-z, 0-9 and hyphens, 80 characters at most.

    « L’œuvre » gives `l-oeuvre`: an apostrophe separates.
    """
    spaced = re.sub("['’\u02bc‘]", " ", text)
    return slugify(spaced, max_length=80, word_boundary=True)
