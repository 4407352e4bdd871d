"""The ways in by who tells, and by a standard."""

from pathlib import Path

from builder.pages import Page
from builder.pages.records import ListView, ReferenceView
from builder.publication import make_publication
from builder.reading import Reading
from builder.site import Site
from tests.sheets import (
    SIZES,
    SUBJECTS,
    fiche_text,
    temoin_text,
    vocabulary_text,
    write_content,
)

FILES: dict[str, str | bytes] = {
    "vocabulaire.toml": vocabulary_text() + SIZES + SUBJECTS,
    "fiches/a.md": fiche_text(title='"Un"', nature='["Environnemental"]', odd="[12]"),
    "fiches/b.md": fiche_text(title='"Deux"', nature='["Social"]', odd="[8, 12]", company='"B"'),
    "temoins/apnos.md": temoin_text(size="16", sector='"Numérique"'),
}


def _pages(folder: Path) -> dict[str, Page]:
    content = write_content(folder, FILES)
    publication = make_publication(Reading(content, folder), Site("Essai"))
    return {page.address: page for page in publication.pages.pages}


def _titles(page: Page) -> list[str]:
    assert isinstance(page.view, ListView)
    return [card.title for card in page.view.cards]


def test_each_value_with_a_fiche_has_a_page(tmp_path: Path) -> None:
    """Of the witness's size and sector, of ISO 26000, of the goals; the others have none."""
    pages = _pages(tmp_path)

    assert _titles(pages["taille/petite/"]) == ["Un"]
    assert _titles(pages["secteur-du-temoin/numerique/"]) == ["Un"]
    assert _titles(pages["iso-26000/environnement/"]) == ["Un"]
    assert _titles(pages["odd/12/"]) == ["Deux", "Un"]
    assert _titles(pages["odd/8/"]) == ["Deux"]
    assert not {"taille/grande/", "iso-26000/gouvernance/", "odd/1/"} & pages.keys()


def test_a_page_of_the_witness_leads_on_to_the_filters(tmp_path: Path) -> None:
    """A standard has no fieldset in the catalogue: its pages lead nowhere that ignores them."""
    pages = _pages(tmp_path)

    assert pages["taille/petite/"].view.refine == "fiches/?taille=petite"
    assert pages["odd/12/"].view.refine == ""


def test_one_page_lists_the_standards(tmp_path: Path) -> None:
    """With counts; what nobody tells yet is named."""
    subjects, goals = _pages(tmp_path)["referentiels/"].view

    assert isinstance(subjects, ReferenceView)
    assert [(link.address, number) for link, number in subjects.values] == [
        ("iso-26000/environnement/", 1)
    ]
    assert subjects.missing == ("Gouvernance de l’organisation",)
    assert [(link.label.split(".")[0], number) for link, number in goals.values] == [
        ("8", 1),
        ("12", 2),
    ]
    assert len(goals.missing) == 15


def test_a_fiche_leads_to_its_standards(tmp_path: Path) -> None:
    """From its foot."""
    view = _pages(tmp_path)["fiches/deux/"].view

    assert [link.address for link in view.odd] == ["odd/8/", "odd/12/"]
    assert view.iso26000 == ()


def test_the_witnesses_lead_to_the_fiches_of_companies_alike(tmp_path: Path) -> None:
    """And so does the home page, by size."""
    pages = _pages(tmp_path)

    assert [
        (facet.title, [(link.address, link.note) for link in facet.values])
        for facet in pages["temoins/"].view.alike
    ] == [
        ("Taille du témoin", [("taille/petite/", "1")]),
        ("Secteur du témoin", [("secteur-du-temoin/numerique/", "1")]),
    ]
    assert [link.address for link in pages[""].view.sizes] == ["taille/petite/"]


def test_a_sector_leads_to_what_suits_all(tmp_path: Path) -> None:
    """A page of one sector tells how many fiches suit all of them; that one tells nothing."""
    files = FILES | {"fiches/c.md": fiche_text(title='"Trois"', sector='"Industrie"')}
    content = write_content(tmp_path, files)
    found = make_publication(Reading(content, tmp_path), Site("Essai")).pages.pages
    pages = {page.address: page for page in found}

    link = pages["sector/industrie/"].view.everyone
    assert (link.address, link.note) == ("sector/tous-secteurs/", "2")
    assert pages["sector/tous-secteurs/"].view.everyone is None
    assert pages["nature/social/"].view.everyone is None
