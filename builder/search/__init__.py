"""Full-text search: records of the pages in, files for the browser out.

The index is our own, made for this site: a stem for each word (`words`), how much each page says of
it (`terms`), written in few signs (`postings`), all pages together (`totals`), in small files by
start of word (`lexicon`). A browser looks words up there by their forms, without a stemmer
(`moteur.js`).
"""

from builder.search.entries import Entry, entry_of, make_entries
from builder.search.files import (
    FOLDER,
    TEXTS,
    keep_digests,
    make_index,
    make_search_files,
    make_text,
    recall_digests,
    text_address,
)
from builder.search.records import SearchRecord, record_of_fiche
from builder.search.shelf import RecentShelf, Shelf

__all__ = [
    "FOLDER",
    "TEXTS",
    "Entry",
    "RecentShelf",
    "SearchRecord",
    "Shelf",
    "entry_of",
    "keep_digests",
    "make_entries",
    "make_index",
    "make_search_files",
    "make_text",
    "recall_digests",
    "record_of_fiche",
    "text_address",
]
