"""Structured data stand inside a `<script>`, and cannot close it."""

from __future__ import annotations

import json
import sys

import pytest

from builder.render.jsonld import rewrite, write
from tests.attacks.strings import STRINGS


@pytest.mark.parametrize("text", STRINGS, ids=ascii)
def test_no_text_closes_the_script(text: str) -> None:
    """What is read back is what was typed."""
    written = write({"name": text, text: [text]})

    assert not set(written) & set("<>&\u2028\u2029")
    assert json.loads(written) == {"name": text, text: [text]}


def test_json_of_a_sheet_is_written_however_deep() -> None:
    """As deep as its check could read; its author is not to see the build break."""
    deepest = sys.getrecursionlimit() - 10

    assert rewrite("[" * deepest + '"<"' + "]" * deepest).count("\\u003c") == 1
