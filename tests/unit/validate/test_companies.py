"""Names of companies: cut, compared."""

import pytest

from builder.validate.companies import is_slip, split_companies


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Apnos", ("Apnos",)),
        ("Apnos / Ubeeqo", ("Apnos", "Ubeeqo")),
        ("A/B", ("A/B",)),
        ("Apnos / ?", ("Apnos",)),
        ("", ()),
    ],
)
def test_a_bar_between_spaces_names_two(text: str, names: tuple[str, ...]) -> None:
    """What gives no address is no name."""
    assert split_companies(text) == names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("conexing", "connexing"),
        ("recyclivre", "recylivre"),
        ("vegepolys", "vegeoplys"),
        ("emakina", "emakima"),
        ("transport", "transports"),
        ("monoprix", "monoprixx"),
    ],
)
def test_a_slip_is_seen_both_ways(one: str, other: str) -> None:
    """A letter too many, one for another, two swapped."""
    assert is_slip(one, other)
    assert is_slip(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("connexing", "connexing"),
        ("solaria", "solaris"),
        ("lorrain", "lorraine"),
        ("bertille", "mertille"),
        ("boulanger", "boulangerie"),
        ("ateliers", "setailer"),
    ],
)
def test_another_word_is_no_slip(one: str, other: str) -> None:
    """Another first or last letter, two letters, the same word."""
    assert not is_slip(one, other)
    assert not is_slip(other, one)
