"""Where an address stands in the text that a sheet writes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from builder.diagnostics.model import Locate, Place, narrow

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPENS = r"""(?:\]\(\s*<?|\]:\s*<?|(?:href|src)\s*=\s*["']?|<)"""
_CLOSES = r"""(?=[\s)>"']|$)"""


def place_link(locate: Locate, address: str, number: int) -> Place:
    """Find an address of a link in its text.

    Args:
        locate: Where the text stands.
        address: As HTML has it, which writes some letters otherwise.
        number: How many links of the same address come before, in the same text.
    """
    place = locate()
    for form in (address, unquote(address)):
        found = list(_spans(place, form))
        if found:
            return place.part(*found[min(number, len(found) - 1)])
    if not address:
        return narrow(place, "]()")
    tries = (narrow(place, form) for form in (address, unquote(address)))
    return next((found for found in tries if found != place), place)


def _spans(place: Place, address: str) -> Iterator[tuple[int, int]]:
    """List the places where an address is that of a link, and not a part of a longer one."""
    if place.passage is None or not address:
        return
    pattern = re.compile(f"{_OPENS}({re.escape(address)}){_CLOSES}", re.IGNORECASE)
    for match in pattern.finditer(place.passage.text):
        yield match.span(1)
