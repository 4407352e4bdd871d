"""FP002: a file that is not in UTF-8."""

from pathlib import Path, PurePosixPath

import pytest

from builder.diagnostics import Diagnostic
from builder.parse.raw import parse_sheet
from builder.source import read_source
from tests.sheets import fiche_text, shown


def _told(folder: Path, raw: bytes) -> tuple[Diagnostic, ...]:
    file = folder / "tri.md"
    file.write_bytes(raw)
    return parse_sheet(read_source(file, PurePosixPath("content/fiches/tri.md")))[1]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf8_is_read_with_or_without_a_mark(tmp_path: Path, encoding: str) -> None:
    """A byte order mark is tolerated."""
    assert _told(tmp_path, fiche_text().encode(encoding)) == ()


def test_an_old_editor_is_told_with_the_first_faulty_letter(tmp_path: Path) -> None:
    """The letter is marked where the reader sees it: after an accent that was right."""
    raw = fiche_text(title='"Été : trier"', description='"Des bacs"')
    mixed = raw.encode().replace(b"Des bacs", "Des étés".encode("cp1252"))

    assert shown(_told(tmp_path, mixed)) == (
        "erreur[FP002] le fichier n’est pas en UTF-8 (il semble en Windows-1252 ou Latin-1)\n"
        " --> content/fiches/tri.md:3:20\n"
        "  |\n"
        '3 | description = "Des �t�s"\n'
        "  |                    ^\n"
        "  = aide : réenregistrez-le en choisissant l’encodage UTF-8"
    )


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("cp1252", "Windows-1252"),
        ("iso-8859-1", "Windows-1252 ou Latin-1"),
        ("mac-roman", "Mac OS Roman"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
    ],
)
def test_the_encoding_it_seems_to_have_is_named(tmp_path: Path, encoding: str, name: str) -> None:
    """One remark for the file, whatever the number of faulty letters."""
    quote = "" if encoding == "iso-8859-1" else "’"
    raw = fiche_text(f"Trier à l{quote}été, là où c{quote}est utile.").encode(encoding)
    [told] = _told(tmp_path, raw)

    assert told.code == "FP002"
    assert told.message == f"le fichier n’est pas en UTF-8 (il semble en {name})"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["+++\ntitle = 1\n+++\n", "+++\ntitle = 'é'\n+++\n"])
def test_a_text_of_two_bytes_a_letter_is_shown_as_it_is_meant(
    tmp_path: Path, encoding: str, text: str
) -> None:
    """Its bytes may all be UTF-8 by chance, one in two of them NUL."""
    assert shown(_told(tmp_path, text.encode(encoding))) == (
        "erreur[FP002] le fichier n’est pas en UTF-8 (il semble en UTF-16)\n"
        " --> content/fiches/tri.md:1:1\n"
        "  |\n"
        "1 | +++\n"
        "  | ^\n"
        "  = aide : réenregistrez-le en choisissant l’encodage UTF-8"
    )


def test_a_photo_is_no_text(tmp_path: Path) -> None:
    """No encoding would help."""
    raw = b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(range(256)) * 8
    [told] = _told(tmp_path, raw)

    assert told.message == "le fichier n’est pas en UTF-8 (il ne semble pas être un texte)"


def test_the_line_is_right_after_windows_line_ends(tmp_path: Path) -> None:
    """Line ends are made one character before lines are counted."""
    raw = fiche_text().replace("\n", "\r\n").encode("cp1252")
    [told] = _told(tmp_path, raw)

    assert (told.place.position.line, told.place.position.column) == (2, 21)
