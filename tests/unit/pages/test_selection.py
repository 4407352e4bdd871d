"""The page of the fiches a reader keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.publication import make_publication
from builder.reading import Reading
from builder.site import Site
from tests.sheets import fiche_text, write_content

if TYPE_CHECKING:
    from pathlib import Path

_SITE = Site("Fiches RSE", "https://reseau.example/rse/", "Des pratiques.", "ici@reseau.example")


def test_it_stands_and_no_search_engine_lists_it(tmp_path: Path) -> None:
    """It has an address and a title, asks not to be listed, and is in no site map."""
    content = write_content(tmp_path, {"fiches/a.md": fiche_text()})
    publication = make_publication(Reading(content, tmp_path), _SITE)
    pages = {page.address: page for page in publication.pages.pages}

    page = pages["selection/"]
    assert (page.title, page.template, page.is_noindex) == (
        "Ma sélection",
        "selection.html",
        True,
    )
    assert "selection/" not in publication.outputs(_SITE, [])["sitemap.xml"]


def test_it_knows_the_marks_of_every_value(tmp_path: Path) -> None:
    """The browser draws a level or a colour from the label that the open data give."""
    content = write_content(tmp_path, {"fiches/a.md": fiche_text()})
    publication = make_publication(Reading(content, tmp_path), _SITE)
    pages = {page.address: page for page in publication.pages.pages}

    marks = pages["selection/"].view.marks
    assert marks["nature"]["Environnemental"] == "environnemental"
    for key in ("financialinvest", "humaninvest"):
        assert marks[key] == {"Faible": "1", "Moyen": "2", "Important": "3"}
