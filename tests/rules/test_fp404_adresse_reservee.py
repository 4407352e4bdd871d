"""FP404: an address that the site or Windows keeps for itself."""

from pathlib import Path

import pytest

from builder.library import read_library
from tests.sheets import (
    fiche_text,
    read_content,
    read_fiche,
    read_temoin,
    shown,
    temoin_text,
    vocabulary_text,
)


@pytest.mark.parametrize("title", ["Indexer", "404 idées", "Page blanche", "Contrat", "Aux autres"])
def test_a_title_that_only_starts_so_is_not_told(title: str) -> None:
    """The whole address is compared."""
    assert read_fiche(fiche_text(title=f'"{title}"')).codes == []


def test_a_slug_is_shown_with_another() -> None:
    """The list of fiches is at `/fiches/`, in a file named `index`."""
    told = read_fiche(fiche_text(slug='"index"'))

    assert told.codes == ["FP404"]
    assert told.text("FP404") == (
        "erreur[FP404] l’adresse « index » est réservée : "
        "le site a déjà une page ou un dossier de ce nom\n"
        " --> content/fiches/essai.md:9:8\n"
        "  |\n"
        '9 | slug = "index"\n'
        "  |        ^^^^^^^\n"
        '  = aide : donnez une autre adresse, par exemple `slug = "fiche-index"`'
    )


@pytest.mark.parametrize(
    "slug", ["INDEX", "404", "page", "comparer", "con", "AUX", "nul", "prn", "com1", "lpt9"]
)
def test_each_reserved_name_is_one_error(slug: str) -> None:
    """Whatever its capitals, asked for or made from a title, of a fiche or of a witness."""
    assert read_fiche(fiche_text(slug=f'"{slug}"')).codes == ["FP404"]
    assert read_fiche(fiche_text(title=f'"{slug} !"')).codes == ["FP404"]
    assert read_temoin(temoin_text(company=f'"{slug}"')).codes == ["FP404"]


def test_a_company_without_a_file_gets_an_address_of_its_own(tmp_path: Path) -> None:
    """Nobody wrote that address: there is nothing to tell."""
    reading = read_content(tmp_path, {"fiches/a.md": fiche_text(company='"Index"')})
    library = read_library(reading)

    assert [temoin.slug for temoin in library.catalogue.temoins] == ["temoin-index"]


@pytest.mark.parametrize(
    "folder", ["fiches", "temoins", "uploads", "selection", "contribuer", "aux"]
)
def test_a_vocabulary_at_a_folder_of_the_site_is_told(tmp_path: Path, folder: str) -> None:
    """Its pages would stand among others."""
    text = vocabulary_text().replace('adresse = "maturity"', f'adresse = "{folder}"')
    told = read_library(read_content(tmp_path, {"vocabulaire.toml": text})).diagnostics

    assert [found.code for found in told] == ["FP404"]
    assert f'adresse = "{folder}"' in shown(told)


def test_a_value_at_the_page_of_its_list_is_told(tmp_path: Path) -> None:
    """At the line of the value."""
    text = vocabulary_text().replace('adresse = "social"', 'adresse = "index"')
    [told] = read_library(read_content(tmp_path, {"vocabulaire.toml": text})).diagnostics

    assert told.code == "FP404"
    assert told.place.source.line(told.place.position.line) == 'adresse = "index"'
