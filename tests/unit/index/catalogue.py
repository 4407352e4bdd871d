"""Fiches of any kind, for counting and comparing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

from hypothesis import strategies as st

from builder.model import Fiche
from builder.vocabulary import Value, open_value
from tests.sheets import vocabulary

VOCABULARY = vocabulary()
COMPANIES = ["Apnos", "APNOS", "Connexing"]


def values(key: str) -> tuple[Value, ...]:
    """Return the values of one vocabulary."""
    return VOCABULARY[key].values


def fiche(
    slug: str,
    *,
    nature: tuple[int, ...] = (0,),
    effort: tuple[int, int, int] = (0, 0, 0),
    company: tuple[str, ...] = (),
    sector: tuple[Value, ...] = (),
) -> Fiche:
    """Make a fiche; natures and effort are ranks in the vocabulary, from 0."""
    level, cost, time = effort
    return Fiche(
        path=PurePosixPath(f"{slug}.md"),
        slug=slug,
        title=slug,
        description="",
        company=company,
        sector=sector or values("sector")[:1],
        nature=tuple(values("nature")[at] for at in nature),
        maturity=values("maturity")[level],
        financialinvest=values("financialinvest")[cost],
        humaninvest=values("humaninvest")[time],
        sections=(),
    )


_RANKS = st.integers(0, 2)
_SECTORS = st.lists(
    st.sampled_from([*values("sector"), open_value("sector", "Pêche", 3)]), max_size=2, unique=True
)
_FICHES = st.builds(
    fiche,
    st.just(""),
    nature=st.lists(_RANKS, min_size=1, max_size=2, unique=True).map(tuple),
    effort=st.tuples(_RANKS, _RANKS, _RANKS),
    company=st.lists(st.sampled_from(COMPANIES), max_size=1).map(tuple),
    sector=_SECTORS.map(tuple),
)


def _name(fiches: list[Fiche]) -> tuple[Fiche, ...]:
    return tuple(replace(found, slug=f"f{at:02}") for at, found in enumerate(fiches))


CATALOGUES = st.lists(_FICHES, max_size=12).map(_name)
"""Fiches with a slug of their own each."""
