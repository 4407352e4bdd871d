"""FP103: a value of another type than its key asks for."""

import pytest

from tests.sheets import blocs_text, fiche_text, read_fiche, read_temoin, temoin_text


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("draft", "false"),
        ("noindex", "true"),
        ("date", "2026-11-21"),
        ("updated", "2026-11-21T10:00:00"),
        ("odd", "[8, 12]"),
        ("enbref", '["Un.", "Deux."]'),
        ("trackers", "[]"),
        ("hreflangs", '[{ lang = "en", url = "https://exemple.fr/en/" }]'),
    ],
)
def test_the_type_asked_for_is_not_told(key: str, value: str) -> None:
    """Each key has its own."""
    assert read_fiche(fiche_text(**{key: value})).codes == []


@pytest.mark.parametrize("key", ["date", "odd", "enbref", "sector", "slug", "schemajson", "blocs"])
def test_an_empty_text_stands_for_nothing(key: str) -> None:
    """The CMS wrote it for every field left empty."""
    assert read_fiche(fiche_text(**{key: '""'})).codes == []


def test_a_word_for_a_boolean_is_shown_with_an_example() -> None:
    """The value is marked, with its quotes."""
    told = read_fiche(fiche_text(draft='"oui"'))

    assert told.text("FP103") == (
        "erreur[FP103] `draft` attend `true` ou `false`, sans guillemets, pas un texte\n"
        " --> content/fiches/essai.md:9:9\n"
        "  |\n"
        '9 | draft = "oui"\n'
        "  |         ^^^^^\n"
        "  = aide : écrivez par exemple `draft = true`"
    )


def test_a_value_deep_in_a_bloc_is_shown_at_its_own_line() -> None:
    """The path says which bloc, the caret where."""
    text = blocs_text(
        'template = "faq"\ntitle = "Été"',
        'template = "faq"\n[[blocs.parts]]\nquestion = "Où ?"\nanswer = 12',
    )

    assert read_fiche(text).text("FP103") == (
        "erreur[FP103] `blocs[1].parts[0].answer` attend un texte entre guillemets, pas un nombre\n"
        "  --> content/fiches/essai.md:16:10\n"
        "   |\n"
        "16 | answer = 12\n"
        "   |          ^^\n"
        '   = aide : écrivez par exemple `answer = "…"`'
    )


@pytest.mark.parametrize(
    ("key", "value", "found"),
    [
        ("title", "5", "un nombre"),
        ("title", '["Trier", "Réduire"]', "une liste"),
        ("title", "2026-11-21", "une date"),
        ("description", "true", "`true`"),
        ("company", '{ nom = "Apnos" }', "une table"),
        ("nature", "5", "un nombre"),
        ("draft", "1", "un nombre"),
        ("date", '"21 novembre"', "un texte"),
        ("odd", '"8"', "un texte"),
        ("odd", "[true]", "`true`"),
        ("blocs", '"Trier"', "un texte"),
        ("blocs", '["Trier"]', "un texte"),
        ("hreflangs", "[12]", "un nombre"),
    ],
)
def test_each_wrong_type_is_one_error(key: str, value: str, found: str) -> None:
    """What was found is named; the key is not told to be missing as well."""
    [told] = read_fiche(fiche_text(**{key: value})).diagnostics

    assert told.code == "FP103"
    assert told.is_error
    assert told.message.endswith(f", pas {found}")


@pytest.mark.parametrize(
    ("key", "value", "found"),
    [
        ("size", '"seize"', "un texte"),
        ("founded", "1998-05-01", "une date"),
        ("labels", "12", "un nombre"),
        ("indicateurs", '[{ nom = "CO2", valeurs = { "2013" = "58 t" } }]', "un texte"),
        ("indicateurs", '[{ nom = "CO2", valeurs = [58] }]', "une liste"),
    ],
)
def test_the_figures_of_a_witness_are_numbers(key: str, value: str, found: str) -> None:
    """A unit written with the figure is told."""
    [told] = read_temoin(temoin_text(**{key: value})).diagnostics

    assert told.code == "FP103"
    assert told.message.endswith(f", pas {found}")


@pytest.mark.parametrize(
    ("key", "value", "cure"),
    [
        ("odd", '[8, "neuf"]', "écrivez par exemple `odd = [12]`"),
        ("enbref", "[12]", 'écrivez par exemple `enbref = ["…"]`'),
    ],
)
def test_the_example_for_an_item_is_a_list(key: str, value: str, cure: str) -> None:
    """Whoever copies it has no further remark."""
    [told] = read_fiche(fiche_text(**{key: value})).diagnostics

    assert told.aide == cure
