"""Equal records have one mark; any other record has another."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

import pytest

from builder.cache.marks import Marker


@dataclass(frozen=True, slots=True)
class Card:
    """A record that stands in many others."""

    title: str
    rank: int


@dataclass(frozen=True, slots=True)
class Note:
    """A record of the same shape."""

    title: str
    rank: int


@dataclass(frozen=True, slots=True)
class Text:
    """A text that is told by a mark of its own: to read it would take longer."""

    mark: bytes


@dataclass(frozen=True, slots=True)
class Sheet:
    """A record of all that a page is made from."""

    card: Card | Note
    date: dt.date | None
    names: tuple[str, ...]
    words: dict[str, str]
    text: Text


_SHEET = Sheet(Card("Trier", 1), dt.date(2024, 1, 31), ("a", "b"), {"a": "b"}, Text(b"1"))


def _same() -> Sheet:
    return Sheet(Card("Trier", 1), dt.date(2024, 1, 31), ("a", "b"), {"a": "b"}, Text(b"1"))


@pytest.mark.parametrize("shared", [(), (Card, Note)])
def test_equal_records_have_one_mark(shared: tuple[type, ...]) -> None:
    """Whether they are the same in memory or not, and whatever was marked before."""
    marker = Marker(shared)

    assert marker.mark(_SHEET) == marker.mark(_same()) == Marker(shared).mark(_same())


@pytest.mark.parametrize("shared", [(), (Card, Note)])
@pytest.mark.parametrize(
    "changed",
    [
        {"card": Card("Trier", 2)},
        {"card": Card("Tri", 1)},
        {"card": Note("Trier", 1)},
        {"date": None},
        {"date": dt.date(2024, 2, 1)},
        {"names": ("a",)},
        {"names": ("ab",)},
        {"names": ("a", "b", "")},
        {"words": {"a": "c"}},
        {"text": Text(b"2")},
    ],
)
def test_another_record_has_another_mark(shared: tuple[type, ...], changed: dict[str, Any]) -> None:
    """Wherever the difference is."""
    marker = Marker(shared)

    assert marker.mark(replace(_SHEET, **changed)) != marker.mark(_SHEET)


def test_a_key_changes_the_mark() -> None:
    """The same page of another template is another."""
    assert Marker().mark(_SHEET, b"1") != Marker().mark(_SHEET, b"2")


@pytest.mark.parametrize("value", [{1, 2}, b"octets", object()])
def test_what_cannot_be_marked_is_refused(value: object) -> None:
    """Rather than marked by what it happens to print."""
    with pytest.raises(TypeError):
        Marker().mark((value,))
