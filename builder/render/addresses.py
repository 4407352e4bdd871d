"""Addresses of pages, from the root of the site, without a leading slash."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from builder.model import Fiche, Temoin
    from builder.vocabulary import Facet, Value


def fiche_address(fiche: Fiche) -> str:
    """Address of a fiche, from the root."""
    return f"fiches/{fiche.slug}/"


def temoin_address(temoin: Temoin) -> str:
    """Address of a witness, from the root."""
    return f"temoins/{temoin.slug}/"


def value_address(facet: Facet, value: Value) -> str:
    """Address of the page of a value, from the root."""
    return f"{facet.slug}/{value.slug}/"
