"""FP005: a file with nothing in it."""

import pytest

from tests.sheets import read_fiche, read_temoin, shown, temoin_text


def test_a_file_with_a_word_is_not_empty() -> None:
    """What is wrong with it is told instead."""
    assert read_fiche("Trier").codes == ["FP011"]
    assert read_temoin(temoin_text()).codes == []


@pytest.mark.parametrize("text", [b"", b"\n", b" \t\r\n\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\r\n"])
def test_each_way_to_be_empty_is_told_once(text: bytes) -> None:
    """No byte, blank lines, a byte order mark: the author sees nothing in any of them."""
    told = read_fiche(text)

    assert told.codes == read_temoin(text).codes == ["FP005"]
    assert shown(told.diagnostics) == (
        "erreur[FP005] le fichier est vide\n"
        " --> content/fiches/essai.md\n"
        "  = aide : effacez-le, ou faites une fiche prête à remplir : "
        '`fiches new "Titre de la fiche"`'
    )
