"""Whether a sheet is still the template it was made from."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from builder.diagnostics.rules.cles import FicheVierge

if TYPE_CHECKING:
    from builder.parse.raw import RawSheet
    from builder.validate.report import Report
    from builder.validate.shapes import Table

PROMPTS = ("Pourquoi : ", "Premier pas : ", "À savoir : ")
"""What `fiches new` writes in `enbref`, to be gone on with."""

_GIVEN_TEXTS = {"title", "company", "sector", "slug", "breadcrumb", "kind"}
_GIVEN_OTHERS = {
    **dict.fromkeys(("draft", "noindex", "contentonly"), bool),
    **dict.fromkeys(("date", "updated"), dt.date),
}
"""Keys that a template has, or that whoever makes the file gives on the way."""
_DECORATION = {
    *("align", "color", "content", "forestrylabel", "headtitle", "image", "position"),
    *("size", "style", "template", "title", "titlelevel"),
}
"""Keys of a bloc whose texts the template brings: names of sections, choices of looks."""
_NO_WORDS = re.compile(r"<!--.*?-->|^ {0,3}#{1,6}(?:[ \t][^\n]*)?$", re.DOTALL | re.MULTILINE)


def tell_blank(raw: RawSheet, table: Table, report: Report) -> bool:
    """Tell of a sheet where nothing is written yet, once for all its keys (FP106).

    A witness is the exception: its name alone makes one.

    Returns:
        Whether it is so: nothing else is worth a remark.
    """
    given = _GIVEN_TEXTS if "title" in table.keys else _GIVEN_TEXTS - {"company"}
    if not all(_is_as_given(key, value, given) for key, value in raw.values.items()):
        return False
    if _NO_WORDS.sub("", raw.body).strip():
        return False
    first = [
        f"`{name}`"
        for name, key in table.keys.items()
        if (key.is_required or key.is_advised) and not _has_words(raw.values.get(name, ""))
    ]
    sheet = "cette fiche" if "title" in table.keys else "ce témoin"
    *others, last = first
    keys = f"{', '.join(others)} et {last}" if others else last
    report.tell(FicheVierge, (), sheet=sheet, keys=keys)
    return True


def _is_as_given(key: str, value: object, given: set[str]) -> bool:
    if key in _GIVEN_OTHERS:
        return value == "" or isinstance(value, _GIVEN_OTHERS[key])
    if key in given:
        items = value if isinstance(value, list) else [value]
        return all(isinstance(item, str) for item in items)
    return not _has_words(value)


def _has_words(value: object) -> bool:
    if isinstance(value, str):
        return bool(value.strip()) and f"{value.strip()} " not in PROMPTS
    if isinstance(value, list):
        return any(map(_has_words, value))
    if isinstance(value, dict):
        return any(
            _has_words(inner)
            for key, inner in value.items()
            if isinstance(inner, dict | list) or key not in _DECORATION
        )
    return not isinstance(value, bool)
