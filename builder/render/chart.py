"""An indicator drawn as inline SVG: no script, no style attribute, readable on paper.

Bars lie one under the other, a line for each year: ten years and long figures fit the narrowest
phone. Heights are in `em` and widths in per cent, so that bars stand level with the lines of the
table beside them, whatever the size of the text. Colours and patterns come from the style sheet,
by class. The same figures stand in a table, so a drawing is one image for assistive technology,
with a title and a description.
"""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.render.french import change_words, number_words, points_words
from builder.render.typography import typeset

if TYPE_CHECKING:
    from collections.abc import Iterable

    from builder.model import Indicateur

_LINE = 1.7
"""Height of a line, in `em`: that of the table beside it (`graphe.css`)."""
_BAR = 1.1
_BARE = (0.0, 100.0)
"""Where bars start and end, in per cent of the width, when a table beside them says the years."""
_WORDED = (22.0, 66.0)
"""Likewise when the drawing says the years before them and the figures after."""
_HUNDRED = 100.0
_FAR = 10
_FEW = 20
"""From one woman to two is « +100 % »: below, both numbers are said."""
_ROOM = 195
"""Elements of a witness's page for figures and fiches: the bar is 300 with the frame and story."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The values between which bars are drawn; zero is always among them."""

    low: float
    high: float

    @property
    def span(self) -> float:
        """From one end to the other, never zero."""
        return (self.high - self.low) or 1.0


@dataclass(frozen=True, slots=True)
class IndicateurView:
    """An indicator drawn, and its figures."""

    id: str
    nom: str
    """With its unit."""
    nature: str
    """Slug of its nature, or nothing."""
    change: str
    """« +14,7 % de 2013 à 2015 (2015 : estimation) », or nothing."""
    svg: str
    """Empty for a lone figure."""
    rows: tuple[tuple[str, str], ...]
    """Year, value: « 2015, estimé », « 1 800 000 »; none when one table holds all figures."""
    comparison: str = ""
    """Address where it is compared with that of other witnesses, or nothing."""
    comparison_words: str = ""


@dataclass(frozen=True, slots=True)
class FiguresView:
    """The figures of the indicators followed over the same years: one table for all."""

    years: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    """Name, then a value a year, with its unit."""


def has_own_tables(indicateurs: tuple[Indicateur, ...], others: int) -> bool:
    """Tell whether a page has room for a table beside each drawing.

    Args:
        indicateurs: What it shows.
        others: How many other lists of two elements it shows: its fiches.
    """
    elements = sum(5 + 3 * len(item.valeurs) for item in indicateurs)
    return elements + 2 * others <= _ROOM


def view_indicateurs(
    indicateurs: tuple[Indicateur, ...], ids: Iterable[str], *, has_tables: bool = True
) -> tuple[IndicateurView, ...]:
    """Draw the indicators of a page and word their changes.

    Args:
        indicateurs: What to view.
        ids: Of their places in the page.
        has_tables: Whether there is room for a table beside each drawing.
    """
    scales = own_scales(indicateurs)
    drawn = zip(indicateurs, ids, scales, strict=True)
    return tuple(_view(*each, has_table=has_tables or each[2] is None) for each in drawn)


def view_figures(indicateurs: tuple[Indicateur, ...]) -> tuple[FiguresView, ...]:
    """Put the figures in tables, one for each set of years, in the order they come."""
    groups: dict[tuple[str, ...], list[Indicateur]] = {}
    for indicateur in indicateurs:
        years = tuple(year for year, _ in indicateur.valeurs)
        groups.setdefault(years, []).append(indicateur)
    return tuple(
        FiguresView(years, tuple((typeset(item.nom), _cells(item)) for item in group))
        for years, group in groups.items()
    )


def name_words(nom: str, unite: str) -> str:
    """« Consommation d’eau (m³) »."""
    return typeset(f"{nom} ({unite})" if unite else nom)


def value_words(indicateur: Indicateur, year: str, value: float) -> str:
    """« 16 personnes », « 1 personne », « 52 116 € (estimation) »."""
    unite = indicateur.unite
    if abs(value) < 2 and unite.endswith("s") and len(unite) > 2:  # noqa: PLR2004
        unite = unite.removesuffix("s")
    note = " (estimation)" if year in indicateur.estime else ""
    return f"{_number(value)}\u00a0{unite}".strip() + note


def change_of(indicateur: Indicateur) -> str:
    """Word the change over the period: in per cent, in points, or from one value to the other."""
    (first_year, first), (last_year, last) = indicateur.valeurs[0], indicateur.valeurs[-1]
    if first_year == last_year:
        return ""
    guessed = [year for year, _ in indicateur.valeurs if year in indicateur.estime]
    note = f" ({', '.join(guessed)}\u00a0: estimation)" if guessed else ""
    period = f"de {first_year} à {last_year}"
    if first == last:
        return f"stable {period}{note}"
    if indicateur.unite == "%":  # from 8 % to 4 % is not « −50 % »
        return f"{points_words(last - first)} {period}{note}"
    if first > 0 and last >= 0 and max(first, last) >= _FEW:
        return f"{change_words(first, last)} {period}{note}"
    # A change from zero, or through it, is no percentage; of a few people, a percentage misleads.
    values = f"de {_number(first)} à {_number(last)}"
    return f"passe {values} entre {first_year} et {last_year}{note}"


