"""What is a word to look for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.normalise import fold
from builder.search.words import STOP_WORDS, Word, fold_all, read_tokens, words_of_token


def _read(token: str) -> tuple[Word, ...]:
    return read_tokens([token])[token]


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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("recycler", "recyclées"),
        ("salariés", "Salariée,"),
        ("l’énergie", "ÉNERGIES"),
        ("isolation", "isolées"),
        ("d’œuvre", "œuvres"),
    ],
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    """Plurals, feminines, verb forms: a question in one finds the other."""
    assert [word.stem for word in _read(one)] == [word.stem for word in _read(other)]


@pytest.mark.parametrize(
    ("one", "other"), [("toner", "tonnes"), ("trier", "tribunal"), ("eau", "l’eu")]
)
def test_another_word_has_another_stem(one: str, other: str) -> None:
    """Even where few letters are left."""
    assert [word.stem for word in _read(one)] != [word.stem for word in _read(other)]


def test_what_a_hyphen_joins_is_also_one_word() -> None:
    """« burnout » finds « burn-out »."""
    assert [word.form for word in _read("burn-out,")] == ["burn", "out", "burnout"]
    assert [word.form for word in _read("main-d’œuvre")] == ["main", "oeuvre", "mainoeuvre"]


@given(st.text())
def test_a_form_is_what_a_question_would_ask(text: str) -> None:
    """Whatever the author wrote; and no sign of the files of the index is in it."""
    for token, words in read_tokens(text.split()).items():
        forms = tuple(word.form for word in words)
        assert forms[: len(words_of_token(token))] == words_of_token(token)
        assert not {*"".join(forms)} & {*",\t\n "}


@given(st.lists(st.text().map(lambda text: "".join(text.split()))))
def test_tokens_are_read_together_as_each_alone(tokens: list[str]) -> None:
    """None has a word of another, and each word has a stem."""
    found = read_tokens(tokens)

    assert found == {token: _read(token) for token in tokens}
    assert all(word.stem for words in found.values() for word in words)


@given(st.lists(st.text().map(lambda text: " ".join(text.split())), min_size=1))
def test_texts_are_folded_together_as_each_alone(texts: list[str]) -> None:
    """An accent does not pass from one to the next."""
    assert fold_all(texts) == [*map(fold, texts)]


def test_a_letter_that_loses_its_stem_is_its_own() -> None:
    """A bold H of a social network, that the stemmer empties."""
    assert _read("\N{MATHEMATICAL SANS-SERIF BOLD CAPITAL H}") == (Word("H", "h"),)


def test_stop_words_are_folded() -> None:
    """As the words they are compared with."""
    assert {word for stop in STOP_WORDS for word in [stop] if not word.isascii()} == set()
    assert all(stop == stop.lower() for stop in STOP_WORDS)
