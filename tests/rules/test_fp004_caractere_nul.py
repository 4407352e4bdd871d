"""FP004: a character that no text editor writes."""

import pytest

from tests.sheets import fiche_text, read_fiche, read_temoin, shown, temoin_text

CONTROLS = [*range(0x09), *range(0x0E, 0x20), 0x7F]


@pytest.mark.parametrize("char", ["\t", "\n", "\r\n", "\u00a0", "\u2028", "é", "🌱", "\x85"])
def test_what_an_editor_writes_is_not_told(char: str) -> None:
    """Tabs, line ends, no-break spaces, whatever is no letter of ours."""
    assert "FP004" not in read_fiche(fiche_text(f"## Objectifs\n\nTrier{char}tout.\n")).codes


def test_the_first_is_shown_and_the_file_is_told_once() -> None:
    """Accents and line ends of Windows before it count as an editor counts them."""
    text = fiche_text("## Été\n\nDéjà trié\0, et \0 encore\x1b.\n").replace("\n", "\r\n")

    assert shown(read_fiche(text).diagnostics) == (
        "erreur[FP004] le fichier contient un caractère de commande (U+0000)\n"
        "  --> content/fiches/essai.md:13:10\n"
        "   |\n"
        "13 | Déjà trié\\x00, et \\x00 encore\\x1b.\n"
        "   |          ^^^^\n"
        "   = aide : effacez-le à cet endroit, avec la lettre d’avant s’il le faut, "
        "et tapez-la de nouveau"
    )


@pytest.mark.parametrize("code", CONTROLS)
def test_each_control_character_is_told_wherever_it_is(code: int) -> None:
    """In the head, in the body, before the fence: it is the file that is spoilt."""
    for text in (
        fiche_text(f"Trier{chr(code)}."),
        fiche_text(title=f'"Trier{chr(code)}"'),
        chr(code) + fiche_text(),
    ):
        [told] = read_fiche(text).diagnostics
        assert (told.code, f"(U+{code:04X})" in told.message) == ("FP004", True)


def test_a_witness_is_told_too() -> None:
    """The same words serve for it."""
    assert read_temoin(temoin_text("Une équipe.\0")).codes == ["FP004"]


def test_a_file_of_an_old_mac_is_read() -> None:
    """Its lines end with a carriage return alone: it is no control character of ours."""
    assert read_fiche(fiche_text().replace("\n", "\r")).codes == []
