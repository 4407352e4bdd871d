"""FP301: a picture that is not in the folder of pictures."""

from pathlib import Path

import pytest

from tests.rules.blocs import picture_bloc, text_bloc
from tests.sheets import blocs_text, fiche_text, read_fiche, read_temoin, temoin_text

CURE = "ajoutez le fichier dans `content/uploads/`, ou retirez l’image de la fiche"


def test_a_picture_that_is_there_is_not_told(uploads: Path) -> None:
    """In a text, by itself, or in a bloc."""
    body = "## Objectifs\n\nVoir ![Bacs](/uploads/bacs.png).\n\n![Bacs](/uploads/bacs.png)\n"

    assert read_fiche(fiche_text(body), uploads).codes == []
    assert read_fiche(blocs_text(picture_bloc("/uploads/bacs.png")), uploads).codes == []


def test_a_picture_in_a_sentence_is_shown_where_its_address_is(uploads: Path) -> None:
    """The accents before it count for one column each."""
    body = "## Été\n\nPremière ligne.\nDéjà trié : ![Bacs](/uploads/zone-de-tri.jpg), voilà.\n"
    told = read_fiche(fiche_text(body), uploads)

    assert told.codes == ["FP301"]
    assert told.text("FP301") == (
        "avertissement[FP301] image absente : `/uploads/zone-de-tri.jpg`\n"
        "  --> content/fiches/essai.md:14:21\n"
        "   |\n"
        "14 | Déjà trié : ![Bacs](/uploads/zone-de-tri.jpg), voilà.\n"
        "   |                     ^^^^^^^^^^^^^^^^^^^^^^^^\n"
        f"   = aide : {CURE}"
    )


def test_a_picture_in_a_bloc_is_shown_in_it(uploads: Path) -> None:
    """At the key that holds the address."""
    told = read_fiche(blocs_text(picture_bloc("/uploads/zone-de-tri.jpg")), uploads)

    assert told.codes == ["FP301"]
    assert told.text("FP301") == (
        "avertissement[FP301] image absente : `/uploads/zone-de-tri.jpg`\n"
        "  --> content/fiches/essai.md:16:10\n"
        "   |\n"
        '16 | image = "/uploads/zone-de-tri.jpg"\n'
        "   |          ^^^^^^^^^^^^^^^^^^^^^^^^\n"
        f"   = aide : {CURE}"
    )


def test_a_picture_in_the_rich_text_of_a_bloc_is_shown_in_it(uploads: Path) -> None:
    """At the address, inside the string."""
    text = blocs_text(text_bloc("Été : ![Bacs](/uploads/zone-de-tri.jpg)"))
    [told] = read_fiche(text, uploads).diagnostics

    assert (told.place.position.line, told.place.position.column) == (13, 27)


@pytest.mark.parametrize("src", ["/uploads/bac.png", "/uploads/bacs.jpg", "/uploads/bacss.PNG"])
def test_the_closest_name_is_proposed(src: str, uploads: Path) -> None:
    """Letters and the ending count."""
    [told] = read_fiche(fiche_text(f"![Bacs]({src})"), uploads).diagnostics

    assert (told.code, told.aide) == ("FP301", "vouliez-vous dire `/uploads/bacs.png` ?")


def test_a_name_that_differs_by_its_capitals_only_is_said_to(uploads: Path) -> None:
    """The eye would not find the fault; some computers do not either."""
    [told] = read_fiche(fiche_text("![Bacs](/uploads/BACS.png)"), uploads).diagnostics

    assert told.aide == "vouliez-vous dire `/uploads/bacs.png` ? Les majuscules comptent"


def test_a_name_whose_accents_are_typed_otherwise_is_said_to(uploads: Path) -> None:
    """Both read the same: to propose one for the other would help nobody."""
    (uploads / "bacs.png").rename(uploads / "e\u0301te\u0301.png")
    [told] = read_fiche(fiche_text("![Bacs](/uploads/\xe9t\xe9.png)"), uploads).diagnostics

    assert told.code == "FP301"
    assert told.aide == "renommez le fichier sans accents : les siens ne sont pas tapés comme ici"


def test_a_name_with_other_letters_is_not_proposed(uploads: Path) -> None:
    """`/uploads/` and `.png` are in every address."""
    [told] = read_fiche(fiche_text("![Un plan](/uploads/plan.png)"), uploads).diagnostics

    assert told.aide == CURE


def test_a_picture_without_text_is_told_to_be_absent_only(uploads: Path) -> None:
    """One cause, one remark: its text can wait."""
    assert read_fiche(fiche_text("![](/uploads/porte.jpg)"), uploads).codes == ["FP301"]


def test_a_witness_s_picture_is_looked_for_too(uploads: Path) -> None:
    """In its story."""
    told = read_temoin(temoin_text("## Contexte\n\n![Bacs](/uploads/porte.jpg)\n"), uploads)

    assert told.codes == ["FP301"]


def test_a_name_with_accents_is_shown_as_it_is_written(uploads: Path) -> None:
    """By itself on its line."""
    [told] = read_fiche(fiche_text("![Été](/uploads/été.jpg)"), uploads).diagnostics

    assert told.message == "image absente : `/uploads/été.jpg`"
    assert (told.place.position.line, told.place.position.column) == (11, 8)


def test_a_name_with_accents_in_a_sentence_is_shown_as_it_is_written(uploads: Path) -> None:
    """The address is marked, not the whole text."""
    [told] = read_fiche(fiche_text("Voir ![Été](/uploads/été.jpg)."), uploads).diagnostics

    assert told.message == "image absente : `/uploads/été.jpg`"
    assert (told.place.position.line, told.place.position.column) == (11, 13)
