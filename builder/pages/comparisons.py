"""The figures that several witnesses follow, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from builder.pages.making import (
    COMPARISONS,
    HOME,
    TEMOINS,
    make_pager,
    page_address,
    page_title,
)
from builder.pages.records import Page, Slot
from builder.render.addresses import temoin_address
from builder.render.chart import change_of, draw, is_far, name_words, scale_of, value_words
from builder.render.comparisons import DRAWN, key_of
from builder.render.french import plural
from builder.render.temoins import headcount_words
from builder.render.views import LinkView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.model import Indicateur, Temoin
    from builder.pages.making import Making
    from builder.pages.records import Pager
    from builder.render.chart import Scale
    from builder.render.comparisons import Key, Part, Shared
    from builder.render.viewer import Viewer

_TEMPLATE = "comparaisons.html"


@dataclass(frozen=True, slots=True)
class DrawingView:
    """The indicator of one witness, drawn."""

    company: str
    svg: str
    change: str


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of the table: a witness."""

    temoin: LinkView
    """Its note is its size."""
    cells: tuple[str, ...]
    """A value a year; empty when it is not known."""
    change: str


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """An indicator of several witnesses."""

    id: str
    nom: str
    """With its unit."""
    nature: str
    """Slug, when all of them say the same."""
    note: str
    """How to read the drawings."""
    drawings: tuple[DrawingView, ...]
    years: tuple[str, ...]
    lines: tuple[LineView, ...]
    has_changes: bool
    """Whether one of them is known over two years or more."""


@dataclass(frozen=True, slots=True)
class ComparisonsView:
    """A page of comparisons."""

    comparisons: tuple[ComparisonView, ...]
    pager: Pager


def comparison_pages(making: Making) -> Iterator[Slot]:
    """Place the pages of what witnesses share; none when they share nothing."""
    laid = making.viewer.comparisons
    for number, parts in enumerate(laid, 1):
        pager = make_pager(COMPARISONS.address, number, len(laid))
        address = page_address(COMPARISONS.address, number)
        yield Slot(address, _TEMPLATE, partial(_page, making, parts, address, pager))


def comparison_links(viewer: Viewer) -> dict[str, dict[Key, LinkView]]:
    """Give each figure its place in the comparisons: slug of a witness → indicator → link."""
    links: dict[str, dict[Key, LinkView]] = {}
    for number, parts in enumerate(viewer.comparisons, 1):
        for part in parts:
            address = f"{page_address(COMPARISONS.address, number)}#{part.shared.id}"
            for temoin, indicateur in part.told:
                link = LinkView(address, _words(part.shared, temoin))
                links.setdefault(temoin.slug, {})[key_of(indicateur)] = link
    return links


def _page(making: Making, parts: tuple[Part, ...], address: str, pager: Pager) -> Page:
    crumbs = (HOME, TEMOINS, COMPARISONS)
    return Page(
        address=address,
        template=_TEMPLATE,
        title=page_title("Comparer les chiffres des témoins", pager.number, pager.total),
        description="Les chiffres que plusieurs témoins suivent, dessinés côte à côte.",
        view=ComparisonsView(tuple(map(_compare, parts)), pager),
        crumbs=crumbs,
        structured=(making.breadcrumb(crumbs),),
        tab=TEMOINS.address,
    )


def _words(shared: Shared, own: Temoin) -> str:
    """« Comparer avec Connexing », « Comparer avec 3 témoins »."""
    others = [temoin.company for temoin, _ in shared.told if temoin.slug != own.slug]
    return f"Comparer avec {others[0] if len(others) == 1 else plural(len(others), 'témoin')}"


def _compare(part: Part) -> ComparisonView:
    shared = part.shared
    natures = {item.nature.slug if item.nature else "" for _, item in shared.told}
    nom = name_words(shared.nom, shared.unite)
    drawn = () if part.is_next else _draw_all(shared)
    lines = tuple(_line(shared, *told) for told in part.told)
    return ComparisonView(
        id=shared.id,
        nom=f"{nom}, suite" if part.is_next else nom,
        nature=natures.pop() if len(natures) == 1 else "",
        note="" if part.is_next else _note(shared),
        drawings=drawn,
        years=shared.years,
        lines=lines,
        has_changes=any(line.change for line in lines),
    )


def _draw_all(shared: Shared) -> tuple[DrawingView, ...]:
    """Draw them on one scale; on a scale each, a bar that stands alone would tell nothing."""
    if not _can_draw(shared):
        return ()
    values = [value for _, item in shared.drawn for _, value in item.valeurs]
    common = None if _is_far(shared) else scale_of(values)
    return tuple(
        DrawingView(
            company=_sized(temoin),
            svg=draw(item, f"{shared.id}_{temoin.slug}", common or _alone(item), is_worded=True),
            change=change_of(item),
        )
        for temoin, item in shared.drawn
    )


def _alone(indicateur: Indicateur) -> Scale:
    return scale_of(value for _, value in indicateur.valeurs)


def _is_far(shared: Shared) -> bool:
    return is_far(max(abs(value) for _, value in item.valeurs) for _, item in shared.drawn)


def _can_draw(shared: Shared) -> bool:
    return not _is_far(shared) or any(len(item.valeurs) > 1 for _, item in shared.drawn)


def _note(shared: Shared) -> str:
    """Say how to read the drawings, or why there are none."""
    if not _can_draw(shared):
        return "Les valeurs sont trop éloignées pour un dessin\u00a0: lisez le tableau."
    told = "Tous les dessins sont à la même échelle."
    if _is_far(shared):
        told = (
            "Les valeurs sont trop éloignées pour une même échelle\u00a0: chaque dessin a la "
            "sienne. Comparez les évolutions, pas les longueurs."
        )
    if len(shared.told) > DRAWN:
        told += f" {DRAWN} témoins sont dessinés, les plus longtemps suivis\u00a0; "
        told += "le tableau les a tous."
    return told


def _line(shared: Shared, temoin: Temoin, indicateur: Indicateur) -> LineView:
    known = dict(indicateur.valeurs)
    cells = (
        value_words(indicateur, year, known[year]) if year in known else "" for year in shared.years
    )
    link = LinkView(temoin_address(temoin), temoin.company, headcount_words(temoin))
    return LineView(link, tuple(cells), change_of(indicateur))


def _sized(temoin: Temoin) -> str:
    return ", ".join(filter(None, (temoin.company, headcount_words(temoin))))
