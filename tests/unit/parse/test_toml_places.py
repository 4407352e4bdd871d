"""Every key and value of a head has its place: what tomli reads, the scanner finds."""

from __future__ import annotations

import datetime as dt
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

import pytest
import tomli

from builder.parse.raw import parse_sheet
from builder.parse.toml_places import find_places
from builder.parse.toml_strings import read_string
from builder.source import SourceFile, decode
from tests.sheets import SHARED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from builder.parse.keypath import KeyPath

SUITE = SHARED / "vectors" / "toml-test"
VALID = sorted((SUITE / "valid").rglob("*.toml"))
INVALID = sorted((SUITE / "invalid").rglob("*.toml"))
needs_suite = pytest.mark.skipif(not SUITE.is_dir(), reason=f"no TOML test suite at {SUITE}")

OWN = {
    "keys": 'a = 1\n"b c" = 2\n\'d\' = 3\n"é\\"" = 4\ne.f."g.h" = 5\n  i  =  6  # j = 7\n',
    "strings": (
        'a = "x # y" # z\nb = \'\\\'\nc = """\n"" \\""" ]\n"""\nd = \'\'\'\n\'\' }\n\'\'\'\n'
        'e = """"""""\nf = "é🌱"\ng = """a""""\n'
    ),
    "scalars": (
        "a = true\nb = -1_000\nc = 6.02e23\nd = 0xff\ne = inf\nf = 1979-05-27\n"
        "g = 1979-05-27 07:32:00Z\nh = 1979-05-27T07:32:00.5-08:00\ni = 07:32:00\n"
    ),
    "lists": "a = [ 1, 'b,]', # ]\n [2, [3]], [], ]\nb = [{c = 1}, {d.e = [4]}]\n",
    "inline tables": "a = { b = 1, 'c' = { d = '}' }, e.f = 2 }\ng = {}\n",
    "tables": "[a]\nb = 1\n[ c . 'd' ]\n[a.e]\nf = 2\n[c]\ng = 3\n",
    "blocs": (
        "[[blocs]]\n[blocs.content]\ntitle = 'A'\n[[blocs.media.media]]\nalt = 'x'\n"
        "[[blocs.media.media]]\n[[blocs]]\n[blocs.content]\ntitle = 'B'\n[[blocs.parts]]\n"
    ),
    "nothing": "",
    "comments only": "# a = 1\n\n  # b",
}


def _paths(value: object, path: KeyPath = ()) -> Iterator[KeyPath]:
    if path:
        yield path
    items: Any = ()
    if isinstance(value, dict):
        items = value.items()
    elif isinstance(value, list):
        items = enumerate(value)
    for part, inner in items:
        yield from _paths(inner, (*path, part))


def _at(value: Any, path: KeyPath) -> object:
    for part in path:
        value = value[part]
    return value


def _same(one: object, other: object) -> bool:
    return one == other or (one != one and other != other)  # noqa: PLR0124 - not a number


def _check(toml: str) -> None:
    values = tomli.loads(toml)
    places = find_places(toml)
    assert set(places) == set(_paths(values))
    for path, entry in places.items():
        value = _at(values, path)
        written = toml[entry.value.start : entry.value.end]
        if isinstance(value, str | int | float | dt.date | dt.time):
            assert _same(tomli.loads(f"k = {written}")["k"], value)
            assert path[-1] in tomli_keys(toml[entry.key.start : entry.key.end], path)
        if isinstance(value, str):
            passage = read_string(written, entry.value.start)
            assert passage is not None
            assert passage.text == value
            assert list(passage.offsets) == sorted(passage.offsets)
            assert len(passage.offsets) == len(value) + 1


def tomli_keys(written: str, path: KeyPath) -> list[str | int]:
    """Read a key as written; the item of a list has no name of its own."""
    if isinstance(path[-1], int):
        return [path[-1]]
    return list(tomli.loads(f"{written} = 0"))


@pytest.mark.parametrize("toml", OWN.values(), ids=OWN.keys())
def test_every_key_has_its_place(toml: str) -> None:
    """The same paths as tomli's; what stands at a place reads as the value again."""
    _check(toml)


@needs_suite
@pytest.mark.parametrize("file", VALID, ids=lambda file: str(file.relative_to(SUITE)))
def test_every_valid_document_of_the_suite_has_its_places(file: Path) -> None:
    """The same, on documents that others wrote to catch readers out."""
    source = decode(file.read_bytes(), PurePosixPath("x"))
    assert isinstance(source, SourceFile)
    _check(source.text)


def test_the_place_of_a_value_is_the_smallest_useful_one() -> None:
    """A value with its quotes, an item of a list, the header of a table."""
    toml = 'nature = ["Social", "Ecolo"]\n[[blocs]]\n[blocs.content]\ntitle = "A"\n'
    places = find_places(toml)
    shown = {
        path: toml[places[path].value.start : places[path].value.end]
        for path in [
            ("nature",),
            ("nature", 1),
            ("blocs", 0),
            ("blocs", 0, "content"),
            ("blocs", 0, "content", "title"),
        ]
    }

    assert list(shown.values()) == [
        '["Social", "Ecolo"]',
        '"Ecolo"',
        "[[blocs]]",
        "[blocs.content]",
        '"A"',
    ]


ACCEPTED = {
    **dict.fromkeys(
        [f"inline-table/linebreak-0{number}.toml" for number in range(1, 5)],
        "TOML 1.1: a line may end inside braces",
    ),
    "inline-table/trailing-comma.toml": "TOML 1.1: a comma may stand after the last item",
    "datetime/no-secs.toml": "TOML 1.1: a time may have no seconds",
    "local-datetime/no-secs.toml": "TOML 1.1: a time may have no seconds",
    "local-time/no-secs.toml": "TOML 1.1: a time may have no seconds",
    "string/basic-byte-escapes.toml": "TOML 1.1: a character may be written by two digits",
    "control/bare-cr.toml": "its last character and the line end before the fence are a CRLF",
}
"""Documents that TOML 1.0 refuses and a head may hold: tomli 2.5 reads TOML 1.1."""


@needs_suite
@pytest.mark.parametrize("file", INVALID, ids=lambda file: str(file.relative_to(SUITE)))
def test_every_invalid_document_of_the_suite_is_refused(file: Path) -> None:
    """With one remark, and never an exception; but for the few that are accepted on purpose."""
    source = decode(b"+++\n" + file.read_bytes() + b"\n+++\n", PurePosixPath("x"))
    raw, told = parse_sheet(source)

    if file.relative_to(SUITE / "invalid").as_posix() in ACCEPTED:
        assert raw is not None
    else:
        assert raw is None
        assert len(told) == 1


@needs_suite
def test_what_is_accepted_on_purpose_is_in_the_suite() -> None:
    """A name that the suite no longer has leaves the list."""
    assert set(ACCEPTED) <= {file.relative_to(SUITE / "invalid").as_posix() for file in INVALID}
