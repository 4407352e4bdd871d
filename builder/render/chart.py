"""An indicator drawn as inline SVG: no script, no style attribute, readable on paper.

Colours and patterns come from the style sheet, by class. The same figures stand in a table under
the drawings, so each is one image for assistive technology, with a title and a description.
"""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.render.french import change_words, number_words, points_words

if TYPE_CHECKING:
    from builder.model import Indicateur

_WIDTH, _HEIGHT = 320, 170
_TOP, _BASE = 26, 140
_GAP = 14


@dataclass(frozen=True, slots=True)
class IndicateurView:
    """An indicator drawn."""

    id: str
    nom: str
    """With its unit."""
    nature: str
    """Slug of its nature, or nothing."""
    change: str
    """« +14,7 % de 2013 à 2015 (2015 : estimation) », or nothing."""
    svg: str


@dataclass(frozen=True, slots=True)
class FiguresView:
    """The figures of the indicators followed over the same years: one table for all."""

    years: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    """Name, then a value a year, with its unit."""


def view_indicateur(indicateur: Indicateur, own_id: str) -> IndicateurView:
    """Draw an indicator and word its change over the period."""
    change = _change(indicateur)
    return IndicateurView(
        id=own_id,
        nom=_name(indicateur),
        nature=indicateur.nature.slug if indicateur.nature else "",
        change=change,
        svg=_draw(indicateur, own_id, change),
    )


def view_figures(indicateurs: tuple[Indicateur, ...]) -> tuple[FiguresView, ...]:
    """Put the figures in tables, one for each set of years, in the order they come."""
    groups: dict[tuple[str, ...], list[Indicateur]] = {}
    for indicateur in indicateurs:
        years = tuple(year for year, _ in indicateur.valeurs)
        groups.setdefault(years, []).append(indicateur)
    return tuple(
        FiguresView(years, tuple((item.nom, _cells(item)) for item in group))
        for years, group in groups.items()
    )


def _name(indicateur: Indicateur) -> str:
    return f"{indicateur.nom} ({indicateur.unite})" if indicateur.unite else indicateur.nom


def _cells(indicateur: Indicateur) -> tuple[str, ...]:
    return tuple(
        _with_unit(value, indicateur.unite) + (" (estimation)" if year in indicateur.estime else "")
        for year, value in indicateur.valeurs
    )


def _with_unit(value: float, unite: str) -> str:
    """« 16 personnes », « 1 personne », « 52 116 € »."""
    if abs(value) < 2 and unite.endswith("s") and len(unite) > 2:  # noqa: PLR2004
        unite = unite.removesuffix("s")
    return f"{number_words(value)}\u00a0{unite}".strip()


def _change(indicateur: Indicateur) -> str:
    (first_year, first), (last_year, last) = indicateur.valeurs[0], indicateur.valeurs[-1]
    if first_year == last_year or (first == 0 and indicateur.unite != "%"):
        return ""
    guessed = [year for year, _ in indicateur.valeurs if year in indicateur.estime]
    note = f" ({', '.join(guessed)}\u00a0: estimation)" if guessed else ""
    # The change of a percentage is told in points: from 8 % to 4 % is not « −50 % ».
    told = points_words(last - first) if indicateur.unite == "%" else change_words(first, last)
    return f"{told} de {first_year} à {last_year}{note}"


def _draw(indicateur: Indicateur, own_id: str, change: str) -> str:
    values = [value for _, value in indicateur.valeurs]
    top, bottom = max(0.0, *values), min(0.0, *values)
    scale = (_BASE - _TOP) / ((top - bottom) or 1)
    zero = _BASE + bottom * scale
    step = _WIDTH / len(values)
    bars = "".join(_bar(indicateur, index, step, zero, scale) for index in range(len(values)))
    title = html.escape(_name(indicateur))
    told = "\u202f; ".join(
        f"{year}\u00a0: {number_words(value)}" for year, value in indicateur.valeurs
    )
    description = html.escape(f"{told}. {change}".strip())
    return (
        f'<svg class="fp-graphe" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img"'
        f' aria-labelledby="{own_id}-t" aria-describedby="{own_id}-d">'
        f'<title id="{own_id}-t">{title}</title><desc id="{own_id}-d">{description}</desc>'
        f'{bars}<line class="fp-graphe__axe" x1="0" x2="{_WIDTH}" y1="{zero:.1f}" y2="{zero:.1f}"/>'
        "</svg>"
    )


def _bar(indicateur: Indicateur, index: int, step: float, zero: float, scale: float) -> str:
    year, value = indicateur.valeurs[index]
    height = abs(value) * scale
    upper = zero - height if value >= 0 else zero
    middle = step * (index + 0.5)
    mark = " fp-graphe__barre--estime" if year in indicateur.estime else ""
    words = html.escape(number_words(value))
    return (
        f'<rect class="fp-graphe__barre{mark}" x="{step * index + _GAP:.1f}" y="{upper:.1f}"'
        f' width="{step - 2 * _GAP:.1f}" height="{height:.1f}"/>'
        f'<text x="{middle:.1f}" y="{upper - 7:.1f}">{words}</text>'
        f'<text class="fp-graphe__annee" x="{middle:.1f}" y="{_HEIGHT - 8}">'
        f"{html.escape(year)}</text>"
    )
