"""Structured data for search engines (schema.org): valid JSON that cannot close its script."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from builder.model import Fiche, Temoin
    from builder.render.views import CardView, LinkView
    from builder.site import Site

_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def write(data: Any) -> str:
    """Write JSON that may stand inside `<script>`: no `<`, `>` or `&` is left in it."""
    return rewrite(json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def rewrite(compact: str) -> str:
    """Write the JSON of a sheet in the same safe way.

    As a text: in JSON these characters stand in strings only. Parsed once more, what was just not
    too deep for Python when it was checked could be so here.
    """
    for char, escaped in _UNSAFE.items():
        compact = compact.replace(char, escaped)
    return compact


def article(fiche: Fiche, address: str, minutes: int, site: Site) -> dict[str, Any]:
    """Describe a fiche (https://schema.org/Article)."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": fiche.title,
        "description": fiche.description,
        "inLanguage": "fr",
        "url": site.absolute(address),
        "articleSection": [value.label for value in fiche.nature],
        "timeRequired": f"PT{minutes}M",
        "isAccessibleForFree": True,
        "license": "https://creativecommons.org/licenses/by/4.0/deed.fr",
        "publisher": {"@type": "Organization", "name": site.name},
    }
    if fiche.company:
        data["mentions"] = [{"@type": "Organization", "name": name} for name in fiche.company]
    if fiche.date:
        data["datePublished"] = fiche.date.isoformat()
    if fiche.last_change:
        data["dateModified"] = fiche.last_change.isoformat()
    return data


def breadcrumb(crumbs: tuple[LinkView, ...], site: Site) -> dict[str, Any]:
    """Describe a breadcrumb (https://schema.org/BreadcrumbList)."""
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": crumb.label,
                "item": site.absolute(crumb.address),
            }
            for position, crumb in enumerate(crumbs, 1)
        ],
    }


def collection(
    title: str, address: str, cards: tuple[CardView, ...], site: Site, first: int = 1
) -> dict[str, Any]:
    """Describe a page of cards (https://schema.org/CollectionPage); `first` is its first rank."""
    return {
        "@context": "https://schema.org",
        "@type": "CollectionPage",
        "name": title,
        "inLanguage": "fr",
        "url": site.absolute(address),
        "mainEntity": {
            "@type": "ItemList",
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": position,
                    "name": card.title,
                    "url": site.absolute(card.address),
                }
                for position, card in enumerate(cards, first)
            ],
        },
    }


def organization(temoin: Temoin, address: str, site: Site) -> dict[str, Any]:
    """Describe a witness (https://schema.org/Organization)."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": temoin.company,
        "mainEntityOfPage": site.absolute(address),
    }
    optional = {
        "description": temoin.activity,
        "url": temoin.website,
        "areaServed": temoin.territory,
        "foundingDate": str(temoin.founded or ""),
    }
    data |= {key: words for key, words in optional.items() if words}
    if temoin.size is not None:
        data["numberOfEmployees"] = {"@type": "QuantitativeValue", "value": temoin.size}
    return data
