"""Which figures witnesses share, and on which page."""

from __future__ import annotations

from builder.model import Indicateur, Temoin
from builder.render.comparisons import lay_out


def _temoin(name: str, *indicateurs: Indicateur, is_draft: bool = False) -> Temoin:
    return Temoin(name.lower(), name, indicateurs=indicateurs, is_draft=is_draft)


def _eau(nom: str = "Eau", unite: str = "m³", years: int = 1) -> Indicateur:
    valeurs = tuple((str(2010 + year), 1.0) for year in range(years))
    return Indicateur(nom, unite, None, valeurs, frozenset(), "")


def test_the_same_name_and_unit_whatever_the_typing() -> None:
    """Case, accents and spaces do not count; the unit does."""
    temoins = (
        _temoin("A", _eau("Énergie  consommée", "kWh")),
        _temoin("B", _eau("energie consommée", "KWH")),
        _temoin("C", _eau("Énergie consommée", "€")),
    )
    ((part,),) = lay_out(temoins)

    assert [temoin.company for temoin, _ in part.told] == ["A", "B"]


def test_a_draft_shares_nothing_and_neither_does_one_witness() -> None:
    """Nor twice in the same file."""
    assert lay_out((_temoin("A", _eau()), _temoin("B", _eau(), is_draft=True))) == ()
    assert lay_out((_temoin("A", _eau(), _eau()),)) == ()


def test_ids_are_unique() -> None:
    """Two units of the same name make two sections."""
    told = (_eau(), _eau(unite="€"), _eau(unite="£"), _eau("Éau ", unite="$"))
    (page,) = lay_out((_temoin("A", *told), _temoin("B", *told)))

    assert len({part.shared.id for part in page}) == len(page) == 4


def test_the_most_followed_comes_first() -> None:
    """Then by name."""
    temoins = (
        _temoin("A", _eau("Zinc"), _eau("Bois"), _eau()),
        _temoin("B", _eau("Bois"), _eau("Zinc"), _eau()),
        _temoin("C", _eau("Zinc")),
    )
    (page,) = lay_out(temoins)

    assert [part.shared.nom for part in page] == ["Zinc", "Bois", "Eau"]


def test_dozens_of_witnesses_take_several_light_pages() -> None:
    """Every witness is told once for each figure; six at most are drawn, the longest followed."""
    temoins = tuple(
        _temoin(f"E{number:02}", _eau(years=1 + number % 3), _eau("Bois")) for number in range(60)
    )
    pages = lay_out(temoins)

    assert all(sum(part.elements for part in page) <= 290 for page in pages)
    assert len(pages) > 1
    for nom in ("Eau", "Bois"):
        parts = [part for page in pages for part in page if part.shared.nom == nom]
        assert [told[0].slug for part in parts for told in part.told] == [
            temoin.slug for temoin in temoins
        ]
        assert [part.is_next for part in parts] == [False] + [True] * (len(parts) - 1)
        assert len(parts[0].shared.drawn) == 6
    (first, *_) = [part for page in pages for part in page if part.shared.nom == "Eau"]
    assert {len(indicateur.valeurs) for _, indicateur in first.shared.drawn} == {3}
