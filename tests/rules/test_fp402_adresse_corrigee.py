"""FP402: an address asked for with letters that no address has."""

import pytest

from tests.sheets import fiche_text, read_fiche, read_temoin, temoin_text


@pytest.mark.parametrize("slug", [None, '""', '"tri-des-dechets"', '"2026"'])
def test_an_address_in_the_right_letters_is_not_told(slug: str | None) -> None:
    """Nor one made from the title, whatever its accents."""
    assert read_fiche(fiche_text(slug=slug)).codes == []


def test_another_one_is_shown_with_what_it_becomes() -> None:
    """The help is the line to copy."""
    told = read_fiche(fiche_text(slug='"Tri des Déchets"'))

    assert told.codes == ["FP402"]
    assert told.sheet is not None
    assert told.sheet.slug == "tri-des-dechets"
    assert [found.fix for found in told.diagnostics] == ['"tri-des-dechets"']
    assert told.text("FP402") == (
        "avertissement[FP402] l’adresse « Tri des Déchets » devient « tri-des-dechets »\n"
        " --> content/fiches/essai.md:9:8\n"
        "  |\n"
        '9 | slug = "Tri des Déchets"\n'
        "  |        ^^^^^^^^^^^^^^^^^\n"
        '  = aide : écrivez `slug = "tri-des-dechets"`'
    )


@pytest.mark.parametrize(
    ("slug", "becomes"),
    [
        ("tri_des_dechets", "tri-des-dechets"),
        ("TRI", "tri"),
        ("tri.html", "tri-html"),
        ("tri?a=1", "tri-a-1"),
        ("l’été", "l-ete"),
        ("-tri-", "tri"),
    ],
)
def test_each_other_typing_is_one_warning(slug: str, becomes: str) -> None:
    """Of a fiche or of a witness."""
    for told in (
        read_fiche(fiche_text(slug=f'"{slug}"')),
        read_temoin(temoin_text(slug=f'"{slug}"')),
    ):
        assert told.codes == ["FP402"]
        assert told.sheet is not None
        assert told.sheet.slug == becomes
