"""The words of « vouliez-vous dire »."""

import gzip
import json
import random
from collections import Counter
from collections.abc import Iterable

from builder.search.suggestions import MOST_WORDS, make_words


def _make(texts: Iterable[str]) -> str:
    return make_words(Counter(token for text in texts for token in set(text.split())))


def _words(*texts: str) -> list[list[str]]:
    found: list[list[str]] = json.loads(_make(texts))
    return found


def test_words_come_by_use_then_by_letter() -> None:
    """Lists of words, each at least twice as rare as the one before."""
    assert _words(
        "déchets et papier", "papier, verre, déchets", "papier bois énergie", "papier"
    ) == [
        ["papier"],
        ["déchets"],
        ["bois", "verre", "énergie"],
    ]


def test_a_word_is_shown_as_it_is_most_written() -> None:
    """In small letters if it ever is; without what is elided; a name keeps its capital."""
    assert _words("Énergie. L’énergie d’Emmaüs", "energie, énergie, Emmaüs") == [
        ["énergie"],
        ["Emmaüs"],
    ]


def test_short_words_numbers_and_empty_words_are_left_out() -> None:
    """They are near everything."""
    assert _words("une eau, 2024, notre ISO26000, pendant aujourd’hui") == [["aujourd'hui"]]


def test_the_file_stays_light() -> None:
    """Whatever the number of words; the rarest go."""
    rng = random.Random(1)  # noqa: S311 (no secret here)
    letters = "abcdefghijlmnoprstuvé"
    made = ["".join(rng.choices(letters, k=rng.randint(5, 10))) for _ in range(20_000)]
    texts = [" ".join([*rng.choices(made, k=800), "toujours"]) for _ in range(40)]

    written = _make(texts)

    assert sum(map(len, json.loads(written))) == MOST_WORDS
    assert json.loads(written)[0] == ["toujours"]
    # Random letters are the worst there is: French takes half of this.
    assert len(gzip.compress(written.encode())) < 24_000
