"""What is a word to look for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.search.words import NO_WORD, STOP_WORDS, index_token, words_of_token


@pytest.mark.parametrize(
    ("token", "words"),
    [
        ("eau", ("eau",)),
        ("l’eau,", ("eau",)),
        ("L'EAU", ("eau",)),
        ("d\u02bceau", ("eau",)),
        ("(d‘énergie)", ("energie",)),
        ("qu’il", ()),
        ("qu’une", ()),
        ("jusqu’au", ()),
        ("d’aujourd’hui", ("aujourdhui",)),
        ("aujourd’hui", ("aujourdhui",)),
        ("prud’hommes", ("prudhommes",)),
        ("l’œuvre", ("oeuvre",)),
        ("main-d’œuvre", ("main", "oeuvre")),
        ("Mont-Blanc", ("mont", "blanc")),
        ("et/ou", ()),
        ("so\u00adcié\u200bté", ("societe",)),
        ("recyclées", ("recycle",)),
        ("recyclee", ("recycle",)),
        ("CO₂", ("co2",)),
        ("26000", ("26000",)),
        ("«", ()),
        ("le", ()),
    ],
)
def test_words_of_a_token(token: str, words: tuple[str, ...]) -> None:
    """Folded, without what is elided, without the words that ask for nothing."""
    assert words_of_token(token) == words


def test_a_token_without_a_word_still_holds_its_place() -> None:
    """Else the words marked in an excerpt would be others."""
    assert index_token("le") == NO_WORD
    assert index_token("d’énergie-bois") == "energie-bois"


@given(st.text())
def test_a_token_is_indexed_as_one_and_holds_no_markup(token: str) -> None:
    """Whatever the author wrote, one token in is one token out."""
    found = index_token(token)

    assert len(found.split()) == 1
    assert not {*found} & {*"<>&\"'_"}


def test_stop_words_are_folded() -> None:
    """As the words they are compared with."""
    assert {word for stop in STOP_WORDS for word in [stop] if not word.isascii()} == set()
    assert all(stop == stop.lower() for stop in STOP_WORDS)
