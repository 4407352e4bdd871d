"""The MkDocs plugin `fiches`: hands our pages to the engine. It decides nothing.

The only package that imports mkdocs. What happens, in MkDocs' order: a folder is made beside the
site, to build in; the content is read; our pages join the files; each gets its template and its
view; at the very end the new site takes the place of the former. Whatever stops that on the way
is told in one line, and the former site stands.
"""

from __future__ import annotations

import gc
import logging
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click
from mkdocs.config import base, config_options
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files

from builder.cache.digests import Digests
from builder.cache.folder import search_store, sheet_store
from builder.cache.pages import FormerPages, with_contents
from builder.headers import POLICY, REFERRER
from builder.measures import read_ahead, write_measures
from builder.mentions import MENTIONS
from builder.pages import FOOT, not_found_page, text_page
from builder.plugin.aside import Aside
from builder.plugin.engine import set_up
from builder.plugin.files import (
    OwnFile,
    is_ours,
    is_search,
    is_unpublished,
    is_unused,
    list_less,
    source_of,
)
from builder.plugin.outputs import add_assets, add_outputs
from builder.plugin.printing import FEW, Places, Printer, find_maker, may_print
from builder.plugin.searching import Search, SearchFolder, let_go
from builder.plugin.serving import Serving
from builder.plugin.showing import Showcase
from builder.plugin.stopping import DETAIL, PageNote, StoppedError, explain, refuse_warnings
from builder.progress import ProgressBar
from builder.publication import make_publication
from builder.reading import Reading, sheet_files
from builder.site import Site
from builder.stopwatch import Stage, StoppedWatch, Stopwatch

