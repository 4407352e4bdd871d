"""The word that was meant, where one that is known comes close: « vouliez-vous dire »."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

CLOSE = 0.75
"""How alike two words must be (difflib ratio, 0 to 1)."""
CLOSE_KEY = 0.6
"""The same for keys: a table has few of them."""


def find_closest(word: str, known: Iterable[str], likeness: float = CLOSE) -> str:
    """Return the known word that comes closest; nothing when none is close."""
    from difflib import get_close_matches  # noqa: PLC0415 (content without a mistake asks nothing)

    return next(iter(get_close_matches(word, list(known), n=1, cutoff=likeness)), "")
