"""FP310: a file of the folder of pictures that the site does not publish."""

import os
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from builder.checking import check_content
from builder.diagnostics import Diagnostic
from builder.publication import make_publication
from tests.sheets import fiche_text, read_content, shown


def _picture(kind: str) -> bytes:
    file = BytesIO()
    Image.new("RGB", (2, 2)).save(file, kind)
    return file.getvalue()


PNG = _picture("PNG")


def _told(folder: Path, files: dict[str, bytes], body: str = "") -> list[Diagnostic]:
    """Check files of `uploads`, and a sheet beside them."""
    written = {f"uploads/{name}": raw for name, raw in files.items()}
    reading = read_content(folder, {"fiches/tri.md": fiche_text(body), **written})
    return [
        found
        for found in check_content(reading)
        if found.code in {"FP301", "FP303", "FP309", "FP310", "FP312"}
    ]


def test_pictures_and_documents_are_not_told(tmp_path: Path) -> None:
    """Nor the files that systems leave; a picture may have the suffix of another."""
    pictures = {f"a.{kind.lower()}": _picture(kind) for kind in ("PNG", "GIF", "WEBP", "AVIF")}
    documents = {f"b.{suffix}": b"PK\x03\x04..." for suffix in ("odt", "ods", "docx", "xlsx")}
    others = {
        "c.JPG": _picture("JPEG"),
        "d.jpeg": PNG,
        "e.pdf": b"\n%PDF-1.7",
        "f.csv": "été;1".encode("latin-1"),
        "g.txt": b"",
        ".DS_Store": b"\0",
        "Thumbs.db": b"\0",
    }

    assert _told(tmp_path, {**pictures, **documents, **others}) == []


def test_a_page_in_the_folder_is_shown(tmp_path: Path) -> None:
    """The engine would publish it as it is."""
    assert shown(_told(tmp_path, {"page.html": b"<script>x</script>"})) == (
        "avertissement[FP310] ce fichier n’est pas publié : les fichiers `.html` ne le sont pas\n"
        " --> content/uploads/page.html\n"
        "  = aide : écrivez les pages dans `content/`, hors de `content/uploads/`"
    )


@pytest.mark.parametrize(
    ("name", "raw", "reason"),
    [
        ("a.png", b"<!doctype html><script>x</script>", "son contenu n’est pas celui"),
        ("a.jpg", b"", "son contenu n’est pas celui"),
        ("a.jpg", b"\0\0\0\x18ftypheic", "son contenu n’est pas celui"),
        ("a.webp", b"RIFF....WAVE", "son contenu n’est pas celui"),
        ("a.pdf", b"<html>", "son contenu n’est pas celui"),
        ("a.docx", b"<html>", "son contenu n’est pas celui"),
        ("a.txt", b"MZ\0\0", "son contenu n’est pas celui"),
        ("a.md", b"# a", "les fichiers `.md`"),
        ("a.heic", b"", "les fichiers `.heic`"),
        ("a.zip", b"PK\x03\x04", "les fichiers `.zip`"),
        ("a.exe", b"MZ", "les fichiers `.exe`"),
        ("a.docm", b"PK\x03\x04", "les fichiers `.docm`"),
        ("LISEZMOI", b"a", "son nom n’a pas de suffixe"),
    ],
)
def test_each_other_file_is_one_warning(tmp_path: Path, name: str, raw: bytes, reason: str) -> None:
    """Told at the file, and nothing is broken off by it."""
    [told] = _told(tmp_path, {name: raw})

    assert (told.code, told.is_error) == ("FP310", False)
    assert told.message.startswith(f"ce fichier n’est pas publié : {reason}")


@pytest.mark.parametrize(
    "body", ["![Bacs](/uploads/a.png)", "[Le document](/uploads/a.png)"], ids=["picture", "link"]
)
def test_a_sheet_that_cites_such_a_file_is_not_told_again(tmp_path: Path, body: str) -> None:
    """One cause, one remark; the picture is not shown."""
    assert [found.code for found in _told(tmp_path, {"a.png": b"<html>"}, body)] == ["FP310"]


def _reading_with_link(folder: Path, body: str) -> list[str]:
    (folder / "secret.png").write_bytes(PNG)
    reading = read_content(folder, {"fiches/tri.md": fiche_text(body), "uploads/a.png": PNG})
    (folder / "content" / "uploads" / "lien.png").symlink_to(folder / "secret.png")
    found = make_publication(reading).diagnostics
    return [told.code for told in found if told.code in {"FP303", "FP310"}]


def test_a_shortcut_that_leaves_the_folder_is_told_once(tmp_path: Path) -> None:
    """At the sheet that shows it, else at itself."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()

    assert _reading_with_link(tmp_path / "a", "") == ["FP310"]
    assert _reading_with_link(tmp_path / "b", "![Bacs](/uploads/lien.png)") == ["FP303"]


def test_folders_that_hold_themselves_and_pipes_are_told(tmp_path: Path) -> None:
    """Neither keeps the check waiting."""
    reading = read_content(tmp_path, {"uploads/photos/a.png": PNG})
    photos = tmp_path / "content" / "uploads" / "photos"
    (photos / "encore").symlink_to(photos)
    (photos / "perdu.png").symlink_to(photos / "absent.png")
    os.mkfifo(photos / "tube.png")
    told = [found for found in check_content(reading) if found.code == "FP310"]

    assert [found.place.source.path.name for found in told] == ["encore", "perdu.png", "tube.png"]
