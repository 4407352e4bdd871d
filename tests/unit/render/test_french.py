"""Numbers and dates in French."""

from __future__ import annotations

import datetime as dt

import pytest

from builder.render.french import date_words, number_words, plural


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (dt.date(2026, 11, 1), "1er\u00a0novembre\u00a02026"),
        (dt.date(2026, 8, 21), "21\u00a0août\u00a02026"),
        (dt.date(2026, 2, 11), "11\u00a0février\u00a02026"),
    ],
)
def test_dates(day: dt.date, words: str) -> None:
    """The first of a month is « 1er », and a date never breaks at the end of a line."""
    assert date_words(day) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(1568729, "1\u202f568\u202f729"), (0.5, "0,5"), (12.3456, "12,346"), (-3, "-3")],
)
def test_numbers(number: float, words: str) -> None:
    """Comma, narrow spaces, three decimals at most."""
    assert number_words(number) == words


def test_plural_starts_at_two() -> None:
    """French counts « 0 fiche », « 1 fiche », « 2 fiches »."""
    assert [plural(count, "fiche") for count in (0, 1, 2)] == [
        "0\u00a0fiche",
        "1\u00a0fiche",
        "2\u00a0fiches",
    ]
    assert plural(2, "œil", "yeux") == "2\u00a0yeux"
