"""Each key has a shape; what has another one is told in the words of an animator."""

from __future__ import annotations

import pytest

from tests.sheets import blocs_text, fiche_text, read_fiche, read_temoin, temoin_text


def _messages(text: str) -> list[tuple[str, str, str]]:
    return [(found.code, found.message, found.aide) for found in read_fiche(text).diagnostics]


@pytest.mark.parametrize(
    ("key", "value", "message", "aide"),
    [
        ("title", "3", "`title` attend un texte entre guillemets, pas un nombre", 'title = "…"'),
        ("title", "true", "`title` attend un texte entre guillemets, pas `true`", 'title = "…"'),
        ("title", "{}", "`title` attend un texte entre guillemets, pas une table", 'title = "…"'),
        (
            "title",
            '["a", "b"]',
            "`title` attend un texte entre guillemets, pas une liste",
            'title = "…"',
        ),
        (
            "duree",
            "2026-01-01",
            "`duree` attend un texte entre guillemets, pas une date",
            'duree = "…"',
        ),
        (
            "draft",
            '"oui"',
            "`draft` attend `true` ou `false`, sans guillemets, pas un texte",
            "draft = true",
        ),
        (
            "date",
            '"hier"',
            "`date` attend une date sans guillemets, pas un texte",
            "date = 2026-11-21",
        ),
        (
            "odd",
            '["12"]',
            "`odd[0]` attend un nombre entier sans guillemets, pas un texte",
            "odd = [12]",
        ),
        ("odd", '"12"', "`odd` attend une liste, pas un texte", "odd = [12]"),
        ("enbref", "3", "`enbref` attend une liste, pas un nombre", 'enbref = ["…"]'),
        ("hreflangs", "3", "`hreflangs` attend une liste, pas un nombre", 'hreflangs = ["…"]'),
    ],
)
def test_a_value_of_another_type_is_told(key: str, value: str, message: str, aide: str) -> None:
    """What is expected, what was found, and an example to copy."""
    assert _messages(fiche_text(**{key: value})) == [
        ("FP103", message, f"écrivez par exemple `{aide}`")
    ]


@pytest.mark.parametrize(
    ("key", "value", "aide"),
    [
        ("nature", '"Social"', 'nature = ["Social"]'),
        ("odd", "8", "odd = [8]"),
        ("maturity", '["Progresser"]', 'maturity = "Progresser"'),
        ("sources", '[["Un livre"]]', 'sources = ["Un livre"]'),
    ],
)
def test_a_value_of_another_form_is_understood_and_told(key: str, value: str, aide: str) -> None:
    """The right form is there to copy."""
    ((code, _, help_text),) = _messages(fiche_text(**{key: value}))

    assert (code, help_text) == ("FP104", f"écrivez `{aide}`")


@pytest.mark.parametrize(
    ("line", "aide"),
    [
        ("maturite", "vouliez-vous dire `maturity` ?"),
        ("desciption", "vouliez-vous dire `description` ?"),
        ("zzz", "effacez cette ligne, ou corrigez son nom"),
    ],
)
def test_a_misspelt_key_is_recognised(line: str, aide: str) -> None:
    """The mark stands under the name, not the value."""
    told = read_fiche(fiche_text(**{line: '"x"'}))

    assert [(found.code, found.aide) for found in told.diagnostics] == [("FP105", aide)]
    assert told.diagnostics[0].place.position.column == 1


def test_a_key_of_a_bloc_is_checked_too() -> None:
    """With the path that leads to it."""
    bloc = 'template = "bloc-personalise"\n[blocs.content]\nrichtexte = "Perdu"\ntitle = 3'

    assert [found[:2] for found in _messages(blocs_text(bloc))] == [
        ("FP105", "clé inconnue, ignorée : `blocs[0].content.richtexte`"),
        ("FP103", "`blocs[0].content.title` attend un texte entre guillemets, pas un nombre"),
    ]


@pytest.mark.parametrize("blocs", ["3", '"x"', "[3]", '["x"]', "[[]]"])
def test_blocs_that_are_none_are_told(blocs: str) -> None:
    """A sheet that cannot be shown whole is never shown in part without a word."""
    assert [found[0] for found in _messages(fiche_text(blocs=blocs))] == ["FP103"]


def test_a_lone_table_stands_for_a_list_of_one() -> None:
    """`[blocs]` for `[[blocs]]`: the CMS writes both for pictures."""
    told = read_fiche(
        fiche_text(blocs='{ template = "faq", parts = { question = "Q", answer = "R" } }')
    )

    assert told.codes == []
    assert "Q" in told.sections[0]


def test_a_column_beyond_the_fourth_is_read_all_the_same() -> None:
    """Up to twelve; a thirteenth is an unknown key, and told."""
    told = read_fiche(
        blocs_text('template = "bloc-columns"\ntitle12 = "Douze"\ntitle13 = "Treize"')
    )

    assert "Douze" in told.sections[0]
    assert told.codes == ["FP105"]


def test_the_decoration_of_the_cms_is_accepted_whatever_it_is() -> None:
    """The theme decides: nothing is told of it."""
    bloc = (
        'template = "bloc-personalise"\nforestrylabel = 3\n'
        '[blocs.content]\ntitle = "A"\nalign = 1\n'
        '[blocs.style]\ncompacttop = "x"\nbackground = [{ template = "x", color = [] }]'
    )

    assert read_fiche(blocs_text(bloc)).codes == []


def test_figures_are_numbers() -> None:
    """A comma or quotes make a text of them."""
    text = temoin_text(size='"16"', indicateurs='[{ nom = "x", valeurs = { "2013" = "1,5" } }]')

    assert [found.message for found in read_temoin(text).diagnostics] == [
        "`size` attend un nombre entier sans guillemets, pas un texte",
        (
            "`indicateurs[0].valeurs.2013` attend un nombre sans guillemets, "
            "avec un point pour les décimales, pas un texte"
        ),
    ]
