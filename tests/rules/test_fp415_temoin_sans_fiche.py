"""FP415: a witness that no fiche names."""

from pathlib import Path

from builder.library import read_library
from tests.sheets import fiche_text, read_content, shown, temoin_text, whole_body


def _told(folder: Path, files: dict[str, str | bytes]) -> list[tuple[str, str]]:
    library = read_library(read_content(folder, files))
    return [(found.code, found.place.source.path.name) for found in library.diagnostics]


def _fiche(company: str, **keys: str) -> str:
    return fiche_text(whole_body(), company=f'"{company}"', **keys)


def test_a_witness_that_a_fiche_names_is_not_told(tmp_path: Path) -> None:
    """By its name or its address, beside another, in a draft."""
    files: dict[str, str | bytes] = {
        "fiches/a.md": _fiche("Apnos / Ubeeqo"),
        "fiches/b.md": _fiche("Sogea Nord", slug='"b"', draft="true"),
        "temoins/apnos.md": temoin_text(),
        "temoins/ubeeqo.md": temoin_text(company='"Ubeeqo"'),
        "temoins/sogea.md": temoin_text(company='"Groupe Sogea"', slug='"sogea-nord"'),
    }

    assert _told(tmp_path, files) == []


def test_an_orphan_is_shown_at_its_name(tmp_path: Path) -> None:
    """No fiche leads to its page."""
    files: dict[str, str | bytes] = {"temoins/apnos.md": temoin_text()}

    assert shown(read_library(read_content(tmp_path, files)).diagnostics) == (
        "avertissement[FP415] aucune fiche ne nomme « Apnos »\n"
        " --> content/temoins/apnos.md:2:12\n"
        "  |\n"
        '2 | company = "Apnos"\n'
        "  |            ^^^^^\n"
        '  = aide : écrivez `company = "Apnos"` dans la fiche qu’il raconte, ou `draft = true` ici'
    )


def test_a_misspelt_name_is_told_once(tmp_path: Path) -> None:
    """The mistake is in the fiche (FP412): the witness is not alone."""
    files: dict[str, str | bytes] = {
        "fiches/a.md": _fiche("Conexing"),
        "temoins/connexing.md": temoin_text(company='"Connexing"'),
    }

    assert _told(tmp_path, files) == [("FP412", "a.md")]


def test_a_draft_stops_nothing(tmp_path: Path) -> None:
    """An author writes the witness first, and its fiche tomorrow."""
    files: dict[str, str | bytes] = {"temoins/apnos.md": temoin_text(draft="true")}
    [told] = read_library(read_content(tmp_path, files)).diagnostics

    assert (told.code, told.is_draft) == ("FP415", True)


def test_a_fiche_that_names_nobody_may_be_the_one(tmp_path: Path) -> None:
    """It cannot be read, or is not written yet: what is told of it is enough."""
    broken, nameless = fiche_text().replace("+++", "---", 1), fiche_text(company=None)
    for name, fiche in {"a": broken, "b": nameless}.items():
        files: dict[str, str | bytes] = {"fiches/a.md": fiche, "temoins/apnos.md": temoin_text()}

        assert "FP415" not in {code for code, _ in _told(tmp_path / name, files)}
