"""The files of the search, as they are published."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from builder.search.entries import take_record
from builder.search.lexicon import make_leaves
from builder.search.shelf import as_texts, read_values, write_values
from builder.search.suggestions import make_words
from builder.search.totals import total_up
from builder.search.words import STOP_WORDS, Word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from builder.search.entries import Entry
    from builder.search.shelf import Shelf
    from builder.search.totals import Totals

FOLDER = "recherche/"
_MARK = hashlib.blake2b(b"the files of the search", digest_size=16).digest()
"""The shelf holds the files of the last build."""
TEXTS = (b"textes ici", b"textes ailleurs")
"""Where the shelf holds the digests of its texts: of those that each of two processes wrote."""


def make_search_files(entries: Sequence[Entry], shelf: Shelf) -> Iterator[tuple[str, bytes]]:
    """Give address and content of the index, then of the texts, each when it is asked for.

    Args:
        entries: The pages, sorted by address.
        shelf: What the last build put there spares most of the work.
    """
    yield from make_index(entries, shelf).items()
    for entry in entries:
        yield make_text(entry, shelf)


def make_text(entry: Entry, shelf: Shelf) -> tuple[str, bytes]:
    """Return what excerpts of a page are cut from, and its address.

    Those of five thousand pages take fifty megabytes.
    """
    return text_address(entry), take_record(entry, shelf).excerpts.encode()


def text_address(entry: Entry) -> str:
    """Return the address of a text: `textes/…`, under that of its page."""
    return f"{FOLDER}textes/{_path(entry.address)}.txt"


def recall_digests(shelf: Shelf) -> dict[str, str]:
    """Return the digests of the texts of the last build, by the names of their pages."""
    found: dict[str, str] = {}
    for part in TEXTS:
        try:
            names, digests = read_values(shelf.get(part) or b"", 2)
            found |= zip(as_texts(names), as_texts(digests), strict=True)
        except ValueError:
            continue
    return found


def keep_digests(shelf: Shelf, part: bytes, digests: Mapping[str, str]) -> None:
    """Keep the digests of texts that one of two processes wrote, by the names of their pages."""
    shelf.put(part, write_values([[*digests], [*digests.values()]]))


def make_index(entries: Sequence[Entry], shelf: Shelf) -> Mapping[str, bytes]:
    """Return address → content, but the texts; nothing when nothing can be found.

    `index.json` names the others, after their content: browsers may keep them. `formes.*` hold the
    words, by their start; `pages.*`, the pages, in the order that words count them; `mots.*`, the
    words to suggest.
    """
    names = "\n".join(entry.name for entry in entries)
    pages = hashlib.blake2b(names.encode(), digest_size=16).hexdigest()
    files = _recall(pages, shelf)
    if files is None:
        files = _make_index(total_up(entries, shelf), [_path(entry.address) for entry in entries])
        shelf.put(_MARK, write_values([pages, [*files], [*files.values()]]))
    return {FOLDER + name: text.encode() for name, text in files.items()}


def _recall(pages: str, shelf: Shelf) -> Mapping[str, str] | None:
    """Return the files of the last build, if its pages were the same."""
    content = shelf.get(_MARK)
    if content is None:
        return None
    try:
        noted, names, texts = read_values(content, 3)
        files = dict(zip(as_texts(names), as_texts(texts), strict=True))
    except ValueError:
        return None
    return files if noted == pages else None


def _make_index(totals: Totals, paths: Sequence[str]) -> Mapping[str, str]:
    if not totals.words:
        return {}
    words = [Word._make(spelt.split("\t")) for spelt in sorted(totals.words)]
    leaves = make_leaves(words, totals.signs)
    lexicon = dict(_named("formes", "txt", leaf.text) for leaf in leaves)
    pages_name, listed_pages = _named("pages", "txt", "\n".join(paths))
    words_name, listed_words = _named("mots", "json", make_words(totals.tokens))
    root = {
        "pages": pages_name,
        "mots": words_name,
        "vides": " ".join(sorted(STOP_WORDS)),
        "debuts": [leaf.start for leaf in leaves],
        "formes": [*lexicon],
    }
    files = {
        "index.json": json.dumps(root, ensure_ascii=False, separators=(",", ":")),
        pages_name: listed_pages,
        words_name: listed_words,
        **lexicon,
    }
    return {name: files[name] for name in sorted(files)}


def _path(address: str) -> str:
    return address.removesuffix("/")


def _named(name: str, suffix: str, text: str) -> tuple[str, str]:
    """Name a file after its content: a browser that has it need not ask for it again."""
    return f"{name}.{hashlib.sha256(text.encode()).hexdigest()[:8]}.{suffix}", text
