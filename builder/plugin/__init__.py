"""The MkDocs plugin `fiches`: hands our pages to the engine. It decides nothing.

The only package that imports mkdocs. What happens, in MkDocs' order: the content is read before the
output folder is cleaned, so that a refused build leaves the site that stands; our pages join the
files; each gets its template and its view.
"""

from __future__ import annotations

import logging
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import quote

import click
from mkdocs.config import base, config_options
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel

from builder.assets import fingerprint, make_stylesheet
from builder.diagnostics import has_errors, sort
from builder.diagnostics.text import render, render_one, summary
from builder.errors import BuilderError
from builder.index.feeds import as_atom, as_csv, as_json, robots
from builder.index.sitemap import make_sitemap
from builder.library import FICHES, TEMOINS, VOCABULARY, Reading
from builder.mentions import MENTIONS
from builder.pages import Page
from builder.publication import Publication, make_publication
from builder.site import Site
from builder.text_pages import not_found_page, text_page

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.pages import Page as MkDocsPage

log = logging.getLogger("mkdocs.plugins.fiches")

_SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/")
_MATERIAL_KEPT = ("assets/stylesheets/main.", "assets/stylesheets/palette.")


class FichesConfig(base.Config):
    """Options of the plugin in `mkdocs.yml`."""

    contact = config_options.Type(str, default="")
    """E-mail address that readers report a fault to."""


