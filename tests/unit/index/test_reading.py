"""How long a fiche takes to read."""

import pytest

from builder.index.reading import WORDS_PER_MINUTE, count_words, reading_minutes


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>Un <em>mot</em></p><ul><li>deux</li><li>trois</li></ul>", 4),
        ("Prix&nbsp;: 3 &lt; 4 &amp; plus", 7),
        ('<a href="/x" title="a > b &lt;c&gt;">lien</a>', 1),
        ("", 0),
    ],
)
def test_words_are_those_on_the_page(html: str, words: int) -> None:
    """Without tags, their attributes or entities; blocks stay apart."""
    assert count_words(html) == words


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        (0, 1),
        (1, 1),
        (WORDS_PER_MINUTE, 1),
        (2 * WORDS_PER_MINUTE, 2),
        (5 * WORDS_PER_MINUTE + 10, 5),
    ],
)
def test_minutes_are_whole_and_never_none(words: int, minutes: int) -> None:
    """At the pace of an adult who reads a dense text."""
    assert reading_minutes(words) == minutes
