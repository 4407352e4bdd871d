"""Records come back as they were; nothing else comes back at all."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import PurePosixPath

import pytest

from builder.cache.codec import Codec, CodecError
from builder.model import Callout, Heading, Hreflang, Picture, RichText, Section
from builder.vocabulary import Value

_SHARED = Value("nature", "Social", "social", 1)
_CODEC = Codec((Section, RichText, Heading, Picture, Callout, Value, Hreflang), [_SHARED])


@pytest.mark.parametrize(
    "record",
    [
        Section("Méthode", (RichText("un\n“deux”"), Heading(3, ""), Picture("/uploads/é.jpg", ""))),
        Section("", (Callout((RichText("à part"),)),)),
        (_SHARED, Value("sector", "Bois", "bois", 2, maximum=3), None, True, 0),
        (frozenset({"b", "a"}), dt.date(2024, 2, 29), PurePosixPath("content/a.md")),
    ],
)
def test_a_record_comes_back(record: object) -> None:
    """With the types of what it holds."""
    read = _CODEC.read(_CODEC.write(record))

    assert read == record
    assert repr(read) == repr(record)


def test_a_shared_record_is_the_same_one() -> None:
    """It is written as its place."""
    assert _CODEC.read(_CODEC.write(_SHARED)) is _SHARED


@pytest.mark.parametrize(
    "written",
    [
        *("", "{", "[]", "[99]", '["x"]', "[5]", '[5,"t",3]', "[4,7]", '[2,"hier"]', "[" * 5000),
        *('[6,["x"]]', "[1,[0]]", "[null]", '[5,"t",[0],1]'),
    ],
)
def test_anything_else_is_refused(written: str) -> None:
    """A class that is not named, a field too many or of another type, no JSON."""
    with pytest.raises(CodecError):
        _CODEC.read(written.encode())


def test_a_class_that_is_not_named_is_not_written() -> None:
    """What runs, least of all."""
    with pytest.raises(CodecError):
        _CODEC.write((json,))
