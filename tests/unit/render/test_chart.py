"""Indicators: drawn, worded, put in tables."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from builder.model import Indicateur
from builder.render.chart import view_figures, view_indicateur


def _indicateur(
    unite: str = "€", estime: tuple[str, ...] = (), nom: str = "Chiffre d’affaires", **years: float
) -> Indicateur:
    valeurs = tuple((year.removeprefix("y"), value) for year, value in years.items())
    return Indicateur(nom, unite, None, valeurs, frozenset(estime), "Dossier 2016")


@pytest.mark.parametrize(
    ("indicateur", "words"),
    [
        (_indicateur(y2013=1568729, y2014=1800000), "+14,7\u00a0% de 2013 à 2014"),
        (_indicateur(y2013=200, y2014=100), "−50\u00a0% de 2013 à 2014"),
        (_indicateur(y2013=100, y2014=100), "0\u00a0% de 2013 à 2014"),
        (_indicateur("%", y2013=8, y2014=4), "−4\u00a0points de 2013 à 2014"),
        (_indicateur("%", y2013=2, y2014=3), "+1\u00a0point de 2013 à 2014"),
        (_indicateur(y2013=0, y2014=4), ""),
        (_indicateur(y2013=4), ""),
        (_indicateur(y2013=-100, y2014=50), "+150\u00a0% de 2013 à 2014"),
        (
            _indicateur(estime=("2014",), y2013=100, y2014=110),
            "+10\u00a0% de 2013 à 2014 (2014\u00a0: estimation)",
        ),
    ],
)
def test_change_is_worded(indicateur: Indicateur, words: str) -> None:
    """Per cent of the first year; in points where the figure is itself a percentage."""
    assert view_indicateur(indicateur, "ca").change == words


def test_drawing_is_an_image_with_a_title_and_a_description() -> None:
    """It is XML, without script or style, and its ids are its own."""
    view = view_indicateur(_indicateur(y2013=1568729, y2014=-20), "ca")
    svg = ET.fromstring(view.svg)

    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == svg[0].get("id") == "ca-t"
    assert svg[0].text == "Chiffre d’affaires (€)"
    assert "2013\u00a0: 1\u202f568\u202f729" in str(svg[1].text)
    assert not [node for node in svg.iter() if node.get("style") or node.tag == "script"]


def test_bars_are_as_long_as_their_values() -> None:
    """The longest fills the height; half of it is half as long; below zero hangs under the axis."""
    svg = ET.fromstring(view_indicateur(_indicateur(y2013=100, y2014=50, y2015=-50), "x").svg)
    heights = [float(bar.get("height", 0)) for bar in svg.iter("rect")]
    tops = [float(bar.get("y", 0)) for bar in svg.iter("rect")]

    assert heights[1] == pytest.approx(heights[0] / 2, abs=0.1)
    assert heights[2] == pytest.approx(heights[1], abs=0.1)
    assert tops[2] == pytest.approx(tops[0] + heights[0], abs=0.1)


def test_estimates_are_marked_in_the_drawing_and_in_the_table() -> None:
    """An estimate is never shown as a fact."""
    indicateur = _indicateur("personnes", ("2014",), y2013=1, y2014=2)

    svg = view_indicateur(indicateur, "x").svg
    (table,) = view_figures((indicateur,))

    assert svg.count("fp-graphe__barre--estime") == 1
    assert table.rows[0][1] == ("1\u00a0personne", "2\u00a0personnes (estimation)")


def test_figures_of_the_same_years_share_a_table() -> None:
    """Other years make another table."""
    tables = view_figures(
        (_indicateur(y2013=1), _indicateur(nom="Eau", y2013=2), _indicateur(y2014=3))
    )

    assert [(table.years, len(table.rows)) for table in tables] == [(("2013",), 2), (("2014",), 1)]


def test_names_of_a_stranger_stay_text() -> None:
    """A name, a unit or a year that holds HTML is escaped."""
    indicateur = Indicateur("<b>x", '"><script>', None, (("<i>", 1.0),), frozenset(), "")

    svg = view_indicateur(indicateur, "x").svg

    assert "<script" not in svg
    assert "<b>" not in svg
    assert ET.fromstring(svg)[0].text == '<b>x ("><script>)'
