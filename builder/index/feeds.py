"""The catalogue as open data and as a feed."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from builder.render.french import plural

if TYPE_CHECKING:
    from builder.model import Catalogue, Fiche
    from builder.site import Site

LICENSE = "https://creativecommons.org/licenses/by/4.0/deed.fr"
_FEED_LENGTH = 50
"""Entries of the feed: the newest; a feed is news, not the catalogue."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_json(catalogue: Catalogue, site: Site) -> str:
    """Write `fiches.json`: every listed fiche, by its keys."""
    data = {
        "site": site.name,
        "licence": LICENSE,
        "fiches": [_record(fiche, site) for fiche in catalogue.listed],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


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
    home, own = escape(site.absolute("")), quoteattr(site.absolute("feed.xml"))
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">\n'
        f"<title>{escape(site.name)}</title>\n"
        f"<subtitle>{escape(site.description)}</subtitle>\n"
        f"<id>{home}</id>\n<updated>{updated}</updated>\n"
        f'<link rel="self" type="application/atom+xml" href={own}/>\n'
        f'<link rel="alternate" type="text/html" href={quoteattr(site.absolute(""))}/>\n'
        f"<author><name>{escape(site.name)}</name></author>\n"
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
    "date",
    "updated",
    "url",
)


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
        "odd": list(fiche.odd),
        "sources": list(fiche.sources),
        "date": fiche.date.isoformat() if fiche.date else None,
        "updated": fiche.updated.isoformat() if fiche.updated else None,
        "url": site.absolute(f"fiches/{fiche.slug}/"),
    }


def _cell(value: Any) -> str:
    """A spreadsheet runs what starts like a formula: an apostrophe makes it a text (OWASP)."""
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")
    return f"'{text}" if text.startswith(_FORMULA) else text


def _entry(fiche: Fiche, site: Site) -> str:
    address = site.absolute(f"fiches/{fiche.slug}/")
    categories = "".join(f"<category term={quoteattr(value.label)}/>" for value in fiche.nature)
    published = f"<published>{fiche.date.isoformat()}T00:00:00Z</published>" if fiche.date else ""
    summary = fiche.description or plural(len(fiche.sections), "section")
    return (
        f"<entry><title>{escape(fiche.title)}</title><id>{escape(address)}</id>"
        f'<link rel="alternate" type="text/html" href={quoteattr(address)}/>'
        f"<updated>{_instant(fiche)}</updated>{published}{categories}"
        f"<summary>{escape(summary)}</summary></entry>\n"
    )


def _instant(fiche: Fiche) -> str:
    return f"{fiche.last_change}T00:00:00Z"
