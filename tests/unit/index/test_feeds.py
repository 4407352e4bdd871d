"""Open data and the feed."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import feedparser
import pytest

from builder.index.feeds import as_atom, as_csv, as_json
from builder.index.sitemap import make_sitemap
from builder.library import read_library
from builder.reading import Reading
from builder.site import Site
from tests.sheets import fiche_text, write_content

if TYPE_CHECKING:
    from pathlib import Path

    from builder.model import Catalogue

_SITE = Site("Fiches & RSE", "https://reseau.example/rse/", "Des <pratiques>.")


def _catalogue(folder: Path, *texts: str) -> Catalogue:
    files = {f"fiches/f{number}.md": text for number, text in enumerate(texts)}
    return read_library(Reading(write_content(folder, files), folder)).catalogue


def test_json_holds_every_key(tmp_path: Path) -> None:
    """A fiche is given by the keys of its sheet, with its whole address."""
    text = fiche_text(odd="[12]", date="2026-01-02", enbref='["Pourquoi : trier."]')

    (fiche,) = json.loads(as_json(_catalogue(tmp_path, text), _SITE))["fiches"]

    assert fiche["title"] == "Trier ses déchets"
    assert fiche["nature"] == ["Environnemental"]
    assert fiche["odd"] == [12]
    assert fiche["date"] == "2026-01-02"
    assert fiche["url"] == "https://reseau.example/rse/fiches/trier-ses-dechets/"


def test_csv_opens_in_a_spreadsheet(tmp_path: Path) -> None:
    """It has a byte order mark and semicolons, and what looks like a formula is text."""
    text = fiche_text(title='"=2+5; \\"oui\\""', company='"@Apnos"')

    written = as_csv(_catalogue(tmp_path, text), _SITE)

    rows = list(csv.DictReader(io.StringIO(written.removeprefix("\ufeff")), delimiter=";"))
    assert written.startswith("\ufeff")
    assert rows[0]["title"] == '\'=2+5; "oui"'
    assert rows[0]["company"] == "'@Apnos"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\u200b=", "\u202e\ufeff@", "\uff1d"])
def test_no_cell_is_a_formula(tmp_path: Path, start: str) -> None:
    """Nor after signs that nobody sees, nor with the wide signs that a spreadsheet knows too."""
    written = as_csv(_catalogue(tmp_path, fiche_text(cout=f'"{start}1+1"')), _SITE)

    rows = list(csv.DictReader(io.StringIO(written.removeprefix("\ufeff")), delimiter=";"))
    assert rows[0]["cout"] == f"'{start}1+1"


def test_feed_reads_whatever_a_title_holds(tmp_path: Path) -> None:
    """XML refuses control characters, even escaped; a reader would lose all the entries."""
    title = '"Trier\\u0001 ses\\u001b[31m déchets\\ufffe"'
    feed = feedparser.parse(
        as_atom(_catalogue(tmp_path, fiche_text(title=title, date="2026-01-02")), _SITE)
    )

    assert not feed.bozo
    assert [entry.title for entry in feed.entries] == ["Trier ses[31m déchets"]


def test_feed_gives_the_newest_first(tmp_path: Path) -> None:
    """A fiche without a date is no news: it is not in the feed."""
    catalogue = _catalogue(
        tmp_path,
        fiche_text(title='"Ancienne & <vieille>"', date="2025-01-02"),
        fiche_text(title='"Nouvelle"', date="2025-01-01", updated="2026-05-06"),
        fiche_text(title='"Sans date"'),
    )

    feed = feedparser.parse(as_atom(catalogue, _SITE))

    assert not feed.bozo
    assert [entry.title for entry in feed.entries] == ["Nouvelle", "Ancienne & <vieille>"]
    assert feed.feed.updated == "2026-05-06T00:00:00Z"
    assert feed.feed.title == "Fiches & RSE"


def test_feed_is_bounded(tmp_path: Path) -> None:
    """A feed is news, not the catalogue: fifty entries at most."""
    texts = [fiche_text(title=f'"F{number}"', date="2026-01-01") for number in range(60)]

    assert len(feedparser.parse(as_atom(_catalogue(tmp_path, *texts), _SITE)).entries) == 50


def test_sitemap_is_in_order_with_days_of_revision(tmp_path: Path) -> None:
    """It holds no day of the build: the same content gives the same bytes."""
    (fiche,) = _catalogue(tmp_path, fiche_text(date="2026-01-02")).fiches

    text = make_sitemap([("temoins/", None), ("fiches/a&b/", fiche.date)], _SITE)

    first, second = text.index("a&amp;b"), text.index("temoins/")
    assert first < second
    assert text.count("<lastmod>") == 1
    assert "<lastmod>2026-01-02</lastmod>" in text
