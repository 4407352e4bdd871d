"""The catalogue as open data and as a feed."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from builder.model import Catalogue, Fiche
    from builder.site import Site

LICENSE = "https://creativecommons.org/licenses/by/4.0/deed.fr"
_FEED_LENGTH = 50
"""Entries of the feed: the newest; a feed is news, not the catalogue."""
_FORMULA = re.compile(
    r"[\s\x00-\x1f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]"
    r"|[\t\r\n]"
)
"""What a spreadsheet may take for the start of a formula, wide signs and unseen ones before it
included (https://owasp.org/www-community/attacks/CSV_Injection); as `FORMULA` of selection.js."""
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML document may hold, even escaped (https://www.w3.org/TR/xml/#charsets)."""
_IN_ATTRIBUTE = str.maketrans({'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def as_json(catalogue: Catalogue, site: Site) -> str:
    """Write `fiches.json`: every listed fiche, by its keys, on one line."""
    fiches = ",\n".join(_dump(_record(fiche, site)) for fiche in catalogue.listed)
    head = f'{{"site": {_dump(site.name)},\n"licence": {_dump(LICENSE)},\n"fiches": [\n'
    return f"{head}{fiches}\n]}}\n"


def as_csv(catalogue: Catalogue, site: Site) -> str:
    """Write `fiches.csv`, for a spreadsheet: a BOM, semicolons, no cell that is a formula."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    records = [_record(fiche, site) for fiche in catalogue.listed]
    writer.writerow(_COLUMNS)
    writer.writerows([_cell(record[column]) for column in _COLUMNS] for record in records)
    return "\ufeff" + out.getvalue()


def as_atom(catalogue: Catalogue, site: Site) -> str:
    """Write `feed.xml` (Atom, RFC 4287): the newest fiches that say when they changed."""
    dated = [fiche for fiche in catalogue.listed if fiche.last_change]
    newest = sorted(dated, key=lambda fiche: (fiche.last_change or 0, fiche.slug), reverse=True)
    newest = newest[:_FEED_LENGTH]
    updated = _instant(newest[0]) if newest else "1970-01-01T00:00:00Z"
    entries = "".join(_entry(fiche, site) for fiche in newest)
    home, own = _escape(site.absolute("")), _quoteattr(site.absolute("feed.xml"))
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">\n'
        f"<title>{_escape(site.name)}</title>\n"
        f"<subtitle>{_escape(site.description)}</subtitle>\n"
        f"<id>{home}</id>\n<updated>{updated}</updated>\n"
        f'<link rel="self" type="application/atom+xml" href={own}/>\n'
        f'<link rel="alternate" type="text/html" href={_quoteattr(site.absolute(""))}/>\n'
        f"<author><name>{_escape(site.name)}</name></author>\n"
        f"<rights>CC BY 4.0</rights>\n{entries}</feed>\n"
    )


def robots(site: Site) -> str:
    """Write `robots.txt`."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.absolute('sitemap.xml')}\n"


_COLUMNS = (
    "title",
    "description",
    "company",
    "sector",
    "nature",
    "maturity",
    "financialinvest",
    "humaninvest",
    "duree",
    "cout",
    "odd",
    "iso26000",
    "date",
    "updated",
    "url",
)


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _record(fiche: Fiche, site: Site) -> dict[str, Any]:
    return {
        "title": fiche.title,
        "slug": fiche.slug,
        "description": fiche.description,
        "company": list(fiche.company),
        "sector": [value.label for value in fiche.sector],
        "nature": [value.label for value in fiche.nature],
        "maturity": fiche.maturity.label,
        "financialinvest": fiche.financialinvest.label,
        "humaninvest": fiche.humaninvest.label,
        "enbref": list(fiche.enbref),
        "duree": fiche.duree,
        "cout": fiche.cout,
        "odd": [value.rank for value in fiche.odd],
        "iso26000": [value.label for value in fiche.iso26000],
        "sources": list(fiche.sources),
        "date": fiche.date.isoformat() if fiche.date else None,
        "updated": fiche.updated.isoformat() if fiche.updated else None,
        "url": site.absolute(f"fiches/{fiche.slug}/"),
    }


def _cell(value: Any) -> str:
    """A spreadsheet runs what starts like a formula: an apostrophe makes it a text (OWASP)."""
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")
    return f"'{text}" if _FORMULA.match(text) else text


def _entry(fiche: Fiche, site: Site) -> str:
    address = site.absolute(f"fiches/{fiche.slug}/")
    categories = "".join(f"<category term={_quoteattr(value.label)}/>" for value in fiche.nature)
    published = f"<published>{fiche.date.isoformat()}T00:00:00Z</published>" if fiche.date else ""
    summary = fiche.description or fiche.title
    return (
        f"<entry><title>{_escape(fiche.title)}</title><id>{_escape(address)}</id>"
        f'<link rel="alternate" type="text/html" href={_quoteattr(address)}/>'
        f"<updated>{_instant(fiche)}</updated>{published}{categories}"
        f"<summary>{_escape(summary)}</summary></entry>\n"
    )


def _escape(text: str) -> str:
    """`xml.sax.saxutils` would do, and loads all that speaks HTTP: a tenth of a short check."""
    return html.escape(_NO_XML.sub("", text), quote=False)


def _quoteattr(text: str) -> str:
    return f'"{_escape(text).translate(_IN_ATTRIBUTE)}"'


def _instant(fiche: Fiche) -> str:
    return f"{fiche.last_change}T00:00:00Z"