class FichesPlugin(BasePlugin[FichesConfig]):
    """Publishes the fiches of `docs_dir`."""

    def __init__(self) -> None:
        self.is_serving = False
        self.publication: Publication | None = None
        self.good: Publication | None = None
        """The last one without an error: what a preview goes on showing after a broken save."""
        self.pages: dict[str, Page] = {}
        self.assets: dict[str, str] = {}
        self.mentions: list[tuple[str, str]] = []
        self.has_guide = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Note which command runs. (That this method exists also keeps one plugin a session.)"""
        self.is_serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Take over the site map; it must not change from one build to the next."""
        config.theme.static_templates.discard("sitemap.xml")
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read the whole content, and refuse to go on when something in it is wrong."""
        content = Path(config.docs_dir)
        root = Path(config.config_file_path or content).resolve().parent
        reading = Reading(content, root, with_drafts=self.is_serving)
        try:
            publication = make_publication(reading, self._site(config))
        except BuilderError as error:
            raise PluginError(str(error)) from error
        if self.is_serving:
            self._preview(publication)
        else:
            self._publish(publication, is_strict=bool(config.strict))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take the sheets out, put their pages in."""
        publication = self._current()
        kept = Files([file for file in files if not _is_ours(file) and not _is_unused(file)])
        self.mentions = [
            (mention.address, mention.label)
            for mention in MENTIONS
            if kept.get_file_from_path(mention.file)
        ]
        self.has_guide = kept.get_file_from_path("contribuer.md") is not None
        self.pages = {}
        for page in publication.pages.pages:
            src_uri = _src_uri(page.address)
            if kept.get_file_from_path(src_uri) is None:
                file = File.generated(config, src_uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
                kept.append(file)
                self.pages[src_uri] = page
        for name, content in self._outputs(config, kept).items():
            kept.append(File.generated(config, name, content=content))
        return kept

    def on_env(self, env: jinja2.Environment, /, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:  # noqa: ARG002
        """Escape by default in every template: a sheet is input from a stranger."""
        env.autoescape = True
        return env

    def on_page_markdown(self, markdown: str, /, *, page: MkDocsPage, **_: Any) -> str:
        """Name the template of our pages."""
        own = self.pages.get(page.file.src_uri)
        if own is not None:
            page.meta["template"] = own.template
            page.title = own.title
        return markdown

    def on_page_context(
        self, context: dict[str, Any], /, *, page: MkDocsPage, config: MkDocsConfig, **_: Any
    ) -> dict[str, Any]:
        """Give the template its view."""
        own = self.pages.get(page.file.src_uri)
        if own is None:
            title, html = str(page.title or ""), page.content or ""
            own = text_page(page.file.src_uri, page.url, title, dict(page.meta), html)
        return self._context(context, own, config, own.root)

    def on_template_context(
        self, context: dict[str, Any], /, *, template_name: str, config: MkDocsConfig
    ) -> dict[str, Any]:
        """The page of a wrong address is shown at any depth: its links start from the root."""
        if template_name != "404.html":
            return context
        return self._context(context, not_found_page(), config, self._site(config).base_path)

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        """Reload on a change in the theme too (the content folder is watched by MkDocs)."""
        for folder in config.theme.dirs[:1]:
            server.watch(folder)
        return server

    def on_post_build(self, *, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Tell who waits before a preview that it is up to date."""
        if self.is_serving and self.publication is not None:
            told = summary(self.publication.diagnostics)
            click.echo(f"Aperçu à jour ({told})", err=True)

    # --- Helpers --------------------------------------------------------------------------------

    def _publish(self, publication: Publication, *, is_strict: bool) -> None:
        """Refuse what is wrong; in strict mode a warning is refused too, before anything is written."""
        told = publication.diagnostics
        if has_errors(told) or (told and is_strict):
            click.echo(render(told), err=True)
            mode = " en mode strict" if not has_errors(told) else ""
            raise PluginError(
                f"publication arrêtée{mode} ({summary(told)}) ; le site en place n’a pas changé"
            )
        for diagnostic in told:
            log.warning("%s", click.unstyle(render_one(diagnostic)))
        self.publication = publication

    def _preview(self, publication: Publication) -> None:
        if publication.diagnostics:
            click.echo(render(publication.diagnostics), err=True)
        if self.good is None and not publication.pages.pages:
            raise PluginError("le site ne peut pas être montré sans ses vocabulaires")
        if not has_errors(publication.diagnostics):
            self.good = publication
        self.publication = publication

    def _current(self) -> Publication:
        """What is shown: under `serve`, the last good site with the remarks on the broken one."""
        publication = self.publication
        if publication is None:
            sys.exit("le contenu n’a pas été lu")
        if self.good is not None and has_errors(publication.diagnostics):
            return self.good
        return publication

    def _outputs(self, config: MkDocsConfig, files: Files) -> dict[str, str]:
        publication, site = self._current(), self._site(config)
        folder = Path(config.theme.dirs[0])
        own_sheet = make_stylesheet(folder / "components", publication.catalogue.vocabulary)
        sheet = "\n".join([*_take_material_sheets(files), own_sheet])
        self.assets = {"css": f"assets/fiches.{fingerprint(sheet)}.css"}
        outputs = {
            self.assets["css"]: sheet,
            "fiches.json": as_json(publication.catalogue, site),
            "fiches.csv": as_csv(publication.catalogue, site),
            "robots.txt": robots(site),
        }
        if site.url:
            listed = [(page.address, page.updated) for page in publication.pages.pages if not page.is_noindex]
            texts = [(file.url, None) for file in files.documentation_pages() if file.src_uri not in self.pages]
            outputs["sitemap.xml"] = make_sitemap([*listed, *[(_clean(url), day) for url, day in texts]], site)
            outputs["feed.xml"] = as_atom(publication.catalogue, site)
        return outputs

    def _context(
        self, context: dict[str, Any], page: Page, config: MkDocsConfig, root: str
    ) -> dict[str, Any]:
        publication = self.publication
        remarks = sort(publication.diagnostics) if publication and self.is_serving else ()
        return context | {
            "doc": page,
            "view": page.view,
            "root": root,
            "site": self._site(config),
            "assets": self.assets,
            "mentions": self.mentions,
            "has_guide": self.has_guide,
            "report": _report(page, self._site(config)),
            "remarks": [click.unstyle(render_one(remark)) for remark in remarks if remark.is_error],
        }

    def _site(self, config: MkDocsConfig) -> Site:
        return Site(
            name=config.site_name,
            url=config.site_url or "",
            description=config.site_description or "",
            contact=self.config.contact,
        )


def _src_uri(address: str) -> str:
    """Name of the source file MkDocs would give this address to."""
    if address in {"", "fiches/", "temoins/"}:
        return f"{address}index.md"
    return f"{address.removesuffix('/')}.md"


def _clean(url: str) -> str:
    return "" if url in {".", "./"} else url


def _is_ours(file: File) -> bool:
    """Whether the core reads the file: it is no page and no asset of its own."""
    return file.src_uri == VOCABULARY or (
        file.src_uri.startswith((f"{FICHES}/", f"{TEMOINS}/")) and file.src_uri.endswith(".md")
    )


def _is_unused(file: File) -> bool:
    """Whether it is an asset that no page of ours asks for: Material's scripts and pictures, and
    the components' style sheets, which are joined in one."""
    name = file.src_uri
    if name.startswith("components/"):
        return name.endswith(".css")
    return name.startswith("assets/") and not name.startswith(_MATERIAL_KEPT) or name.endswith(".map")


def _take_material_sheets(files: Files) -> list[str]:
    """Take Material's two style sheets out of the site: they go in one file with ours, which
    spares two requests a visit."""
    taken = [
        file
        for start in _MATERIAL_KEPT
        for file in files
        if file.src_uri.startswith(start) and file.src_uri.endswith(".css")
    ]
    for file in taken:
        files.remove(file)
    return [_SOURCE_MAP.sub("", file.content_string) for file in taken]


def _report(page: Page, site: Site) -> str:
    """Address of a letter that reports a fault of a page."""
    if not site.contact:
        return ""
    subject = quote(f"Fiche « {page.title} »")
    body = quote(f"Page : {site.absolute(page.address)}\n\nCe qui ne va pas : ")
    return f"mailto:{quote(site.contact, safe='@')}?subject={subject}&body={body}"
