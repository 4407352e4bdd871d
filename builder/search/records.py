"""What is searched: one lean record a fiche and a witness."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.model import EXPECTED_SECTIONS
from builder.normalise import fold
from builder.render.views import FicheView, TemoinView, temoin_address

if TYPE_CHECKING:
    from collections.abc import Iterable

    from builder.model import Catalogue
    from builder.pages import Page
    from builder.render.fragments import SectionView


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """A page to find. Every text is plain, set as its page shows it: an excerpt shows it."""

    address: str
    """From the root of the site: `fiches/x/`."""
    title: str
    description: str
    company: tuple[str, ...]
    labels: tuple[str, ...]
    """Of its natures and sectors, or of what a witness is."""
    text: str
    """« En bref » and the sections."""


_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^<>\"]*(?:\"[^\"]*\"[^<>\"]*)*>")
_INLINE = frozenset(
    "a abbr b cite code del em i ins kbd mark q s small span strong sub sup u".split()  # noqa: SIM905
)
_BLOCK = "\x00"
_ENDS = (".", ";", ":", "!", "?", "…", "·", ",", "»")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_BLANK = re.compile("[\t\n\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029]")
"""What breaks a line or a word, but the plain space; a browser and Python do not split at all."""
_SPACES = re.compile("  +")
_GENERIC = frozenset(map(fold, EXPECTED_SECTIONS))


def make_records(catalogue: Catalogue, pages: Iterable[Page]) -> tuple[SearchRecord, ...]:
    """Make the records of the fiches and witnesses that search may show, sorted by address.

    Drafts and `noindex` are left out, and so is a witness whose only fiches are.
    """
    retold = {temoin_address(temoin) for temoin in catalogue.temoins if not temoin.has_file}
    shown = [page for page in pages if not page.is_noindex]
    fiches = [_of_fiche(page, page.view) for page in shown if isinstance(page.view, FicheView)]
    temoins = [
        _of_temoin(page, page.view, has_story=page.address not in retold)
        for page in shown
        if isinstance(page.view, TemoinView)
        and (page.address not in retold or _published(page.view))
    ]
    return tuple(sorted([*fiches, *temoins], key=lambda record: record.address))


def _of_fiche(page: Page, view: FicheView) -> SearchRecord:
    return SearchRecord(
        address=page.address,
        title=clean(view.title),
        description=clean(view.description),
        company=tuple(clean(company.label) for company in view.companies),
        labels=tuple(clean(value.label) for value in (*view.natures, *view.sectors)),
        text=_join([*map(plain_text, view.enbref), *map(_section, view.sections)]),
    )


def _of_temoin(page: Page, view: TemoinView, *, has_story: bool) -> SearchRecord:
    """A story that repeats its fiches’ is not indexed twice: their titles stand for it."""
    told = [*map(_section, view.sections), *_sayings(view)] if has_story else _published(view)
    return SearchRecord(
        address=page.address,
        title=clean(view.company),
        description=clean(view.activity),
        company=(),
        labels=tuple(clean(label) for label in (view.kind, *view.labels)),
        text=_join([*(clean(value) for _, value in view.facts), *told]),
    )


def _published(view: TemoinView) -> list[str]:
    return [clean(card.title) for card in view.cards if not card.is_draft]


def _sayings(view: TemoinView) -> list[str]:
    said = [clean(f"«\u00a0{words}\u00a0» {who}") for words, who in view.citations]
    return [*said, *(clean(item.nom) for item in view.indicateurs)]


def _section(section: SectionView) -> str:
    """The titles that every fiche has tell nothing of this one."""
    title = "" if fold(section.title) in _GENERIC else clean(section.title)
    return _join([title, plain_text(section.html)])


def plain_text(fragment: str) -> str:
    """Return the words of safe HTML on one line; a dot in the middle parts blocks that end bare."""
    marked = _TAG.sub(lambda tag: _between(tag[2]), fragment.replace(_BLOCK, ""))
    return _join(block.strip(" ") for block in _smooth(html.unescape(marked)).split(_BLOCK))


def clean(text: str) -> str:
    """Make blanks plain, but those that must not break; take away what is not seen."""
    return _smooth(text.replace(_BLOCK, "")).strip(" ")


def _smooth(text: str) -> str:
    return _SPACES.sub(" ", _BLANK.sub(" ", _UNSEEN.sub("", text)))


def _between(tag: str) -> str:
    if tag in _INLINE:
        return ""
    return " " if tag == "br" else _BLOCK


def _join(blocks: Iterable[str]) -> str:
    joined = ""
    for block in filter(None, blocks):
        joined += ("" if not joined else " " if joined.endswith(_ENDS) else " · ") + block
    return joined
