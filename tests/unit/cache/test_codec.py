"""Records come back as they were; nothing else comes back at all."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import PurePosixPath

import pytest

from builder.cache.codec import Codec, CodecError
from builder.model import (
    Callout,
    Citation,
    Fiche,
    Heading,
    Hreflang,
    Indicateur,
    LinkItem,
    Links,
    Picture,
    RichText,
    Section,
    Table,
    Temoin,
)
from builder.vocabulary import Value

_SHARED = Value("nature", "Social", "social", 1)
_CODEC = Codec(
    (
        *(Section, RichText, Heading, Picture, Callout, Value, Hreflang, Links, LinkItem, Table),
        *(Fiche, Temoin, Citation, Indicateur),
    ),
    [_SHARED],
)
_FICHE = Fiche(
    path=PurePosixPath("content/a.md"),
    slug="a",
    title="A",
    description="",
    company=("T", "U"),
    sector=(_SHARED, _SHARED),
    nature=(_SHARED,),
    maturity=_SHARED,
    financialinvest=_SHARED,
    humaninvest=_SHARED,
    sections=(),
    date=dt.date(2024, 2, 29),
    is_draft=True,
)


@pytest.mark.parametrize(
    "record",
    [
        Section("Méthode", (RichText("un\n“deux”"), Heading(3, ""), Picture("/uploads/é.jpg", ""))),
        Section("", (Callout((RichText("à part"),)), Links((LinkItem("x", "/"),)))),
        Table(("Année", "Eau"), (("2023", ("1", "2")), ("2024", ()))),
        _SHARED,
        Value("sector", "Bois", "bois", 2, maximum=3, synonyms=("a", "b")),
        Indicateur("Eau", "t", _SHARED, (("2023", 1.5), ("2024", 2)), frozenset({"b", "a"}), ""),
        Temoin("t", "T", size=0, founded=None, path=PurePosixPath("content/caf\udce9.md")),
        _FICHE,
    ],
)
def test_a_record_comes_back(record: object) -> None:
    """With the types of what it holds."""
    read = _CODEC.read(_CODEC.write(record))

    assert read == record
    assert type(read) is type(record)


def test_a_shared_record_is_the_same_one() -> None:
    """It is written as its place."""
    assert _CODEC.read(_CODEC.write(_SHARED)) is _SHARED


@pytest.mark.parametrize(
    "written",
    [
        *("", "{", "[]", "[99]", '["x"]', "null", '"x"', "[0]", "[0,9]", "[0,0,0]", "[" * 5000),
        *('[1,"t",3]', '[1,"t"]', '[1,"t",[],1]', '[1,"t",{}]', '[1,"t",[[1,"u",[]]]]', "[7,1]"),
        *("[1,2,[]]", "[1,null,[]]", '[1,"t",[null]]', '[1,"t",[["x"]]]', '[1,"t",""]'),
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
