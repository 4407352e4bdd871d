"""Which addresses a sheet may point to."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""Schemes of a link; all others may run code or read files at the reader's."""

_REFUSED = re.compile(r"[<>\"\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\\]")


def is_safe_link(url: str) -> bool:
    """Tell whether an address may stand in a link: a scheme we know, or a page of this site.

    Protocol-relative addresses (`//host`) and those with characters that no address has, hidden
    ones above all, are refused.
    """
    if _REFUSED.search(url) or url.startswith("//"):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    if parts.scheme in {"http", "https"}:
        return bool(parts.netloc)
    return not parts.scheme or parts.scheme in SCHEMES


def is_web_address(url: str) -> bool:
    """Tell whether an address is a whole one, of a page somewhere."""
    return is_safe_link(url) and urlsplit(url).scheme in {"http", "https"}
