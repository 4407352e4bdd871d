"""Rules on writing read a sheet when a first look at its file tells them to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.validate import dates, layout, prices, privacy

if TYPE_CHECKING:
    from collections.abc import Callable

_PIECES = (
    *("**gras**", "__gras__", "\n", '"', " ", "| a |", "<TABLE>", "bloc-table", "il y a deux ans"),
    *("depuis\u00a0un an", "l’an dernier", "l’année passée", "le mois prochain", "cette année"),
    *("récemment", "actuellement", "à ce jour", "en ce moment", "12 €", "euros", "10 EUR", "kEUR"),
    *("a@b.fr", "06 12 34 56 78", "0033612345678", "+33 6", "(+33)", "08 00", "é", "\\n", "."),
)


@pytest.mark.parametrize(
    ("signs", "may_hold"),
    [
        (layout.BOLD_SIGNS, layout.may_hold_bold),
        (layout.TABLE_SIGNS, layout.may_hold_tables),
        (dates.SIGNS, dates.may_hold_dates),
        (prices.SIGNS, prices.may_hold_prices),
        (privacy.SIGNS, privacy.may_hold_contacts),
    ],
)
def test_a_rule_has_nothing_to_tell_without_its_signs(
    signs: tuple[str, ...], may_hold: Callable[[str], bool]
) -> None:
    """They are looked for all at once, before any rule takes a closer look."""

    @given(st.lists(st.sampled_from(_PIECES), max_size=6).map("".join))
    def check(text: str) -> None:
        assert any(sign in text for sign in signs) or not may_hold(text)

    check()
