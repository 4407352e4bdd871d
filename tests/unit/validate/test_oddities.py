"""What cannot be seen in a word is said in French."""

import pytest

from builder.validate.oddities import oddities, shorten, without_hidden


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("Faible", ""),
        ("FAIBLE", ""),
        ("Faible ", " (des espaces en trop)"),
        ("Fa\u200bible", " (des caractères invisibles)"),
        ("F\u0430ible", " (une lettre d’un autre alphabet)"),
        ("\uff26aible", " (une lettre d’une autre forme)"),
        ("\ufb01n", " (une lettre d’une autre forme)"),
        ("e\u0301", " (des accents détachés de leur lettre)"),
        ("\u00a0Faible", " (un espace insécable et des espaces en trop)"),
    ],
)
def test_each_oddity_has_its_words(word: str, said: str) -> None:
    """Several are joined; case and accents can be seen."""
    assert oddities(word, "Faible") == said


def test_what_the_label_has_itself_is_no_oddity() -> None:
    """French puts a no-break space before a colon."""
    assert oddities("btp\u00a0: bois", "BTP\u00a0: bois") == ""


def test_a_word_in_no_list_loses_what_cannot_be_seen() -> None:
    """And nothing else."""
    assert without_hidden("Pe\u0302\u200bche\u00a0!") == "Pêche\u00a0!"


def test_a_text_in_place_of_a_word_is_shortened() -> None:
    """A message is one line."""
    assert shorten("a" * 80) == "a" * 80
    assert shorten("a" * 81) == "a" * 80 + "…"
