"""The files of the search, as they are published."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from typing import TYPE_CHECKING

from builder.search.lexicon import make_leaves
from builder.search.postings import make_postings
from builder.search.suggestions import make_words
from builder.search.terms import BATCH, count_terms, count_tokens
from builder.search.words import STOP_WORDS, read_token

if TYPE_CHECKING:
    from collections.abc import Mapping

    from builder.search.records import SearchRecord

FOLDER = "recherche/"


@lru_cache(maxsize=1)
def make_search_files(records: tuple[SearchRecord, ...]) -> Mapping[str, bytes]:
    """Return address → content; nothing when there is nothing to find.

    The last answer is kept: a preview does not index again for a change in the theme.

    `index.json` names the others, after their content: browsers may keep them. `formes.*` hold the
    words, by their start; `pages.*`, the pages, in the order that words count them; `mots.*`, the
    words to suggest; `textes/…`, what excerpts are cut from, under the address of its page.
    """
    pages = [count_terms(record) for record in records]
    batches = [tuple(pages[first : first + BATCH]) for first in range(0, len(pages), BATCH)]
    tokens = count_tokens(batches)
    words = {word for token in tokens for word in read_token(token)}
    if not words:
        return {}
    leaves = make_leaves(words, make_postings(batches))
    lexicon = dict(_named("formes", "txt", leaf.text) for leaf in leaves)
    pages_name, listed_pages = _named("pages", "txt", "\n".join(map(_path, records)))
    words_name, listed_words = _named("mots", "json", make_words(tokens))
    root = {
        "pages": pages_name,
        "mots": words_name,
        "vides": " ".join(sorted(STOP_WORDS)),
        "debuts": [leaf.start for leaf in leaves],
        "formes": [*lexicon],
    }
    files = {
        "index.json": json.dumps(root, ensure_ascii=False, separators=(",", ":")).encode(),
        pages_name: listed_pages,
        words_name: listed_words,
        **lexicon,
        **{f"textes/{_path(record)}.txt": _text(record) for record in records},
    }
    return {FOLDER + name: files[name] for name in sorted(files)}


def _path(record: SearchRecord) -> str:
    return record.address.removesuffix("/")


def _named(name: str, suffix: str, text: str) -> tuple[str, bytes]:
    """Name a file after its content: a browser that has it need not ask for it again."""
    content = text.encode()
    return f"{name}.{hashlib.sha256(content).hexdigest()[:8]}.{suffix}", content


def _text(record: SearchRecord) -> bytes:
    """What an excerpt is cut from."""
    return f"{record.description} {record.text}".strip().encode()
