"""What the search engine takes for a word, in French.

The browser reads a question the same way (`theme/components/recherche/moteur.js`, which a test
keeps in step): else « l’eau » would not find « eau ».
"""

from __future__ import annotations

import re
from functools import lru_cache

from builder.normalise import fold

NO_WORD = "-"
"""What stands for a token without a word to look for: positions in the text must not move."""

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
"""Without accents the engine’s stemmer no longer knows « recyclée » for a form of « recyclé »."""


def words_of_token(token: str) -> tuple[str, ...]:
    """Return the words to look for in what stands between two spaces, stop words left out.

    « d’eau, » gives `eau`; « aujourd’hui » is one word; « Mont-Blanc » gives two.
    """
    found = (
        _ELISION.sub("", _ELISION.sub("", word)).replace("'", "")
        for word in _WORD.findall(fold(token))
    )
    return tuple(_FEMININE.sub(r"\1e", word) for word in found if word not in STOP_WORDS)


@lru_cache(maxsize=131_072)
def index_token(token: str) -> str:
    """Return the one token that the engine indexes in place of one of the text."""
    return "-".join(words_of_token(token)) or NO_WORD
