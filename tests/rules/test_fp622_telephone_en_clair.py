"""FP622: a French telephone number."""

import pytest

from tests.rules.blocs import text_bloc
from tests.rules.editing import marked, reviewed, reviewed_temoin, whole_blocs, whole_fiche
from tests.sheets import temoin_text


@pytest.mark.parametrize(
    "number",
    [
        "06 12 34 56 78",
        "07.12.34.56.78",
        "0612345678",
        "06-12-34-56-78",
        "06\u00a012\u00a034\u00a056\u00a078",
        "06\u202f12\u202f34\u202f56\u202f78",
        "01 23 45 67 89",
        "03 27 00 00 00",
        "05 56 00 00 00",
        "09 70 00 00 00",
        "+33 6 12 34 56 78",
        "+33612345678",
        "+33.6.12.34.56.78",
        "+33 (0)6 12 34 56 78",
        "(+33) 6 12 34 56 78",
        "0033 1 23 45 67 89",
    ],
)
def test_a_number_is_marked(number: str) -> None:
    """And nothing around it."""
    told = reviewed(whole_fiche(f"Tél. : **{number}**, le matin."))

    assert told.codes == ["FP622"]
    assert marked(told, "FP622") == [number]


@pytest.mark.parametrize(
    "text",
    [
        "0800 12 34 56, 0 800 123 456, 08 92 12 34 56, +33 8 00 12 34 56",
        "3631, 15, 112, 39 49",
        "SIREN 732 829 320, SIRET 732 829 320 00074, SIRET 73282932000074",
        "FR76 3000 6000 0112 3456 7890 189",
        "Le 06/12/2015, le 2016-01-02, le 01.02.2016, 06 12 2015 2016",
        "1 000 000 000 kWh, 0,123456789, 0.1234567890",
        "ISO 14001, ISO 26000, NF EN 01234",
        "réf. 0123456789, commande n° 0612345678",
        "01 02 03 04 05 06 07",
        "12 06 12 34 56 78",
        "0612345678901, 3990123456",
        "https://exemple.fr/0612345678 et ![a](/uploads/0612345678.png)",
        "img_0612345678.jpg",
        "Un mot. <!-- 06 12 34 56 78 -->",
        "06 12 34 56",
    ],
)
def test_other_figures_are_not_told(text: str) -> None:
    """Services, registers, dates, amounts, names of files."""
    assert "FP622" not in reviewed(whole_fiche(text)).codes


def test_the_message_does_not_repeat_the_number() -> None:
    """The records of a build are often public."""
    told = reviewed(whole_fiche("Été : 06 12 34 56 78."))

    assert told.text("FP622") == (
        "avertissement[FP622] un numéro de téléphone est écrit en clair\n"
        "  --> content/fiches/essai.md:29:7\n"
        "   |\n"
        "29 | Été : 06 12 34 56 78.\n"
        "   |       ^^^^^^^^^^^^^^\n"
        "   = aide : retirez-le, ou donnez à la place un lien vers la page de contact de la "
        "structure"
    )


def test_a_link_that_shows_its_own_number_is_one_remark() -> None:
    """However it is written in the one and the other; two numbers are two."""
    assert reviewed(whole_fiche("[06 12 34 56 78](tel:+33612345678)")).codes == ["FP622"]
    assert reviewed(whole_fiche("[Appeler](tel:0612345678)")).codes == ["FP622"]
    assert reviewed(whole_fiche("06 12 34 56 78 ou 01 23 45 67 89")).codes == ["FP622"] * 2


def test_a_number_in_a_bloc_is_shown_in_it() -> None:
    """Escapes before it, and in it, count for one character each."""
    text = r"\"\u00c9t\u00e9\" : 06\u00a012\u00a034\u00a056\u00a078."
    link = 'template = "pour-aller-plus-loin"\nparts = [{ text = "A", link = "tel:0612345678" }]'

    assert marked(reviewed(whole_blocs(text_bloc(text))), "FP622") == [
        r"06\u00a012\u00a034\u00a056\u00a078"
    ]
    assert marked(reviewed(whole_blocs(text_bloc("Un."), link)), "FP622") == ["0612345678"]


def test_a_witness_is_read_too() -> None:
    """Its story and its citations."""
    said = '[{ texte = "Appelez le 06 12 34 56 78.", auteur = "A" }]'

    assert reviewed_temoin(temoin_text(citations=said)).codes == ["FP622"]
    assert reviewed_temoin(temoin_text("## A\n\n06 12 34 56 78\n")).codes == ["FP622"]