if TYPE_CHECKING:
    from collections.abc import Iterator

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.pages import Page as MkDocsPage
    from mkdocs.utils.templates import TemplateContext

    from builder.cache.pages import Printed
    from builder.cache.store import Store
    from builder.pages import Page
    from builder.publication import Publication
    from builder.search import Entry

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
        self.digests: Digests | None = None
        """Of files, as they were before the build, if that is known."""
        self.store: Store | None = None
        """Where the texts of fiches wait for their pages."""
        self.showcase = Showcase()
        self.former: FormerPages | None = None
        """Pages of the builds before, if any may be taken as they are."""
        self.folders: Path | None = None
        """Where the folders of former sites are, if any may serve again."""
        self.printer: Printer | None = None
        """What prints our pages, where MkDocs need not."""
        self.search = Search()
        self.pages: dict[str, OwnFile] = {}
        """Source file, as MkDocs names it → ours."""
        self.bar = ProgressBar("Écriture", 0)
        self.everywhere: dict[str, Any] = {}
        """What every template is given."""
        self.aside = Aside()
        self.note = PageNote()
        self.serving = Serving(self.showcase, self._read, self._make_search, self._site)
        """The preview."""
        self.is_collecting = True
        """Whether Python looked for what nothing needs any more, before the build."""
        self.is_built = False
        """Whether a build came to its end."""
        self.is_told = False
        """Whether a build said why it did not."""

    # --- Events, in MkDocs' order ---------------------------------------------------------------

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note which command runs. That this method exists also keeps one plugin a session."""
        self.is_serving = self.aside.is_preview = command == "serve"
        self.note.install()
        if self.is_serving:
            self.former = FormerPages()
        if dirty:
            log.info("« --dirty » ne change rien : le site est toujours construit en entier")

    @event_priority(_FIRST)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Have everything written aside, and take over the site map: it must not change by itself.

        First, so that other plugins learn where to write.
        """
        self.is_collecting = gc.isenabled()
        gc.disable()  # until the site is in its place: walking frozen records finds nothing to free
        config.theme.static_templates.discard("sitemap.xml")
        list_less(config.theme)
        self.note.page = ""
        self.aside.begin(config)
        if self.is_serving:
            self.serving.updates.begin(config)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read the whole content, and refuse to go on when something in it is wrong.

        The search is begun in a second process as soon as there is something to find.
        """
        self.store = sheet_store(Path(config.config_file_path)) if self.has_cache else None
        self._read(config)
        self.stopwatch.turn_to(Stage.ENGINE)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take the sheets out, put their pages in."""
        shown = self.showcase.shown()
        self._let_write(config, shown)
        kept = Files(
            [
                file
                for file in files
                if not (is_ours(file) or is_search(file) or is_unused(file))
                and not is_unpublished(file, shown.uploads)
            ]
        )
        self.pages = {}
        is_alone = may_print(config)
        for slot in shown.pages.slots:
            file = OwnFile(slot, config)
            if kept.get_file_from_path(file.src_uri) is None:  # a network's own page comes first
                kept.append(file)
                self.pages[file.src_uri] = file
                if is_alone:
                    file.keep()
        assets = add_assets(kept, config, shown)
        with self.stopwatch.during(Stage.RENDER):
            add_outputs(kept, config, shown, self._site(config), self.pages)
        self.everywhere = {
            "site": self._site(config),
            "security": {"policy": POLICY, "referrer": REFERRER},
            "assets": assets,
            "foot": [
                (way.address, way.label)
                for way in (*FOOT, *MENTIONS)
                if kept.get_file_from_path(source_of(way.address))
            ],
            "has_guide": kept.get_file_from_path(_GUIDE) is not None,
            "remarks": self.showcase.remarks() if self.is_serving else [],
        }
        return kept

    def on_env(
        self, env: jinja2.Environment, /, *, config: MkDocsConfig, files: Files
    ) -> jinja2.Environment:
        """Escape by default in every template: a sheet is input from a stranger.

        Our pages are begun in a second process, while MkDocs makes its own.
        """
        set_up(env)
        self.bar = ProgressBar("Écriture", len(self.pages))
        self.stopwatch.turn_to(Stage.WRITE)
        if may_print(config):
            self.printer = self._find_printer(env, config, files)
        if self.printer is not None:
            self.printer.start()
        return env

    def on_page_context(
        self, context: TemplateContext, /, *, page: MkDocsPage, **_: Any
    ) -> TemplateContext:
        """Give the template its view."""
        self.stopwatch.turn_to(Stage.TEMPLATES)
        file = self.pages.get(page.file.src_uri)
        if file is not None:
            own = file.slot.make()
        else:
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
        printed = self._print(config)
        self.aside.settle()
        self._close()
        if config.strict:
            refuse_warnings()
        self.stopwatch.turn_to(Stage.MEASURE)
        seen = {address: page.glance for address, page in printed.items()}
        read = write_measures(Path(config.site_dir), self._site(config).url, seen)
        self.stopwatch.turn_to(Stage.SWITCH)
        with self.serving.replacing():
            self.aside.finish(config)
        self.serving.updates.end()
        if self.former is not None:
            self.former.keep(str(self.aside.site), printed, read)
        self.stopwatch.turn_to(None)
        self.is_built = self.serving.is_built = True
        if not self.is_serving:  # a preview shows its pages first
            self._collect()
        else:
            click.echo(f"Aperçu à jour ({self.showcase.summary()})", err=True)

    @event_priority(_LAST)
    def on_build_error(self, *, error: Exception) -> None:
        """Leave the former site as it stands, and say why in one line."""
        at = self.printer.at if self.printer else ""
        self._drop()
        self._collect()
        self.is_told = True
        if isinstance(error, StoppedError):
            raise error
        own = self.pages.get(self.note.page)
        at = at or (f"/{own.slot.address}" if own else self.note.page)
        reason = explain(error, at)
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
        from builder.plugin.watching import watch_patiently  # noqa: PLC0415 (slow to import)

        watch_patiently(server, config)

    @event_priority(_LAST)
    def _answer(self, server: LiveReloadServer, /, *, config: MkDocsConfig, **_: Any) -> None:
        """Answer the last good pages, and survive any save."""
        self.serving.answer(server, config, self.aside.site)
        self._collect()

    on_serve = CombinedEvent(_watch, _answer)

    # --- Helpers --------------------------------------------------------------------------------

    def _read(self, config: MkDocsConfig) -> None:
        """Read the whole content: it is published or refused, or shown whatever it is worth."""
        content = Path(config.docs_dir)
        bar = ProgressBar("Lecture", len(sheet_files(content)))
        reading = Reading(
            content,
            Path(config.config_file_path or content).resolve().parent,
            with_drafts=self.is_serving,
            on_sheet=bar.advance,
            digests=self.digests or Digests(),
            memory=self.serving.updates.memory if self.is_serving else None,
            stopwatch=self.stopwatch,
        )
        try:
            begin = None if self.is_serving else partial(self._start_search, config)
            publication = make_publication(reading, self._site(config), self.store, begin)
        finally:
            bar.close()
        if self.store is not None:
            self.store.rest()  # a preview may be stopped at any moment
        if self.is_serving:
            self.showcase.preview(publication)
        else:
            self.showcase.publish(publication, is_strict=bool(config.strict))

    def _find_printer(
        self, env: jinja2.Environment, config: MkDocsConfig, files: Files
    ) -> Printer | None:
        """Take our pages from MkDocs, or give them back to it."""
        own = [*self.pages.values()]
        maker = find_maker(env, config, files, own, self.everywhere)
        if self.is_serving and not self.everywhere["remarks"]:
            found = files.documentation_pages()
            texts = [file.url for file in found if file.src_uri not in self.pages]
            self.serving.updates.note(maker, [file.slot for file in own], texts)
        for file in own:
            if maker is None:
                file.give_back(files)
            else:
                files.remove(file)
        if maker is None:
            return None
        if self.store is not None:
            self.store.rest()
        places = Places(config.site_dir, str(self.aside.site), self._site(config).url)
        slots = [file.slot for file in own]
        return Printer(slots, maker, places, self.former, self.stopwatch)

    def _start_search(self, config: MkDocsConfig, entries: tuple[Entry, ...]) -> None:
        """Begin the search in a process of its own, while pages are made.

        Another plugin may have something to say until all pages are made: the search waits.
        """
        if self.store is not None:
            self.store.rest()
        is_alone = may_print(config)
        former = self.former if is_alone else None
        self.search.begin(
            entries,
            SearchFolder(config.site_dir, str(self.aside.site), former),
            self._search_store(config),
            is_beside=is_alone and len(entries) >= FEW,
            is_swept=not self.is_serving,
        )

    def _let_write(self, config: MkDocsConfig, shown: Publication) -> None:
        """Have the search written; MkDocs emptied the new site, and removes nothing from now on."""
        if self.folders is not None:
            self.aside.take_folders(self.folders)
        if not self.search.is_begun:
            self._start_search(config, shown.find_entries())
        self.search.allow()

    def _print(self, config: MkDocsConfig) -> dict[str, Printed]:
        """Print our pages where MkDocs did not, and have the search made."""
        printed = self.printer.finish(self.bar.reach) if self.printer else {}
        self.printer = None
        with self.stopwatch.during(Stage.MEASURE):  # most often, the search is not ready yet
            seen = {address: page.glance for address, page in printed.items()}
            read = read_ahead(Path(config.site_dir), self._site(config).url, seen)
        with self.stopwatch.during(Stage.INDEX):
            self.search.finish()
        return with_contents(printed, read)

    def _make_search(self, config: MkDocsConfig, shown: Publication) -> Iterator[tuple[str, bytes]]:
        """Make the search of what is shown, with what is kept of the last one."""
        store = self._search_store(config)
        return self.search.make(shown.find_entries(), store, is_swept=not self.is_serving)

    def _search_store(self, config: MkDocsConfig) -> Store | None:
        return search_store(Path(config.config_file_path)) if self.has_cache else None

    def _collect(self) -> None:
        """Let Python look for what nothing needs any more, if it did before."""
        if self.is_collecting:
            gc.enable()

    def _close(self) -> None:
        self.bar.close()
        if self.store is not None:
            let_go(self.store, is_swept=not self.is_serving)

    def _drop(self) -> None:
        if self.printer is not None:
            self.printer.stop()
            self.printer = None
        self.search.drop()
        self._close()
        self.aside.drop()

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
