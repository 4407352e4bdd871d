"""Neighbours are found once, until something that they depend on changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from builder.cache.neighbours import recall_neighbours
from builder.cache.store import Store
from builder.index import neighbours
from builder.index.neighbours import Neighbourhood
from tests.unit.index.catalogue import CATALOGUES, fiche, values

if TYPE_CHECKING:
    from builder.model import Fiche


@given(CATALOGUES)
def test_those_that_are_kept_are_those_that_would_be_found(fiches: tuple[Fiche, ...]) -> None:
    """Reasons included, whoever keeps them and whoever takes them."""
    with TemporaryDirectory() as folder:
        store = Store(Path(folder) / "kept")
        cold, warm = recall_neighbours(fiches, store), recall_neighbours(fiches, store)
        fresh = Neighbourhood(fiches)

        for own in fiches:
            assert cold.of(own) == warm.of(own) == fresh.of(own)
        store.close()


def test_a_text_that_changes_leaves_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The fiche that is returned is the one of today."""
    store = Store(tmp_path / "kept")
    own, other = fiche("a"), fiche("b")
    recall_neighbours((own, other), store)
    monkeypatch.setattr(neighbours, "_Ranking", lambda _: pytest.fail("ranked again"))
    other = replace(other, title="Autre titre")

    (found,) = recall_neighbours((own, other), store).of(own)
    assert found.fiche is other


@pytest.mark.parametrize(
    "changes",
    [
        {"nature": values("nature")[1:2]},
        {"nature": tuple(replace(value, label="Autre") for value in fiche("b").nature)},
        {"company": ("Cyclo",)},
        {"maturity": replace(fiche("b").maturity, rank=3)},
        {"maturity": replace(fiche("b").maturity, label="Avancée")},
        {"financialinvest": replace(fiche("b").financialinvest, rank=3)},
        {"humaninvest": replace(fiche("b").humaninvest, rank=3)},
        {"slug": "c"},
    ],
    ids="-".join,
)
def test_what_they_depend_on_has_them_found_again(
    tmp_path: Path, changes: dict[str, object]
) -> None:
    """Each of the traits, and the words of a reason."""
    store = Store(tmp_path / "kept")
    own, other = fiche("a", company=("Cyclo",)), fiche("b")
    recall_neighbours((own, other), store)
    now = own, replace(other, **changes)  # type: ignore[arg-type]

    assert recall_neighbours(now, store).of(own) == Neighbourhood(now).of(own)
