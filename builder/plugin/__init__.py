"""The MkDocs plugin `fiches`: hands our pages to the engine. It decides nothing.

The only package that imports mkdocs. What happens, in MkDocs' order: a folder is made beside the
site, to build in; the content is read; our pages join the files; each gets its template and its
view; at the very end the new site takes the place of the former. Whatever stops that on the way
is told in one line, and the former site stands.
"""

from __future__ import annotations

import gc
import logging
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click
from mkdocs.config import base, config_options
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files

from builder.assets import compact_script, fingerprint, make_stylesheet
from builder.cache.folder import sheet_store
from builder.diagnostics import has_errors
from builder.diagnostics import stopping as what_stops  # a module of ours has that name
from builder.diagnostics.text import render, render_one, summary
from builder.headers import POLICY, REFERRER
from builder.measures import write_measures
from builder.mentions import MENTIONS
from builder.pages import FOOT, not_found_page, text_page
from builder.plugin.aside import Aside
from builder.plugin.files import (
    is_ours,
    is_script,
    is_unpublished,
    is_unused,
    own_file,
    source_of,
    take_material_sheets,
)
from builder.plugin.preview import SCRIPT, Preview
from builder.plugin.settings import settings_told
from builder.plugin.stopping import DETAIL, PageNote, StoppedError, explain, refuse_warnings
from builder.plugin.watching import watch_patiently
from builder.progress import ProgressBar
from builder.publication import Publication, make_publication
from builder.reading import Reading, sheet_files
from builder.search import make_records, make_search_files
from builder.site import Site
from builder.stopwatch import Stage, StoppedWatch, Stopwatch
from builder.validate.uploads import UploadsCheck

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.pages import Page as MkDocsPage
    from mkdocs.utils.templates import TemplateContext

    from builder.cache.store import Store
    from builder.pages import Page

log = logging.getLogger(DETAIL)

_GUIDE = "contribuer.md"
_FIRST, _LAST = 100, -100


class FichesConfig(base.Config):  # type: ignore[no-untyped-call]
    """Options of the plugin in `mkdocs.yml`."""

    contact = config_options.Type(str, default="")
    """E-mail address that readers report a fault to."""


