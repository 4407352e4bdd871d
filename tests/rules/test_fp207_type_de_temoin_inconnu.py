"""FP207: a kind of witness that is not in the list."""

import pytest

from tests.sheets import fiche_text, read_fiche, read_temoin, temoin_text


@pytest.mark.parametrize(
    "kind",
    [
        "",
        "entreprise",
        "cluster",
        "structure d’insertion",
        "structure d'insertion",
        "Structure D’Insertion",
    ],
)
def test_the_three_kinds_are_not_told(kind: str) -> None:
    """Whatever the apostrophe or the case; an empty one is an entreprise."""
    assert read_temoin(temoin_text(kind=f'"{kind}"')).codes == []


def test_another_kind_is_shown_with_the_choices() -> None:
    """The value is marked with its quotes."""
    told = read_temoin(temoin_text(kind='"association"'))

    assert told.codes == ["FP207"]
    assert told.text("FP207") == (
        "erreur[FP207] type de témoin inconnu : « association »\n"
        " --> content/temoins/essai.md:3:8\n"
        "  |\n"
        '3 | kind = "association"\n'
        "  |        ^^^^^^^^^^^^^\n"
        "  = aide : choisissez parmi : `entreprise`, `cluster`, `structure d’insertion`"
    )


@pytest.mark.parametrize(
    ("kind", "meant"),
    [("Entreprises", "entreprise"), ("structure insertion", "structure d’insertion")],
)
def test_the_closest_kind_is_proposed(kind: str, meant: str) -> None:
    """A slip of the keyboard has its right word."""
    [told] = read_temoin(temoin_text(kind=f'"{kind}"')).diagnostics

    listed = "(choix : `entreprise`, `cluster`, `structure d’insertion`)"
    assert (told.code, told.aide) == ("FP207", f"vouliez-vous dire `{meant}` ? {listed}")


def test_a_fiche_has_no_kind() -> None:
    """There, the key itself is unknown."""
    assert read_fiche(fiche_text(kind='"association"')).codes == ["FP105"]
