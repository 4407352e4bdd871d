"""The checks of the feed and of the sitemap see what they must."""

from pathlib import Path

import pytest

from tests.site_checks.example import example_page, example_site
from tests.site_checks.feeds import feed_problems, sitemap_problems

_FEED = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>https://exemple.fr/</id><title>Fiches</title><updated>2026-11-20T00:00:00Z</updated>
  <link rel="self" href="https://exemple.fr/feed.xml"/>
  <author><name>Réseau</name></author>
  <entry>
    <id>https://exemple.fr/fiches/tri/</id><title>Tri</title>
    <updated>2026-11-20T00:00:00+01:00</updated>
    <link href="https://exemple.fr/fiches/tri/"/>
    <content type="html">&lt;a href="https://exemple.fr/x"&gt;x&lt;/a&gt;</content>
  </entry>
</feed>
"""
_ENTRY = _FEED[_FEED.index("  <entry>") : _FEED.index("</feed>")]
_SITEMAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>"""


def test_a_sound_feed_has_no_problem() -> None:
    """All that RFC 4287 requires is there."""
    assert feed_problems(_FEED) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("</feed>", "", "feed.xml : "),
        (' xmlns="http://www.w3.org/2005/Atom"', "", "not an Atom feed"),
        ("<title>Fiches</title>", "", "the feed has no title"),
        ("<title>Tri</title>", "<title> </title>", "has no title"),
        ("<id>https://exemple.fr/</id>", "<id>fiches</id>", "no IRI"),
        ("2026-11-20T00:00:00Z", "20 novembre 2026", "RFC 3339"),
        ("2026-11-20T00:00:00Z", "2026-11-20", "RFC 3339"),
        ('rel="self" ', "", "no link rel=self"),
        ("<author><name>Réseau</name></author>", "", "has no author"),
        ('<link href="https://exemple.fr/fiches/tri/"/>', "", "no link rel=alternate"),
        ('href="https://exemple.fr/x"', 'href="/x"', "relative address: /x"),
        (_ENTRY, "", "no entry"),
        (_ENTRY, _ENTRY * 2, "two entries have the id"),
    ],
)
def test_each_defect_of_a_feed_is_told(old: str, new: str, problem: str) -> None:
    """One feed, one defect."""
    assert old in _FEED
    assert any(problem in found for found in feed_problems(_FEED.replace(old, new)))


def _sitemap_problems(folder: Path, *addresses: str) -> list[str]:
    urls = "".join(f"<url><loc>{address}</loc></url>" for address in addresses)
    hidden = example_page(head='<meta name="robots" content="noindex">')
    pages = {"index.html": "<h1>a</h1>", "404.html": "<h1>a</h1>", "cache/index.html": hidden}
    site = example_site(folder, {**pages, "sitemap.xml": _SITEMAP.format(urls)})
    return sitemap_problems(site)


def test_a_sitemap_lists_pages_open_to_search_engines(tmp_path: Path) -> None:
    """The 404 page and those that ask not to be indexed stay out."""
    assert _sitemap_problems(tmp_path, "https://exemple.fr/") == []


@pytest.mark.parametrize(
    ("addresses", "problem"),
    [
        ([], "https://exemple.fr/ is missing"),
        (["https://exemple.fr/"] * 2, "stands more than once"),
        (["https://exemple.fr/", "https://exemple.fr/cache/"], "cache/ is not an indexable page"),
        (["https://exemple.fr/", "https://exemple.fr/404.html"], "404.html is not an indexable"),
        (["https://exemple.fr/", "/absent/"], "/absent/ is not an indexable page"),
    ],
)
def test_each_defect_of_a_sitemap_is_told(
    tmp_path: Path, addresses: list[str], problem: str
) -> None:
    """One sitemap, one defect."""
    (found,) = _sitemap_problems(tmp_path, *addresses)

    assert problem in found
