"""Numbers and dates as French typography writes them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

NARROW = "\u202f"
"""Narrow no-break space: between thousands, before « ; ! ? »."""

_TWO = 2
"""French counts in the plural from two on: « 1,9 point », « 2 points »."""

_REMEMBERED = 4_096
"""Counts and numbers whose words are kept: those of pages and of people come back everywhere."""

_FIRST = re.compile(r"^1 ")


def date_words(day: dt.date) -> str:
    """« 1er novembre 2026 », with no-break spaces."""
    from babel.dates import format_date  # noqa: PLC0415 (slow to import, and a check needs none)

    words = _FIRST.sub("1er ", format_date(day, "d MMMM y", locale="fr"))
    return words.replace(" ", "\u00a0")


def number_words(number: float) -> str:
    """« 1 568 729,5 »: comma, narrow spaces, three decimals at most."""
    return _decimal(number, "#,##0.###")


def change_words(first: float, last: float) -> str:
    """« +14,7 % »: the change from one number to another, in per cent of the first."""
    return f"{_signed(100 * (last - first) / abs(first))}\u00a0%"


def points_words(change: float) -> str:
    """« −4 points »: the change of a percentage."""
    return f"{_signed(change)}\u00a0point{'s' if abs(change) >= _TWO else ''}"


def _signed(number: float) -> str:
    sign = "+" if number > 0 else "−" if number < 0 else ""
    return f"{sign}{_decimal(abs(number), '#,##0.#')}"


def _decimal(number: float, pattern: str) -> str:
    return _written(str(number), pattern)


@lru_cache(maxsize=_REMEMBERED)
def _written(number: str, pattern: str) -> str:
    """Write a number given as text: 0.0 and -0.0 are one number, and are not written alike."""
    from babel.numbers import format_decimal  # noqa: PLC0415

    return format_decimal(number, format=pattern, locale="fr").replace("\u00a0", NARROW)


@lru_cache(maxsize=_REMEMBERED)
def plural(count: int, singular: str, several: str = "") -> str:
    """« 1 fiche », « 2 fiches », with a no-break space."""
    word = singular if count < _TWO else several or f"{singular}s"
    return f"{number_words(count)}\u00a0{word}"
