"""What is searched: one lean record a fiche and a witness."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.model import EXPECTED_SECTIONS
from builder.normalise import fold
from builder.render.addresses import fiche_address, temoin_address
from builder.render.chart import name_words
from builder.render.temoins import citation_words, temoin_facts
from builder.render.typography import typeset

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from builder.model import Fiche, Temoin
    from builder.render.fragments import SectionView
    from builder.render.texts import FicheTexts


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

    @property
    def excerpts(self) -> str:
        """What an excerpt is cut from."""
        return f"{self.description} {self.text}".strip()


_NAMES = "a abbr b cite code del em i ins kbd mark q s small span strong sub sup u"
_REST = r"[^<>\"]*(?:\"[^\"]*\"[^<>\"]*)*>"
_INLINE = re.compile(rf"</?(?:{_NAMES.replace(' ', '|')})(?![a-z0-9]){_REST}")
_BREAK = re.compile(rf"</?br(?![a-z0-9]){_REST}")
_TAG = re.compile(rf"</?[a-z][a-z0-9]*{_REST}")
_BLOCK = "\x00"
_ENDS = (".", ";", ":", "!", "?", "…", "·", ",", "»")
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_BLANKS = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"
"""What breaks a line or a word, but the plain space; a browser and Python do not split at all."""
_SPACES = re.compile("  +")
_GENERIC = frozenset(map(fold, EXPECTED_SECTIONS))


def record_of_fiche(fiche: Fiche, texts: FicheTexts) -> SearchRecord:
    """Make the record of a fiche from its texts, as they are rendered."""
    sections = (piece for section in texts.sections for piece in _section(section))
    return SearchRecord(
        address=fiche_address(fiche),
        title=clean(typeset(fiche.title)),
        description=clean(typeset(fiche.description)),
        company=tuple(map(clean, fiche.company)),
        labels=tuple(clean(value.label) for value in (*fiche.nature, *fiche.sector)),
        text=plain_text(*texts.enbref, *sections),
    )


def record_of_temoin(
    temoin: Temoin, sections: Iterable[SectionView], titles: Iterable[str]
) -> SearchRecord:
    """Make the record of a witness.

    Args:
        temoin: The witness.
        sections: Of its own story.
        titles: Of its fiches: where its story would only repeat theirs, they stand for it.
    """
    facts = (html.escape(value) for _, value in temoin_facts(temoin))
    told = _story(temoin, sections) if temoin.has_file else map(html.escape, titles)
    return SearchRecord(
        address=temoin_address(temoin),
        title=clean(temoin.company),
        description=clean(typeset(temoin.activity)),
        company=(),
        labels=tuple(clean(label) for label in (temoin.kind, *temoin.labels)),
        text=plain_text(*facts, *told),
    )


def _story(temoin: Temoin, sections: Iterable[SectionView]) -> Iterator[str]:
    """Return safe HTML: the sections, what people said, the names of the figures."""
    for section in sections:
        yield from _section(section)
    for words, who in map(citation_words, temoin.citations):
        yield html.escape(f"«\u00a0{words}\u00a0» {who}")
    for item in temoin.indicateurs:
        yield html.escape(name_words(item.nom, item.unite))


def _section(section: SectionView) -> Iterator[str]:
    """The titles that every fiche has tell nothing of this one."""
    if fold(section.title) not in _GENERIC:
        yield html.escape(section.title)
    yield section.html


def plain_text(*fragments: str) -> str:
    """Return the words of safe HTML on one line; a dot in the middle parts blocks that end bare."""
    marked = _BLOCK.join(fragment.replace(_BLOCK, "") for fragment in fragments)
    marked = _TAG.sub(_BLOCK, _BREAK.sub(" ", _INLINE.sub("", marked)))
    return _join(block.strip(" ") for block in _smooth(html.unescape(marked)).split(_BLOCK))


def clean(text: str) -> str:
    """Make blanks plain, but those that must not break; take away what is not seen."""
    return _smooth(text.replace(_BLOCK, "")).strip(" ")


def _smooth(text: str) -> str:
    for char in _UNSEEN:
        text = text.replace(char, "")
    for char in _BLANKS:
        text = text.replace(char, " ")
    return _SPACES.sub(" ", text)


def _join(blocks: Iterable[str]) -> str:
    shown = [block for block in blocks if block]
    parted = [f"{block} " if block.endswith(_ENDS) else f"{block} · " for block in shown[:-1]]
    return "".join([*parted, *shown[-1:]])
