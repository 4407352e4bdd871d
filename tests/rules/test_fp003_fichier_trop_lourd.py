"""FP003: a file too large to be a sheet."""

from pathlib import Path, PurePosixPath

import pytest

from builder.diagnostics import Diagnostic
from builder.parse.raw import parse_sheet
from builder.source import MAX_BYTES, read_source
from tests.sheets import fiche_text, shown

TEXT = """\
erreur[FP003] le fichier dépasse 2 Mo : ce n’est sans doute pas une fiche
 --> content/fiches/tri.md
  = aide : placez les images dans `content/uploads/` et ne gardez ici que le texte"""


def _told(folder: Path, raw: bytes) -> tuple[Diagnostic, ...]:
    file = folder / "tri.md"
    file.write_bytes(raw)
    return parse_sheet(read_source(file, PurePosixPath("content/fiches/tri.md")))[1]


def test_a_sheet_of_two_megabytes_is_still_read(tmp_path: Path) -> None:
    """The limit itself is allowed."""
    text = fiche_text().encode()

    assert _told(tmp_path, text + b"\n" * (MAX_BYTES - len(text))) == ()


@pytest.mark.parametrize("byte", [b"\n", b"\xff"], ids=["text", "a photo"])
def test_one_byte_more_is_told_and_nothing_else(tmp_path: Path, byte: bytes) -> None:
    """What is in the file is not looked at: a photo has no second remark for its encoding."""
    text = fiche_text().encode()

    assert shown(_told(tmp_path, text + byte * (MAX_BYTES + 1 - len(text)))) == TEXT
