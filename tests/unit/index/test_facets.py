"""Counts are what a reader would count by hand."""

from hypothesis import given
from hypothesis import strategies as st

from builder.index.facets import complete, count_facet, fiches_by_value
from builder.model import Fiche
from builder.vocabulary import FACETS, Value, open_value
from tests.unit.index.catalogue import CATALOGUES, VOCABULARY, fiche


def _plain(found: Fiche, key: str) -> set[str]:
    """Labels of one fiche, the long way."""
    return {
        "nature": {value.label for value in found.nature},
        "maturity": {found.maturity.label},
        "financialinvest": {found.financialinvest.label},
        "humaninvest": {found.humaninvest.label},
        "sector": {value.label for value in found.sector},
    }[key]


@given(CATALOGUES, st.sampled_from(FACETS))
def test_each_value_counts_the_fiches_that_have_it(fiches: tuple[Fiche, ...], key: str) -> None:
    """In the order of the vocabulary; a value that nobody has counts none."""
    facet = complete(VOCABULARY, fiches)[key]
    counts = {counted.value.label: counted.count for counted in count_facet(facet, fiches)}

    by_value = fiches_by_value(facet, fiches)

    assert list(counts) == [value.label for value in facet.values]
    for value in facet.values:
        have = [found for found in fiches if value.label in _plain(found, key)]
        assert counts[value.label] == len(have)
        assert list(by_value[value.slug]) == have


@given(CATALOGUES)
def test_every_sector_that_a_fiche_names_can_be_chosen(fiches: tuple[Fiche, ...]) -> None:
    """Those of the file first, then the others by their address; the rest of the file as it is."""
    completed = complete(VOCABULARY, fiches)
    labels = [value.label for value in completed["sector"].values]
    named = {value.label for found in fiches for value in found.sector}

    assert labels[:2] == ["Tous secteurs", "Industrie"]
    assert set(labels) == {"Tous secteurs", "Industrie"} | named
    assert completed["nature"] == VOCABULARY["nature"]


def test_the_order_of_the_fiches_does_not_change_the_sectors() -> None:
    """Same content, same bytes: of two spellings, one is kept, always the same."""
    upper = fiche("b", sector=(_peche("PÊCHE"),))
    lower = fiche("a", sector=(_peche("Pêche"),))

    for fiches in ((upper, lower), (lower, upper)):
        assert complete(VOCABULARY, fiches)["sector"].values[2:] == (_peche("PÊCHE"),)


def _peche(label: str) -> Value:
    return open_value("sector", label, 3)
