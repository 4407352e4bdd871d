"""FP201: a nature that the vocabulary does not have."""

import pytest

from tests.sheets import fiche_text, read_fiche, read_temoin, temoin_text


def test_the_natures_of_the_vocabulary_are_not_told() -> None:
    """One or several."""
    assert read_fiche(fiche_text(nature='["Social", "Gouvernance"]')).codes == []


def test_another_word_is_shown_with_the_choices() -> None:
    """Only the item is marked, not the list; the accents before it count for one column each."""
    told = read_fiche(fiche_text(nature='["Écolo", "Social"]', description='"Été"'))

    assert told.codes == ["FP201"]
    assert told.text("FP201") == (
        "erreur[FP201] nature inconnue : « Écolo »\n"
        " --> content/fiches/essai.md:5:11\n"
        "  |\n"
        '5 | nature = ["Écolo", "Social"]\n'
        "  |           ^^^^^^^\n"
        "  = aide : choisissez parmi : `Social`, `Environnemental`, `Gouvernance`"
    )


def test_a_slip_of_the_keyboard_is_shown_with_the_right_word() -> None:
    """The closest word is proposed, when there is one."""
    assert read_fiche(fiche_text(nature='["Social", "Environemental"]')).text("FP201") == (
        "erreur[FP201] nature inconnue : « Environemental »\n"
        " --> content/fiches/essai.md:5:21\n"
        "  |\n"
        '5 | nature = ["Social", "Environemental"]\n'
        "  |                     ^^^^^^^^^^^^^^^^\n"
        "  = aide : vouliez-vous dire `Environnemental` ? "
        "(choix : `Social`, `Environnemental`, `Gouvernance`)"
    )


def test_each_unknown_nature_is_told() -> None:
    """One remark an item."""
    assert read_fiche(fiche_text(nature='["Ecolo", "Social", "Bio"]')).codes == ["FP201"] * 2


def test_the_nature_of_a_figure_is_checked_too() -> None:
    """A witness has natures in its `indicateurs`."""
    figure = '[{ nom = "Papier", nature = "Ecolo", valeurs = { "2013" = 58 } }]'

    assert read_temoin(temoin_text(indicateurs=figure)).text("FP201") == (
        "erreur[FP201] nature inconnue : « Ecolo »\n"
        " --> content/temoins/essai.md:3:43\n"
        "  |\n"
        '3 | indicateurs = [{ nom = "Papier", nature = "Ecolo", valeurs = { "2013" = 58 } }]\n'
        "  |                                           ^^^^^^^\n"
        "  = aide : choisissez parmi : `Social`, `Environnemental`, `Gouvernance`"
    )


@pytest.mark.parametrize(
    ("nature", "cure"),
    [
        (
            '"Ecolo"',
            (
                "choisissez parmi : `Social`, `Environnemental`, `Gouvernance` ; "
                'écrivez une liste : `nature = ["Social"]`'
            ),
        ),
        (
            '"Environemental"',
            (
                "vouliez-vous dire `Environnemental` ? "
                "(choix : `Social`, `Environnemental`, `Gouvernance`) ; "
                'écrivez une liste : `nature = ["Environnemental"]`'
            ),
        ),
    ],
)
def test_a_lone_word_is_told_once_with_the_form_to_write(nature: str, cure: str) -> None:
    """That it is no list is said in the same breath."""
    [told] = read_fiche(fiche_text(nature=nature)).diagnostics

    assert (told.code, told.aide) == ("FP201", cure)
    assert told.fix is None
