"""What the search engine takes for a word, in French.

The browser reads a question the same way (`theme/components/recherche/moteur.js`, which a test
keeps in step): else « l’eau » would not find « eau ».
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from Stemmer import Stemmer

from builder.normalise import fold, lower

_STOP = """
a afin ai ainsi alors apres as au aucun aucune aussi autre autres aux avaient avait avant
avec avez avoir avons ayant c car ce ceci cela celle celles celui ces cet cette ceux
chaque chez ci comme comment d dans de depuis des dont donc du elle elles en encore entre
es est et etaient etait etant etc ete etes etre eu eux faire fait font furent fut ici il
ils j je jusque l la le les leur leurs lors lui m ma mais me meme memes mes moi mon n ne
ni nos notre nous on ont ou par parce pas pendant peu peut peuvent plus pour pourquoi
puis qu quand que quel quelle quelles quelque quelques quels qui quoi s sa sans se selon
sera seront ses si soi soit somme sommes son sont sous sur t ta te tel telle tes toi ton
tous tout toute toutes tres tu un une va vers veut voici voila vos votre vous y
"""
STOP_WORDS = frozenset(_STOP.split())
"""Folded. A question made of them alone asks for nothing."""

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_ELISION = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=.)")
_FEMININE = re.compile(r"(..)ees?$")
"""« recyclée » typed without its accent is still a form of « recyclé »."""

_STEMMER = Stemmer("french", 0)
_SHORT = 3
"""Letters of a stem that says little."""


class Word(NamedTuple):
    """A word to look for."""

    form: str
    """Folded, as a question asks it: `covoiturages`."""
    stem: str
    """Folded; the same for the forms of a word."""


def words_of_token(token: str) -> tuple[str, ...]:
    """Return the words to look for in what stands between two spaces, stop words left out.

    « d’eau, » gives `eau`; « aujourd’hui » is one word; « Mont-Blanc » gives two.
    """
    words = _split(fold(token))
    return tuple(_FEMININE.sub(r"\1e", word) for word in words if word not in STOP_WORDS)


@lru_cache(maxsize=131_072)
def read_token(token: str) -> tuple[Word, ...]:
    """Return the words under which what stands between two spaces is indexed.

    Those of the token, and the whole when it has several: « burn-out » is also `burnout`.
    """
    folded = _split(fold(token))
    accented = folded if token.isascii() else _split(unicodedata.normalize("NFKC", lower(token)))
    if len(accented) != len(folded):
        accented = folded  # letters of another writing, that no stem has
    pairs = [pair for pair in zip(folded, accented, strict=True) if pair[0] not in STOP_WORDS]
    if len(pairs) > 1:
        pairs.append(("".join(form for form, _ in pairs), "".join(word for _, word in pairs)))
    return tuple(Word(_FEMININE.sub(r"\1e", form), _stem(word)) for form, word in pairs)


def _split(text: str) -> list[str]:
    if text.isalpha():
        return [text]
    words = _WORD.findall(text)
    return [_ELISION.sub("", _ELISION.sub("", word)).replace("'", "") for word in words]


def _stem(word: str) -> str:
    """Its accents serve: « recyclée » and « recycler » have one stem, « recyclee » another.

    Snowball makes double letters one, and « tonne » a form of « toner »: not where little is left.
    """
    stem: str = _STEMMER.stemWord(word)
    is_halved = len(stem) <= _SHORT and word.startswith(stem + stem[-1:])
    return fold(stem + stem[-1] if is_halved else stem)
