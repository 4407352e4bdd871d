"""A raw sheet knows where each of its values stands."""

from pathlib import PurePosixPath

import pytest

from builder.parse.keypath import KeyPath
from builder.parse.raw import RawSheet, parse_sheet
from builder.source import SourceFile

TEXT = """
+++
title = "Trier"
[[blocs]]
[blocs.content]
title = "Méthode"
richtext = "Été"
+++

## Suite
"""


@pytest.fixture
def raw() -> RawSheet:
    """Read the sheet above."""
    sheet, told = parse_sheet(SourceFile(PurePosixPath("essai.md"), TEXT))
    assert sheet is not None
    assert told == ()
    return sheet


@pytest.mark.parametrize(
    ("path", "line", "text"),
    [
        (("title",), 3, '"Trier"'),
        (("blocs", 0, "content", "richtext"), 7, '"Été"'),
        (("blocs", 0, "content", "cta"), 5, "[blocs.content]"),
        (("blocs", 0, "media", "media", 2), 4, "[[blocs]]"),
        (("nature", 0), 2, "+++"),
        ((), 2, "+++"),
    ],
    ids=["a value", "deep", "absent from a table", "absent table", "absent key", "whole sheet"],
)
def test_a_value_has_a_place_even_when_it_is_not_there(
    raw: RawSheet, path: KeyPath, line: int, text: str
) -> None:
    """What is absent is shown where it should stand: in its table, or at the head's fence."""
    place = raw.place(path)

    assert place.span is not None
    assert place.position.line == line
    assert TEXT[place.span.start : place.span.end] == text


def test_the_name_of_a_key_has_a_place_of_its_own(raw: RawSheet) -> None:
    """A misspelt key is marked, not its value."""
    place = raw.key_place(("blocs", 0, "content", "title"))

    assert place.span is not None
    assert TEXT[place.span.start : place.span.end] == "title"
    assert place.position.line == 6


def test_the_body_is_what_follows_the_head(raw: RawSheet) -> None:
    """Blank lines included: places in it are places in the file."""
    assert raw.body == "\n## Suite\n"
    assert TEXT[raw.head.body.start :] == raw.body


@pytest.mark.parametrize(
    ("value", "is_draft"), [("true", True), ("false", False), ('"true"', False), ("1", False)]
)
def test_only_true_makes_a_draft(value: str, *, is_draft: bool) -> None:
    """A text is a mistake, told as one: the sheet is not taken for a draft because of it."""
    text = f"+++\ndraft = {value}\n+++\n"
    sheet, _ = parse_sheet(SourceFile(PurePosixPath("essai.md"), text))

    assert sheet is not None
    assert sheet.is_draft is is_draft
