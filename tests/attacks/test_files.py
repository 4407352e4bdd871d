"""Every file of a site whose sheets attack it, read with the parsers of those who read it."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import feedparser

from builder.headers import POLICY
from tests.attacks.audit import faults
from tests.attacks.sheets import PICTURES, batches
from tests.attacks.strings import ATTACKS, STRINGS
from tests.sheets import text_of

if TYPE_CHECKING:
    from tests.site_checks.site import BuiltSite


def test_there_are_enough_attacks() -> None:
    """Of every class, no two alike; most are no error, and so are published."""
    assert len(set(STRINGS)) == len(STRINGS) > 120
    assert all(len(texts) > 5 for texts in ATTACKS.values())
    assert sum(len(batch.marked) for batch in batches()) > 0.8 * len(STRINGS)


def test_no_page_holds_what_no_sheet_may_put_there(attacked: BuiltSite) -> None:
    """Elements, attributes, addresses, ids, scripts of every page."""
    found = [
        f"{name}: {fault}" for name, page in attacked.pages.items() for fault in faults(page.root)
    ]

    assert len(attacked.pages) > 2 * len(batches())
    assert not found, "\n".join(found[:20])


def test_every_page_carries_the_policy_before_all_the_rest(attacked: BuiltSite) -> None:
    """A policy counts for what comes after it; only the encoding does before."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'

    for name in attacked.pages:
        head = attacked.text(name).partition("<head>")[2].lstrip()
        before, found, _ = head.partition(meta)
        assert found, name
        assert before.strip() == '<meta charset="utf-8">', name


def test_what_is_typed_is_shown_as_it_is_typed(attacked: BuiltSite) -> None:
    """Braces of templates, marks and tags of a title are words."""
    titles = [
        " ".join("".join(heading.itertext()).split())
        for page in attacked.pages.values()
        for heading in page.root.iter("h1")
    ]

    assert any("{{ 7*7 }} {{ config.__class__" in title for title in titles)
    assert any("<script>alert(1)</script> <SCRIPT SRC=" in title for title in titles)
    assert any('--8<-- "/etc/passwd"' in title for title in titles)
    assert not any("site_name:" in "".join(p.root.itertext()) for p in attacked.pages.values())


def test_a_picture_has_the_name_it_has(attacked: BuiltSite) -> None:
    """A name that is markup is an address, and a text."""
    html = attacked.text("fiches/images/index.html")

    assert html.count("<img ") == 2 * len(PICTURES)
    assert sum(name in attacked.files for name in (f"uploads/{name}" for name in PICTURES)) == len(
        PICTURES
    )


def test_open_data_are_data(attacked: BuiltSite) -> None:
    """JSON that reads; a table where no cell is a formula."""
    records = json.loads(attacked.text("fiches.json"))["fiches"]
    text = attacked.text("fiches.csv").removeprefix("\ufeff")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))

    assert len(records) == len(rows) - 1 == len(batches()) + 1
    assert {len(row) for row in rows} == {15}
    starts = {cell.lstrip("\u200b \t")[:1] for row in rows for cell in row}
    assert not starts & set("=+-@\uff1d")


def test_feed_and_site_map_read_as_xml(attacked: BuiltSite) -> None:
    """Whatever control characters a title holds; a reader of feeds shows text."""
    feed = feedparser.parse(attacked.text("feed.xml"))
    entries: list[Any] = list(feed.entries)

    assert not feed.bozo
    assert entries
    ET.fromstring(attacked.text("sitemap.xml"))
    for element in ET.fromstring(attacked.text("feed.xml")).iter():
        assert element.tag.startswith("{http://www.w3.org/2005/Atom}"), element.tag
        assert element.get("type", "text/html") in {"text/html", "application/atom+xml"}


def test_search_and_filters_are_data(attacked: BuiltSite) -> None:
    """What scripts fetch is JSON, or the engine's own."""
    for name in attacked.files:
        if name.endswith(".json"):
            json.loads(attacked.text(name))


def test_no_sheet_writes_a_line_of_the_headers(attacked: BuiltSite) -> None:
    """Only addresses of pages stand there, and they hold letters, digits and hyphens."""
    lines = attacked.text("_headers").splitlines()

    assert all(line.isascii() and not set(line) & set('<>"{}') for line in lines)
    assert text_of("".join(lines)) == " ".join("".join(lines).split())
