"""From the text of a sheet to its record, and to all that there is to say about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.compose.fiche import compose_fiche, compose_sections
from builder.compose.temoin import compose_story, compose_temoin
from builder.diagnostics.rules.cles import FicheVierge
from builder.parse.raw import parse_sheet
from builder.sheets import LooseTexts, ReadSheet
from builder.stopwatch import Stage, Stopwatch
from builder.validate.companies import namings_of
from builder.validate.review import review_fiche, review_temoin

if TYPE_CHECKING:
    from collections.abc import Iterable

    from builder.diagnostics.model import Diagnostic
    from builder.model import Fiche, Temoin
    from builder.source import Refusal, SourceFile
    from builder.vocabulary import Vocabulary


def read_fiche(
    source: SourceFile | Refusal, vocabulary: Vocabulary, watch: Stopwatch
) -> ReadSheet[Fiche]:
    """Read a fiche; none of its texts is rendered."""
    raw, told = parse_sheet(source)
    if raw is None:
        return ReadSheet(told=told)
    fiche, more = compose_fiche(raw, vocabulary)
    loose = None if fiche else LooseTexts(compose_sections(raw), raw.place, raw.is_draft)
    if _is_blank(more):
        return ReadSheet(fiche, (*told, *more), loose=loose)
    sections = fiche.sections if fiche else loose.sections if loose else ()
    with watch.during(Stage.CHECK):
        reviewed = review_fiche(raw, sections)
    namings = tuple(namings_of(raw, has_file=False))
    return ReadSheet(fiche, (*told, *more, *reviewed), namings, loose)


def read_temoin(
    source: SourceFile | Refusal, vocabulary: Vocabulary, watch: Stopwatch
) -> ReadSheet[Temoin]:
    """Read a witness; its story is not rendered."""
    raw, told = parse_sheet(source)
    if raw is None:
        return ReadSheet(told=told)
    temoin, more = compose_temoin(raw, vocabulary)
    if _is_blank(more):
        return ReadSheet(temoin, (*told, *more))
    with watch.during(Stage.CHECK):
        reviewed = review_temoin(raw, temoin.sections if temoin else compose_story(raw))
    namings = tuple(namings_of(raw, has_file=True))
    return ReadSheet(temoin, (*told, *more, *reviewed), namings)


def _is_blank(told: Iterable[Diagnostic]) -> bool:
    """Tell whether nothing is written in a sheet yet (FP106): that says all there is to say."""
    return any(diagnostic.rule is FicheVierge for diagnostic in told)
