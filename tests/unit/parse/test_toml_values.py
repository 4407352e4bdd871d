"""Two libraries read TOML, the faster one first: what comes out is what tomli reads."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import tomli
from hypothesis import example, given
from hypothesis import strategies as st

from builder.parse.toml_values import TomlError, read_toml
from tests.sheets import SHARED

if TYPE_CHECKING:
    from pathlib import Path

SUITE = SHARED / "vectors" / "toml-test"
FILES = sorted(SUITE.rglob("*.toml"))
needs_suite = pytest.mark.skipif(not SUITE.is_dir(), reason=f"no TOML test suite at {SUITE}")

_PIECES = (
    *("a", "b", '"c"', "1", "-1_0", "0x1F", "1e3", "1e400", "inf", "nan", ".5", "5.", "01", "true"),
    *("2024-02-29", "2023-02-29", "1979-05-27T07:32:00.5+02:00", "1979-05-27 07:32:00Z"),
    *("07:32", "07:32:60", "24:00:00", "9223372036854775808", "-9223372036854775808"),
    *(" = ", "=", ".", ",", "[", "]", "[[", "]]", "{", "}", "#", " ", "\n", "\r\n", "\r", "\t"),
    *('"', "'", '"""', "'''", "\\", "\\u00e9", "\\ud800", "\\e", "\\x41", "é", "\ufeff", "\0"),
    *("\na = ", "\n[t]\n", "\n[[u]]\n", "x = {a = 1, b = 2}\n", "x = {a =\n1}\n"),
)


def _write(values: dict[str, Any]) -> str:
    """Write values with their types and their order."""
    return json.dumps(values, default=lambda date: [type(date).__name__, date.isoformat()])


def _told(text: str) -> str:
    """Return what tomli reads; nothing for what it refuses."""
    try:
        return _write(tomli.loads(text))
    except (ValueError, RecursionError):
        return ""


def _read(text: str) -> str:
    try:
        return _write(read_toml(text))
    except TomlError:
        return ""


@needs_suite
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(SUITE).as_posix())
def test_a_file_of_the_suite_gives_what_tomli_reads(file: Path) -> None:
    """Those that are no TOML are refused by both."""
    text = file.read_bytes().decode(errors="replace")

    assert _read(text) == _told(text)


@given(st.lists(st.sampled_from(_PIECES), max_size=24).map("".join))
@example("a = {b =\n1}")
@example("\ufeffa = 1")
@example("a = 1e400")
def test_any_text_gives_what_tomli_reads(text: str) -> None:
    """Or is refused."""
    assert _read(text) == _told(text)
