"""From a raw sheet to a `Fiche`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from builder.compose.blocs import read_blocs
from builder.compose.body import read_body
from builder.compose.outline import make_sections
from builder.model import Fiche, RichText
from builder.validate.addresses import (
    check_schemajson,
    check_trackers,
    choose_hreflangs,
)
from builder.validate.blank import tell_blank
from builder.validate.choices import choose, choose_all, choose_odd, choose_open, choose_subjects
from builder.validate.companies import split_companies
from builder.validate.hidden import check_hidden
from builder.validate.report import Report
from builder.validate.sheets import FICHE
from builder.validate.slugs import choose_slug
from builder.validate.titles import check_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.diagnostics.model import Diagnostic, Place
    from builder.model import Section
    from builder.parse.keypath import KeyPath
    from builder.parse.raw import RawSheet
    from builder.validate.shapes import Checked
    from builder.vocabulary import Value, Vocabulary


def compose_fiche(
    raw: RawSheet, vocabulary: Vocabulary
) -> tuple[Fiche | None, tuple[Diagnostic, ...]]:
    """Check a sheet and make its record.

    Returns:
        The fiche, or None when something it cannot do without is missing or unknown; and what
        was found on the way (FP1xx, FP2xx, FP3xx of the head, FP402, FP403).
    """
    report = Report(raw)
    if tell_blank(raw, FICHE, report):
        return None, report.diagnostics
    head = FICHE.check(raw.values, (), report)
    check_trackers(raw.values.get("trackers"), report)
    check_title(head["title"], report)
    check_hidden(raw, report)
    natures = choose_all(vocabulary["nature"], head["nature"], report)
    choices = {key: _choose_one(vocabulary, key, head[key], report) for key in _SINGLE}
    slug = choose_slug(head["slug"], head["title"], "title", report)
    schemajson = check_schemajson(head["schemajson"], report)
    maturity, financialinvest, humaninvest = (choices[key] for key in _SINGLE)
    hreflangs = choose_hreflangs(head["hreflangs"], report)
    odd = choose_odd(vocabulary["odd"], head["odd"], report)
    iso26000 = choose_subjects(vocabulary, head["iso26000"], natures, report)
    sector = choose_open(vocabulary["sector"], head["sector"], report)
    if not (slug and natures and maturity and financialinvest and humaninvest):
        return None, report.diagnostics
    fiche = Fiche(
        path=raw.source.path,
        slug=slug,
        title=head["title"],
        description=head["description"],
        company=split_companies(head["company"]),
        sector=sector,
        nature=natures,
        maturity=maturity,
        financialinvest=financialinvest,
        humaninvest=humaninvest,
        sections=_sections(head, raw),
        is_draft=head["draft"],
        is_noindex=head["noindex"],
        is_contentonly=head["contentonly"],
        date=head["date"],
        updated=head["updated"],
        breadcrumb=head["breadcrumb"],
        hreflangs=hreflangs,
        schemajson=schemajson,
        seotexts=tuple(_seotexts(head, raw)),
        enbref=tuple(head["enbref"]),
        odd=odd,
        iso26000=iso26000,
        duree=head["duree"],
        cout=head["cout"],
        sources=tuple(head["sources"]),
        locate=partial(raw.place, ("slug",) if head["slug"] else ("title",)),
        locate_item=partial(_place_item, raw),
    )
    return fiche, report.diagnostics


def compose_sections(raw: RawSheet) -> tuple[Section, ...]:
    """Return the sections of a sheet, whatever its head is worth."""
    return _sections(FICHE.check(raw.values, (), Report(raw)), raw)


_SINGLE = ("maturity", "financialinvest", "humaninvest")


def _choose_one(vocabulary: Vocabulary, key: str, text: str, report: Report) -> Value | None:
    return choose(vocabulary[key], text, (key,), report) if text else None


def _sections(head: Checked, raw: RawSheet) -> tuple[Section, ...]:
    return make_sections([*read_blocs(head["blocs"], raw), *read_body(raw)])


def _seotexts(head: Checked, raw: RawSheet) -> Iterator[RichText]:
    for index, item in enumerate(head["seotexts"]):
        path: KeyPath = ("seotexts", index)
        text, own = (item, path) if isinstance(item, str) else (item["text"], (*path, "text"))
        if text:
            yield RichText(text, partial(raw.place, own))


def _place_item(raw: RawSheet, key: str, index: int) -> Place:
    """Find an item of a list of texts, counted without the blank ones."""
    items = raw.values.get(key)
    if not isinstance(items, list):
        return raw.place((key,))
    filled = [at for at, item in enumerate(items) if isinstance(item, str) and item.strip()]
    return raw.place((key, filled[index]) if index < len(filled) else (key,))
