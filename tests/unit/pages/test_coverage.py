"""The page that shows animators what the library covers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from builder.publication import make_publication
from builder.site import Site
from tests.sheets import fiche_text, read_content

if TYPE_CHECKING:
    from pathlib import Path

    from builder.pages import Page

_SITE = Site("Fiches RSE", "https://reseau.example/rse/", "Des pratiques.", "ici@reseau.example")


def _page(folder: Path, files: dict[str, str], *, with_drafts: bool = False) -> Page:
    reading = replace(read_content(folder, {**files}), with_drafts=with_drafts)
    pages = make_publication(reading, _SITE).pages.pages
    return next(page for page in pages if page.address == "contribuer/couverture/")


def test_it_is_for_animators_and_no_search_engine_lists_it(tmp_path: Path) -> None:
    """It belongs to the guide, and is in no site map."""
    reading = read_content(tmp_path, {"fiches/a.md": fiche_text()})
    publication = make_publication(reading, _SITE)
    page = _page(tmp_path, {})

    assert page.is_noindex
    assert page.tab == "contribuer/"
    assert [crumb.label for crumb in page.crumbs] == ["Accueil", "Écrire une fiche", "Couverture"]
    assert "couverture" not in publication.outputs(_SITE, [])["sitemap.xml"]


def test_a_cell_leads_to_the_filtered_catalogue(tmp_path: Path) -> None:
    """An empty one leads nowhere: nothing would be shown."""
    view = _page(tmp_path, {"fiches/a.md": fiche_text()}).view
    thin, empty = view.rows[1].cells[:2]

    assert thin.address == "fiches/?nature=environnemental&maturity=premieres-actions"
    assert thin.label == "1\u00a0fiche\u00a0: Environnemental\u00a0– Premières actions"
    assert (thin.state, empty.state, empty.address) == ("mince", "vide", "")
    assert view.thin == "Environnemental\u00a0– Premières actions"


def test_it_tells_of_pictures_that_the_other_pages_show(tmp_path: Path) -> None:
    """It is made last: every text is rendered then."""
    files = {
        "fiches/a.md": fiche_text("## Objectifs\n\n![](/uploads/a.svg)\n"),
        "uploads/a.svg": "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>",
    }
    gaps = {gap.key: gap for gap in _page(tmp_path, files).view.gaps}

    assert [line.label for line in gaps["images-sans-alternative"].lines] == ["Trier ses déchets"]


def test_it_tells_nothing_that_it_knows_by_half(tmp_path: Path) -> None:
    """Faults that only a check finds are left to it, and so is what does not lack."""
    page = _page(tmp_path, {"fiches/a.md": fiche_text("", description=None, date="2026-01-02")})

    assert [gap.key for gap in page.view.gaps] == ["entreprises-sans-fichier"]


@pytest.mark.parametrize("with_drafts", [True, False])
def test_a_draft_is_named_in_a_preview_only(tmp_path: Path, *, with_drafts: bool) -> None:
    """It counts in no cell."""
    files = {"fiches/a.md": fiche_text(draft="true")}
    view = _page(tmp_path, files, with_drafts=with_drafts).view

    assert view.count == 0
    assert [gap.key for gap in view.gaps] == (["brouillons"] if with_drafts else [])
