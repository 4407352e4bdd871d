"""Renders the texts of a catalogue, each once, and keeps what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.render.addresses import fiche_address, temoin_address
from builder.render.fragments import Fragments, Link
from builder.render.glossing import LEXIQUE
from builder.render.texts import (
    Findings,
    RenderedFiche,
    RenderedSheets,
    Story,
    findings_of,
    hold,
    render_fiche,
    render_sections,
    render_temoin,
)

if TYPE_CHECKING:
    from builder.diagnostics.model import Diagnostic, Locate
    from builder.lexique import Term
    from builder.model import Catalogue, Fiche, Section, Temoin
    from builder.render.uploads import Uploads


@dataclass(frozen=True, slots=True)
class PageLinks:
    """The ways in and out of a page made from a sheet."""

    address: str
    """Of the page, from the root; empty for texts that no page shows."""
    ids: frozenset[str]
    """What follows `#` in the address of a place of the page."""
    links: tuple[Link, ...]
    is_draft: bool


class Renderer:
    """Renders the texts of one catalogue."""

    def __init__(
        self, catalogue: Catalogue, uploads: Uploads, rendered: RenderedSheets | None = None
    ) -> None:
        """Start a catalogue.

        Args:
            catalogue: What is rendered.
            uploads: Where the pictures are.
            rendered: The sheets whose texts are rendered already.
        """
        self._rendered = rendered or RenderedSheets()
        self.catalogue = catalogue
        self.uploads = uploads
        self.diagnostics: list[Diagnostic] = []
        self.links: list[PageLinks] = []
        """Of the pages rendered so far."""
        self._fiches: dict[str, RenderedFiche] = {}
        self._stories: dict[str, Story] = {}
        self._definitions: dict[str, str] = {}

    def render_all(self) -> None:
        """Render all texts, for what is wrong with them; a page may be made later, or elsewhere.

        Those of a witness without a file are its fiches': nothing more is to be said of them.
        """
        for fiche in self.catalogue.fiches:
            self.render(fiche)
        for temoin in self.catalogue.temoins:
            if temoin.has_file:
                self.story(temoin)
        for term in self.catalogue.lexique.terms:
            self.define(term)

    def render(self, fiche: Fiche) -> RenderedFiche:
        """Render the texts of a fiche, once, and keep what is wrong with them."""
        if fiche.slug not in self._fiches:
            found = self._rendered.fiches.get(fiche.path) or self._render(fiche)
            self._fiches[fiche.slug] = found
            self._keep(found.findings, fiche_address(fiche), is_draft=fiche.is_draft)
        return self._fiches[fiche.slug]

    def story(self, temoin: Temoin) -> Story:
        """Render the story of a witness, once, and keep what is wrong with it."""
        if temoin.slug not in self._stories:
            found = self._rendered.temoins.get(temoin.path) if temoin.path else None
            rendered = found or render_temoin(temoin, self.catalogue.lexique, self.uploads)
            self._keep(rendered.findings, temoin_address(temoin), is_draft=temoin.is_draft)
            self._stories[temoin.slug] = rendered.story
        return self._stories[temoin.slug]

    def define(self, term: Term) -> str:
        """Render the definition of a term, once, and keep what is wrong with it."""
        if term.slug not in self._definitions:
            fragments = Fragments("../", self.uploads, term.locate)
            self._definitions[term.slug] = fragments.inline(term.definition, term.locate)
            self._keep(findings_of(fragments), LEXIQUE, is_draft=False)
        return self._definitions[term.slug]

    def check_sections(
        self, sections: tuple[Section, ...], locate: Locate, *, is_draft: bool
    ) -> None:
        """Render sections that no page shows, for what is wrong with them."""
        self._keep(render_sections(sections, locate, self.uploads), "", is_draft=is_draft)

    def _render(self, fiche: Fiche) -> RenderedFiche:
        texts, glance, findings = render_fiche(fiche, self.catalogue.lexique, self.uploads)
        return RenderedFiche(hold(texts), glance, findings)

    def _keep(self, findings: Findings, address: str, *, is_draft: bool) -> None:
        told = findings.diagnostics
        self.diagnostics += [item.in_draft() for item in told] if is_draft else told
        self.links.append(PageLinks(address, findings.ids, findings.links, is_draft))
