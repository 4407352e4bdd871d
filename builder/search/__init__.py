"""Full-text search: records of the pages in, files for the browser out.

The index is our own, made for this site: a stem for each word (`words`), how much each page says of
it (`terms`), written in few signs (`postings`), in small files by start of word (`lexicon`). A
browser looks words up there by their forms, without a stemmer (`moteur.js`).
"""

from builder.search.files import FOLDER, make_search_files
from builder.search.records import SearchRecord, make_records

__all__ = ["FOLDER", "SearchRecord", "make_records", "make_search_files"]
