"""What a fiche takes from its witnesses, and a witness without a file from its fiches."""

from pathlib import Path

import pytest

from builder.compose.witnessed import temoins_without_file
from builder.library import read_library
from builder.model import Fiche, Temoin
from tests.sheets import (
    SIZES,
    fiche_text,
    read_content,
    read_fiche,
    read_temoin,
    temoin_text,
    vocabulary_text,
)


def _read(folder: Path, company: str, *temoins: str) -> Fiche:
    files: dict[str, str | bytes] = {
        "vocabulaire.toml": vocabulary_text() + SIZES,
        "fiches/a.md": fiche_text(company=f'"{company}"'),
        **{f"temoins/{number}.md": text for number, text in enumerate(temoins)},
    }
    [fiche] = read_library(read_content(folder, files)).catalogue.fiches
    return fiche


@pytest.mark.parametrize(
    ("size", "label"), [("1", "Petite"), ("49", "Petite"), ("50", "Grande"), ("90000", "Grande")]
)
def test_the_size_is_the_first_that_holds_the_witness(
    tmp_path: Path, size: str, label: str
) -> None:
    """Its bound included."""
    fiche = _read(tmp_path, "Apnos", temoin_text(size=size))

    assert [value.label for value in fiche.temoin_size] == [label]


def test_two_witnesses_give_both(tmp_path: Path) -> None:
    """Each value once, whatever their names' case."""
    fiche = _read(
        tmp_path,
        "APNOS / Ubeeqo",
        temoin_text(size="16", sector='"Numérique"'),
        temoin_text(company='"Ubeeqo"', size="20", sector='["Numérique", "Industrie"]'),
    )

    assert [value.label for value in fiche.temoin_size] == ["Petite"]
    assert [value.label for value in fiche.temoin_sector] == ["Numérique", "Industrie"]


def test_a_witness_without_a_file_gives_nothing(tmp_path: Path) -> None:
    """Nor does a file that does not say."""
    assert _read(tmp_path / "a", "Apnos").temoin_size == ()
    silent = _read(tmp_path / "b", "Apnos", temoin_text(size=None, sector=None))

    assert (silent.temoin_size, silent.temoin_sector) == ((), ())


def test_a_draft_witness_is_not_known_yet(tmp_path: Path) -> None:
    """What it says is not published."""
    assert _read(tmp_path, "Apnos", temoin_text(size="16", draft="true")).temoin_size == ()


def test_a_witness_may_name_its_size(tmp_path: Path) -> None:
    """When how many people is not known: a large group is a large group."""
    fiche = _read(tmp_path, "Apnos", temoin_text(size='"Grande"'))

    assert [value.label for value in fiche.temoin_size] == ["Grande"]


def _told_by(body: str, company: str) -> Fiche:
    told = read_fiche(fiche_text(body, company=f'"{company}"'))
    assert isinstance(told.sheet, Fiche)
    return told.sheet


def test_a_company_without_a_file_gets_a_page_from_its_fiches() -> None:
    """Its story is their « Entreprise témoin » sections, each once, told apart by their fiches."""
    first = _told_by("## Entreprise témoin\n\nSeize personnes.\n\n## Méthode\n\nTrier.", "Apnos")
    second = _told_by("## ENTREPRISE TEMOIN\n\nÀ Douai.", "apnos")
    again = _told_by("## Entreprise témoin\n\nSeize personnes.", "Apnos")
    (made,) = temoins_without_file((first, second, again), ())

    assert (made.slug, made.company, made.has_file) == ("apnos", "Apnos", False)
    assert [section.title for section in made.sections] == [first.title, second.title]
    (alone,) = temoins_without_file((first, again), ())
    assert [section.title for section in alone.sections] == ["Entreprise témoin"]


@pytest.mark.parametrize("company", ["Apnos", "APNOS", "Apnôs", " apnos "])
def test_a_company_with_a_file_is_found_however_it_is_typed(company: str) -> None:
    """No second page is made for it."""
    temoin = read_temoin(temoin_text()).sheet
    assert isinstance(temoin, Temoin)

    assert temoins_without_file((_told_by("", company),), (temoin,)) == ()
