"""The page that shows animators what the library covers, and what to write or revise next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.coverage import FAULTS, make_coverage
from builder.pages.making import CATALOGUE, GUIDE, HOME
from builder.pages.records import CoverageCell, CoverageRow, CoverageView, Page
from builder.render.french import plural
from builder.render.views import LinkView

if TYPE_CHECKING:
    from builder.coverage import Cell, Coverage, Row
    from builder.pages.making import Making

COVERAGE = LinkView("contribuer/couverture/", "Couverture")


def coverage_page(making: Making) -> Page:
    """Make the page, once the texts of all the others are rendered: it tells what they lack."""
    coverage = make_coverage(making.catalogue, making.viewer.diagnostics)
    crumbs = (HOME, GUIDE, COVERAGE)
    return Page(
        address=COVERAGE.address,
        template="couverture.html",
        title="Ce que couvre la bibliothèque",
        description="Les fiches à écrire ou à revoir d’abord.",
        view=_view(making, coverage),
        crumbs=crumbs,
        structured=(making.breadcrumb(crumbs),),
        tab=GUIDE.address,
        is_noindex=True,
    )


def _view(making: Making, coverage: Coverage) -> CoverageView:
    return CoverageView(
        count=coverage.count,
        maturities=coverage.maturities,
        rows=tuple(_row(making, row) for row in coverage.rows),
        empty=coverage.cells("vide"),
        thin=coverage.cells("mince"),
        gaps=tuple(gap for gap in coverage.gaps if gap.lines and gap.key != FAULTS),
    )


def _row(making: Making, row: Row) -> CoverageRow:
    return CoverageRow(
        row.nature.label, tuple(_cell(making, cell) for cell in row.cells), row.count
    )


def _cell(making: Making, cell: Cell) -> CoverageCell:
    vocabulary = making.catalogue.vocabulary
    nature = f"{vocabulary['nature'].param}={cell.nature.slug}"
    maturity = f"{vocabulary['maturity'].param}={cell.maturity.slug}"
    return CoverageCell(
        count=cell.count,
        state=cell.state,
        address=f"{CATALOGUE.address}?{nature}&{maturity}" if cell.count else "",
        label=f"{plural(cell.count, 'fiche')}\u00a0: {cell.label}",
    )