class FichesPlugin(BasePlugin[FichesConfig]):  # type: ignore[no-untyped-call]
    """Publishes the fiches of `docs_dir`."""

    def __init__(self) -> None:
        self.is_serving = False
        self.stopwatch: Stopwatch = StoppedWatch()
        self.has_cache = True
        """Whether a build takes what others kept."""
        self.store: Store | None = None
        """Where the texts of fiches wait for their pages."""
        self.publication: Publication | None = None
        """What was read last."""
        self.good: Publication | None = None
        """The last one without an error: what a preview goes on showing after a broken save."""
        self.search: Mapping[str, bytes] = {}
        """Address → content, of the search."""
        self.pages: dict[str, Page] = {}
        """Source file, as MkDocs names it → our page."""
        self.bar = ProgressBar("Écriture", 0)
        self.everywhere: dict[str, Any] = {}
        """What every template is given."""
        self.aside = Aside()
        self.note = PageNote()
        self.preview: Preview | None = None
        self.is_built = False
        """Whether a build came to its end, since that was last asked."""
        self.is_told = False
        """Whether a build said why it did not."""

    # --- Events, in MkDocs' order ---------------------------------------------------------------

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note which command runs. That this method exists also keeps one plugin a session."""
        self.is_serving = self.aside.is_preview = command == "serve"
        self.note.install()
        if dirty:
            log.info("« --dirty » ne change rien : le site est toujours construit en entier")

    @event_priority(_FIRST)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Have everything written aside, and take over the site map: it must not change by itself.

        First, so that other plugins learn where to write.
        """
        gc.disable()  # until the site is in its place: walking frozen records finds nothing to free
        config.theme.static_templates.discard("sitemap.xml")
        self.note.page = ""
        self.aside.begin(config)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read the whole content, and refuse to go on when something in it is wrong."""
        content = Path(config.docs_dir)
        root = Path(config.config_file_path or content).resolve().parent
        bar = ProgressBar("Lecture", len(sheet_files(content)))
        reading = Reading(
            content,
            root,
            with_drafts=self.is_serving,
            on_sheet=bar.advance,
            stopwatch=self.stopwatch,
        )
        self.store = sheet_store(Path(config.config_file_path)) if self.has_cache else None
        try:
            publication = make_publication(reading, self._site(config), self.store)
        finally:
            bar.close()
        if self.is_serving:
            self._preview(publication)
        else:
            self._publish(publication, is_strict=bool(config.strict))
        self.stopwatch.turn_to(Stage.INDEX)
        self._index()
        self.stopwatch.turn_to(Stage.ENGINE)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take the sheets out, put their pages in."""
        check = self.publication.uploads if self.publication else UploadsCheck()
        kept = Files(
            [
                file
                for file in files
                if not (is_ours(file) or is_unused(file) or is_unpublished(file, check))
            ]
        )
        self.pages = {}
        for page in self._shown().pages.pages:
            name = source_of(page.address)
            if kept.get_file_from_path(name) is None:  # a network's own page comes first
                kept.append(own_file(page, config))
                self.pages[name] = page
        stylesheet = self._add_stylesheet(kept, config)
        compact = self._add_named(kept, config, "catalogue", "json", self._shown().pages.compact)
        self._compact_scripts(kept, config)
        with self.stopwatch.during(Stage.RENDER):
            self._add_outputs(kept, config)
        self.everywhere = {
            "site": self._site(config),
            "security": {"policy": POLICY, "referrer": REFERRER},
            "assets": {"css": stylesheet, "compact": compact},
            "foot": [
                (way.address, way.label)
                for way in (*FOOT, *MENTIONS)
                if kept.get_file_from_path(source_of(way.address))
            ],
            "has_guide": kept.get_file_from_path(_GUIDE) is not None,
            "remarks": self._remarks(),
        }
        return kept

    def on_env(self, env: jinja2.Environment, /, **_: Any) -> jinja2.Environment:
        """Escape by default in every template: a sheet is input from a stranger."""
        env.autoescape = True
        self.bar = ProgressBar("Écriture", len(self.pages))
        self.stopwatch.turn_to(Stage.WRITE)
        return env

    def on_page_context(
        self, context: TemplateContext, /, *, page: MkDocsPage, **_: Any
    ) -> TemplateContext:
        """Give the template its view."""
        self.stopwatch.turn_to(Stage.TEMPLATES)
        own = self.pages.get(page.file.src_uri)
        if own is None:
            title, html = str(page.title or ""), page.content or ""
            own = text_page(page.file.src_uri, page.url, title, dict(page.meta), html)
        return self._fill(context, own, own.root)

    def on_template_context(
        self, context: TemplateContext, /, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Fill the page of a wrong address; shown at any depth, its links start at the root."""
        if template_name != "404.html":
            return context
        return self._fill(context, not_found_page(), self._site(config).base_path)

    def on_post_page(self, output: str, /, **_: Any) -> str:
        """Count a page made."""
        self.stopwatch.turn_to(Stage.WRITE)
        self.bar.advance()
        return output

    @event_priority(_LAST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Measure the new site, put it in its place, once every plugin has written its part."""
        self._close()
        if config.strict:
            refuse_warnings()
        self.stopwatch.turn_to(Stage.MEASURE)
        write_measures(Path(config.site_dir), self._site(config).url)
        self.stopwatch.turn_to(Stage.SWITCH)
        with self.preview.files if self.preview else nullcontext():
            self.aside.finish(config)
        self.stopwatch.turn_to(None)
        self.is_built = True
        gc.enable()
        if self.is_serving and self.publication is not None:
            click.echo(f"Aperçu à jour ({summary(self.publication.diagnostics)})", err=True)

    @event_priority(_LAST)
    def on_build_error(self, *, error: Exception) -> None:
        """Leave the former site as it stands, and say why in one line."""
        self._drop()
        gc.enable()
        self.is_told = True
        if isinstance(error, StoppedError):
            raise error
        own = self.pages.get(self.note.page)
        reason = explain(error, f"/{own.address}" if own else self.note.page)
        log.debug("Détail :", exc_info=error)
        if not self.is_serving:
            reason = f"publication arrêtée : {reason} ; le site en place n’a pas changé"
        raise StoppedError(reason) from error

    def on_shutdown(self) -> None:
        """Clear what an interruption leaves (Ctrl+C): it is no error to MkDocs."""
        self.note.remove()
        self._drop()
        if not (self.is_serving or self.is_built or self.is_told):
            click.echo("publication interrompue ; le site en place n’a pas changé", err=True)

    @event_priority(_FIRST)
    def _watch(self, server: LiveReloadServer, /, *, config: MkDocsConfig, **_: Any) -> None:
        """Watch the theme too, before other plugins add what they watch."""
        watch_patiently(server, config)

    @event_priority(_LAST)
    def _answer(self, server: LiveReloadServer, /, *, config: MkDocsConfig, **_: Any) -> None:
        """Answer the last good pages, and survive any save."""
        script = Path(config.theme.dirs[0]) / SCRIPT
        text = compact_script(script.read_text(encoding="utf-8")) if script.is_file() else ""
        self.preview = Preview(server.mount_path, self.aside.site, text.encode())
        server.set_app(self.preview)
        build = server.builder
        server.builder = lambda: self._rebuild(build)

    on_serve = CombinedEvent(_watch, _answer)

    # --- Helpers --------------------------------------------------------------------------------

    def _close(self) -> None:
        self.bar.close()
        if self.store is not None:
            self.store.close()

    def _drop(self) -> None:
        self._close()
        self.aside.drop()

    def _rebuild(self, build: Callable[[], None]) -> None:
        """Build the preview again; if that fails say so, there and on the terminal, and go on."""
        self.is_built = False
        trouble = ""
        try:
            with settings_told():
                build()
            if not self.is_built:
                trouble = "mkdocs.yml n’appelle plus l’extension « fiches »"
        except (Exception, SystemExit) as error:  # noqa: BLE001 (any: the next save may mend it)
            trouble = explain(error)
        if trouble:
            click.echo(
                f"erreur : {trouble} ; l’aperçu montre la dernière version correcte", err=True
            )
        if self.preview:
            self.preview.renew(trouble)

    def _publish(self, publication: Publication, *, is_strict: bool) -> None:
        """Refuse an error, in strict mode a warning too, before anything is written.

        What is said of a draft stops nothing, nor does an info.
        """
        told = publication.diagnostics
        if what_stops(told, is_strict=is_strict):
            click.echo(render(told), err=True)
            mode = "" if has_errors(told) else " en mode strict"
            raise StoppedError(
                f"publication arrêtée{mode} ({summary(told)}) ; le site en place n’a pas changé"
            )
        asking = set(what_stops(told, is_strict=True))
        for diagnostic in told:
            level = logging.WARNING if diagnostic in asking else logging.INFO
            log.log(level, "%s", click.unstyle(render_one(diagnostic)))
        self.publication = publication

    def _preview(self, publication: Publication) -> None:
        if publication.diagnostics:
            click.echo(render(publication.diagnostics), err=True)
        if self.good is None and not publication.pages.pages:
            raise StoppedError("le site ne peut pas être montré sans ses vocabulaires")
        if not has_errors(publication.diagnostics):
            self.good = publication
        self.publication = publication

    def _shown(self) -> Publication:
        """What is shown: under `serve`, the last good site rather than a broken one."""
        if self.publication is None:
            raise PluginError("le contenu n’a pas été lu")
        if self.good is not None and has_errors(self.publication.diagnostics):
            return self.good
        return self.publication

    def _index(self) -> None:
        """Make the search of what is shown, before the output folder is cleaned."""
        shown = self._shown()
        self.search = make_search_files(make_records(shown.catalogue, shown.pages.pages))

    def _remarks(self) -> list[str]:
        """Errors to show above the pages of a preview."""
        if self.publication is None or not self.is_serving:
            return []
        errors = [told for told in self.publication.diagnostics if told.is_error]
        return [click.unstyle(render_one(told)) for told in errors]

    def _add_stylesheet(self, files: Files, config: MkDocsConfig) -> str:
        """Write Material's style sheets and ours as one file; return its address."""
        components = Path(config.theme.dirs[0]) / "components"
        own = make_stylesheet(components, self._shown().catalogue.vocabulary)
        sheet = "\n".join([*take_material_sheets(files), own])
        return self._add_named(files, config, "fiches", "css", sheet)

    def _add_named(
        self, files: Files, config: MkDocsConfig, name: str, suffix: str, text: str
    ) -> str:
        """Write a file that browsers may keep: its name changes with its text; return it."""
        address = f"assets/{name}.{fingerprint(text)}.{suffix}"
        files.append(File.generated(config, address, content=text))
        return address

    def _compact_scripts(self, files: Files, config: MkDocsConfig) -> None:
        for file in [file for file in files if is_script(file)]:
            files.remove(file)
            content = compact_script(file.content_string)
            files.append(File.generated(config, file.src_uri, content=content))

    def _add_outputs(self, files: Files, config: MkDocsConfig) -> None:
        """Add the files that are no page; MkDocs brings a site map of its own, which goes."""
        texts = [file.url for file in files.documentation_pages() if file.src_uri not in self.pages]
        outputs: dict[str, str | bytes] = {
            **self._shown().outputs(self._site(config), texts),
            **self.search,
        }
        for name, content in outputs.items():
            if (former := files.get_file_from_path(name)) is not None:
                files.remove(former)
            files.append(File.generated(config, name, content=content))

    def _fill(self, context: TemplateContext, page: Page, root: str) -> TemplateContext:
        own = {"doc": page, "view": page.view, "root": root}
        context.update(self.everywhere | own)  # type: ignore[typeddict-item]
        return context

    def _site(self, config: MkDocsConfig) -> Site:
        return Site(
            name=config.site_name,
            url=config.site_url or "",
            description=config.site_description or "",
            contact=self.config.contact,
        )
