"""« Une entreprise comme la mienne »: what a fiche takes from its witnesses."""

from pathlib import Path

import pytest

from builder.library import read_library
from builder.model import Fiche
from tests.sheets import SIZES, fiche_text, read_content, temoin_text, vocabulary_text


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
