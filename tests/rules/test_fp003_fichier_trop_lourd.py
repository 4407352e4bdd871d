"""FP003: a file too large to be a sheet."""

from pathlib import Path, PurePosixPath

import pytest

from builder.diagnostics import Diagnostic
from builder.parse.raw import parse_sheet
from builder.source import MAX_BYTES, read_source
from tests.sheets import blocs_text, fiche_text, read_fiche, shown

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

    assert _told(tmp_path, text + b"a" * (MAX_BYTES - len(text))) == ()


@pytest.mark.parametrize("byte", [b"\n", b"\xff"], ids=["text", "a photo"])
def test_one_byte_more_is_told_and_nothing_else(tmp_path: Path, byte: bytes) -> None:
    """What is in the file is not looked at: a photo has no second remark for its encoding."""
    text = fiche_text().encode()

    assert shown(_told(tmp_path, text + byte * (MAX_BYTES + 1 - len(text)))) == TEXT


MARKS = "a plus de 5 000 lignes ou marques de mise en forme"
VALUES = "a plus de 2 000 valeurs dans sa tête"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (fiche_text("# a\n\n" * 5000), MARKS),
        (fiche_text("Voir [a](b:) et **c**.\n" * 2000), MARKS),
        (fiche_text("<div>" * 10_000), MARKS),
        (blocs_text(*['template = "faq"\ntitle = "Une question"'] * 10_000), MARKS),
        (fiche_text(odd=f"[{'8, ' * 3000}]"), VALUES),
        (fiche_text(**{f"cle{number}": "1" for number in range(2001)}), VALUES),
    ],
    ids=["headings", "links", "elements", "blocs", "items", "keys"],
)
def test_what_has_too_many_parts_is_no_sheet(text: str, reason: str) -> None:
    """Each would give work, and hours of it together."""
    told = read_fiche(text)

    assert shown(told.diagnostics) == (
        f"erreur[FP003] le fichier {reason} : ce n’est sans doute pas une fiche\n"
        " --> content/fiches/essai.md\n"
        "  = aide : placez les images dans `content/uploads/` et ne gardez ici que le texte"
    )


@pytest.mark.parametrize(
    "text",
    [
        fiche_text("Une longue phrase, **en gras**, et un [lien](https://exemple.fr).\n\n" * 500),
        blocs_text(*['template = "faq"\ntitle = "Une question"'] * 500),
    ],
    ids=["body", "blocs"],
)
def test_a_long_sheet_is_read(text: str) -> None:
    """Ten times the longest that we know."""
    assert read_fiche(text).sheet is not None
