"""Texts that differ only by their typing are the same; addresses are plain."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.normalise import fold, make_slug, unmask


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Économique", "economique"),
        ("ÉCONOMIQUE", "e\u0301conomique"),
        ("Premières  actions ", "premieres\u00a0actions"),
        ("Œuvre d’insertion", "oeuvre d'insertion"),
        ("Tous\u200b secteurs", "tous secteurs"),
        ("Straße", "STRASSE"),
    ],
)
def test_typing_makes_no_difference(one: str, other: str) -> None:
    """Case, accents, spaces, apostrophes and ligatures do not count."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Moyen", "Moyenne"), ("€", "€€"), ("C", "C++")])
def test_another_word_stays_another_word(one: str, other: str) -> None:
    """Only the typing is forgiven."""
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("L’œuvre", "l-oeuvre"),
        ("Économiser l'eau", "economiser-l-eau"),
        ("Éco-gestes : 10 % de moins !", "eco-gestes-10-de-moins"),
        ("?!", ""),
        ("mot " * 40, "-".join(["mot"] * 20)),
    ],
)
def test_an_address_is_made_of_a_title(text: str, slug: str) -> None:
    """An apostrophe separates; a long title is cut at a word."""
    assert make_slug(text) == slug


@given(st.text(max_size=200))
def test_any_text_gives_a_plain_address_or_none(text: str) -> None:
    """Only a-z, 0-9 and single hyphens, 80 at most; made again, it stays the same."""
    slug = make_slug(text)

    assert re.fullmatch("(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug)
    assert len(slug) <= 80
    assert make_slug(slug) == slug


@pytest.mark.parametrize(
    ("masked", "seen"),
    [
        ("Pr\u043egr\u0435ss\u0435r", "Progresser"),
        ("\u0415\u0301conomique", "Économique"),
        ("\u039coyen", "Moyen"),
        ("\uff26aible", "Faible"),
        ("So\u00adcial\u200b", "Social"),
        ("Premie\u0300res\u00a0actions", "Premières actions"),
        ("Social\tet\nautre", "Social et autre"),
        ("€€", "€€"),
    ],
)
def test_a_masked_word_is_read_as_it_looks(masked: str, seen: str) -> None:
    """Other alphabets, other forms, what cannot be seen."""
    assert unmask(masked) == seen


@given(st.text(st.characters(max_codepoint=0xFF, exclude_categories=["Cc", "Cf"])))
def test_a_word_of_our_alphabet_means_the_same_unmasked(text: str) -> None:
    """Only what is not ours is changed."""
    assert fold(unmask(text)) == fold(text)


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_plain_letters_fold_as_the_others(text: str) -> None:
    """The short way gives what the long one would."""
    assert fold(text) == fold(f"{text} é").removesuffix("e").strip()
