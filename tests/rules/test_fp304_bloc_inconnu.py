"""FP304: a bloc of a kind that the format does not have."""

from pathlib import Path

import pytest

from tests.rules.blocs import medium_bloc, text_bloc
from tests.sheets import blocs_text, read_fiche

TEMPLATES = [
    "bloc-personalise",
    "pour-aller-plus-loin",
    "bloc-table",
    "bloc-columns",
    "bloc-icon",
    "bloc-logos",
    "faq",
    "ensemble-blocs-personalises",
]
CHOICES = f"choisissez parmi : {', '.join(f'`{template}`' for template in TEMPLATES)}"


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_kinds_of_the_format_are_not_told(template: str) -> None:
    """Even empty."""
    assert read_fiche(blocs_text(f'template = "{template}"')).codes == []


def test_another_kind_is_shown_with_the_choices() -> None:
    """In the second bloc, below accents."""
    text = blocs_text(text_bloc("Été"), 'template = "diaporama"\ntexte = "Trier"')
    told = read_fiche(text)

    assert told.codes == ["FP304"]
    assert told.text("FP304") == (
        "avertissement[FP304] modèle de bloc inconnu : « diaporama » ; "
        "ses textes sont affichés à la suite\n"
        "  --> content/fiches/essai.md:15:12\n"
        "   |\n"
        '15 | template = "diaporama"\n'
        "   |            ^^^^^^^^^^^\n"
        f"   = aide : {CHOICES}"
    )


def test_a_slip_of_the_keyboard_is_shown_with_the_right_word() -> None:
    """The CMS wrote « personalise » with one n."""
    told = read_fiche(blocs_text('template = "bloc-personnalisé"\ntexte = "Trier"'))

    assert told.text("FP304") == (
        "avertissement[FP304] modèle de bloc inconnu : « bloc-personnalisé » ; "
        "ses textes sont affichés à la suite\n"
        "  --> content/fiches/essai.md:10:12\n"
        "   |\n"
        '10 | template = "bloc-personnalisé"\n'
        "   |            ^^^^^^^^^^^^^^^^^^^\n"
        "   = aide : vouliez-vous dire `bloc-personalise` ?"
    )


@pytest.mark.parametrize(
    "bloc",
    [
        'template = "diaporama"\ntexte = "Trier **tout**."',
        'texte = "Trier **tout**."',
        'template = 3\ntexte = "Trier **tout**."',
        'template = "diaporama"\n[[blocs.vues]]\n[blocs.vues.legende]\nfr = "Trier **tout**."',
    ],
    ids=["unknown", "without template", "not a text", "deep"],
)
def test_no_text_of_the_bloc_is_lost(bloc: str) -> None:
    """One remark, and what it says is true."""
    told = read_fiche(blocs_text(bloc))

    assert told.codes == ["FP304"]
    assert "Trier <strong>tout</strong>." in told.sections[0]


def test_a_bloc_in_a_set_is_shown_at_its_own_line() -> None:
    """A set holds blocs of any kind."""
    parts = '[[blocs.parts]]\ntemplate = "faq"\n[[blocs.parts]]\ntemplate = "diaporama"'
    [told] = read_fiche(
        blocs_text(f'template = "ensemble-blocs-personalises"\n{parts}')
    ).diagnostics

    assert (told.place.position.line, told.place.position.column) == (14, 12)


def test_no_text_of_a_medium_is_lost(uploads: Path) -> None:
    """A medium has kinds of its own."""
    told = read_fiche(blocs_text(medium_bloc("gif", 'legende = "Trier"')), uploads)

    assert told.codes == ["FP304"]
    assert "Trier" in told.sections[0]


def test_a_bloc_without_a_kind_is_told_in_other_words() -> None:
    """There is no name to show."""
    [told] = read_fiche(blocs_text('texte = "Trier"')).diagnostics

    assert "«  »" not in told.message


@pytest.mark.parametrize("template", ["bloc-video", "columns", "table", "logo"])
def test_a_word_that_is_not_close_is_told_with_the_choices(template: str) -> None:
    """Nothing is proposed that the author did not mean."""
    [told] = read_fiche(blocs_text(f'template = "{template}"\ntexte = "Trier"')).diagnostics

    assert (told.code, told.aide) == ("FP304", CHOICES)
