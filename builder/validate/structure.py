"""The titles of a sheet: which are missing, empty, or at a level that skips one."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from builder.closest import find_closest
from builder.diagnostics.rules.redaction import (
    DebutSansTitre,
    SautDeTitre,
    SectionAbsente,
    SectionVide,
)
from builder.model import EXPECTED_SECTIONS, Heading
from builder.normalise import fold
from builder.parse.toml_strings import quote
from builder.validate.outline import SECTION, SET, Title, Words, read_outline

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from builder.diagnostics.model import Place
    from builder.model import Part, Section
    from builder.parse.raw import RawSheet
    from builder.validate.outline import Item
    from builder.validate.report import Report

_CLOSE = 0.85
"""Likeness of two titles, from 0 to 1: « Résultat » is « Résultats », « Objet » is another."""

_FOLDED = {fold(name): name for name in EXPECTED_SECTIONS}
_SMALL = frozenset(("d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "nos"))
"""Words of a title that do not tell it from another."""

_MOST = 50
"""Titles of a sheet that are compared: more of them is no fiche."""

_WORD = re.compile(r"\w+")
_DEEP = re.compile(r"^ {0,3}(#{1,6})[ \t]", re.MULTILINE)


def check_structure(raw: RawSheet, sections: Sequence[Section], report: Report) -> None:
    """Tell what is wrong with the titles of a fiche (FP601 to FP604).

    Args:
        raw: The sheet.
        sections: What it gives on the page; nothing more is read when all is well there.
        report: Where it is told.
    """
    is_whole = {section.title for section in sections}.issuperset(EXPECTED_SECTIONS)
    if is_whole and sections[0].title and _is_filled(raw, sections) and not _may_jump(raw):
        return
    items = list(read_outline(raw))
    titles = [item for item in items if isinstance(item, Title)]
    lead = _untitled_start(items)
    missing = _tell_near_titles(titles, report)
    if lead is not None:
        missing = _tell_untitled(lead, missing, report)
    _tell_missing(missing, titles, report)
    _tell_empty(items, report)
    _tell_jumps((title for title in titles if not _is_demoted(title, titles)), report)


def check_story(raw: RawSheet, sections: Sequence[Section], report: Report) -> None:
    """Tell what is wrong with the titles of a witness's story, which are free (FP602, FP604)."""
    if _is_filled(raw, sections) and not _may_jump(raw):
        return
    items = list(read_outline(raw))
    _tell_empty(items, report)
    _tell_jumps([item for item in items if isinstance(item, Title)], report)


# --- A first look, at little cost --------------------------------------------------------------


def _is_filled(raw: RawSheet, sections: Iterable[Section]) -> bool:
    if "<!--" in raw.source.text:
        return False
    return all(section.parts and not _has_empty(section.parts) for section in sections)


def _has_empty(parts: Sequence[Part]) -> bool:
    return any(
        isinstance(part, Heading)
        and (after is None or (isinstance(after, Heading) and after.level <= part.level))
        for part, after in zip_longest(parts, parts[1:])
    )


def _may_jump(raw: RawSheet) -> bool:
    """Tell whether a level may be skipped, from the marks alone."""
    if "###" in raw.source.text:
        levels = [1, *(max(SECTION, len(mark)) for mark in _DEEP.findall(raw.body))]
        if any(after > before + 1 for before, after in pairwise(levels)):
            return True
    blocs = raw.values.get("blocs")
    return isinstance(blocs, list) and any(map(_is_deep, blocs))


def _is_deep(bloc: object) -> bool:
    """Tell whether a bloc has another level than that of a section, or titles in its text."""
    if not isinstance(bloc, dict):
        return False
    content = bloc.get("content")
    holder = content if isinstance(content, dict) else bloc
    return (
        holder.get("titlelevel", "2") not in ("2", "")
        or bloc.get("template") == SET
        or any(isinstance(text, str) and "#" in text for text in holder.values())
    )


# --- Sections that are not there ---------------------------------------------------------------


def _tell_near_titles(titles: Sequence[Title], report: Report) -> list[str]:
    """Tell of titles that are almost an expected one (FP601); return the sections still missing."""
    sections = [(fold(title.text), title) for title in titles if title.level <= SECTION]
    free = {text: title for text, title in sections[:_MOST] if text not in _FOLDED}
    missing = []
    for folded, name in _FOLDED.items():
        exact = [title for text, title in sections if text == folded]
        if exact:
            _tell_accents(exact, name, report)
            continue
        holding = [title for text, title in free.items() if _holds(text, folded)]
        if holding and name != EXPECTED_SECTIONS[0]:
            continue  # « Objectifs et contexte » holds both
        # The page of a company is made of the sections that are titled « Entreprise témoin ».
        near = holding[0] if holding else _near(free, folded)
        below = next((title for title in titles if _is_demoted(title, titles, folded)), None)
        if near is not None:
            _tell_instead(near, name, report)
        elif below is not None:
            _tell_too_deep(below, name, report)
        else:
            missing.append(name)
    return missing


def _is_demoted(title: Title, titles: Iterable[Title], folded: str = "") -> bool:
    """Tell whether a sub-heading has the title of a section that is nowhere else."""
    own = fold(title.text)
    if title.level <= SECTION or own not in _FOLDED or own != (folded or own):
        return False
    return not any(other.level <= SECTION and fold(other.text) == own for other in titles)


