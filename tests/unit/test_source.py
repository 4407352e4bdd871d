"""A content file becomes text with places, or a reason why not."""

from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.source import (
    BOM,
    MAX_BYTES,
    Position,
    Refusal,
    SourceFile,
    Span,
    Unreadable,
    decode,
    read_source,
    splice,
)

SHOWN = PurePosixPath("content/fiches/essai.md")


def _text(raw: bytes) -> str:
    source = decode(raw, SHOWN)
    assert isinstance(source, SourceFile)
    return source.text


def _refusal(raw: bytes) -> Refusal:
    refusal = decode(raw, SHOWN)
    assert isinstance(refusal, Refusal)
    return refusal


@pytest.mark.parametrize(
    "raw",
    [
        b"+++\ntitle = 1\n",
        b"\xef\xbb\xbf+++\ntitle = 1\n",
        b"+++\r\ntitle = 1\r\n",
        b"\xef\xbb\xbf+++\r\ntitle = 1\r\n",
        b"+++\r\r\ntitle = 1\r\r\n",
    ],
    ids=["plain", "BOM", "CRLF", "BOM and CRLF", "CRLF converted twice"],
)
def test_a_byte_order_mark_and_line_ends_make_no_difference(raw: bytes) -> None:
    """The same text comes out of every editor, so places in it are the same too."""
    assert _text(raw) == "+++\ntitle = 1\n"


@pytest.mark.parametrize("before", ["", "é", "ça coûte ", "🌱", "日本", "e\u0301"])
def test_columns_count_characters(before: str) -> None:
    """An accent or an emoji before a word moves it by one column, whatever its bytes."""
    source = SourceFile(SHOWN, f"première\n{before}mot")

    assert source.position(source.text.index("mot")) == Position(2, len(before) + 1)


@given(st.text(alphabet="aé🌱\n", max_size=30), st.data())
def test_a_position_leads_back_to_its_character(text: str, data: st.DataObject) -> None:
    """Line and column, taken in the lines of the text, give the character again."""
    source = SourceFile(SHOWN, text)
    offset = data.draw(st.integers(0, len(text)))
    position = source.position(offset)
    line = text.split("\n")[position.line - 1]

    assert source.line(position.line) == line
    assert (line + "\n")[position.column - 1] == (text + "\n")[offset]


def test_the_first_byte_that_is_no_utf8_is_pointed_at() -> None:
    """The place is the character an editor shows, with accents, CRLF and BOM before it."""
    before = '\ufeff+++\r\ntitle = "Énergie 🌱 '
    refusal = _refusal(before.encode() + "été".encode("cp1252"))

    assert refusal.reason is Unreadable.NOT_UTF8
    assert refusal.span is not None
    assert refusal.source.position(refusal.span.start) == Position(2, 20)
    assert refusal.source.line(2) == 'title = "Énergie 🌱 \ufffdt\ufffd'


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("cp1252", "Windows-1252"),
        ("mac-roman", "Mac OS Roman"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-32", "UTF-32"),
    ],
)
def test_the_encoding_is_named(encoding: str, name: str) -> None:
    """What an animator reads in the list of encodings of the editor."""
    assert _refusal("title = “été”".encode(encoding)).detail == name


def test_a_folder_named_like_a_sheet_is_refused(tmp_path: Path) -> None:
    """The system's own word for it is kept."""
    folder = tmp_path / "tri.md"
    folder.mkdir()
    refusal = read_source(folder, SHOWN)

    assert isinstance(refusal, Refusal)
    assert refusal.reason is Unreadable.ABSENT
    assert refusal.detail


def test_a_shortcut_to_nothing_is_refused(tmp_path: Path) -> None:
    """A file may vanish between the listing and the reading."""
    link = tmp_path / "tri.md"
    link.symlink_to(tmp_path / "absent.md")
    refusal = read_source(link, SHOWN)

    assert isinstance(refusal, Refusal)
    assert refusal.reason is Unreadable.ABSENT


@pytest.mark.parametrize(("size", "is_refused"), [(MAX_BYTES, False), (MAX_BYTES + 1, True)])
def test_a_file_that_is_no_sheet_by_its_size_is_not_read(
    tmp_path: Path, size: int, *, is_refused: bool
) -> None:
    """Two megabytes pass, one byte more does not."""
    file = tmp_path / "photo.md"
    file.write_bytes(b"a" * size)
    source = read_source(file, SHOWN)

    assert isinstance(source, Refusal) == is_refused
    assert not isinstance(source, Refusal) or source.reason is Unreadable.TOO_LARGE


@given(
    text=st.lists(st.sampled_from(["a", "é", "🌱", "\n", "\r\n", "\r\r\n"])).map("".join),
    mark=st.sampled_from(["", BOM]),
    data=st.data(),
)
def test_what_is_spliced_leaves_the_rest_byte_for_byte(
    text: str, mark: str, data: st.DataObject
) -> None:
    """Line ends and byte order mark stay as they were."""
    raw = (mark + text).encode()
    shown = _text(raw)
    start = data.draw(st.integers(0, len(shown)))
    end = data.draw(st.integers(start, len(shown)))
    after = splice(raw, [(Span(start, end), "X")])

    assert _text(after) == shown[:start] + "X" + shown[end:]
    assert splice(raw, []) == raw
