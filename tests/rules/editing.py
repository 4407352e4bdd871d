"""What an editor says of one sheet: the records' checks and the review, as a library joins them."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from builder.compose.fiche import compose_fiche, compose_sections
from builder.compose.temoin import compose_temoin
from builder.diagnostics import sort
from builder.parse.raw import parse_sheet
from builder.source import decode
from builder.validate.review import review_fiche, review_temoin
from tests.sheets import Told, blocs_text, fiche_text, vocabulary, whole_body

if TYPE_CHECKING:
    from builder.parse.raw import RawSheet


def reviewed(text: str) -> Told:
    """Check a fiche and review it."""
    raw = _parse(text, "content/fiches/essai.md")
    fiche, told = compose_fiche(raw, vocabulary())
    sections = fiche.sections if fiche else compose_sections(raw)
    return Told(fiche, (), sort([*told, *review_fiche(raw, sections)]))


def reviewed_temoin(text: str) -> Told:
    """Check a witness and review it."""
    raw = _parse(text, "content/temoins/essai.md")
    temoin, told = compose_temoin(raw, vocabulary())
    sections = temoin.sections if temoin else ()
    return Told(temoin, (), sort([*told, *review_temoin(raw, sections)]))


def whole_fiche(text: str = "Dit ici.", **keys: str | None) -> str:
    """Write a fiche with its nine sections; a text stands in « En pratique », from line 29."""
    return fiche_text(whole_body(en_pratique=text), **keys)


def whole_blocs(*first: str, **keys: str) -> str:
    """Write a fiche whose first sections are blocs, and whose body has all nine."""
    return blocs_text(*first, **keys) + f"\n{whole_body()}"


def marked(told: Told, code: str) -> list[str]:
    """Return what is marked in the file, for each remark of a code."""
    spans = [
        (found.place.source.text, found.place.span)
        for found in told.diagnostics
        if found.code == code
    ]
    return [text[span.start : span.end] for text, span in spans if span is not None]


def _parse(text: str, path: str) -> RawSheet:
    raw, found = parse_sheet(decode(text.encode(), PurePosixPath(path)))
    assert raw is not None, found
    return raw
