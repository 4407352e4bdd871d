"""The addresses a sheet asks for, or points to."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from builder.diagnostics.rules.catalogue import AdresseCorrigee, AdresseVide
from builder.diagnostics.rules.contenu import HreflangInvalide, JsonLdInvalide, TraceurTiers
from builder.model import Hreflang
from builder.normalise import make_slug

if TYPE_CHECKING:
    from builder.validate.report import Report
    from builder.validate.shapes import Checked


def choose_slug(wanted: str, title: str, title_key: str, report: Report) -> str:
    """Return the last part of the page's address; empty when none can be made (FP402, FP403)."""
    slug = make_slug(wanted or title)
    path = ("slug",) if wanted else (title_key,)
    if not slug and (wanted or title):
        report.tell(AdresseVide, path, value=wanted or title)
    elif wanted and wanted != slug:
        report.tell(AdresseCorrigee, path, value=wanted, slug=slug)
    return slug


def choose_hreflangs(items: list[str | Checked], report: Report) -> tuple[Hreflang, ...]:
    """Keep the https addresses (FP307)."""
    kept = []
    for index, item in enumerate(items):
        lang, url = ("", item) if isinstance(item, str) else (item["lang"], item["url"])
        if is_https(url):
            kept.append(Hreflang(lang if lang.replace("-", "").isalnum() else "x-default", url))
        else:
            report.tell(HreflangInvalide, ("hreflangs", index), value=url)
    return tuple(kept)


def check_schemajson(text: str, report: Report) -> str:
    """Return the JSON of the sheet, compact, or nothing when it is none (FP306)."""
    if not text:
        return ""
    try:
        parsed = json.loads(text, parse_constant=_refuse_constant)
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
