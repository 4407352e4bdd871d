"""The files of the search."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from builder.search import RecentShelf, SearchRecord, entry_of, make_search_files
from builder.search.words import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from builder.search import Shelf

_EAU = SearchRecord("fiches/eau/", "L’eau", "Compter l’eau.", ("Apnos",), (), "Un compteur.")
_TRI = SearchRecord("fiches/tri/", "Trier", "", (), (), "Des bacs pour trier.")


def _make(*records: SearchRecord, shelf: Shelf | None = None) -> Mapping[str, bytes]:
    return dict(make_search_files([*map(entry_of, records)], shelf or RecentShelf(0)))


def _root(files: Mapping[str, bytes]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files["recherche/index.json"])
    return found


def test_the_first_file_names_the_others() -> None:
    """Excerpts stand under the address of their page."""
    files = _make(_EAU, _TRI)
    root = _root(files)

    named = ["index.json", root["pages"], root["mots"], *root["formes"]]
    texts = ["textes/fiches/eau.txt", "textes/fiches/tri.txt"]
    assert sorted(files) == sorted(f"recherche/{name}" for name in [*named, *texts])


def test_the_browser_is_told_pages_and_empty_words() -> None:
    """Pages in the order that numbers them."""
    files = _make(_EAU, _TRI)
    root = _root(files)

    assert files["recherche/" + root["pages"]].decode() == "fiches/eau\nfiches/tri"
    assert {*root["vides"].split()} == STOP_WORDS


def test_an_excerpt_is_cut_from_what_the_author_wrote() -> None:
    """Neither the title nor the company."""
    files = _make(_EAU, _TRI)

    assert files["recherche/textes/fiches/eau.txt"].decode() == "Compter l’eau. Un compteur."


def test_there_is_no_index_when_there_is_nothing_to_find() -> None:
    """Neither without records nor without a word in them."""
    assert _make() == {}
    assert [*_make(SearchRecord("fiches/le/", "Le", "", (), (), "… «»"))] == [
        "recherche/textes/fiches/le.txt"
    ]


def test_the_same_pages_are_not_read_twice() -> None:
    """A preview is built again at each save, of the theme as well."""
    shelf = RecentShelf(100)
    entry = entry_of(_EAU)
    first = dict(make_search_files([entry], shelf))

    def load() -> SearchRecord:
        pytest.fail("it is read again")

    assert dict(make_search_files([replace(entry, load=load)], shelf)) == first


def test_the_same_records_give_the_same_bytes() -> None:
    """Whatever was kept of earlier ones."""
    shelf = RecentShelf(100)
    first = _make(_EAU, _TRI, shelf=shelf)
    _make(replace(_EAU, title="Autre"), _TRI, shelf=shelf)

    assert _make(_EAU, _TRI, shelf=shelf) == first
    assert _make(_EAU, _TRI) == first


def test_a_name_changes_with_the_content_only() -> None:
    """Browsers keep the files that an edit does not touch."""
    before = _make(_EAU, _TRI)
    after = _make(_EAU, replace(_TRI, text="Des bacs pour trier le bois."))

    assert _root(before)["pages"] == _root(after)["pages"]
    assert _root(before)["formes"] != _root(after)["formes"]