def _holds(text: str, folded: str) -> bool:
    """Tell whether a title has the words of another among its own."""
    return f" {folded} " in f" {' '.join(_WORD.findall(text))} "


def _near(free: dict[str, Title], folded: str) -> Title | None:
    """Find a title that was meant to be an expected one: a letter or a word of it is missing."""
    close = find_closest(folded, free, _CLOSE)
    if close:
        return free[close]
    wanted = set(folded.split()) - _SMALL
    for text, title in free.items():
        words = set(_WORD.findall(text)) - _SMALL
        if words and words < wanted:
            return title
    return None


def _tell_accents(titles: Iterable[Title], name: str, report: Report) -> None:
    """Tell of a title that is understood, but lacks its accents; capitals often do without."""
    for title in titles:
        letters = "".join(filter(str.isalpha, title.text))
        if not letters.isupper() and _letters(title.text) != _letters(name):
            _tell_instead(title, name, report)


def _letters(text: str) -> list[str]:
    return [char for char in unicodedata.normalize("NFC", text).casefold() if char.isalpha()]


def _tell_instead(title: Title, name: str, report: Report) -> None:
    what = f"ce titre n’est pas tout à fait celui d’une section : « {title.text} »"
    cure = f"vouliez-vous dire `{name}` ?"
    place = title.locate()
    report.tell_at(SectionAbsente, place, fix=_fix(title, place, name), what=what, cure=cure)


def _fix(title: Title, place: Place, name: str) -> str | None:
    """Return what to write at a title that lacks its accents only; nothing else is sure."""
    if place.passage is None or fold(place.passage.text) != fold(name):
        return None
    return quote(name) if title.is_bloc else name


def _tell_too_deep(title: Title, name: str, report: Report) -> None:
    what = f"« {name} » est un sous-titre, pas une section"
    cure = f"écrivez `## {name}`"
    if title.is_bloc:
        cure = 'écrivez `titlelevel = "2"`'
    report.tell_at(SectionAbsente, title.locate(), what=what, cure=cure)


def _tell_missing(missing: Sequence[str], titles: Sequence[Title], report: Report) -> None:
    """Tell of all that is missing at once (FP601), after the section that comes before it."""
    if not missing:
        return
    quoted = ", ".join(f"« {name} »" for name in missing)
    what = f"section absente : {quoted}" if len(missing) == 1 else f"sections absentes : {quoted}"
    if len(missing) == len(EXPECTED_SECTIONS):
        what = "aucune des neuf sections attendues n’est là"
    cure = f"ajoutez `## {missing[0]}` et son texte"
    if len(missing) > 1:
        cure += ", puis les autres"
    report.tell_at(SectionAbsente, _place_before(missing[0], titles, report), what=what, cure=cure)


def _place_before(name: str, titles: Sequence[Title], report: Report) -> Place:
    """Return the place of the last section that should come before one; else of the title."""
    rank = EXPECTED_SECTIONS.index(name)
    before = {fold(other) for other in EXPECTED_SECTIONS[:rank]}
    found = [title for title in titles if title.level <= SECTION and fold(title.text) in before]
    if found:
        return found[-1].locate()
    raw = report.raw
    return raw.key_place(("title",)) if "title" in raw.values else raw.place()


# --- Texts without a title, titles without a text ----------------------------------------------


def _untitled_start(items: Sequence[Item]) -> Words | None:
    """Return the text that a sheet starts with, when titles come after it only."""
    if items and isinstance(items[0], Words) and any(isinstance(item, Title) for item in items):
        return items[0]
    return None


def _tell_untitled(lead: Words, missing: list[str], report: Report) -> list[str]:
    """Tell of a start without a title (FP603); return what is missing besides.

    A start without a title is most often « Entreprise témoin » without its title: one cause.
    """
    first = EXPECTED_SECTIONS[0]
    is_first = first in missing
    title = first if is_first else "Titre"
    cure = f"ajoutez au-dessus un titre, par exemple `## {title}`"
    if lead.is_bloc:
        cure = f'donnez un titre à ce bloc, par exemple `title = "{title}"`'
    report.tell_at(DebutSansTitre, lead.locate(), cure=cure)
    return missing[1:] if is_first else missing


def _tell_empty(items: Sequence[Item], report: Report) -> None:
    for item, after in zip_longest(items, items[1:]):
        if not isinstance(item, Title) or not item.text:
            continue
        if after is None or (isinstance(after, Title) and after.level <= item.level):
            report.tell_at(SectionVide, item.locate(), title=item.text)


# --- Levels ------------------------------------------------------------------------------------


def _tell_jumps(titles: Iterable[Title], report: Report) -> None:
    for title in titles:
        if title.written > title.above + 1:
            level = title.above + 1
            cure = f"écrivez-le avec {level} `#` : `{'#' * level} {title.text}`"
            if title.is_bloc:
                cure = f'écrivez `titlelevel = "{level}"`'
            report.tell_at(
                SautDeTitre,
                title.locate(),
                title=title.text,
                level=title.written,
                above=title.above,
                cure=cure,
            )
