"""The files of the search, as they are published."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING

from builder.search.pagefind import build_index
from builder.search.suggestions import make_words
from builder.search.words import STOP_WORDS, words_of_token

if TYPE_CHECKING:
    from collections.abc import Mapping

    from builder.search.records import SearchRecord

FOLDER = "recherche/"


@lru_cache(maxsize=1)
def make_search_files(records: tuple[SearchRecord, ...]) -> Mapping[str, bytes]:
    """Return address → content; nothing when there is nothing to find.

    The last answer is kept: a preview does not index again for a change in the theme.

    Beside the engine’s own files: `adresses.json`, the pages behind the engine’s ids (every result
    is known without loading it) and the words that ask for nothing; `mots.json`, the words to
    suggest.

    Raises:
        BuilderError: the engine is missing or fails.
    """
    if not any(map(_has_words, records)):
        return {}
    index = build_index(records)
    known = {"vides": " ".join(sorted(STOP_WORDS)), "adresses": index.addresses}
    files = index.files | {
        "adresses.json": json.dumps(known, ensure_ascii=False, separators=(",", ":")).encode(),
        "mots.json": make_words(records).encode(),
    }
    return {FOLDER + name: files[name] for name in sorted(files)}


def _has_words(record: SearchRecord) -> bool:
    return any(map(words_of_token, f"{record.title} {record.text}".split()))
