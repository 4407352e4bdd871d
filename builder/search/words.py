"""What the search engine takes for a word, in French.

The browser reads a question the same way (`theme/components/recherche/moteur.js`, which a test
keeps in step): else « l’eau » would not find « eau ».
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from Stemmer import Stemmer

from builder.normalise import fold, lower

if TYPE_CHECKING:
    from collections.abc import Iterable

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
AROUND = '.,;:!?…()[]«»"'
"""What most often stands around a word: without it, three in four are found with no search."""
_ELISION = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=.)")
_FEMININE = re.compile(r"(..)ees?$")

_STEMMER = Stemmer("french", 0)
_SHORT = 3
"""Letters of a stem that says little."""


_Pair = tuple[str, str]
"""A word folded, and the same with its accents."""


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
    return tuple(_agree(word) for word in words if word not in STOP_WORDS)


def read_tokens(tokens: Iterable[str]) -> dict[str, tuple[Word, ...]]:
    """Return what stands between two spaces → the words under which it is indexed.

    Those of the token, and the whole when it has several: « burn-out » is also `burnout`. All
    tokens are folded in one go, and each word is stemmed once.
    """
    bare = {token: token.strip(AROUND) for token in tokens}
    texts = list(dict.fromkeys(bare.values()))
    if not texts:
        return {}
    accented = unicodedata.normalize("NFKC", lower("\n".join(texts))).split("\n")
    pairs = dict(zip(texts, map(_pairs, fold_all(texts), accented), strict=True))
    words = _make_words(pair for found in pairs.values() for pair in found)
    known = {text: tuple([words[pair] for pair in found]) for text, found in pairs.items()}
    return {token: known[text] for token, text in bare.items()}


def fold_all(texts: Iterable[str]) -> list[str]:
    """Do what `fold` does to texts of one line each, in one go."""
    lines = list(texts)
    if not lines:
        return []
    letters = unicodedata.normalize("NFKD", lower("\n".join(lines)))
    for char in filter(unicodedata.combining, {*letters}):
        letters = letters.replace(char, "")
    folded = letters.split("\n")
    return [" ".join(line.split()) for line in folded] if " " in letters else folded


def _pairs(folded: str, accented: str) -> list[_Pair]:
    """Return the words of a token, folded and with their accents."""
    if folded.isalpha() and accented.isalpha():
        return [] if folded in STOP_WORDS else [(folded, accented)]
    forms, words = _split(folded), _split(accented)
    if len(words) != len(forms):
        words = forms  # letters of another writing, that no stem has
    pairs = [pair for pair in zip(forms, words, strict=True) if pair[0] not in STOP_WORDS]
    if len(pairs) > 1:
        pairs.append(("".join(form for form, _ in pairs), "".join(word for _, word in pairs)))
    return pairs


def _make_words(pairs: Iterable[_Pair]) -> dict[_Pair, Word]:
    distinct = list(dict.fromkeys(pairs))
    stems = _stem([word for _, word in distinct])
    return {pair: Word(_agree(pair[0]), stem) for pair, stem in zip(distinct, stems, strict=True)}


def _split(text: str) -> list[str]:
    bare = text.strip(AROUND)
    if bare.isalpha():
        return [bare]
    words = _WORD.findall(text)
    return [_ELISION.sub("", _ELISION.sub("", word)).replace("'", "") for word in words]


def _agree(form: str) -> str:
    """« recyclée » typed without its accent is still a form of « recyclé »."""
    return _FEMININE.sub(r"\1e", form) if "ee" in form else form


def _stem(words: list[str]) -> list[str]:
    """Their accents serve: « recyclée » and « recycler » have one stem, « recyclee » another.

    Snowball makes double letters one, and « tonne » a form of « toner »: not where little is left.
    """
    stems = map(_unhalve, words, _STEMMER.stemWords(words))
    return fold_all(stems)


def _unhalve(word: str, stem: str) -> str:
    is_halved = len(stem) <= _SHORT and word.startswith(stem + stem[-1:])
    return stem + stem[-1:] if is_halved and stem else stem or word
