"""Prints our pages without MkDocs' loop: on two cores, and not those that did not change.

MkDocs gives a page to each plugin on its way, which takes as long as its template. It still does
where there is another one, a hook, or a template that asks for what only MkDocs knows.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import get_context
from mkdocs.structure.nav import Navigation

from builder.beside import Partner
from builder.cache.framing import digest_of
from builder.cache.marks import Marker
from builder.cache.pages import Printed, dump_printed, load_printed
from builder.cache.versions import code_version
from builder.measures import Host, glance
from builder.pages import SHARED
from builder.plugin.files import OwnFile
from builder.plugin.noting import is_alone
from builder.plugin.templates import read_templates
from builder.stopwatch import Stage
from builder.writing import write_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from builder.cache.pages import FormerPages
    from builder.pages import Page, Slot
    from builder.stopwatch import Stopwatch

FEW = 64
"""Pages under which a second process costs what it spares."""
_WAY = 5
"""How much the second process gives way to the one that makes the search, which no one shares."""
_ASSETS = re.compile(r"\bassets\b(?!\.css\b)")
"""The style sheet aside, they change with any fiche; few templates give them."""


def may_print(config: MkDocsConfig) -> bool:
    """Tell whether no plugin, no hook and no setting has a hand in our pages."""
    return not config.extra_templates and config.use_directory_urls and is_alone(config)


def find_maker(
    env: jinja2.Environment,
    config: MkDocsConfig,
    files: Files,
    own: Sequence[OwnFile],
    given: Mapping[str, Any],
) -> PageMaker | None:
    """Return what makes our pages; nothing where a template asks MkDocs for something.

    Nor where another file has the place of one of them: which is written last then counts.

    Args:
        env: The templates.
        config: The settings of MkDocs.
        files: All that it publishes.
        own: Those of our pages.
        given: What we give every template.
    """
    others = [file for file in files if not isinstance(file, OwnFile)]
    if {file.dest_uri for file in others} & {file.dest_uri for file in own}:
        return None
    ordinary = {str(file.page.meta.get("template", "main.html")) for file in others if file.page}
    names = {file.slot.template for file in own} | ordinary | config.theme.static_templates
    templates = read_templates(env, sorted(names))
    return PageMaker(env, templates, config, given) if templates is not None else None


class PageMaker:
    """Fills the templates of pages, and marks what each page is made from."""

    def __init__(
        self,
        env: jinja2.Environment,
        templates: Mapping[str, str],
        config: MkDocsConfig,
        given: Mapping[str, Any],
    ) -> None:
        """Prepare for a build.

        Args:
            env: The templates.
            templates: Template → its text and those of all that it includes.
            config: The settings of MkDocs.
            given: What we give every template.
        """
        self._env = env
        self._config = config
        self._texts = templates
        settings = Path(config.config_file_path).read_bytes()
        self._settings = (settings.decode(errors="surrogateescape"), config.strict)
        self._given = given
        self._context = {**get_context(Navigation([], []), (), config), **given}
        self._marker = Marker(SHARED)
        self._keys: dict[str, bytes] = {}
        """Template → a mark of it, and of all that it is given but the page."""

    def given(self, *, compact: str, remarks: Sequence[str]) -> PageMaker:
        """Return a maker of the same pages, after a save.

        Args:
            compact: Address of the compact index.
            remarks: What to tell above every page.
        """
        assets = {**self._given["assets"], "compact": compact}
        given = {**self._given, "assets": assets, "remarks": remarks}
        return PageMaker(self._env, self._texts, self._config, given)

    def make(self, page: Page) -> bytes:
        """Write a page; a template may leave nothing to write."""
        own = {"doc": page, "view": page.view, "root": page.root}
        text = self._env.get_template(page.template).render(self._context | own)
        return text.encode("utf-8", errors="xmlcharrefreplace") if text.strip() else b""

    def mark(self, page: Page) -> str:
        """Return the mark of a page; nothing where it is made from what cannot be marked."""
        try:
            if page.template not in self._keys:
                self._keys[page.template] = self._key(self._texts[page.template])
            return self._marker.mark(page, self._keys[page.template])
        except TypeError:
            return ""

    def _key(self, text: str) -> bytes:
        given = dict(self._given)
        if not _ASSETS.search(text):
            given["assets"] = given["assets"]["css"]
        return self._marker.mark((text, self._settings, given), key=code_version()).encode()


@dataclass(frozen=True, slots=True)
class Places:
    """Where pages go, and where they may come from."""

    new: str
    """Folder of the site that is being made."""
    former: str
    """Folder of the site that stands."""
    url: str
    """Address of the site, or nothing."""


class Printer:
    """Prints the pages of one build."""

    def __init__(
        self,
        slots: Sequence[Slot],
        maker: PageMaker,
        places: Places,
        former: FormerPages | None,
        stopwatch: Stopwatch,
    ) -> None:
        """Prepare for a build.

        Args:
            slots: Those of the pages.
            maker: What makes one.
            places: Where they go.
            former: Those that may be taken as they are, if any may.
            stopwatch: What counts the time of this process.
        """
        self._slots = slots
        self._maker = maker
        self._places = places
        self._former = former
        self._stopwatch = stopwatch
        self._host = Host(Path(places.new), places.url)
        self._partner = Partner()
        self.at = ""
        """The page that is being printed, as a reader knows it: `/fiches/x/`."""

    def start(self) -> None:
        """Start a second process, where that pays: it prints its share of the pages."""
        if len(self._slots) >= FEW:
            self._partner.start(len(self._slots), self._work)

    def finish(self, on_pages: Callable[[int], None]) -> dict[str, Printed]:
        """Print what is left to print; return address → page, of them all.

        Where something goes wrong in either process all is done again in this one, in order: what
        is told does not depend on which was the first to see it.

        Args:
            on_pages: Called with the number of pages that are printed, or nearly so.
        """
        try:
            printed = self._finish_both(on_pages)
        except Exception:  # noqa: BLE001 (any: it is raised again below, if it was no accident)
            printed = None
        finally:
            self.stop()
        if printed is None:
            printed = self._print([range(len(self._slots))], on_pages)
        return printed

    def stop(self) -> None:
        """Do without the second process."""
        self._partner.stop()

    def _work(self, parts: Iterable[range]) -> bytes:
        os.nice(_WAY)
        return dump_printed(self._print(parts, lambda _: None))

    def _finish_both(self, on_pages: Callable[[int], None]) -> dict[str, Printed] | None:
        total = len(self._slots)
        # The other process has printed about as many.
        printed = self._print(self._partner.take(), lambda done: on_pages(min(total, 2 * done)))
        answer = self._partner.wait()
        return printed | load_printed(answer) if answer is not None else None

    def _print(self, parts: Iterable[range], on_pages: Callable[[int], None]) -> dict[str, Printed]:
        found: dict[str, Printed] = {}
        done = 0
        for part in parts:
            for slot in self._slots[part.start : part.stop]:
                self.at = f"/{slot.address}"
                self._stopwatch.turn_to(Stage.RENDER)
                printed = self._print_page(slot.make())
                if printed is not None:
                    found[slot.address] = printed
            done += len(part)
            on_pages(done)
        return found

    def _print_page(self, page: Page) -> Printed | None:
        self._stopwatch.turn_to(Stage.WRITE)
        file = f"{self._places.new}/{page.address}index.html"
        mark = self._maker.mark(page) if self._former else ""
        if self._former and mark:
            taken = self._former.take(self._places.former, page.address, mark, file)
            if taken is not None:
                return taken
        self._stopwatch.turn_to(Stage.TEMPLATES)
        content = self._maker.make(page)
        self._stopwatch.turn_to(Stage.WRITE)
        if not content:
            return None
        write_file(file, content)
        seen = glance(self._host, page.address, content)
        return Printed(mark, digest_of(content) if mark else "", seen)
