"""Indicators: drawn, worded, put in tables."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from builder.model import Indicateur
from builder.render.chart import (
    IndicateurView,
    draw,
    has_own_tables,
    scale_of,
    view_figures,
    view_indicateurs,
)


def _indicateur(
    unite: str = "€", estime: tuple[str, ...] = (), nom: str = "Chiffre d’affaires", **years: float
) -> Indicateur:
    valeurs = tuple((year.removeprefix("y"), value) for year, value in years.items())
    return Indicateur(nom, unite, None, valeurs, frozenset(estime), "Dossier 2016")


def _decade() -> Indicateur:
    years = tuple((str(year), 1.0) for year in range(2010, 2020))
    return Indicateur("Eau", "m³", None, years, frozenset(), "")


def _per_cent(node: ET.Element, name: str) -> float:
    return float(str(node.get(name)).removesuffix("%"))


def _bars(svg: str) -> list[tuple[float, float]]:
    """Start and end of each bar, in per cent of the width."""
    return [
        (_per_cent(bar, "x"), _per_cent(bar, "x") + _per_cent(bar, "width"))
        for bar in ET.fromstring(svg).iter("rect")
    ]


def _view(indicateur: Indicateur, own_id: str = "x") -> IndicateurView:
    return view_indicateurs((indicateur,), (own_id,))[0]


@pytest.mark.parametrize(
    ("indicateur", "words"),
    [
        (_indicateur(y2013=1568729, y2014=1800000), "+14,7\u00a0% de 2013 à 2014"),
        (_indicateur(y2013=200, y2014=100), "−50\u00a0% de 2013 à 2014"),
        (_indicateur(y2013=100, y2014=100), "stable de 2013 à 2014"),
        (_indicateur("%", y2013=8, y2014=4), "−4\u00a0points de 2013 à 2014"),
        (_indicateur("%", y2013=2, y2014=3), "+1\u00a0point de 2013 à 2014"),
        (_indicateur(y2013=0, y2014=4), "passe de 0 à 4 entre 2013 et 2014"),
        (_indicateur(y2013=4), ""),
        (_indicateur(y2013=-100, y2014=50), "passe de −100 à 50 entre 2013 et 2014"),
        (_indicateur(y2013=100, y2014=-50), "passe de 100 à −50 entre 2013 et 2014"),
        (
            _indicateur(estime=("2014",), y2013=100, y2014=110),
            "+10\u00a0% de 2013 à 2014 (2014\u00a0: estimation)",
        ),
    ],
)
def test_change_is_worded(indicateur: Indicateur, words: str) -> None:
    """Per cent of the first year; in points of a percentage; plainly where zero is passed."""
    assert _view(indicateur).change == words


def test_drawing_is_an_image_with_a_title_and_a_description() -> None:
    """It is XML, without script or style, and its ids are its own."""
    view = _view(_indicateur(y2013=1568729, y2014=-20))
    svg = ET.fromstring(view.svg)

    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == svg[0].get("id") == "x_t"
    assert svg.get("aria-describedby") == svg[1].get("id")
    assert svg[0].text == "Chiffre d’affaires (€)"
    assert "2013\u00a0: 1\u202f568\u202f729\u00a0€" in str(svg[1].text)
    assert not [node for node in svg.iter() if node.get("style") or node.tag == "script"]


def test_its_ids_are_never_those_of_a_section() -> None:
    """« Eau » has drawings, and a section may be titled « Eau t »: a slug has no underscore."""
    svg = ET.fromstring(_view(_indicateur(y2013=1, y2014=2), "eau").svg)

    assert all("_" in str(node.get("id")) for node in svg if node.get("id"))


def test_bars_are_as_long_as_their_values() -> None:
    """The longest fills the width; half of it is half as long; below zero goes the other way."""
    bars = _bars(_view(_indicateur(y2013=100, y2014=50, y2015=-50)).svg)

    for bar, ends in zip(bars, [(33.3, 100), (33.3, 66.7), (0, 33.3)], strict=True):
        assert bar == pytest.approx(ends, abs=0.2)


@pytest.mark.parametrize("indicateur", [_indicateur("%", y2013=0), _indicateur(y2013=0, y2014=0)])
def test_nothing_but_zero_is_drawn(indicateur: Indicateur) -> None:
    """A line without a bar, and no division by nothing."""
    assert set(_bars(_view(indicateur).svg)) == {(0, 0)}


def test_a_lone_percentage_is_out_of_a_hundred() -> None:
    """A full bar for « 20 % » would tell a lie; several years are compared with each other."""
    (lone,) = _bars(_view(_indicateur("%", y2013=20)).svg)
    several = _bars(_view(_indicateur("%", y2013=20, y2014=10)).svg)

    assert lone == (0, 20)
    assert several == [(0, 100), (0, 50)]


def test_a_lone_figure_has_a_bar_only_beside_another() -> None:
    """Two sums of one unit share a scale; a full bar alone would tell nothing."""
    sums = (_indicateur("M€", y2014=10), _indicateur("M€", y2014=2), _indicateur("ans", y2014=7))
    ten, two, years = view_indicateurs(sums, ("a", "b", "c"), has_tables=False)

    assert _bars(ten.svg) == [(22, 66)]
    assert _bars(two.svg) == [pytest.approx((22, 30.8))]
    assert (years.svg, years.rows) == ("", (("2014", "7"),))


def test_a_few_people_are_no_percentage() -> None:
    """From one woman to two is no « +100 % »."""
    assert _view(_indicateur("personnes", y2013=1, y2015=2)).change == (
        "passe de 1 à 2 entre 2013 et 2015"
    )


def test_a_drawing_is_as_high_as_its_table() -> None:
    """A line a year, whatever their number: ten years fit a phone."""
    view = _view(_decade())

    assert ET.fromstring(view.svg).get("height") == "17em"
    assert len(view.rows) == len(_bars(view.svg)) == 10


def test_a_drawing_without_a_table_says_its_figures() -> None:
    """Years before the bars, figures after them, all inside the width."""
    svg = draw(_indicateur(y2013=1000, y2014=-5), "x", scale_of((1000, -5)), is_worded=True)
    told = [node.text for node in ET.fromstring(svg).iter("text")]

    assert told == ["2013", "1\u202f000", "2014", "−5"]
    assert all(20 < start <= end < 70 for start, end in _bars(svg))


def test_estimates_are_marked_in_the_drawing_and_in_the_tables() -> None:
    """An estimate is never shown as a fact."""
    indicateur = _indicateur("personnes", ("2014",), y2013=1, y2014=2)

    view = _view(indicateur)
    (table,) = view_figures((indicateur,))

    assert view.svg.count("fp-graphe__barre--estime") == 1
    assert view.rows == (("2013", "1"), ("2014, estimé", "2"))
    assert table.rows[0][1] == ("1\u00a0personne", "2\u00a0personnes (estimation)")


def test_figures_of_the_same_years_share_a_table() -> None:
    """Other years make another table."""
    tables = view_figures(
        (_indicateur(y2013=1), _indicateur(nom="Eau", y2013=2), _indicateur(y2014=3))
    )

    assert [(table.years, len(table.rows)) for table in tables] == [(("2013",), 2), (("2014",), 1)]


def test_each_has_its_table_as_long_as_the_page_stays_light() -> None:
    """Ten figures over three years have; over ten years, one table holds them all."""
    three = (_indicateur(y2013=1, y2014=2, y2015=3),) * 10
    ten = (_decade(),) * 10

    assert has_own_tables(three, others=14)
    assert not has_own_tables(three, others=30)
    assert not has_own_tables(ten, others=0)


def test_names_of_a_stranger_stay_text() -> None:
    """A name, a unit or a year that holds HTML is escaped."""
    indicateur = Indicateur("<b>x", '"><script>', None, (("<i>", 1.0),), frozenset(), "")

    svg = draw(indicateur, "x", scale_of((1,)), is_worded=True)

    assert "<script" not in svg
    assert "<b>" not in svg
    assert "<i>" not in svg
    assert ET.fromstring(svg)[0].text == '<b>x ("><script>)'
