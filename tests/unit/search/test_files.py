"""The files of the search."""

import json

from builder.search import SearchRecord, make_search_files
from builder.search.words import STOP_WORDS

_RECORD = SearchRecord("fiches/eau/", "L’eau", "", (), (), "Un compteur.")


def test_they_stand_in_one_folder() -> None:
    """The engine’s, and ours beside."""
    files = make_search_files((_RECORD,))

    assert all(name.startswith("recherche/") for name in files)
    assert {"recherche/pagefind.js", "recherche/adresses.json", "recherche/mots.json"} <= {*files}
    assert list(files) == sorted(files)


def test_the_browser_is_told_addresses_and_empty_words() -> None:
    """In one small file."""
    known = json.loads(make_search_files((_RECORD,))["recherche/adresses.json"])

    assert [*known["adresses"].values()] == ["fiches/eau/"]
    assert {*known["vides"].split()} == STOP_WORDS


def test_nothing_is_written_when_there_is_nothing_to_find() -> None:
    """Neither without records nor without a word in them."""
    assert make_search_files(()) == {}
    assert make_search_files((SearchRecord("fiches/le/", "Le", "", (), (), "… «»"),)) == {}


def test_the_same_records_are_not_indexed_twice() -> None:
    """A preview is built again at each save, of the theme as well."""
    first = make_search_files((_RECORD,))

    assert make_search_files(
        (SearchRecord("fiches/eau/", "L’eau", "", (), (), "Un compteur."),)
    ) is (first)
