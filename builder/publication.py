"""All that a build publishes, and all that there is to say about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.diagnostics import Diagnostic, sort
from builder.library import Library, Reading, read_library
from builder.mentions import check_mentions
from builder.pages import Pages, make_pages
from builder.render.uploads import Uploads
from builder.site import Site

if TYPE_CHECKING:
    from builder.model import Catalogue


@dataclass(frozen=True, slots=True)
class Publication:
    """The catalogue, its pages, and every remark, sorted by file and place."""

    catalogue: Catalogue
    pages: Pages
    diagnostics: tuple[Diagnostic, ...]


def make_publication(reading: Reading, site: Site | None = None) -> Publication:
    """Read the content and render it.

    Raises:
        ConfigurationError: the content folder or its vocabulary is not there.
    """
    library: Library = read_library(reading)
    uploads = Uploads(reading.content / "uploads")
    if not library.catalogue.vocabulary.facets:
        return Publication(library.catalogue, Pages((), ()), library.diagnostics)
    pages = make_pages(library.catalogue, uploads, site or Site("Fiches RSE"))
    told = [*library.diagnostics, *pages.diagnostics, *check_mentions(reading)]
    return Publication(library.catalogue, pages, sort(told))
