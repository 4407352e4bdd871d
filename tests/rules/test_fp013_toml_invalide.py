"""FP013: a head that is no TOML."""

import pytest

from tests.sheets import fiche_text, read_fiche


def test_each_way_to_write_a_text_is_read() -> None:
    """Quotes and apostrophes, of one line or of several."""
    for title in ('"Trier"', "'Trier'", '"""\nTrier"""', '"L’été, « trier »"'):
        assert read_fiche(fiche_text(title=title)).codes == []


def test_a_text_without_quotes_is_shown_where_it_starts() -> None:
    """The message says what is wrong, the help shows the right form."""
    told = read_fiche(fiche_text(title="Trier ses déchets"))

    assert told.codes == ["FP013"]
    assert told.text("FP013") == (
        "erreur[FP013] la tête ne peut pas être lue : ce texte n’est pas entre guillemets\n"
        " --> content/fiches/essai.md:2:9\n"
        "  |\n"
        "2 | title = Trier ses déchets\n"
        "  |         ^^^^^^^^^^^^^^^^^\n"
        '  = aide : entourez-le de guillemets droits : `title = "Trier ses déchets"`'
    )


def test_accents_before_the_fault_count_for_one_column_each() -> None:
    """A quote inside a text ends it: what follows is marked."""
    told = read_fiche(fiche_text(title='"Été, « trier "mieux" »"'))

    assert told.text("FP013") == (
        "erreur[FP013] la tête ne peut pas être lue : il y a du texte en trop après la valeur\n"
        " --> content/fiches/essai.md:2:24\n"
        "  |\n"
        '2 | title = "Été, « trier "mieux" »"\n'
        "  |                        ^^^^^^^^^\n"
        "  = aide : gardez une seule valeur par ligne ; "
        'un guillemet dans le texte s’écrit `\\"`'
    )


@pytest.mark.parametrize(
    "head",
    [
        'title "Trier"',
        'title = "Trier',
        'title = "C:\\photos"',
        "date = 2026-02-30",
        'title = "a"\ntitle = "b"',
        "[[blocs]",
    ],
)
@pytest.mark.parametrize("before", ["", "\n\n"], ids=["at the top", "below blank lines"])
def test_one_fault_gives_one_remark_on_its_own_line(head: str, before: str) -> None:
    """The rest of the head is not judged: it cannot be read."""
    [told] = read_fiche(f"{before}+++\n{head}\n+++\n").diagnostics

    assert told.code == "FP013"
    assert told.place.position.line == f"{before}+++\n{head}".count("\n") + 1


def test_a_string_that_is_never_closed_is_the_fault_not_the_fence() -> None:
    """It swallows the second fence, which is there all the same."""
    assert read_fiche(fiche_text(title='"""Trier')).codes == ["FP013"]