def own_scales(indicateurs: tuple[Indicateur, ...]) -> tuple[Scale | None, ...]:
    """Choose the scale of each indicator of a page.

    Figures over several years have their own. A lone percentage is drawn out of a hundred; other
    lone figures of one unit share a scale: alone, a full bar would tell nothing.
    """
    lone: dict[str, list[float]] = {}
    for item in indicateurs:
        if len(item.valeurs) == 1:
            lone.setdefault(item.unite, []).append(item.valeurs[0][1])
    return tuple(_own_scale(item, lone.get(item.unite, [])) for item in indicateurs)


def _own_scale(indicateur: Indicateur, lone: list[float]) -> Scale | None:
    values = [value for _, value in indicateur.valeurs]
    if len(values) > 1:
        return scale_of(values)
    if indicateur.unite == "%" and 0 <= values[0] <= _HUNDRED:
        return Scale(0.0, _HUNDRED)
    is_shared = len(lone) > 1 and not is_far(lone)
    return scale_of(lone) if is_shared else None


def is_far(values: Iterable[float]) -> bool:
    """Tell whether bars of one scale could not be read: one is over ten times another."""
    sizes = [abs(value) for value in values if value]
    return bool(sizes) and max(sizes) > _FAR * min(sizes)


def scale_of(values: Iterable[float]) -> Scale:
    """Return the scale that holds all of these values, and zero."""
    held = (0.0, *values)
    return Scale(min(held), max(held))


def draw(indicateur: Indicateur, own_id: str, scale: Scale, *, is_worded: bool = False) -> str:
    """Draw an indicator.

    Args:
        indicateur: What to draw.
        own_id: Start of the ids of the drawing.
        scale: The values at its ends.
        is_worded: Whether the drawing says years and figures itself.
    """
    area = _WORDED if is_worded else _BARE
    lines = "".join(_line(indicateur, rank, scale, area) for rank in range(len(indicateur.valeurs)))
    zero = _place(0.0, scale, area)
    title = html.escape(name_words(indicateur.nom, indicateur.unite))
    return (
        f'<svg class="fp-graphe" height="{_em(_LINE * len(indicateur.valeurs))}" role="img"'
        f' aria-labelledby="{_title_id(own_id)}" aria-describedby="{own_id}_d">'
        f'<title id="{_title_id(own_id)}">{title}</title>'
        f'<desc id="{own_id}_d">{html.escape(_description(indicateur))}</desc>'
        f'{lines}<line class="fp-graphe__axe" x1="{zero:.1f}%" x2="{zero:.1f}%"'
        ' y1="0" y2="100%"/></svg>'
    )


def _view(
    indicateur: Indicateur, own_id: str, scale: Scale | None, *, has_table: bool
) -> IndicateurView:
    rows = indicateur.valeurs if has_table else ()
    return IndicateurView(
        id=own_id,
        nom=name_words(indicateur.nom, indicateur.unite),
        nature=indicateur.nature.slug if indicateur.nature else "",
        change=change_of(indicateur),
        svg=draw(indicateur, own_id, scale, is_worded=not has_table) if scale else "",
        rows=tuple(
            (_year(indicateur, year), _short(value, indicateur.unite)) for year, value in rows
        ),
    )


def _title_id(own_id: str) -> str:
    """No id made from a title has an underscore: that of a section cannot be the same."""
    return f"{own_id}_t"


def _cells(indicateur: Indicateur) -> tuple[str, ...]:
    return tuple(value_words(indicateur, year, value) for year, value in indicateur.valeurs)


def _description(indicateur: Indicateur) -> str:
    told = "\u202f; ".join(
        f"{year}\u00a0: {value_words(indicateur, year, value)}"
        for year, value in indicateur.valeurs
    )
    return f"{told}. {change_of(indicateur)}".strip()


def _line(indicateur: Indicateur, rank: int, scale: Scale, area: tuple[float, float]) -> str:
    year, value = indicateur.valeurs[rank]
    start, end = sorted((_place(0.0, scale, area), _place(value, scale, area)))
    top = _LINE * rank
    mark = " fp-graphe__barre--estime" if year in indicateur.estime else ""
    bar = (
        f'<rect class="fp-graphe__barre{mark}" x="{start:.1f}%" y="{_em(top + (_LINE - _BAR) / 2)}"'
        f' width="{end - start:.1f}%" height="{_em(_BAR)}"/>'
    )
    if area == _BARE:
        return bar
    return f"{bar}{_words(indicateur, rank, end)}"


def _words(indicateur: Indicateur, rank: int, end: float) -> str:
    """The year before a bar, the figure after it."""
    year, value = indicateur.valeurs[rank]
    base = _em(_LINE * (rank + 0.7))
    return (
        f'<text class="fp-graphe__annee" y="{base}">{html.escape(year)}</text>'
        f'<text x="{end:.1f}%" dx=".4em" y="{base}">{html.escape(_number(value))}</text>'
    )


def _place(value: float, scale: Scale, area: tuple[float, float]) -> float:
    """Where a value stands, in per cent of the width."""
    return area[0] + (area[1] - area[0]) * (value - scale.low) / scale.span


def _em(length: float) -> str:
    return f"{length:.2f}".rstrip("0").rstrip(".") + "em"


def _year(indicateur: Indicateur, year: str) -> str:
    return f"{year}, estimé" if year in indicateur.estime else year


def _short(value: float, unite: str) -> str:
    """Of units, only « % » is repeated: the name tells the others, and bars need the room."""
    return f"{_number(value)}\u00a0%" if unite == "%" else _number(value)


def _number(value: float) -> str:
    return number_words(value).replace("-", "−")
