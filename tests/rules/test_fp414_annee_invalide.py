"""FP414: a year of a witness that is no year."""

import pytest

from tests.sheets import Told, read_temoin, temoin_text


def _read(valeurs: str, estime: str = "[]", draft: str = "false") -> Told:
    figure = f'[{{ nom = "Eau", unite = "m³", estime = {estime}, valeurs = {valeurs} }}]'
    return read_temoin(temoin_text(indicateurs=figure, draft=draft))


@pytest.mark.parametrize("year", ["1900", "1999", "2000", "2013", "2099"])
def test_a_year_is_not_told(year: str) -> None:
    """With quotes or without."""
    assert _read(f'{{ "{year}" = 5 }}', f'["{year}"]').codes == []
    assert _read(f"{{ {year} = 5 }}").codes == []


def test_a_slip_is_shown_at_the_year() -> None:
    """The drawing would put it after the others."""
    head = 'company = "Apnos"\n[[indicateurs]]\nnom = "Été"\nunite = "t"\n[indicateurs.valeurs]\n'
    told = read_temoin(f'+++\n{head}2012 = 4\n"20013" = 5\n+++\n\n## A\n\nUn.\n')

    assert told.codes == ["FP414"]
    assert told.text("FP414") == (
        "erreur[FP414] « 20013 » n’est pas une année\n"
        " --> content/temoins/essai.md:8:1\n"
        "  |\n"
        '8 | "20013" = 5\n'
        "  | ^^^^^^^\n"
        "  = aide : écrivez l’année sur quatre chiffres, par exemple `2013`"
    )


@pytest.mark.parametrize(
    "year", ["N-1", "2013-2014", "1800", "2150", "an 1", "13", " 2013", "2013 ", "", "\uff12013"]
)
def test_each_other_key_is_one_error(year: str) -> None:
    """A warning in a draft."""
    assert _read(f'{{ "{year}" = 5 }}').codes == ["FP414"]
    assert _read(f'{{ "{year}" = 5 }}').diagnostics[0].is_error
    assert not _read(f'{{ "{year}" = 5 }}', draft="true").diagnostics[0].is_error


def test_an_estimate_of_nothing_is_a_warning_at_its_year() -> None:
    """Nothing false is drawn."""
    told = _read('{ "2013" = 5 }', '["2013", "2051"]')
    [found] = told.diagnostics

    assert (found.code, found.severity.value) == ("FP414", "avertissement")
    assert found.message == "l’année « 2051 » est dite estimée et n’a pas de valeur"
    assert found.place.span is not None
    assert found.place.source.text[found.place.span.start : found.place.span.end] == '"2051"'


@pytest.mark.parametrize("year", ["1665", "1998", "2026"])
def test_a_company_may_be_centuries_old(year: str) -> None:
    """Four digits make a year."""
    assert read_temoin(temoin_text(founded=year)).codes == []


@pytest.mark.parametrize("year", ["98", "0", "-1", "20013"])
def test_a_company_is_founded_in_a_year(year: str) -> None:
    """Its page would tell something false."""
    assert read_temoin(temoin_text(founded=year)).text("FP414") == (
        f"erreur[FP414] « {year} » n’est pas une année\n"
        " --> content/temoins/essai.md:3:11\n"
        "  |\n"
        f"3 | founded = {year}\n"
        f"  |           {'^' * len(year)}\n"
        "  = aide : écrivez l’année sur quatre chiffres, par exemple `founded = 1998`"
    )


def test_one_mistake_is_one_remark() -> None:
    """An estimate under a year that is wrong, or whose value is wrong, adds none."""
    assert _read('{ "20013" = 5 }', '["2013"]').codes == ["FP414"]
    assert _read('{ "2013" = "5 m³", "2014" = 6 }', '["2013"]').codes == ["FP103"]
