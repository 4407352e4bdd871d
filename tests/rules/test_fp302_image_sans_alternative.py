"""FP302: a picture without words for who does not see it."""

from pathlib import Path

import pytest

from tests.rules.blocs import picture_bloc
from tests.sheets import blocs_text, fiche_text, read_fiche

LOGO = '[[blocs.logos]]\nname = "{name}"\n[blocs.logos.logo]\nimage = "/uploads/bacs.png"\n'


def test_a_picture_with_words_is_not_told(uploads: Path) -> None:
    """A logo has its name."""
    logo = f'template = "bloc-logos"\n{LOGO.format(name="Apnos")}'

    assert read_fiche(fiche_text("![Bacs](/uploads/bacs.png)"), uploads).codes == []
    assert read_fiche(blocs_text(picture_bloc("/uploads/bacs.png")), uploads).codes == []
    assert read_fiche(blocs_text(logo), uploads).codes == []


def test_a_picture_in_a_sentence_is_shown_where_its_address_is(uploads: Path) -> None:
    """The accents before it count for one column each."""
    told = read_fiche(fiche_text("## Été\n\nDéjà trié : ![](/uploads/bacs.png)\n"), uploads)

    assert told.codes == ["FP302"]
    assert told.text("FP302") == (
        "avertissement[FP302] l’image `/uploads/bacs.png` n’a pas de texte de remplacement\n"
        "  --> content/fiches/essai.md:13:17\n"
        "   |\n"
        "13 | Déjà trié : ![](/uploads/bacs.png)\n"
        "   |                 ^^^^^^^^^^^^^^^^^\n"
        "   = aide : dites en quelques mots ce que l’image montre"
    )


def test_a_picture_in_a_bloc_is_shown_in_it(uploads: Path) -> None:
    """At the key that holds the address."""
    told = read_fiche(blocs_text(picture_bloc("/uploads/bacs.png", alt="")), uploads)

    assert told.codes == ["FP302"]
    assert told.text("FP302") == (
        "avertissement[FP302] l’image `/uploads/bacs.png` n’a pas de texte de remplacement\n"
        "  --> content/fiches/essai.md:16:10\n"
        "   |\n"
        '16 | image = "/uploads/bacs.png"\n'
        "   |          ^^^^^^^^^^^^^^^^^\n"
        "   = aide : dites en quelques mots ce que l’image montre"
    )


@pytest.mark.parametrize(
    "picture",
    ["![ ](/uploads/bacs.png)", '<img src="/uploads/bacs.png">', "Ici ![](/uploads/bacs.png)."],
)
def test_each_way_to_have_no_words_is_one_warning(picture: str, uploads: Path) -> None:
    """The picture is shown all the same."""
    told = read_fiche(fiche_text(picture), uploads)

    assert told.codes == ["FP302"]
    assert "bacs.png" in told.sections[0]


def test_a_logo_without_a_name_is_told(uploads: Path) -> None:
    """It has no words at all."""
    logo = f'template = "bloc-logos"\n{LOGO.format(name="")}'

    assert read_fiche(blocs_text(logo), uploads).codes == ["FP302"]


def test_the_picture_without_words_is_marked_not_the_one_with(uploads: Path) -> None:
    """The same picture may stand twice in a text."""
    body = "Ici ![Bacs](/uploads/bacs.png)\net là ![](/uploads/bacs.png).\n"
    [told] = read_fiche(fiche_text(body), uploads).diagnostics

    assert told.place.position.line == 12
