"""Every text of a sheet is walked once, with the place of each of its characters."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest

from builder.parse.raw import parse_sheet
from builder.source import decode
from builder.validate.texts import (
    read_texts,
    without_addresses,
    without_code,
    without_comments,
)
from tests.rules.blocs import text_bloc
from tests.sheets import blocs_text, fiche_text

if TYPE_CHECKING:
    from builder.parse.raw import RawSheet


def _raw(text: str) -> RawSheet:
    raw, told = parse_sheet(decode(text.encode(), PurePosixPath("essai.md")))
    assert raw is not None, told
    return raw


def test_head_and_body_come_in_the_order_of_the_file() -> None:
    """The CMS's own words, figures and machine texts are left out."""
    sheet = fiche_text(
        "## A\n\nUn.\n",
        enbref='["x", "", "y"]',
        slug='"tri"',
        trackers='[{ tracker = "z" }]',
        schemajson='"{}"',
    )
    texts = list(read_texts(_raw(sheet)))

    assert [text.key for text in texts[:2]] == ["title", "description"]
    assert [text.text for text in texts if text.key == "enbref"] == ["x", "y"]
    assert (texts[-1].path, texts[-1].text) == ((), "\n## A\n\nUn.\n")
    assert not {"slug", "trackers", "tracker", "schemajson"} & {text.key for text in texts}


@pytest.mark.parametrize("quotes", ['"', '"""'])
def test_a_range_of_a_text_is_a_range_of_the_file(quotes: str) -> None:
    """Escapes are one character of the text."""
    sheet = fiche_text(description=rf"{quotes}\u00c9t\u00e9 \"vert\"{quotes}")
    (text,) = (text for text in read_texts(_raw(sheet)) if text.key == "description")
    start = text.text.index("vert")
    span = text.place(start, start + 4).span

    assert span is not None
    assert sheet[span.start : span.end] == "vert"


def test_rich_texts_are_told_from_lines() -> None:
    """Those that a bloc, a question or the foot of the page holds."""
    sheet = blocs_text(
        text_bloc("Un."),
        'template = "faq"\nparts = [{ question = "Q", answer = "R" }]',
        seotexts='["S"]',
    )
    rich = [text.text for text in read_texts(_raw(sheet)) if text.is_rich]

    assert sorted(rich) == ["R", "S", "Un."]


def test_a_deep_head_is_walked_to_its_end() -> None:
    """As deep as a head is read."""
    texts = read_texts(_raw(fiche_text(x="[" * 15 + '"fond"' + "]" * 15)))

    assert "fond" in [text.text for text in texts]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a<!-- b -->c", "a          c"),
        ("a<!-- b\nc", "a      \n "),
        ("a < b", "a < b"),
    ],
)
def test_comments_leave_blanks(text: str, shown: str) -> None:
    """Of the same length: places stay true; line ends too."""
    assert without_comments(text) == shown


def test_fenced_code_leaves_blanks() -> None:
    """To its end, or to that of the text."""
    assert without_code("a\n```\nb\n```\nc") == "a\n   \n \n   \nc"
    assert without_code("~~~\nb") == "   \n "
    assert without_code("`a`") == "`a`"


def test_addresses_leave_blanks_but_those_of_people() -> None:
    """A mail or a number behind a link is still to be seen."""
    assert without_addresses("[a](/b.png) c") == "[a](      ) c"
    assert without_addresses("https://a.fr/b c") == " " * 14 + " c"
    assert without_addresses("[a](mailto:b@c.fr)") == "[a](mailto:b@c.fr)"
