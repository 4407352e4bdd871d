"""From a folder of sheets to the HTML of their pages, as a build does it but for the engine."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import jinja2

from builder.checking import check_content
from builder.headers import POLICY, REFERRER
from builder.plugin.engine import set_up
from builder.publication import make_publication
from builder.reading import Reading
from builder.site import Site
from tests.sheets import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

    from builder.diagnostics import Diagnostic
    from builder.pages import Page

SITE = Site("Essai", "https://exemple.fr/rse/", "Un essai", "contact@exemple.fr")


class Press:
    """Publishes sheets again and again, in one folder."""

    def __init__(self, folder: Path) -> None:
        self.content = folder / "content"
        loader = jinja2.FileSystemLoader(PROJECT / "theme")
        self._templates = jinja2.Environment(loader=loader, autoescape=True)
        set_up(self._templates)

    def check(self, fiches: list[bytes], temoins: list[bytes]) -> tuple[Diagnostic, ...]:
        """Write sheets, and tell what `fiches check` finds."""
        self._write(fiches, temoins)
        return check_content(Reading(self.content, self.content.parent))

    def publish(self, fiches: list[bytes], temoins: list[bytes]) -> dict[str, str]:
        """Write sheets, and return address → HTML of all pages, drafts included."""
        self._write(fiches, temoins)
        reading = Reading(self.content, self.content.parent, with_drafts=True)
        publication = make_publication(reading, SITE)
        publication.outputs(SITE, [])
        pages = [page for page in publication.pages.pages if page.template != "regle.html"]
        return {page.address: self._render(page) for page in pages}

    def _write(self, fiches: list[bytes], temoins: list[bytes]) -> None:
        shutil.rmtree(self.content, ignore_errors=True)
        for folder, sheets in (("fiches", fiches), ("temoins", temoins)):
            (self.content / folder).mkdir(parents=True)
            for number, raw in enumerate(sheets):
                (self.content / folder / f"{number:03}.md").write_bytes(raw)
        shutil.copy(PROJECT / "content" / "vocabulaire.toml", self.content)

    def _render(self, page: Page) -> str:
        return self._templates.get_template(page.template).render(
            doc=page,
            view=page.view,
            root=page.root,
            site=SITE,
            assets={"css": "x.css", "compact": "x.json"},
            security={"policy": POLICY, "referrer": REFERRER},
            mentions=[],
            config={"theme": {"palette": {}}},
        )
