"""What a value is, in French, and the number in it."""

import datetime as dt

import pytest

from builder.parse.kinds import find_number, name_kind


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("16", "un texte"),
        (16, "un nombre"),
        (16.5, "un nombre à virgule"),
        (float("inf"), "un nombre"),
        (1e300, "un nombre"),
        (True, "`true`"),
        ([], "une liste"),
        ({}, "une table"),
        (dt.date(2026, 11, 21), "une date"),
        (dt.time(7, 30), "une heure"),
    ],
)
def test_a_value_has_a_french_name(value: object, name: str) -> None:
    """As a message ends: « …, pas un texte »."""
    assert name_kind(value) == name


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("16 personnes", 16),
        ("environ 1 200", 1200),
        ("1\u202f200 personnes", 1200),
        ("1.200", 1200),
        (16.5, 16),
        ("10 à 49", None),
        ("16,5", None),
        ("seize", None),
        ("9" * 20, None),
        (float("nan"), None),
        (True, None),
        ([16], None),
    ],
)
def test_the_number_that_was_meant_is_found(value: object, number: int | None) -> None:
    """Nothing where two could be meant, or none."""
    assert find_number(value) == number
