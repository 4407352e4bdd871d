"""Links the terms of the lexique in the texts of a page, where a reader first meets them.

A link opens the explanation in place (`theme/components/depart/depart.js`); where no script runs
it leads to the page of the lexique.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from builder import commonmark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.lexique import Lexique, Term

LEXIQUE = "lexique/"
"""Address of the page, from the root."""

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^<>\"]*(?:\"[^\"]*\"[^<>\"]*)*>")
_CLOSED = frozenset("a button code h1 h2 h3 h4 h5 h6 kbd pre samp summary svg".split())  # noqa: SIM905
"""Elements whose words stay as they are: titles, code, and what is pressed already."""
_REMEMBERED = 1_024
"""Terms whose meaning is kept: nearly every page links some."""


class Glossary:
    """Links terms in the fragments of one page."""

    def __init__(self, lexique: Lexique, root: str) -> None:
        """Start a page.

        Args:
            lexique: The terms.
            root: Relative address of the root of the site: `../../`.
        """
        self._forms = _forms(lexique)
        self._finder = _finder(lexique)
        self._root = root
        self._explained: set[str] = set()

    def section(self, *fragments: str) -> tuple[str, ...]:
        """Link each term at its first use in the fragments of a section: safe HTML in, and out."""
        seen: set[str] = set()
        return tuple(self._gloss(fragment, seen) for fragment in fragments)

    def _gloss(self, fragment: str, seen: set[str]) -> str:
        text = fragment.replace("&nbsp;", "\u00a0")
        found = self._finder.find_matches_as_indexes(_plain(text))
        uses = [(start, end) for _, start, end in found if _is_word(text, start, end)]
        if not uses:
            return fragment
        pieces: list[str] = []
        at = 0
        for start, end in _open_only(text, uses):
            term = self._forms[_plain(text[start:end])]
            if term.slug not in seen:
                seen.add(term.slug)
                pieces += [text[at:start], self._link(term, text[start:end])]
                at = end
        return "".join([*pieces, text[at:]])

    def _link(self, term: Term, words: str) -> str:
        """Link words; the first link of a page carries the meaning for all."""
        meaning = ""
        if term.slug not in self._explained:
            self._explained.add(term.slug)
            meaning = f' data-fp-sens="{_meaning(term)}"'
        address = f"{self._root}{LEXIQUE}#{term.slug}"
        return f'<a class="fp-terme" href="{address}"{meaning}>{words}</a>'


@lru_cache(maxsize=4)
def _forms(lexique: Lexique) -> dict[str, Term]:
    """Return plain form → term; a form may start a sentence."""
    return {
        _plain(html.escape(written, quote=False)): term
        for term in lexique.terms
        for form in term.formes
        for written in (form, form[:1].upper() + form[1:])
    }


@lru_cache(maxsize=4)
def _finder(lexique: Lexique) -> AhoCorasick:
    """Make what finds all forms at once: an alternation of expressions is forty times slower.

    A deterministic automaton is twice as quick as the one the library chooses by itself.
    """
    return AhoCorasick(
        list(_forms(lexique)),
        matchkind=MatchKind.LeftmostLongest,
        implementation=Implementation.DFA,
    )


def _plain(text: str) -> str:
    """Undo what typography changes in a form, sign for sign: places stay the same.

    Three passes of `replace` take a fifth of the time of one `translate`.
    """
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


def _is_word(text: str, start: int, end: int) -> bool:
    """Tell whether what is found is whole words, and no part of a character reference."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or after.isalnum() or before in {"&", "#", "_"} or after == "_")


def _open_only(text: str, uses: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Leave out what stands in a tag or in a closed element."""
    tags = _TAG.finditer(text)
    tag = next(tags, None)
    depth = 0
    for start, end in uses:
        while tag is not None and tag.end() <= start:
            if tag[2] in _CLOSED:
                depth += -1 if tag[1] else 1
            tag = next(tags, None)
        is_in_tag = tag is not None and tag.start() < start
        if not depth and not is_in_tag:
            yield start, end


@lru_cache(maxsize=_REMEMBERED)
def _meaning(term: Term) -> str:
    """Say what a term means, as an attribute: « Responsabilité sociétale des entreprises. … »."""
    long_name = f"{term.developpe[:1].upper()}{term.developpe[1:]}. " if term.developpe else ""
    return html.escape(long_name + commonmark.plain_text(term.definition))
