"""Each character of a string is found in the file, escapes and all."""

from pathlib import PurePosixPath

import tomli
from hypothesis import given
from hypothesis import strategies as st

from builder.parse.raw import RawSheet, parse_sheet
from builder.parse.toml_strings import quote, requote
from builder.source import SourceFile

_PIECES = st.sampled_from(
    ["a", "é", "€", "👍", "\\n", "\\t", '\\"', "\\\\", "\\u00e9", "\\U0001F44D"]
)


def _sheet(value: str) -> RawSheet:
    text = f"+++\ntitle = {value}\n+++\n"
    raw, told = parse_sheet(SourceFile(PurePosixPath("essai.md"), text))
    assert raw is not None, told
    return raw


@given(st.lists(_PIECES), st.lists(_PIECES))
def test_what_stands_after_escapes_is_marked_where_it_is(
    before: list[str], after: list[str]
) -> None:
    """However many escapes come first."""
    written = f'"{"".join(before)}REPERE{"".join(after)}"'
    place = _sheet(written).place(("title",))
    assert place.passage is not None
    start = place.passage.text.index("REPERE")

    found = place.part(start, start + len("REPERE"))

    assert found.span is not None
    assert found.source.text[found.span.start : found.span.end] == "REPERE"


def test_a_line_end_that_a_backslash_takes_away_is_counted() -> None:
    """In a text of several lines, the place of a word stays right."""
    place = _sheet('"""\nUn \\\n   deux.\nTrois"""').place(("title",))
    assert place.passage is not None
    assert place.passage.text == "Un deux.\nTrois"

    found = place.part(place.passage.text.index("Trois"), len(place.passage.text))

    assert found.position.line == 5
    assert found.position.column == 1


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_text_written_is_read_back(text: str) -> None:
    """Quotes, control characters, other alphabets: nothing is lost."""
    assert tomli.loads(f"x = {quote(text)}")["x"] == text


@given(st.sampled_from(["'a'", '"a"', '"""a"""', "'''a'''"]), st.text(max_size=5))
def test_a_word_takes_the_quotes_of_another_when_they_can_hold_it(literal: str, text: str) -> None:
    """Whatever the word, it is read back."""
    assert tomli.loads(f"x = {requote(literal, text)}")["x"] == text
    assert requote("'a'", "Été") == "'Été'"
    assert requote("'a'", "l'été") == '"l\'été"'
