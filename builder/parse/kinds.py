"""What a value of TOML is, in French, and the number that a wrong one seems to mean."""

from __future__ import annotations

import datetime as dt
import math
import re

_KINDS: dict[type, str] = {
    str: "un texte",
    int: "un nombre",
    list: "une liste",
    dict: "une table",
    dt.time: "une heure",
}
_LARGEST = 1e15
"""Beyond, a float has no decimals to speak of."""
_THOUSANDS = re.compile(r"(?<=\d)[ .\u00a0\u202f](?=\d{3}(?!\d))")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def name_kind(value: object) -> str:
    """Say what a value is: « un texte », « un nombre à virgule »."""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, float):
        return "un nombre à virgule" if _is_plain(value) else "un nombre"
    return _KINDS.get(type(value), "une date")


def find_number(value: object) -> int | None:
    """Find the whole number that a value means: 16 for `"16 personnes"`, 16 for `16.5`."""
    if isinstance(value, float) and _is_plain(value):
        return int(value)
    found = _NUMBER.findall(_THOUSANDS.sub("", value)) if isinstance(value, str) else []
    is_one = len(found) == 1 and found[0].isdecimal() and int(found[0]) < _LARGEST
    return int(found[0]) if is_one else None


def _is_plain(number: float) -> bool:
    return math.isfinite(number) and abs(number) < _LARGEST
