"""Whatever a drawing holds, reading it ends, and says where its fault is."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from builder.validate.svg import find_svg_fault

_OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink">'
_PIECES = st.sampled_from(
    [
        *("<g>", "</g>", "<style>", "</style>", "<script>", "</script>", "<a", "/>", ">", "text"),
        *(' onclick="a"', ' x:href="', ' href="javascript:a"', "url(", "url(#a)", "//a.fr", '"'),
        *("<![CDATA[", "]]>", "<!--", "-->", "&amp;", "&a;", "\\75 rl(", "é", "\0", "@import"),
    ]
)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_to_an_answer(raw: bytes) -> None:
    """Never an exception; the fault is in the file."""
    fault = find_svg_fault(raw)

    assert fault is not None
    assert 0 <= fault.at <= len(raw)


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_what_is_accepted_runs_nothing_and_asks_for_nothing(inside: str) -> None:
    """Outside comments and texts."""
    fault = find_svg_fault(f"{_OPEN}{inside}</svg>".encode())

    if fault is None:
        tags = re.findall(r"<[a-z][^>]*>", re.sub(r"<!--.*?-->|<!\[CDATA\[.*?\]\]>", "", inside))
        assert not re.search(r"<script|onclick|javascript:|href=\"//", " ".join(tags))


def test_a_large_drawing_is_read_once() -> None:
    """Deep or long, nothing is kept of it."""
    assert find_svg_fault(f"{_OPEN}{'<g>' * 50_000}{'</g>' * 50_000}</svg>".encode()) is None
