"""What a sheet says to machines: translations, JSON-LD, trackers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from builder.diagnostics.rules.contenu import HreflangInvalide, JsonLdInvalide, TraceurTiers
from builder.model import Hreflang

if TYPE_CHECKING:
    from builder.validate.report import Report
    from builder.validate.shapes import Checked


def choose_hreflangs(items: list[str | Checked], report: Report) -> tuple[Hreflang, ...]:
    """Keep the https addresses (FP307)."""
    kept = []
    for index, item in enumerate(items):
        lang, url = ("", item) if isinstance(item, str) else (item["lang"], item["url"])
        if is_https(url):
            kept.append(Hreflang(lang if lang.replace("-", "").isalnum() else "x-default", url))
        elif item:
            path = ("hreflangs", index) if isinstance(item, str) else ("hreflangs", index, "url")
            value = f"« {url} »" if url else "`url` est vide ou absente"
            report.tell(HreflangInvalide, path, value=value)
    return tuple(kept)


def check_schemajson(text: str, report: Report) -> str:
    """Return the JSON of the sheet, compact, or nothing when it is none (FP306)."""
    if not text:
        return ""
    try:
        parsed = json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=_refuse_twice)
        compact = json.dumps(parsed, ensure_ascii=False, separators=(",", ":"))
        compact.encode()  # half a pair of surrogates, « \ud83d » alone, is no text
    except (ValueError, RecursionError):
        parsed, compact = None, ""
    if not isinstance(parsed, dict | list):
        report.tell(JsonLdInvalide, ("schemajson",))
        return ""
    return compact


def _refuse_constant(name: str) -> None:
    """Refuse `NaN` and `Infinity`, which Python reads and JSON does not have."""
    raise ValueError(name)


def _refuse_twice(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Refuse a key written twice: each reader of JSON keeps the one it likes (RFC 8259)."""
    table = dict(pairs)
    if len(table) < len(pairs):
        raise ValueError(pairs)
    return table


def check_trackers(value: object, report: Report) -> None:
    """Tell that third-party code is never published (FP305)."""
    if value:
        report.tell_key(TraceurTiers, ("trackers",))


def is_https(url: str) -> bool:
    """Tell whether an address is a whole https one."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme == "https" and "." in parts.netloc and not set(url) & set(" \t\n\"'<>\\")
