"""All that a build publishes, and all that there is to say about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from builder.cache.neighbours import recall_neighbours
from builder.checking import check_loose, told_of, uploads_of
from builder.dead_links import check_links
from builder.diagnostics import Diagnostic, sort
from builder.headers import headers_file
from builder.index.feeds import as_atom, as_csv, as_json, robots
from builder.index.sitemap import make_sitemap
from builder.library import read_library
from builder.mentions import check_mentions
from builder.pages import Pages, make_pages
from builder.render.viewer import Viewer
from builder.search import Entry, make_entries
from builder.site import Site, configured_url
from builder.stopwatch import Stage
from builder.validate.uploads import UploadsCheck

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from builder.cache.store import Store
    from builder.model import Catalogue
    from builder.reading import Reading


@dataclass(frozen=True, slots=True)
class Publication:
    """The catalogue, its pages, and every remark, sorted by file and place."""

    catalogue: Catalogue
    pages: Pages
    diagnostics: tuple[Diagnostic, ...]
    uploads: UploadsCheck = field(default_factory=UploadsCheck)
    """What of the folder of pictures is not published."""
    find_entries: Callable[[], tuple[Entry, ...]] = tuple
    """Make what search may find, sorted by address."""

    def outputs(self, site: Site, texts: Iterable[str]) -> dict[str, str]:
        """Return the files that are no page: open data, feed, site map, security headers.

        Feed and site map hold whole addresses: there are none where the site does not say where
        it stands.

        Args:
            site: The site.
            texts: Addresses of the ordinary pages, from the root.
        """
        data = {
            "fiches.json": as_json(self.catalogue, site),
            "fiches.csv": as_csv(self.catalogue, site),
            "robots.txt": robots(site),
            "_headers": headers_file(
                slot.address for slot in self.pages.slots if slot.is_contentonly
            ),
        }
        if not site.url:
            return data
        listed = [(slot.address, slot.updated) for slot in self.pages.slots if not slot.is_noindex]
        ordinary = [("" if address in {".", "./"} else address, None) for address in texts]
        return data | {
            "sitemap.xml": make_sitemap([*listed, *ordinary], site),
            "feed.xml": as_atom(self.catalogue, site),
        }


def make_publication(
    reading: Reading,
    site: Site | None = None,
    store: Store | None = None,
    on_entries: Callable[[tuple[Entry, ...]], None] | None = None,
) -> Publication:
    """Read the content and render it.

    Args:
        reading: How to read.
        site: The site.
        store: What the builds before this one kept.
        on_entries: Told what search may find, as soon as that is known: pages are made after that.

    Raises:
        ConfigurationError: the content folder or its vocabulary is not there.
    """
    stopwatch = reading.stopwatch
    with stopwatch.during(Stage.READ):
        uploads = uploads_of(reading)
        library = read_library(reading, uploads, store)
    if not library.catalogue.vocabulary.facets:
        nothing = Pages()
        return Publication(library.catalogue, nothing, library.diagnostics, uploads.check)
    site = site or Site("Fiches RSE", configured_url(reading.shown_from))
    with stopwatch.during(Stage.RENDER):
        catalogue = library.catalogue
        viewer = Viewer(catalogue, uploads, library.rendered)
        if on_entries is not None:
            viewer.render_all()  # what is told of texts is told in their order
            on_entries(make_entries(viewer))
        if store is not None and reading.memory is None:  # a preview makes few pages
            viewer.neighbourhood = recall_neighbours(catalogue.listed, store)
        pages = make_pages(viewer, site)
    with stopwatch.during(Stage.CHECK):
        check_loose(library, viewer)
        links = check_links(reading, library, viewer, site.url)
    found = (*library.diagnostics, *viewer.diagnostics, *links)
    told = [*found, *told_of(uploads), *check_mentions(reading)]
    entries = partial(make_entries, viewer)
    return Publication(library.catalogue, pages, sort(told), uploads.check, entries)
