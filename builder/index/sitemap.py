"""`sitemap.xml`: the pages a search engine may list, with the day of their last revision.

MkDocs writes one with the day of the build on every page: it would change at every build, and it
lists the pages that ask not to be.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from builder.site import Site


def make_sitemap(pages: Iterable[tuple[str, dt.date | None]], site: Site) -> str:
    """Write a sitemap of pages: address from the root, day of revision when one is known."""
    urls = "".join(
        f"<url><loc>{html.escape(site.absolute(address), quote=False)}</loc>"
        + (f"<lastmod>{updated.isoformat()}</lastmod>" if updated else "")
        + "</url>\n"
        for address, updated in sorted(pages, key=lambda page: page[0])
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{urls}</urlset>\n'
    )
