"""A whole content folder is read in one run, and everything there is to say is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builder.diagnostics import has_errors
from builder.errors import ConfigurationError
from builder.library import Library, read_library
from builder.reading import Reading, sheet_files
from tests.sheets import fiche_text, temoin_text, vocabulary_text, write_content

if TYPE_CHECKING:
    from pathlib import Path

Files = dict[str, str | bytes]

_OF_AN_EDITOR = {"FP411", "FP601"}
"""Told of sheets as short as these; they have tests of their own."""


def _read(folder: Path, files: Files, *, with_drafts: bool = False) -> Library:
    content = write_content(folder, files)
    return read_library(Reading(content, folder, with_drafts=with_drafts))


def _fiche(title: str, **keys: str) -> str:
    return fiche_text(title=f'"{title}"', **keys)


def _told(library: Library) -> list[tuple[str, str, int, str]]:
    return [
        (
            found.code,
            str(found.place.source.path),
            found.place.position.line,
            found.severity.value,
        )
        for found in library.diagnostics
        if found.code not in _OF_AN_EDITOR
    ]


@pytest.mark.parametrize(("with_drafts", "slugs"), [(False, ["trier"]), (True, ["peser", "trier"])])
def test_a_draft_is_shown_in_the_preview_only(
    tmp_path: Path, slugs: list[str], *, with_drafts: bool
) -> None:
    """Published, it is nowhere; its witness neither."""
    files: Files = {
        "fiches/a.md": _fiche("Trier"),
        "fiches/b.md": _fiche("Peser", draft="true", company='"Brouillon SA"'),
        "temoins/c.md": temoin_text(company='"Caché SA"', draft="true"),
    }
    catalogue = _read(tmp_path, files, with_drafts=with_drafts).catalogue

    assert [fiche.slug for fiche in catalogue.fiches] == slugs
    assert [temoin.slug for temoin in catalogue.temoins] == (
        ["apnos", "brouillon-sa", "cache-sa"] if with_drafts else ["apnos"]
    )


def test_the_mistakes_of_a_draft_are_told_and_stop_nothing(tmp_path: Path) -> None:
    """The same in another sheet are errors."""
    files: Files = {
        "fiches/a.md": _fiche("Trier", maturity='"Progreser"', draft="true"),
        "fiches/b.md": _fiche("Peser", maturity='"Progreser"'),
    }

    assert _told(_read(tmp_path, files)) == [
        ("FP203", "content/fiches/a.md", 6, "avertissement"),
        ("FP203", "content/fiches/b.md", 6, "erreur"),
    ]


def test_all_faults_of_all_files_are_told_in_one_run(tmp_path: Path) -> None:
    """Fiches and witnesses, unreadable or not, in the order of the files and lines."""
    files: Files = {
        "fiches/a.md": _fiche("Trier", maturity='"Progreser"', odd="[18]", zzz="1"),
        "fiches/b.md": "## Objectifs\n",
        "fiches/c.md": "+++\ntitle = Trier\n+++\n",
        "fiches/d.md": _fiche("Été").encode("cp1252"),
        "fiches/e.md": _fiche("Peser"),
        "temoins/f.md": temoin_text(kind='"association"', company='""'),
    }
    library = _read(tmp_path, files)

    assert [told[:3] for told in _told(library)] == [
        ("FP203", "content/fiches/a.md", 6),
        ("FP206", "content/fiches/a.md", 9),
        ("FP105", "content/fiches/a.md", 10),
        ("FP011", "content/fiches/b.md", 1),
        ("FP013", "content/fiches/c.md", 2),
        ("FP002", "content/fiches/d.md", 2),
        ("FP101", "content/temoins/f.md", 2),
        ("FP207", "content/temoins/f.md", 3),
    ]
    assert has_errors(library.diagnostics)
    assert [fiche.slug for fiche in library.catalogue.fiches] == ["peser"]


def test_of_two_fiches_at_one_address_the_first_keeps_it(tmp_path: Path) -> None:
    """The other is told, with the name of the first."""
    files: Files = {
        "fiches/a.md": _fiche("Trier"),
        "fiches/b.md": _fiche("Peser", slug='"trier"'),
        "fiches/c.md": _fiche("TRIER !"),
    }
    library = _read(tmp_path, files)

    assert [str(fiche.path) for fiche in library.catalogue.fiches] == ["content/fiches/a.md"]
    assert [told[:3] for told in _told(library)] == [
        ("FP401", "content/fiches/b.md", 9),
        ("FP401", "content/fiches/c.md", 2),
    ]
    assert all(
        "`content/fiches/a.md`" in found.message
        for found in library.diagnostics
        if found.code == "FP401"
    )


@pytest.mark.parametrize("with_drafts", [False, True])
def test_a_draft_never_takes_the_address_of_a_published_fiche(
    tmp_path: Path, *, with_drafts: bool
) -> None:
    """Whatever the order of the files; it is told of, and stops nothing."""
    files: Files = {"fiches/a.md": _fiche("Trier", draft="true"), "fiches/b.md": _fiche("Trier")}
    library = _read(tmp_path, files, with_drafts=with_drafts)

    assert [str(fiche.path) for fiche in library.catalogue.fiches] == ["content/fiches/b.md"]
    assert _told(library) == [("FP401", "content/fiches/a.md", 2, "avertissement")]


@pytest.mark.parametrize("company", ["Apnos", "APNOS", "Âpnôs", "apnos ", "Connexing / apnos"])
def test_a_fiche_finds_its_witness_whatever_the_typing(tmp_path: Path, company: str) -> None:
    """No second page is made for the same company."""
    files: Files = {
        "fiches/a.md": _fiche("Trier", company=f'"{company}"'),
        "temoins/apnos.md": temoin_text(company='"Apnos"'),
    }
    temoins = _read(tmp_path, files).catalogue.temoins

    assert [temoin.company for temoin in temoins if temoin.slug == "apnos"] == ["Apnos"]
    assert {temoin.slug for temoin in temoins} <= {"apnos", "connexing"}


def test_a_company_without_a_file_has_a_page(tmp_path: Path) -> None:
    """Made of what its fiches say of it."""
    body = "## Entreprise témoin\n\nSeize personnes à Douai.\n"
    files: Files = {"fiches/a.md": fiche_text(body, company='"Groupe Apnos"')}
    (temoin,) = _read(tmp_path, files).catalogue.temoins

    assert (temoin.slug, temoin.company, temoin.has_file) == ("groupe-apnos", "Groupe Apnos", False)
    assert temoin.sections[0].title == "Entreprise témoin"


def test_fiches_come_from_the_simplest_to_the_hardest(tmp_path: Path) -> None:
    """Maturity, then money and time, then the address; whatever the names of the files."""
    files: Files = {
        "fiches/1.md": _fiche("Loin", maturity='"Aller plus loin"'),
        "fiches/2.md": _fiche("Cher", financialinvest='"Important"'),
        "fiches/3/b.md": _fiche("Beta"),
        "fiches/4.md": _fiche("Alpha"),
    }
    fiches = _read(tmp_path, files).catalogue.fiches

    assert [fiche.slug for fiche in fiches] == ["alpha", "beta", "cher", "loin"]


def test_a_fiche_kept_from_lists_has_its_page(tmp_path: Path) -> None:
    """`noindex`: published, but listed nowhere."""
    files: Files = {"fiches/a.md": _fiche("Trier", noindex="true"), "fiches/b.md": _fiche("Peser")}
    catalogue = _read(tmp_path, files).catalogue

    assert [fiche.slug for fiche in catalogue.fiches] == ["peser", "trier"]
    assert [fiche.slug for fiche in catalogue.listed] == ["peser"]


def test_sectors_that_fiches_name_join_the_vocabulary(tmp_path: Path) -> None:
    """They have a page like those of the file."""
    vocabulary = _read(
        tmp_path, {"fiches/a.md": _fiche("A", sector='"Pêche"')}
    ).catalogue.vocabulary

    assert [value.slug for value in vocabulary["sector"].values] == [
        "tous-secteurs",
        "industrie",
        "peche",
    ]


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    """Records and remarks, in the same order."""
    files: Files = {f"fiches/{at}.md": _fiche(f"T{at % 3}", zzz="1") for at in range(9)}
    content = write_content(tmp_path, files)
    first, second = (read_library(Reading(content, tmp_path)) for _ in range(2))

    assert first == second


def test_only_sheets_are_read(tmp_path: Path) -> None:
    """Neither hidden files nor other kinds; those of folders too, in a stable order."""
    names = ["fiches/b.md", "fiches/a/c.md", "fiches/a.md", "temoins/d.md"]
    others = ["fiches/._a.md", "fiches/.git/x.md", "fiches/a.txt", "fiches/a.md~", "index.md"]
    content = write_content(tmp_path, dict.fromkeys([*names, *others], "x"))

    assert [file.relative_to(content).as_posix() for file in sheet_files(content)] == [
        "fiches/a/c.md",
        "fiches/a.md",
        "fiches/b.md",
        "temoins/d.md",
    ]


def test_each_sheet_moves_the_progress(tmp_path: Path) -> None:
    """Those that cannot be read as well."""
    content = write_content(tmp_path, {"fiches/a.md": "x", "temoins/b.md": temoin_text()})
    seen: list[None] = []
    read_library(Reading(content, tmp_path, on_sheet=lambda: seen.append(None)))

    assert len(seen) == len(sheet_files(content)) == 2


def test_an_empty_site_is_a_site(tmp_path: Path) -> None:
    """A network starts with its vocabulary alone."""
    library = _read(tmp_path, {})

    assert (library.catalogue.fiches, library.catalogue.temoins, library.diagnostics) == (
        (),
        (),
        (),
    )


def test_a_folder_without_vocabulary_is_no_site(tmp_path: Path) -> None:
    """Told in French, for the one who typed the command."""
    with pytest.raises(
        ConfigurationError, match=r"vocabulaires content/vocabulaire\.toml est absent"
    ):
        read_library(Reading(tmp_path / "content", tmp_path))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (vocabulary_text().replace('"Social"', '""').encode(), "FP502"),
        (vocabulary_text().encode("cp1252"), "FP002"),
    ],
)
def test_a_faulty_vocabulary_is_the_only_thing_told(tmp_path: Path, text: bytes, code: str) -> None:
    """Every sheet would be wrong without it: their remarks would hide it."""
    library = _read(tmp_path, {"vocabulaire.toml": text, "fiches/a.md": "x"})

    assert [told[:2] for told in _told(library)] == [(code, "content/vocabulaire.toml")]
    assert library.catalogue.fiches == ()


def test_a_path_outside_the_project_is_shown_whole(tmp_path: Path) -> None:
    """There is nothing to be relative to."""
    content = write_content(tmp_path, {"fiches/a.md": "x"})
    (found,) = read_library(Reading(content, tmp_path / "elsewhere")).diagnostics

    assert str(found.place.source.path) == (content / "fiches/a.md").as_posix()
