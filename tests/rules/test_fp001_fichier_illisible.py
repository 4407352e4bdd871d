"""FP001: a file that the system does not open."""

import errno
import os
import re
from pathlib import Path, PurePosixPath

import pytest

from builder.diagnostics import Diagnostic
from builder.library import Reading, read_library
from builder.parse.raw import parse_sheet
from builder.source import read_source
from tests.sheets import fiche_text, shown, write_content

TEXT = """\
erreur[FP001] le fichier ne peut pas être lu
 --> content/fiches/tri.md
  = aide : vérifiez que c’est bien un fichier et que vous avez le droit de l’ouvrir"""


def _told(file: Path) -> tuple[Diagnostic, ...]:
    return parse_sheet(read_source(file, PurePosixPath("content/fiches/tri.md")))[1]


def _folder(file: Path) -> None:
    file.mkdir()


def _lost_link(file: Path) -> None:
    file.symlink_to(file.with_name("efface.md"))


def _nothing(_: Path) -> None:
    pass


def test_a_file_that_opens_is_not_told(tmp_path: Path) -> None:
    """A good sheet on disk has no remark."""
    file = tmp_path / "tri.md"
    file.write_text(fiche_text(), encoding="utf-8")

    assert _told(file) == ()


@pytest.mark.parametrize("make", [_folder, _lost_link, _nothing])
def test_what_does_not_open_is_told_with_the_name_of_the_file(tmp_path: Path, make: object) -> None:
    """A folder named like a sheet, a link to a lost file, a file that has just gone."""
    assert callable(make)
    make(tmp_path / "tri.md")

    text = shown(_told(tmp_path / "tri.md"))

    assert re.sub(r" \(.*\)$", "", text, count=1, flags=re.MULTILINE) == TEXT


def test_the_reason_is_not_in_english(tmp_path: Path) -> None:
    """« Is a directory » tells an animator nothing."""
    (tmp_path / "tri.md").mkdir()

    assert os.strerror(errno.EISDIR) not in shown(_told(tmp_path / "tri.md"))


def test_a_folder_among_the_sheets_stops_none_of_them(tmp_path: Path) -> None:
    """The sheets beside it are read in the same run."""
    content = write_content(tmp_path, {"fiches/verre.md": fiche_text()})
    (content / "fiches" / "tri.md").mkdir()

    library = read_library(Reading(content, tmp_path))

    assert [found.code for found in library.diagnostics] == ["FP001"]
    assert [fiche.slug for fiche in library.catalogue.fiches] == ["trier-ses-dechets"]
