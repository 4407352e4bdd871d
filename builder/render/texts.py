"""The texts of a sheet, rendered: the same whatever catalogue it stands in.

A page asks for them when it is printed: those of a thousand fiches need not be in memory at once.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from builder.index.reading import count_words, reading_minutes
from builder.render.digest import digest
from builder.render.fragments import Fragments, Link, SectionView
from builder.render.glossing import Glossary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import PurePosixPath

    from builder.diagnostics.model import Diagnostic, Locate
    from builder.lexique import Lexique
    from builder.model import Fiche, Section, Temoin
    from builder.render.digest import Item
    from builder.render.uploads import Fault, Upload, Uploads

PAGE_IDS = frozenset(
    {"chiffres", "contenu", "en-bref", "fiches", "q", "sommaire", "sources", "temoin", "voisines"}
)
"""Ids that the templates use: no section may take them."""

DEPTH_2 = "../../"
"""Root of the site seen from `/fiches/x/` or `/temoins/x/`."""

_LEAD = re.compile(r"^([^\W\d_][^*_`:<>\[\]]{1,22}\s?:)\s")


@dataclass(frozen=True, slots=True)
class FicheTexts:
    """The texts of a fiche, rendered."""

    sections: tuple[SectionView, ...]
    enbref: tuple[str, ...]
    """Safe HTML, inline; so are the sources."""
    sources: tuple[str, ...]
    seotexts: tuple[str, ...]
    """Safe HTML."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Where the texts of a fiche are; two that have the same mark are the same."""

    mark: bytes
    load: Callable[[], FicheTexts] = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Glance:
    """What other pages show of the texts of a fiche."""

    minutes: int
    """To read it; 0 where its texts were only looked over."""
    limits: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """The texts of a witness, rendered."""

    sections: tuple[SectionView, ...]
    places: tuple[str, ...]
    """The id of each of its figures."""
    failures: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """What rendering the texts of a page found."""

    ids: frozenset[str]
    """What follows `#` in the address of a place of the page."""
    links: tuple[Link, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    pictures: tuple[tuple[str, Upload | Fault], ...] = ()
    """Address, as written → what there is."""


@dataclass(frozen=True, slots=True)
class RenderedFiche:
    """A fiche whose texts are rendered."""

    texts: Texts
    glance: Glance
    findings: Findings


@dataclass(frozen=True, slots=True)
class RenderedTemoin:
    """A witness whose story is rendered."""

    story: Story
    findings: Findings


@dataclass(frozen=True, slots=True)
class RenderedSheets:
    """Sheets whose texts are rendered: path of their file → what that gave."""

    fiches: Mapping[PurePosixPath, RenderedFiche] = field(default_factory=dict)
    temoins: Mapping[PurePosixPath, RenderedTemoin] = field(default_factory=dict)


def render_fiche(
    fiche: Fiche, lexique: Lexique, uploads: Uploads
) -> tuple[FicheTexts, Glance, Findings]:
    """Render the texts of a fiche."""
    fragments = Fragments(DEPTH_2, uploads, fiche.locate, PAGE_IDS)
    texts = _render(fiche, fragments)
    glance = Glance(_minutes(texts.sections), _limits(fiche))
    glossary = Glossary(lexique, DEPTH_2)
    glossed = replace(
        texts,
        enbref=glossary.section(*texts.enbref),
        sections=_glossed(texts.sections, glossary),
    )
    return glossed, glance, findings_of(fragments)


def look_over_fiche(fiche: Fiche, uploads: Uploads) -> tuple[Glance, Findings]:
    """Find what rendering the texts of a fiche would, where nobody is to see them."""
    fragments = Fragments(DEPTH_2, uploads, fiche.locate, PAGE_IDS, is_shown=False)
    _render(fiche, fragments)
    return Glance(0, _limits(fiche)), findings_of(fragments)


def _render(fiche: Fiche, fragments: Fragments) -> FicheTexts:
    """Render the texts of a fiche; no term of the lexique is linked yet."""
    return FicheTexts(
        sections=tuple(map(fragments.section, fiche.sections)),
        enbref=tuple(
            fragments.inline(_mark_lead(line), _item_place(fiche, "enbref", index))
            for index, line in enumerate(fiche.enbref)
        ),
        sources=tuple(
            fragments.inline(text, _item_place(fiche, "sources", index), cites=True)
            for index, text in enumerate(fiche.sources)
        ),
        seotexts=tuple(map(fragments.rich, fiche.seotexts)),
    )


def hold(texts: FicheTexts) -> Texts:
    """Hold texts in memory."""
    mark = hashlib.blake2b(repr(texts).encode(errors="surrogatepass"), digest_size=20).digest()
    return Texts(mark, lambda: texts)


def render_temoin(temoin: Temoin, lexique: Lexique, uploads: Uploads) -> RenderedTemoin:
    """Render the story of a witness, and name the place of each of its figures."""
    fragments = Fragments(DEPTH_2, uploads, temoin.locate, PAGE_IDS)
    sections = tuple(map(fragments.section, temoin.sections))
    sections = _glossed(sections, Glossary(lexique, DEPTH_2))
    places = tuple(fragments.unique_id(item.nom or "indicateur") for item in temoin.indicateurs)
    if not temoin.has_file:  # its texts are a fiche's, and were told of there
        fragments.forget()
    failures = _digest(section for section in temoin.sections if section.is_failures)
    return RenderedTemoin(Story(sections, places, failures), findings_of(fragments))


def render_sections(sections: tuple[Section, ...], locate: Locate, uploads: Uploads) -> Findings:
    """Render sections that no page shows, for what is wrong with them."""
    fragments = Fragments(DEPTH_2, uploads, locate, PAGE_IDS)
    for section in sections:
        fragments.section(section)
    return findings_of(fragments)


def findings_of(fragments: Fragments) -> Findings:
    """Return what was found on the way, once a page is rendered."""
    pictures = tuple(sorted(fragments.pictures.items(), key=lambda pair: pair[0]))
    return Findings(fragments.ids, tuple(fragments.links), tuple(fragments.diagnostics), pictures)


def _limits(fiche: Fiche) -> tuple[Item, ...]:
    return _digest(section for section in fiche.sections if section.is_limits)


def _digest(sections: Iterable[Section]) -> tuple[Item, ...]:
    return tuple(item for section in sections for item in digest(section.parts))


def _glossed(sections: tuple[SectionView, ...], glossary: Glossary) -> tuple[SectionView, ...]:
    return tuple(replace(section, html=glossary.section(section.html)[0]) for section in sections)


def _item_place(fiche: Fiche, key: str, index: int) -> Locate | None:
    return partial(fiche.locate_item, key, index) if fiche.locate_item else fiche.locate


def _mark_lead(line: str) -> str:
    """Set off the first words of a line of « En bref »: « Premier pas : réunir une équipe »."""
    return _LEAD.sub(r"**\1** ", line, count=1)


def _minutes(sections: tuple[SectionView, ...]) -> int:
    return reading_minutes(count_words("\n".join(section.html for section in sections)))
