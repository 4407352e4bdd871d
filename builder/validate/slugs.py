"""The last part of an address, as a sheet asks for it or as its title gives it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from builder.diagnostics.model import Diagnostic, Place
from builder.diagnostics.rules.catalogue import (
    AdresseCorrigee,
    AdresseInterdite,
    AdresseReservee,
    AdresseTropLongue,
    AdresseVide,
)
from builder.normalise import make_slug
from builder.parse.toml_places import find_places
from builder.parse.toml_strings import quote, read_string
from builder.validate.hidden import HIDDEN

if TYPE_CHECKING:
    from builder.source import SourceFile
    from builder.validate.report import Report
    from builder.vocabulary import Vocabulary

MAX_SLUG = 80
"""Characters; `make_slug` cuts there."""

_FORBIDDEN = re.compile(rf"{HIDDEN.pattern}|[:\\]|\.\.|%[0-9A-Fa-f]{{2}}|/")
_OWN_PAGES = frozenset({"index", "404", "page", "comparer"})
"""The list itself, the page of a wrong address, the folder of the next pages of a list, and the
page that compares the figures of witnesses."""
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)}
)
"""Windows has no folder of that name
(https://learn.microsoft.com/windows/win32/fileio/naming-a-file, read November 2026)."""
_OWN_FOLDERS = frozenset(
    {"404", "a-propos", "accessibilite", "assets", "ce-qui-n-a-pas-marche", "components"}
    | {"contribuer", "ecoconception", "fiches", "index", "lexique", "mentions-legales"}
    | {"recherche", "referentiels", "selection", "temoins", "uploads"}
)
_OWN = "le site a déjà une page ou un dossier de ce nom"
_WINDOWS = "Windows refuse un dossier de ce nom"


def choose_slug(wanted: str, title: str, title_key: str, report: Report) -> str:
    """Return the last part of the page's address; empty when none can be made (FP402 to FP406)."""
    forbidden = _FORBIDDEN.search(wanted)
    if forbidden:
        return _refuse(forbidden[0], wanted, title, report)
    slug = make_slug(wanted or title)
    path = ("slug",) if wanted else (title_key,)
    if not slug:
        if wanted or title:
            report.tell(AdresseVide, path, value=wanted or title)
    elif is_reserved(slug):
        kind = "temoin" if title_key == "company" else "fiche"
        example, reason = f'slug = "{kind}-{slug}"', _reason(slug)
        report.tell(AdresseReservee, path, value=slug, reason=reason, example=example)
    elif len(wanted) > MAX_SLUG:
        report.tell(AdresseTropLongue, path, count=len(wanted), slug=slug)
    elif wanted and wanted != slug:
        report.tell(AdresseCorrigee, path, fix=quote(slug), value=wanted, slug=slug)
    return slug


def is_reserved(slug: str) -> bool:
    """Tell whether neither a fiche nor a witness may have this address."""
    return slug in _OWN_PAGES or slug in _DEVICES


def check_vocabulary_addresses(
    source: SourceFile, vocabulary: Vocabulary
) -> tuple[Diagnostic, ...]:
    """Tell of the addresses of vocabularies that the site uses itself (FP404)."""
    folders = _OWN_FOLDERS | _DEVICES
    pages = _DEVICES | {"index"}
    if not any(
        facet.slug in folders or any(value.slug in pages for value in facet.values)
        for facet in vocabulary
    ):
        return ()
    found = []
    for path, entry in find_places(source.text).items():
        start, end = entry.value.start, entry.value.end
        text = read_string(source.text[start:end], start) if path[-1] == "adresse" else None
        is_facet = len(path) == len(("nature", "adresse"))
        if text and text.text in (folders if is_facet else pages):
            name, reason = text.text, _reason(text.text)
            example = f'adresse = "par-{name}"'
            place = Place(source, entry.value, text)
            found.append(AdresseReservee.at(place, value=name, reason=reason, example=example))
    return tuple(found)


def _refuse(sign: str, wanted: str, title: str, report: Report) -> str:
    """Tell of an address that leads elsewhere (FP405); return the one that it seems to mean."""
    steps = re.split(r"[/\\:]", unquote(HIDDEN.sub("", wanted)))
    last = next(filter(None, map(make_slug, reversed(steps))), "")
    slug = last or make_slug(title)
    name = "de caractère invisible" if HIDDEN.match(sign) else f"`{sign}`"
    place = report.raw.place(("slug",))
    start = place.passage.text.find(sign) if place.passage else -1
    marked = place.part(start, start + len(sign)) if start >= 0 else place
    report.tell_at(AdresseInterdite, marked, value=wanted, sign=name, slug=slug or "trier")
    return slug


def _reason(slug: str) -> str:
    return _WINDOWS if slug in _DEVICES else _OWN
