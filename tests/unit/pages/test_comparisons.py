"""The figures of several witnesses, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builder.pages.comparisons import ComparisonsView
from builder.publication import make_publication
from builder.site import Site
from tests.sheets import fiche_text, read_content, temoin_text

if TYPE_CHECKING:
    from pathlib import Path

    from builder.pages import Page
    from builder.pages.comparisons import ComparisonView


def _pages(folder: Path, files: dict[str, str]) -> dict[str, Page]:
    made = make_publication(read_content(folder, {**files}), Site("Essai")).pages.pages
    return {page.address: page for page in made}


def _temoin(company: str, values: str, nom: str = "Eau", **keys: str) -> str:
    figure = f'[{{nom = "{nom}", unite = "m³", valeurs = {{{values}}}, estime = ["2015"]}}]'
    return temoin_text(company=f'"{company}"', indicateurs=figure, **keys)


def _compared(folder: Path, *values: str) -> ComparisonView:
    """Compare witnesses that have these values of the same figure."""
    files = {
        f"temoins/{number}.md": _temoin(f"E{number}", held) for number, held in enumerate(values)
    }
    page = _pages(folder, files)["temoins/comparer/"]
    assert isinstance(page.view, ComparisonsView)
    (comparison,) = page.view.comparisons
    return comparison


def test_a_table_has_a_line_a_witness_and_a_column_a_year(tmp_path: Path) -> None:
    """Unknown values are empty, estimates marked, sizes recalled, changes worded."""
    files = {
        "temoins/a.md": _temoin("Apnos", '"2013" = 50, "2015" = 40', size="16"),
        "temoins/t.md": _temoin("Tetra", '"2014" = 30'),
    }
    page = _pages(tmp_path, files)["temoins/comparer/"]
    (comparison,) = page.view.comparisons

    assert page.title == "Comparer les chiffres des témoins"
    assert comparison.nom == "Eau (m³)"
    assert comparison.years == ("2013", "2014", "2015")
    apnos, tetra = comparison.lines
    assert (apnos.temoin.label, apnos.temoin.note) == ("Apnos", "16\u00a0personnes")
    assert apnos.cells == ("50\u00a0m³", "", "40\u00a0m³ (estimation)")
    assert apnos.change == "−20\u00a0% de 2013 à 2015 (2015\u00a0: estimation)"
    assert (tetra.cells, tetra.change) == (("", "30\u00a0m³", ""), "")
    assert [drawing.company for drawing in comparison.drawings] == [
        "Apnos, 16\u00a0personnes",
        "Tetra",
    ]


def test_each_figure_leads_to_its_comparison(tmp_path: Path) -> None:
    """The other is named; several are counted; a figure that nobody shares leads nowhere."""
    two = {f"temoins/{name}.md": _temoin(name, '"2013" = 1') for name in ("Apnos", "Tetra")}
    (apnos,) = _pages(tmp_path, two)["temoins/apnos/"].view.indicateurs

    assert apnos.comparison == "temoins/comparer/#chiffre-eau"
    assert apnos.comparison_words == "Comparer avec Tetra"

    more = {"temoins/v.md": _temoin("Veja", '"2013" = 1')}
    (apnos,) = _pages(tmp_path, more)["temoins/apnos/"].view.indicateurs
    assert apnos.comparison_words == "Comparer avec 2\u00a0témoins"


def test_without_anything_to_compare_there_is_no_page_and_no_link(tmp_path: Path) -> None:
    """Neither from a witness nor from their list."""
    files = {
        "temoins/a.md": _temoin("Apnos", '"2013" = 1'),
        "temoins/b.md": _temoin("Tetra", '"2013" = 1', nom="Bois"),
    }
    pages = _pages(tmp_path, files)

    assert "temoins/comparer/" not in pages
    assert pages["temoins/apnos/"].view.indicateurs[0].comparison == ""
    assert [way.address for way in pages["temoins/"].view.ways] == ["ce-qui-n-a-pas-marche/"]


@pytest.mark.parametrize(
    ("values", "note", "drawings"),
    [
        (('"2013" = 1', '"2013" = 10'), "Tous les dessins sont à la même échelle.", 2),
        (('"2013" = 0', '"2013" = 10'), "Tous les dessins sont à la même échelle.", 2),
        (('"2013" = 1, "2014" = 2', '"2013" = 21'), "chaque dessin a la sienne", 2),
        (('"2013" = 1', '"2013" = 11'), "trop éloignées pour un dessin", 0),
    ],
)
def test_drawings_have_one_scale_when_it_can_be_read(
    tmp_path: Path, values: tuple[str, ...], note: str, drawings: int
) -> None:
    """Beyond ten times, each has its own, and the page says so; lone bars are not drawn."""
    comparison = _compared(tmp_path, *values)

    assert note in comparison.note
    assert len(comparison.drawings) == drawings


def test_the_same_scale_gives_lengths_that_compare(tmp_path: Path) -> None:
    """Half of the largest is half as long."""
    small, large = _compared(tmp_path, '"2013" = 5', '"2013" = 10').drawings

    assert 'width="22.0%"' in small.svg
    assert 'width="44.0%"' in large.svg


def test_many_witnesses_are_in_the_table_and_six_are_drawn(tmp_path: Path) -> None:
    """And the page says so."""
    comparison = _compared(tmp_path, *(['"2013" = 1'] * 8))

    assert len(comparison.lines) == 8
    assert len(comparison.drawings) == 6
    assert "le tableau les a tous" in comparison.note


def test_a_witness_named_so_has_another_address(tmp_path: Path) -> None:
    """The page of comparisons keeps its own."""
    files = {
        "fiches/a.md": fiche_text(company='"Comparer"'),
        "temoins/a.md": _temoin("Apnos", '"2013" = 1'),
        "temoins/b.md": _temoin("Tetra", '"2013" = 1'),
    }
    pages = _pages(tmp_path, files)

    assert pages["temoins/comparer/"].template == "comparaisons.html"
    assert pages["temoins/temoin-comparer/"].template == "temoin.html"
