"""The pages to find, and their records as they are kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from builder.publication import make_publication
from builder.reading import Reading
from builder.search import Entry, RecentShelf, SearchRecord, entry_of
from builder.search.entries import read_record, take_record, write_record
from tests.sheets import fiche_text, temoin_text, write_content

if TYPE_CHECKING:
    from pathlib import Path

_RECORD = SearchRecord("fiches/tri/", "Trier", "Le tri.", ("Apnos",), (), "« Trier »\u00a0: oui.")


def _entries(folder: Path, fiche: str, temoin: str) -> dict[str, Entry]:
    content = write_content(folder, {"fiches/tri.md": fiche, "temoins/apnos.md": temoin})
    publication = make_publication(Reading(content, folder))
    return {entry.address: entry for entry in publication.find_entries()}


@pytest.mark.parametrize(
    ("fiche", "temoin", "changed"),
    [
        (fiche_text(), temoin_text(), set()),
        (fiche_text(maturity='"Progresser"'), temoin_text(), set()),
        (fiche_text(sector='["Industrie"]'), temoin_text(), {"fiches/trier-ses-dechets/"}),
        (fiche_text("## Méthode\n\nAutre.\n"), temoin_text(), {"fiches/trier-ses-dechets/"}),
        (fiche_text(), temoin_text(activity='"Autre"'), {"temoins/apnos/"}),
    ],
)
def test_a_mark_changes_with_what_search_finds(
    tmp_path: Path, fiche: str, temoin: str, changed: set[str]
) -> None:
    """And with nothing else."""
    before = _entries(tmp_path / "a", fiche_text(), temoin_text())
    after = _entries(tmp_path / "b", fiche, temoin)

    assert {name for name in after if after[name].mark != before[name].mark} == changed


def test_a_record_is_read_as_it_was_written() -> None:
    """Its lists as well."""
    assert read_record(write_record(_RECORD)) == _RECORD


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff", b"{}", b"[]", b"1", b'["a","b","c",["d"],["e"],6]', b'["a","b","c","d",[],"f"]'],
)
def test_anything_else_is_no_record(content: bytes) -> None:
    """Then it is made again."""
    shelf = RecentShelf(1)
    entry = entry_of(_RECORD)
    shelf.put(entry.mark, content)

    assert read_record(content) is None
    assert take_record(entry, shelf) == _RECORD


def test_a_record_is_made_once() -> None:
    """The shelf has it afterwards."""
    shelf = RecentShelf(1)
    entry = entry_of(_RECORD)
    take_record(entry, shelf)

    assert take_record(replace(entry, load=lambda: pytest.fail("made again")), shelf) == _RECORD
