"""All that there is to say about the content, before any page is made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from builder.dead_links import check_links
from builder.diagnostics import Diagnostic, sort
from builder.library import UPLOADS, Library, read_library
from builder.mentions import check_mentions
from builder.render.renderer import Renderer
from builder.render.uploads import Uploads
from builder.site import configured_url
from builder.validate.uploads import check_uploads

if TYPE_CHECKING:
    from builder.cache.store import Store
    from builder.reading import Reading


def check_content(reading: Reading, store: Store | None = None) -> tuple[Diagnostic, ...]:
    """Read the content and look its texts over, for what there is to say; no page is made.

    Raises:
        ConfigurationError: the content folder or its vocabulary is not there.
    """
    uploads = uploads_of(reading)
    library = read_library(replace(reading, with_drafts=True, is_check=True), uploads, store)
    renderer = Renderer(library.catalogue, uploads, library.rendered)
    renderer.render_all()
    check_loose(library, renderer)
    links = check_links(reading, library, renderer, configured_url(reading.shown_from))
    found = [*library.diagnostics, *renderer.diagnostics, *links, *told_of(uploads)]
    return sort([*found, *check_mentions(reading)])


def uploads_of(reading: Reading) -> Uploads:
    """Look at the pictures of a content folder."""
    folder = reading.content / UPLOADS
    return Uploads(folder, check_uploads(folder, reading.shown(folder)))


def told_of(uploads: Uploads) -> tuple[Diagnostic, ...]:
    """Return what there is to say of pictures, once all texts are rendered."""
    return (*uploads.check.diagnostics, *uploads.untold())


def check_loose(library: Library, renderer: Renderer) -> None:
    """Render the texts of fiches that cannot be made: an author mends a whole sheet at once."""
    for texts in library.loose:
        renderer.check_sections(texts.sections, texts.locate, is_draft=texts.is_draft)
