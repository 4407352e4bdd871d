"""FP401: two pages at one address."""

from dataclasses import replace
from pathlib import Path

import pytest

from builder.diagnostics import Diagnostic
from builder.library import Library, read_library
from builder.reading import Reading
from tests.sheets import fiche_text, shown, temoin_text, write_content


def _read(folder: Path, **files: str) -> Library:
    """Read sheets named `fiches__verre` for `fiches/verre.md`; keep what is told of addresses."""
    written = {f"{name.replace('__', '/')}.md": text for name, text in files.items()}
    library = read_library(Reading(write_content(folder, written), folder))
    found = tuple(found for found in library.diagnostics if found.code not in {"FP411", "FP601"})
    return replace(library, diagnostics=found)


def _told(library: Library) -> list[tuple[str, str, bool]]:
    return [
        (found.code, found.place.source.path.name, found.is_error) for found in _doubles(library)
    ]


def _doubles(library: Library) -> list[Diagnostic]:
    return [found for found in library.diagnostics if found.code == "FP401"]


def test_pages_of_different_titles_are_not_told(tmp_path: Path) -> None:
    """Nor a fiche and a witness of one name: they have folders of their own."""
    library = _read(
        tmp_path,
        fiches__bacs=fiche_text(title='"Apnos"'),
        fiches__verre=fiche_text(title='"Trier le verre"'),
        temoins__apnos=temoin_text(),
    )

    assert _doubles(library) == []


def test_two_fiches_of_one_title_are_shown_at_the_second(tmp_path: Path) -> None:
    """The first file keeps the address; the second is not in the catalogue."""
    library = _read(tmp_path, fiches__bacs=fiche_text(), fiches__verre=fiche_text())

    assert [str(fiche.path) for fiche in library.catalogue.fiches] == ["content/fiches/bacs.md"]
    assert shown(_doubles(library)) == (
        "erreur[FP401] l’adresse `/fiches/trier-ses-dechets/` est déjà celle de "
        "`content/fiches/bacs.md`\n"
        " --> content/fiches/verre.md:2:9\n"
        "  |\n"
        '2 | title = "Trier ses déchets"\n'
        "  |         ^^^^^^^^^^^^^^^^^^^\n"
        '  = aide : donnez-lui une autre adresse, par exemple `slug = "trier-ses-dechets-2"`'
    )


def test_two_witnesses_of_one_company_are_shown_at_the_second(tmp_path: Path) -> None:
    """Case and accents make no other address."""
    library = _read(
        tmp_path, temoins__apnos=temoin_text(), temoins__groupe=temoin_text(company='"ÀPNOS"')
    )

    assert shown(_doubles(library)) == (
        "erreur[FP401] l’adresse `/temoins/apnos/` est déjà celle de "
        "`content/temoins/apnos.md` : les deux noms ne diffèrent que par les majuscules, "
        "les accents ou les espaces\n"
        " --> content/temoins/groupe.md:2:11\n"
        "  |\n"
        '2 | company = "ÀPNOS"\n'
        "  |           ^^^^^^^\n"
        '  = aide : donnez-lui une autre adresse, par exemple `slug = "apnos-2"`'
    )


def test_a_slug_taken_twice_is_shown_at_the_slug(tmp_path: Path) -> None:
    """It is the slug that makes the address, not the title."""
    slug = '"trier-ses-dechets"'
    library = _read(
        tmp_path,
        fiches__bacs=fiche_text(),
        fiches__verre=fiche_text(title='"Trier le verre"', slug=slug),
    )
    [told] = _doubles(library)

    assert told.code == "FP401"
    assert (told.place.position.line, told.place.position.column) == (9, 8)


@pytest.mark.parametrize(("published", "draft"), [("bacs", "verre"), ("verre", "bacs")])
def test_a_draft_never_takes_the_address_of_a_published_fiche(
    tmp_path: Path, published: str, draft: str
) -> None:
    """Whatever the order of the files; the draft has a warning."""
    library = _read(
        tmp_path,
        **{f"fiches__{published}": fiche_text(), f"fiches__{draft}": fiche_text(draft="true")},
    )

    assert _told(library) == [("FP401", f"{draft}.md", False)]
    assert [fiche.path and fiche.path.stem for fiche in library.catalogue.fiches] == [published]


def test_every_page_but_the_first_is_told(tmp_path: Path) -> None:
    """Three fiches at one address are two remarks, in folders of any depth."""
    library = _read(
        tmp_path, fiches__bacs=fiche_text(), fiches__eau=fiche_text(), fiches__tri__a=fiche_text()
    )

    assert _told(library) == [("FP401", "eau.md", True), ("FP401", "a.md", True)]


@pytest.mark.parametrize(
    ("title", "other", "ending"),
    [
        ("Été", "E\u0301te\u0301", "leurs accents sont tapés autrement"),
        ("Tri", "TRI", "que par les majuscules, les accents ou les espaces"),
        ("Tri", "tri", "que par les majuscules, les accents ou les espaces"),
        ("Été", "Ete", "que par les majuscules, les accents ou les espaces"),
        ("Tri", "Tri", "`content/fiches/a.md`"),
        ("Tri !", "Tri ?", "`content/fiches/a.md`"),
    ],
    ids=ascii,
)
def test_the_message_says_how_two_titles_look_alike(
    tmp_path: Path, title: str, other: str, ending: str
) -> None:
    """When the eye would miss it."""
    library = _read(
        tmp_path, fiches__a=fiche_text(title=f'"{title}"'), fiches__b=fiche_text(title=f'"{other}"')
    )
    [told] = _doubles(library)

    assert told.message.endswith(ending)
