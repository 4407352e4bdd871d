"""The head of a witness becomes a record."""

from __future__ import annotations

import pytest

from builder.model import Citation, Temoin
from tests.sheets import read_temoin, shown, temoin_text


def _temoin(body: str = "", **keys: str) -> Temoin:
    told = read_temoin(temoin_text(body, **keys))
    assert isinstance(told.sheet, Temoin), shown(told.diagnostics)
    return told.sheet


def test_a_name_is_enough() -> None:
    """All else is optional."""
    temoin = _temoin()

    assert (temoin.slug, temoin.company, temoin.kind) == ("apnos", "Apnos", "entreprise")
    assert (temoin.sector, temoin.size, temoin.website, temoin.indicateurs) == ((), None, "", ())


def test_the_record_holds_what_the_head_says() -> None:
    """Figures in the order of the years, estimates marked."""
    temoin = _temoin(
        kind='"Structure d\'insertion"',
        sector='"Industrie"',
        size="16",
        founded="1990",
        website='"apnos.fr"',
        labels='["ISO 26000"]',
        citations='[{ texte = "Oui.", auteur = "A", fonction = "PDG" }, { texte = "" }]',
        indicateurs=(
            '[{ nom = "Papier", unite = "kg", nature = "environnement", estime = ["2015"], '
            'source = "Bilan", valeurs = { "2015" = 1.5, "2013" = 58000 } }, { nom = "Vide" }]'
        ),
    )

    assert temoin.kind == "structure d’insertion"
    assert [value.label for value in temoin.sector] == ["Industrie"]
    assert (temoin.size, temoin.founded, temoin.labels) == (16, 1990, ("ISO 26000",))
    assert temoin.website == "https://apnos.fr"
    assert temoin.citations == (Citation("Oui.", "A", "PDG"),)
    (indicateur,) = temoin.indicateurs
    assert indicateur.valeurs == (("2013", 58000.0), ("2015", 1.5))
    assert indicateur.estime == {"2015"}
    assert indicateur.nature is not None
    assert indicateur.nature.label == "Environnemental"


@pytest.mark.parametrize("value", ["true", '"3"', "nan", "inf", "1e300", "[1]"])
def test_a_figure_that_is_none_is_told_and_left_out(value: str) -> None:
    """The other years stay."""
    text = temoin_text(
        indicateurs=f'[{{ nom = "x", unite = "t", valeurs = {{ "2013" = {value}, "2014" = 2 }} }}]'
    )
    told = read_temoin(text)

    assert told.codes == ["FP103"]
    assert isinstance(told.sheet, Temoin)
    assert told.sheet.indicateurs[0].valeurs == (("2014", 2.0),)


@pytest.mark.parametrize("url", ["apnos.fr", "https://apnos.fr", "www.apnos.fr:8080/a?b=https://c"])
def test_a_site_may_be_written_without_its_scheme(url: str) -> None:
    """As people say it."""
    assert _temoin(website=f'"{url}"').website == f"https://{url.removeprefix('https://')}"


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "ftp://a.fr", "https://a b.fr", "//a.fr", "mailto:a@b.fr", "apnos"],
)
def test_an_unsafe_site_is_told_and_left_out(url: str) -> None:
    """The witness stays."""
    told = read_temoin(temoin_text(website=f'"{url}"'))

    assert told.codes == ["FP308"]
    assert isinstance(told.sheet, Temoin)
    assert told.sheet.website == ""
