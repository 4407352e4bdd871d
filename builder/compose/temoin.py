"""From a raw sheet to a `Temoin`."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from builder.compose.body import read_body
from builder.compose.outline import make_sections
from builder.diagnostics.rules.contenu import LienRefuse
from builder.model import Citation, Indicateur, Temoin
from builder.validate.blank import tell_blank
from builder.validate.choices import choose, choose_kind, choose_open, choose_size
from builder.validate.hidden import check_hidden
from builder.validate.indicators import check_founded, check_indicateur
from builder.validate.links import is_web_address, refuse_link
from builder.validate.report import Report
from builder.validate.sheets import TEMOIN
from builder.validate.slugs import choose_slug

if TYPE_CHECKING:
    from builder.diagnostics.model import Diagnostic
    from builder.model import Section
    from builder.parse.raw import RawSheet
    from builder.validate.shapes import Checked
    from builder.vocabulary import Vocabulary
_HOST = re.compile(r"[^\s/:]+\.[^\s/:]+")
"""The start of an address written without its scheme: « apnos.fr/contact »."""


def compose_temoin(
    raw: RawSheet, vocabulary: Vocabulary
) -> tuple[Temoin | None, tuple[Diagnostic, ...]]:
    """Check a witness and make its record; None when it has no company."""
    report = Report(raw)
    if tell_blank(raw, TEMOIN, report):
        return None, report.diagnostics
    head = TEMOIN.check(raw.values, (), report)
    check_hidden(raw, report)
    slug = choose_slug(head["slug"], head["company"], "company", report)
    kind = choose_kind(head["kind"], report)
    website = _website(head["website"], report)
    check_founded(head["founded"], report)
    size_class = choose_size(vocabulary, head["size"], report)
    sectors = head["sector"] if any(head["sector"]) else None
    sector = choose_open(vocabulary["sector"], sectors, report) if sectors else ()
    indicateurs = tuple(
        _indicateur(item, index, vocabulary, report)
        for index, item in enumerate(head["indicateurs"])
        if item["valeurs"]
    )
    if not slug:
        return None, report.diagnostics
    temoin = Temoin(
        slug=slug,
        company=head["company"],
        kind=kind,
        activity=head["activity"],
        sector=sector,
        size=head["size"] if isinstance(head["size"], int) else None,
        size_class=size_class,
        founded=head["founded"],
        territory=head["territory"],
        website=website,
        labels=tuple(head["labels"]),
        citations=tuple(Citation(**item) for item in head["citations"] if item["texte"]),
        indicateurs=indicateurs,
        sections=compose_story(raw),
        is_draft=head["draft"],
        path=raw.source.path,
        locate=partial(raw.place, ("slug",) if head["slug"] else ("company",)),
    )
    return temoin, report.diagnostics


def compose_story(raw: RawSheet) -> tuple[Section, ...]:
    """Return the sections of a witness, whatever its head is worth."""
    return make_sections(read_body(raw))


def _website(url: str, report: Report) -> str:
    if not url:
        return ""
    address = f"https://{url}" if _HOST.match(url) else url
    if is_web_address(address):
        return address
    cure = refuse_link(address) or "écrivez une adresse qui commence par `https://`"
    report.tell(LienRefuse, ("website",), value=url, cure=cure)
    return ""


def _indicateur(item: Checked, index: int, vocabulary: Vocabulary, report: Report) -> Indicateur:
    check_indicateur(item, index, report)
    path = ("indicateurs", index, "nature")
    nature = item["nature"]
    return Indicateur(
        nom=item["nom"],
        unite=item["unite"],
        nature=choose(vocabulary["nature"], nature, path, report) if nature else None,
        valeurs=tuple(item["valeurs"].items()),
        estime=frozenset(item["estime"]),
        source=item["source"],
    )
