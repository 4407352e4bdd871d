"""FP311: a picture whose words are the name of its file."""

from pathlib import Path

import pytest

from builder.validate.alternatives import is_file_name
from tests.rules.blocs import picture_bloc
from tests.sheets import blocs_text, fiche_text, read_fiche

CURE = "dites en quelques mots ce que l’image montre"


@pytest.mark.parametrize(
    ("alt", "src"),
    [
        ("Bacs de tri", "/uploads/bacs-de-tri.jpg"),
        ("bacs", "/uploads/bacs.png"),
        ("Photo de 2014", "/uploads/a.png"),
        ("Image 3D du bac", "/uploads/a.png"),
        ("Photo 1 : les bacs", "/uploads/a.png"),
        ("Le logo au format .svg", "/uploads/logo.svg"),
        ("5S", "/uploads/5S.png"),
        ("ISO-26000", "/uploads/ISO-26000.png"),
        ("2014", "/uploads/2014.png"),
        ("P4 du plan", "/uploads/a.png"),
        ("Capture d’écran du tableau", "/uploads/a.png"),
        ("Image", "/uploads/a.png"),
    ],
)
def test_words_are_not_told(alt: str, src: str) -> None:
    """Though a good file name may have the same."""
    assert not is_file_name(alt, src)


@pytest.mark.parametrize(
    ("alt", "src"),
    [
        ("IMG_2034", "/uploads/a.png"),
        ("IMG-20240131-WA0007", "/uploads/a.png"),
        ("img_2034.JPG", "/uploads/a.png"),
        ("Bacs de tri.png", "/uploads/a.png"),
        ("DSC00123", "/uploads/a.png"),
        ("P1020304", "/uploads/a.png"),
        ("PXL_20240131_101112345", "/uploads/a.png"),
        ("20240131_101112", "/uploads/a.png"),
        ("photo-1", "/uploads/a.png"),
        ("image12", "/uploads/a.png"),
        ("Capture d’écran 2024-01-31 à 10.11.12", "/uploads/a.png"),
        ("bacs-de-tri", "/uploads/bacs-de-tri.jpg"),
        ("Bacs_tri_v2", "/uploads/Bacs_tri_v2.jpg"),
        ("été-2014", "/uploads/%C3%A9t%C3%A9-2014.jpg"),
    ],
)
def test_the_name_of_a_file_is_told(alt: str, src: str) -> None:
    """A camera's, a telephone's, a computer's, or its own."""
    assert is_file_name(alt, src)


def test_the_words_are_marked_in_a_text(uploads: Path) -> None:
    """Though the address holds them too."""
    told = read_fiche(fiche_text("## Été\n\nIci : ![bacs.png](/uploads/bacs.png)\n"), uploads)

    assert told.codes == ["FP311"]
    assert "bacs.png" in told.sections[0]
    assert told.text("FP311") == (
        "avertissement[FP311] le texte de remplacement « bacs.png » est un nom de fichier\n"
        "  --> content/fiches/essai.md:13:9\n"
        "   |\n"
        "13 | Ici : ![bacs.png](/uploads/bacs.png)\n"
        "   |         ^^^^^^^^\n"
        f"   = aide : {CURE}"
    )


def test_the_words_are_marked_in_a_bloc(uploads: Path) -> None:
    """At their own key."""
    text = blocs_text(picture_bloc("/uploads/bacs.png", alt="IMG_2034"))
    [told] = read_fiche(text, uploads).diagnostics

    assert told.code == "FP311"
    assert (told.place.position.line, told.place.position.column) == (17, 8)


def test_a_picture_by_itself_is_one_warning(uploads: Path) -> None:
    """Marked in its words."""
    [told] = read_fiche(fiche_text("![IMG_2034](/uploads/bacs.png)"), uploads).diagnostics

    assert (told.code, told.place.position.column) == ("FP311", 3)
