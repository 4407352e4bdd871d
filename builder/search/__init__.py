"""Full-text search: records of the pages in, files for the browser out.

Only `pagefind` knows the engine; another one takes its place by taking records and returning files
and the addresses behind its own ids.
"""

from builder.search.files import FOLDER, make_search_files
from builder.search.records import SearchRecord, make_records

__all__ = ["FOLDER", "SearchRecord", "make_records", "make_search_files"]
