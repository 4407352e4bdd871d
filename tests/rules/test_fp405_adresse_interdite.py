"""FP405: an address that leads out of its folder."""

import pytest

from tests.sheets import fiche_text, read_fiche, read_temoin, temoin_text


@pytest.mark.parametrize("slug", ["tri", "Tri du verre", "tri_1", "tri, pesée", "100 %", "l’été"])
def test_a_slip_of_the_keyboard_is_not_told(slug: str) -> None:
    """It is corrected instead (FP402)."""
    assert "FP405" not in read_fiche(fiche_text(slug=f'"{slug}"')).codes


@pytest.mark.parametrize("title", ["Trier / peser", "Trier... et peser", "5 : trier", "C:\\\\Tri"])
def test_a_title_may_hold_any_sign(title: str) -> None:
    """The address made of it does not."""
    assert read_fiche(fiche_text(title=f'"{title}"')).codes == []


def test_the_sign_is_shown() -> None:
    """With the address that it seems to mean."""
    told = read_fiche(fiche_text(slug='"../accueil"'))

    assert told.codes == ["FP405"]
    assert told.sheet is not None
    assert told.sheet.slug == "accueil"
    assert told.text("FP405") == (
        "erreur[FP405] l’adresse « ../accueil » ne peut pas contenir `..`\n"
        " --> content/fiches/essai.md:9:9\n"
        "  |\n"
        '9 | slug = "../accueil"\n'
        "  |         ^^\n"
        '  = aide : écrivez seulement la fin de l’adresse, par exemple `slug = "accueil"`'
    )


@pytest.mark.parametrize(
    ("slug", "sign", "becomes"),
    [
        ("..", "`..`", "trier-ses-dechets"),
        ("/fiches/tri/", "`/`", "tri"),
        ("a/b", "`/`", "b"),
        ("%2e%2e%2ftri", "`%2e`", "tri"),
        ("tri%20verre", "`%20`", "tri-verre"),
        ("a\\\\tri", "`\\`", "tri"),
        ("https://exemple.fr/tri", "`:`", "tri"),
        ("javascript:tri", "`:`", "tri"),
        ("tri\\u0000", "de caractère invisible", "tri"),
        ("tri\u202e", "de caractère invisible", "tri"),
        ("tri\u200b", "de caractère invisible", "tri"),
    ],
    ids=ascii,
)
def test_each_sign_is_one_error(slug: str, sign: str, becomes: str) -> None:
    """Of a fiche or of a witness; the page is made all the same, to check the rest."""
    [told] = read_fiche(fiche_text(slug=f'"{slug}"')).diagnostics
    witness = read_temoin(temoin_text(slug=f'"{slug}"'))

    assert (told.code, told.is_error) == ("FP405", True)
    assert told.message.endswith(f"ne peut pas contenir {sign}")
    assert f'`slug = "{becomes}"`' in told.aide
    assert witness.codes == ["FP405"]


def test_the_sign_is_marked_after_escapes() -> None:
    """As the file writes it."""
    [told] = read_fiche(fiche_text(slug=r'"\u00e9t\u00e9/tri"')).diagnostics

    assert (told.place.position.column, told.place.end.column) == (22, 23)
