"""The addresses of the pages are known without making them."""

from dataclasses import replace
from pathlib import Path

import pytest

from builder.dead_links import OUTPUTS
from builder.library import published, read_library
from builder.pages import make_pages
from builder.pages.addresses import page_addresses
from builder.publication import make_publication
from builder.reading import Reading
from builder.render.uploads import Uploads
from builder.render.viewer import Viewer
from builder.site import Site
from tests.sheets import NO_UPLOADS, fiche_text, read_content, temoin_text

_FIGURES = (
    '[{nom = "Eau", unite = "m³", valeurs = {"2013" = 1}},'
    ' {nom = "Bois", unite = "kg", valeurs = {"2013" = 1}}]'
)

FILES: dict[str, str | bytes] = {
    **{f"fiches/{n}.md": fiche_text(title=f'"Tri {n}"', company=f'"E{n}"') for n in range(70)},
    "fiches/cachee.md": fiche_text(title='"Cachée"', noindex="true", sector='"Rare"'),
    "fiches/brouillon.md": fiche_text(title='"Brouillon"', draft="true", sector='"Autre"'),
    **{
        f"fiches/echec{n}.md": fiche_text("## Contraintes et limites\n\nPeu.", title=f'"Échec {n}"')
        for n in range(110)
    },
    "temoins/a.md": temoin_text(company='"A"', indicateurs=_FIGURES),
    "temoins/b.md": temoin_text(company='"B"', indicateurs=_FIGURES),
}


@pytest.mark.parametrize("with_drafts", [True, False])
def test_they_are_those_of_the_pages(tmp_path: Path, *, with_drafts: bool) -> None:
    """Lists of several pages, empty values and hidden fiches included."""
    reading = read_content(tmp_path, FILES)
    library = read_library(reading if not with_drafts else _with_drafts(reading))
    viewer = Viewer(library.catalogue, Uploads(NO_UPLOADS), library.rendered)
    pages = make_pages(viewer, Site("Essai")).pages

    assert page_addresses(viewer) == {page.address for page in pages}


def test_without_its_drafts_a_catalogue_is_the_published_one(tmp_path: Path) -> None:
    """Witnesses that only a draft names are left out."""
    reading = read_content(tmp_path, FILES)
    public, preview = read_library(reading), read_library(_with_drafts(reading))

    first, second = (
        Viewer(catalogue, Uploads(NO_UPLOADS), preview.rendered)
        for catalogue in (published(preview.catalogue), public.catalogue)
    )

    assert page_addresses(first) == page_addresses(second)
    assert public.drafts == preview.drafts == {"fiches/brouillon/"}


def test_the_other_files_of_the_site_are_known(tmp_path: Path) -> None:
    """But the one that is for the host only."""
    site = Site("Essai", "https://exemple.fr/")
    outputs = make_publication(read_content(tmp_path, {}), site).outputs(site, [])

    assert outputs.keys() - {"_headers"} == OUTPUTS


def _with_drafts(reading: Reading) -> Reading:
    return replace(reading, with_drafts=True)
