"""The Atom feed and the sitemap: well formed, whole, and about pages that exist."""

import re
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import feedparser

from tests.site_checks.site import BuiltSite, Document, Problem

_ATOM = "{http://www.w3.org/2005/Atom}"
_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_RELATIVE = re.compile(r"""\b(?:href|src)=["'](?!https?:|mailto:|tel:|#)([^"']*)""")


def feed_problems(xml: str) -> list[Problem]:
    """Check an Atom feed by RFC 4287, sections 4.1.1 and 4.1.2."""
    parsed = feedparser.parse(xml.encode())
    if parsed.bozo:
        return [f"feed.xml : {parsed.bozo_exception}"]
    root = ET.fromstring(xml)
    if root.tag != f"{_ATOM}feed":
        return [f"feed.xml : the root is {root.tag}, not an Atom feed"]
    return [f"feed.xml : {problem}" for problem in _atom_problems(root)]


def sitemap_problems(site: BuiltSite) -> list[Problem]:
    """Check that the sitemap lists each indexable page once, by its absolute address."""
    root = ET.fromstring(site.text("sitemap.xml"))
    listed = [element.text or "" for element in root.iter(f"{_SITEMAP}loc")]
    wanted = {
        site.origin + page.address for page in site.pages.values() if is_indexable(page, site)
    }
    repeated = {address for address in listed if listed.count(address) > 1}
    return [
        *(f"sitemap.xml : {address} is not an indexable page" for address in {*listed} - wanted),
        *(f"sitemap.xml : {address} is missing" for address in wanted - {*listed}),
        *(f"sitemap.xml : {address} stands more than once" for address in repeated),
    ]


def is_indexable(page: Document, site: BuiltSite) -> bool:
    """Tell whether search engines are invited to a page."""
    robots = (e.get("content", "") for e in page.root.iter("meta") if e.get("name") == "robots")
    is_kept_out = any("noindex" in content for content in robots)
    return not is_kept_out and page.address != f"{site.base}404.html"


def _atom_problems(feed: ET.Element) -> Iterator[str]:
    yield from _element_problems(feed, "the feed")
    if _link(feed, "self") is None:
        yield "the feed has no link rel=self"
    entries = feed.findall(f"{_ATOM}entry")
    if not entries:
        yield "the feed has no entry"
    for entry in entries:
        yield from _entry_problems(entry, has_author=feed.find(f"{_ATOM}author") is not None)
    ids = [entry.findtext(f"{_ATOM}id") for entry in entries]
    yield from (f"two entries have the id {name}" for name in {n for n in ids if ids.count(n) > 1})


def _entry_problems(entry: ET.Element, *, has_author: bool) -> Iterator[str]:
    name = f"entry {entry.findtext(f'{_ATOM}title')!r}"
    yield from _element_problems(entry, name)
    if not has_author and entry.find(f"{_ATOM}author") is None:
        yield f"{name} has no author, nor has the feed"
    if _link(entry, "alternate") is None:
        yield f"{name} has no link rel=alternate"
    for part in ("summary", "content"):
        for target in _RELATIVE.findall(entry.findtext(f"{_ATOM}{part}") or ""):
            yield f"{name} holds a relative address: {target}"


def _element_problems(element: ET.Element, name: str) -> Iterator[str]:
    texts = {part: element.findtext(f"{_ATOM}{part}") or "" for part in ("id", "title", "updated")}
    yield from (f"{name} has no {part}" for part, text in texts.items() if not text.strip())
    if texts["id"] and not urlsplit(texts["id"]).scheme:
        yield f"{name} has an id that is no IRI: {texts['id']}"
    if texts["updated"] and not _is_date_time(texts["updated"]):
        yield f"{name} has a date that RFC 3339 refuses: {texts['updated']}"


def _is_date_time(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def _link(element: ET.Element, rel: str) -> str | None:
    links = (link for link in element.findall(f"{_ATOM}link"))
    return next((e.get("href") for e in links if e.get("rel", "alternate") == rel), None)
