"""The whole output of a real build, at the root of a host and under a sub-path."""

import csv
import gzip
import io
import json
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.site_checks.build import ROOT, build_site
from tests.site_checks.feeds import feed_problems, sitemap_problems
from tests.site_checks.html5 import html_problems
from tests.site_checks.jsonld import jsonld_problems
from tests.site_checks.links import dead_links, foreign_assets
from tests.site_checks.site import BuiltSite

_CARDS_A_PAGE = 24
_COMPONENTS = ROOT / "theme" / "components"


@pytest.fixture(params=["site", "sub_site", "large_site"])
def built(request: pytest.FixtureRequest) -> BuiltSite:
    """Give the site at the root of a host, under a sub-path, and with many fiches."""
    found: BuiltSite = request.getfixturevalue(request.param)
    return found


def test_pages_are_sound_html(built: BuiltSite) -> None:
    """No parse error, no id twice, one h1, no heading left out."""
    assert html_problems(built) == []


def test_no_address_is_dead(built: BuiltSite) -> None:
    """Whatever the site names of itself exists, anchors included."""
    assert dead_links(built) == []


def test_nothing_is_loaded_from_another_host(built: BuiltSite) -> None:
    """Nobody else learns who reads what."""
    assert foreign_assets(built) == []


def test_structured_data_is_sound(built: BuiltSite) -> None:
    """It parses, and breadcrumbs bear absolute addresses."""
    assert jsonld_problems(built) == []


def test_feed_is_sound(built: BuiltSite) -> None:
    """Readers of Atom feeds will take it."""
    assert feed_problems(built.text("feed.xml")) == []


def test_sitemap_lists_the_indexable_pages(built: BuiltSite) -> None:
    """All of them, and no other."""
    assert sitemap_problems(built) == []


def test_robots_names_the_sitemap(built: BuiltSite) -> None:
    """By its absolute address, the only form that robots read."""
    assert f"Sitemap: {built.site_url}sitemap.xml" in built.text("robots.txt").splitlines()


def test_open_data_tells_of_the_same_fiches(built: BuiltSite) -> None:
    """JSON and CSV parse, hold a row for each, and rows are as wide as their heading."""
    fiches = _first_list(json.loads(built.text("fiches.json")))
    heading, *rows = _csv_rows(built.text("fiches.csv"))

    assert len(fiches) == len(rows) > 0
    assert {len(row) for row in rows} == {len(heading)}


def test_catalogue_goes_on_as_long_as_there_are_fiches(built: BuiltSite) -> None:
    """A second page exists only beyond 24 fiches, and so on."""
    count = len(_first_list(json.loads(built.text("fiches.json"))))
    pages = {name for name in built.files if name.startswith("fiches/page/")}

    last = -(-count // _CARDS_A_PAGE)
    assert pages == {f"fiches/page/{number}/index.html" for number in range(2, last + 1)}


def test_our_own_styles_are_light() -> None:
    """All our style sheets, compressed together: 10 KB at most."""
    texts = [path.read_bytes() for path in sorted(_COMPONENTS.rglob("*.css"))]

    assert texts
    assert len(gzip.compress(b"".join(texts))) <= 10_000


def test_scripts_of_a_page_are_light(built: BuiltSite) -> None:
    """What a page loads by itself, modules that it imports included: 8 KB compressed at most."""
    weights = {name: _script_weight(built, name) for name in built.pages}

    assert max(weights.values()) > 0
    assert {name: weight for name, weight in weights.items() if weight > 8_000} == {}


def _script_weight(built: BuiltSite, page: str) -> int:
    sources = re.findall(r'<script[^>]* src="([^"]+)"', built.text(page))
    wanted = [urljoin(built.address(page), source) for source in sources]
    seen: dict[str, int] = {}
    while wanted:
        path = wanted.pop()
        if path not in seen:
            text = built.text(built.file_at(path) or path)
            seen[path] = len(gzip.compress(text.encode()))
            imported = re.findall(r'^import[^"]*"(\.[^"]+)"', text, re.MULTILINE)
            wanted += [urljoin(path, name) for name in imported]
    return sum(seen.values())


def test_two_builds_give_the_same_bytes(site: BuiltSite, tmp_path: Path) -> None:
    """Nothing of the hour, the folder or the order of sets shows in the output."""
    again = build_site(tmp_path / "again", site.site_url, hash_seed=1)

    assert again.files == site.files
    assert [name for name in sorted(site.files) if _bytes(site, name) != _bytes(again, name)] == []


def _bytes(site: BuiltSite, name: str) -> bytes:
    return (site.folder / name).read_bytes()


def _first_list(value: object) -> list[object]:
    """Find the list of fiches, alone or under a key."""
    parts = value.values() if isinstance(value, dict) else [value]
    return next(part for part in parts if isinstance(part, list))


def _csv_rows(text: str) -> list[list[str]]:
    text = text.removeprefix("\ufeff")
    dialect = csv.Sniffer().sniff(text.splitlines()[0], delimiters=",;")
    return list(csv.reader(io.StringIO(text), dialect, strict=True))
