"""The table of the page « Écoconception », in the place that its author left for it."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING
from urllib.parse import quote

from builder.ecoindex import REFERENCE, grade
from builder.measures.page import HEADERS, Host
from builder.measures.site import measure_site, read_large
from builder.render.french import number_words, plural
from builder.render.safe_html import TABLE_FRAME, link_tag
from builder.writing import write_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from builder.measures.page import Contents, PageMeasures
    from builder.measures.site import Glance, Kind, SiteMeasures

PAGE = "ecoconception/"
"""Address of the page that tells what the site weighs."""
MARKER = "<p>[mesures]</p>"
"""The line `[mesures]`, alone in its paragraph, once rendered."""

_HEADINGS = ("Poids", "Requêtes", "Éléments", "EcoIndex")


def write_measures(
    folder: Path, site_url: str = "", known: Mapping[str, Glance] | None = None
) -> Mapping[str, Contents]:
    """Put the measures of a finished site in its page; without a place for them, do nothing.

    Args:
        folder: The site.
        site_url: Its address, with a final slash, or nothing.
        known: Pages that were looked at when they were written, by their address.

    Returns:
        What pages that were weighed hold, by their address.

    Raises:
        OSError: a file cannot be read, or the page cannot be written.
    """
    page = _find_page(folder)
    if not page:
        return {}
    measures = measure_site(folder, site_url, without=PAGE, known=known)
    table = measures_table(measures).encode()
    write_file(str(_file(folder)), page.replace(MARKER.encode(), table, 1))
    return measures.read


def read_ahead(folder: Path, site_url: str, known: Mapping[str, Glance]) -> Mapping[str, Contents]:
    """Read the pages that will be weighed, unless others are heavier, before the site is finished.

    Args:
        folder: The site; these pages are written, and their pictures.
        site_url: Its address, with a final slash, or nothing.
        known: Pages that were looked at when they were written, by their address.

    Returns:
        What they hold, by their address: nothing where nothing is measured.

    Raises:
        OSError: a page cannot be read.
    """
    return read_large(Host(folder, site_url), known) if _find_page(folder) else {}


def _file(folder: Path) -> Path:
    return folder / PAGE / "index.html"


def _find_page(folder: Path) -> bytes:
    """Return the page that has a place for the measures; nothing where there is none."""
    file = _file(folder)
    page = file.read_bytes() if file.is_file() else b""
    return page if MARKER.encode() in page else b""


def measures_table(measures: SiteMeasures) -> str:
    """Write the table, what is counted of the whole site, and how; links start at `PAGE`."""
    headings = "".join(f'<th scope="col" class="fp-droite">{name}</th>' for name in _HEADINGS)
    rows = "\n".join(_row(kind, page) for kind, page in measures.heaviest.items())
    totals = "\n".join(f"<li>{text}</li>" for text in _totals(measures))
    return (
        f'{TABLE_FRAME}<table class="fp-mesures">\n'
        "<caption>Une première visite, page par page</caption>\n"
        f'<thead><tr><th scope="col">Page</th>{headings}</tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table></div>\n<ul>\n{totals}\n</ul>\n<p>{_method()}</p>"
    )


def _row(kind: Kind, page: PageMeasures) -> str:
    late = f" + {_weight(page.late_kilobytes)} d’images" if page.late else ""
    texts = (
        f"{_weight(page.kilobytes)}{late}",
        number_words(page.requests),
        number_words(page.elements),
        f"{number_words(round(page.score, 1))}\u00a0({grade(page.score)})",
    )
    cells = "".join(f'<td class="fp-droite">{text}</td>' for text in texts)
    return f'<tr><th scope="row">{_link(page.address, kind.value)}</th>{cells}</tr>'


def _totals(measures: SiteMeasures) -> list[str]:
    megabytes = number_words(round(measures.weight / 1_000_000, 1))
    pages = plural(measures.pages, "page")
    texts = [f"Le site entier\u00a0: {pages}, {megabytes}\u00a0Mo de fichiers"]
    if measures.heaviest:
        page = max(measures.heaviest.values(), key=lambda found: found.whole)
        weight = _weight(page.kilobytes + page.late_kilobytes)
        where = _link(page.address, f"/{page.address}")
        texts.append(f"La page la plus lourde, images comprises\u00a0: {where}, {weight}")
    texts.append(f"Requêtes vers un autre site\u00a0: {number_words(measures.foreign)}")
    return texts


def _method() -> str:
    headers = _weight(HEADERS / 1000)
    return (
        "Ces chiffres sont comptés à chaque construction du site, dans les fichiers qu’elle vient"
        " d’écrire\u00a0: ceux qu’une première visite demande, compressés (gzip), avec"
        f" {headers} d’en-têtes pour chacun. Une image qui attend qu’on descende jusqu’à elle est"
        " comptée à part. L’intérieur des dessins n’est pas compté, et la page que vous lisez n’est"
        f" pas dans le tableau. L’{link_tag(REFERENCE)}EcoIndex</a> se déduit des trois autres"
        " chiffres de la ligne, par sa formule publiée."
    )


def _weight(kilobytes: float) -> str:
    return f"{number_words(kilobytes)}\u00a0Ko"


def _link(address: str, words: str) -> str:
    return f"{link_tag(f'../{quote(address)}')}{html.escape(words)}</a>"
