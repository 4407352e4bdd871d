"""FP613: a price that no year dates."""

import pytest

from tests.rules.blocs import text_bloc
from tests.rules.editing import marked, reviewed, reviewed_temoin, whole_blocs, whole_fiche
from tests.sheets import temoin_text

TABLE = """\
template = "bloc-table"
headtitle = "{title}"
tableheadings = ["", "Prix"]
[[blocs.tablelines]]
name = "Bac"
values = ["50 €"]
[[blocs.tablelines]]
name = "Balance"
values = ["90 €"]
"""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L’audit coûte 1 100 € par jour.", "1 100 €"),
        ("Un bac vaut 50 euros.", "50 euros"),
        ("Comptez 12 k€ par an.", "12 k€"),
        ("Le budget est de 3 M€.", "3 M€"),
        ("Prix : 1.500 € HT.", "1.500 €"),
        ("Il coûte 2000 €.", "2000 €"),
        ("Il coûte 49,90 € TTC.", "49,90 €"),
        ("Entre 1100€ et 1600€ par jour.", "1100€ et 1600€"),
        ("De 400 à 600 € par an.", "400 à 600 €"),
        ("Un chèque de 400\u00a0€.", "400\u00a0€"),
        ("Ils ont investi 2 millions d’euros.", "2 millions d’euros"),
        ("Budget : 1 500 EUR.", "1 500 EUR"),
        ("- un bac\n- une balance (90 €)", "90 €"),
        ("Créée en 2009.\n\nL’audit coûte 400 €.", "400 €"),
        ("### Coûts 2022\n\nRien.\n\n### Après\n\n400 € d’audit.", "400 €"),
    ],
)
def test_an_amount_without_a_year_is_marked(text: str, words: str) -> None:
    """A year of another paragraph does not date it."""
    told = reviewed(whole_fiche(text))

    assert told.codes == ["FP613"]
    assert marked(told, "FP613") == [words]


@pytest.mark.parametrize(
    "text",
    [
        "L’audit coûte 1 100 € par jour (2022).",
        "Entre 1100€ et 1600€ par journée d’audit environ (données 2022).",
        "Gratuit : 0 €, 20 % du budget, la zone euro, l’euro symbolique.",
        "Pour 1 € investi, 3 € gagnés.",
        "Pour chaque euro dépensé, 4 € reviennent.",
        "Un chiffre d’affaires de 1 687 506 €, un capital de 10 000 €.",
        "Les entreprises de moins de 50 M€ de chiffre d’affaires.",
        "Tarifs 2017 :\n\n- 400 € d’audit\n- 200 € par an",
        "Tarifs 2017 :\n- 400 € d’audit\n- 200 € par an",
        "- 2019 : 400 €\n- 2020 : 500 €",
        "### Coûts 2022\n\n400 € d’audit.",
        "### Coûts 2022\n\nUn mot.\n\n#### L’audit\n\n400 €.",
        "| Poste | Prix 2022 |\n|---|---|\n| Bac | 50 € |",
        "| Poste | Prix |\n|---|---|\n| Bac | 50 € |\n\nPrix de 2022.",
        "L’audit : 400 € (2022).\n\nEncore 400\u00a0€ au renouvellement.",
        "Un mot. <!-- 400 € -->",
    ],
)
def test_what_is_dated_or_no_price_is_not_told(text: str) -> None:
    """In the paragraph, over the list, beside the table, in the titles, or elsewhere."""
    assert reviewed(whole_fiche(text)).codes == []


def test_a_price_is_shown_with_a_year_to_add() -> None:
    """Only the amount is marked."""
    told = reviewed(whole_fiche("L’audit coûte 400 €."))

    assert told.text("FP613") == (
        "avertissement[FP613] prix sans année : « 400 € »\n"
        "  --> content/fiches/essai.md:29:15\n"
        "   |\n"
        "29 | L’audit coûte 400 €.\n"
        "   |               ^^^^^\n"
        "   = aide : ajoutez l’année, par exemple « 400 € (2024) »"
    )


def test_a_paragraph_or_a_table_is_one_remark() -> None:
    """At its first amount."""
    table = "| Poste | Prix |\n|---|---|\n| Bac | 50 € |\n| Balance | 90 € |"

    assert marked(reviewed(whole_fiche("400 €, puis 200 €, puis 100 €.")), "FP613") == ["400 €"]
    assert marked(reviewed(whole_fiche(table)), "FP613") == ["50 €"]


def test_the_cost_itself_has_its_year_and_dates_the_rest() -> None:
    """`cout` is what the witness really spent."""
    text = "Comptez 400 € d’audit."

    assert reviewed(whole_fiche(cout='"400 €"')).codes == ["FP613"]
    assert reviewed(whole_fiche(text, cout='"400 € (2017)"')).codes == []
    assert reviewed(whole_fiche(description='"Un audit à 400 €."')).codes == ["FP613"]


def test_a_table_in_a_bloc_is_dated_by_its_titles() -> None:
    """Its first amount is shown otherwise."""
    assert reviewed(whole_blocs(TABLE.format(title="Prix de 2022"))).codes == []
    assert marked(reviewed(whole_blocs(TABLE.format(title="Prix"))), "FP613")[:1] == ["50 €"]


def test_a_bloc_without_a_title_goes_on_under_the_one_before() -> None:
    """And a title of its own replaces it."""
    before = text_bloc("Un.").replace("Méthode", "Tri 2022")
    after = text_bloc("400 €.")

    assert reviewed(whole_blocs(before, after.replace("Méthode", ""))).codes == []
    assert marked(reviewed(whole_blocs(before, after)), "FP613") == ["400 €"]


def test_an_amount_in_a_bloc_is_shown_in_it() -> None:
    """Escapes before it count for one character each."""
    told = reviewed(whole_blocs(text_bloc(r"\u00c9t\u00e9 \"cher\" : 400\u00a0\u20ac.")))

    assert marked(told, "FP613") == [r"400\u00a0\u20ac"]


def test_a_story_has_prices_and_indicators_have_none() -> None:
    """Their figures stand under years."""
    figure = '[{ nom = "Ventes en €", unite = "€", valeurs = { "2013" = 5 } }]'

    assert reviewed_temoin(temoin_text(indicateurs=figure)).codes == []
    assert reviewed_temoin(temoin_text("## A\n\nUn bac à 50 €.\n")).codes == ["FP613"]
