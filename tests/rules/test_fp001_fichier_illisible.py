"""FP001: a file that the system does not open, or that is none of the content."""

import errno
import os
from pathlib import Path, PurePosixPath
from typing import NoReturn

import pytest

from builder.diagnostics import Diagnostic
from builder.library import read_library
from builder.parse.raw import parse_sheet
from builder.reading import Reading
from builder.source import read_source
from tests.sheets import fiche_text, shown, write_content

OPEN = "vérifiez que c’est bien un fichier et que vous avez le droit de l’ouvrir"
REPLACE = "remplacez le raccourci par le fichier lui-même"


def _told(file: Path, within: Path | None = None) -> tuple[Diagnostic, ...]:
    return parse_sheet(read_source(file, PurePosixPath("content/fiches/tri.md"), within))[1]


def _text(reason: str, cure: str) -> str:
    return (
        f"erreur[FP001] le fichier ne peut pas être lu ({reason})\n"
        " --> content/fiches/tri.md\n"
        f"  = aide : {cure}"
    )


def _lost_link(file: Path) -> None:
    file.symlink_to(file.with_name("efface.md"))


def _loop(file: Path) -> None:
    file.symlink_to(file)


def _nothing(_: Path) -> None:
    pass


@pytest.mark.parametrize("is_link", [False, True])
def test_a_file_that_opens_is_not_told(tmp_path: Path, *, is_link: bool) -> None:
    """A good sheet on disk has no remark, be it a link to another of the same folder."""
    file = tmp_path / "tri.md"
    (tmp_path / "vrai.md").write_text(fiche_text(), encoding="utf-8")
    (file.symlink_to if is_link else file.hardlink_to)(tmp_path / "vrai.md")

    assert _told(file, tmp_path) == ()


@pytest.mark.parametrize(
    ("make", "reason", "cure"),
    [
        (
            Path.mkdir,
            "c’est un dossier",
            "renommez ce dossier : `.md` ne termine que le nom d’une fiche",
        ),
        (_nothing, "il n’existe pas, ou plus", OPEN),
        (_lost_link, "c’est un raccourci vers un fichier qui n’existe pas, ou plus", REPLACE),
        (_loop, "c’est un raccourci qui tourne en rond", REPLACE),
        (
            os.mkfifo,
            "ce n’est pas un fichier ordinaire",
            "effacez-le, ou écrivez-y une vraie fiche",
        ),
    ],
    ids=["folder", "gone", "lost link", "loop", "pipe"],
)
def test_what_does_not_open_is_told_with_the_name_of_the_file(
    tmp_path: Path, make: object, reason: str, cure: str
) -> None:
    """Each with its reason; a pipe, which nobody writes in, is not waited for."""
    assert callable(make)
    make(tmp_path / "tri.md")

    assert shown(_told(tmp_path / "tri.md", tmp_path)) == _text(reason, cure)


def test_a_file_that_nobody_may_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system says so when it is opened."""
    file = tmp_path / "tri.md"
    file.touch()

    def refuse(*_: object, **__: object) -> NoReturn:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "open", refuse)

    assert shown(_told(file)) == _text("l’accès est refusé", OPEN)


@pytest.mark.parametrize("is_relative", [False, True])
def test_a_link_out_of_the_content_publishes_nothing(tmp_path: Path, *, is_relative: bool) -> None:
    """What it leads to may be a sheet: it is a file of the machine all the same."""
    secret = tmp_path / "secret.md"
    secret.write_text(fiche_text(title='"Secret"'), encoding="utf-8")
    content = write_content(tmp_path / "site", {"fiches/verre.md": fiche_text()})
    target = Path("../../../secret.md") if is_relative else secret
    (content / "fiches" / "tri.md").symlink_to(target)

    library = read_library(Reading(content, tmp_path / "site"))

    [told] = [found for found in library.diagnostics if found.code == "FP001"]
    assert shown([told]) == _text(
        "c’est un raccourci vers un fichier hors du dossier du contenu", REPLACE
    )
    assert [fiche.title for fiche in library.catalogue.fiches] == ["Trier ses déchets"]


def test_the_content_itself_may_be_a_link(tmp_path: Path) -> None:
    """Where the site stands is the business of whoever runs it."""
    write_content(tmp_path, {"fiches/verre.md": fiche_text()})
    (tmp_path / "lien").symlink_to(tmp_path / "content")

    library = read_library(Reading(tmp_path / "lien", tmp_path))

    assert "FP001" not in {found.code for found in library.diagnostics}


def test_a_folder_among_the_sheets_stops_none_of_them(tmp_path: Path) -> None:
    """The sheets beside it are read in the same run; hidden folders are not looked into."""
    content = write_content(tmp_path, {"fiches/verre.md": fiche_text()})
    (content / "fiches" / "tri.md").mkdir()
    (content / "fiches" / ".cache" / "x.md").mkdir(parents=True)

    library = read_library(Reading(content, tmp_path))

    errors = [found.code for found in library.diagnostics if found.is_error]
    assert errors == ["FP001"]
    assert [fiche.slug for fiche in library.catalogue.fiches] == ["trier-ses-dechets"]
