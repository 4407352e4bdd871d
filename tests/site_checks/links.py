"""The link checker: every address a built site writes must lead somewhere in it.

Other hosts are not asked: a link may lead there, but nothing may be loaded from there.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

from tests.site_checks.site import BuiltSite, Document

_LOADED = {
    ("audio", "src"),
    ("embed", "src"),
    ("iframe", "src"),
    ("image", "href"),
    ("img", "src"),
    ("img", "srcset"),
    ("input", "src"),
    ("object", "data"),
    ("script", "src"),
    ("source", "src"),
    ("source", "srcset"),
    ("track", "src"),
    ("use", "href"),
    ("video", "poster"),
    ("video", "src"),
}
"""Element and attribute of what a browser fetches by itself."""
_FOLLOWED = {
    ("a", "href"),
    ("area", "href"),
    ("blockquote", "cite"),
    ("button", "formaction"),
    ("del", "cite"),
    ("form", "action"),
    ("input", "formaction"),
    ("ins", "cite"),
    ("q", "cite"),
}
"""Element and attribute of what a visitor chooses to follow."""
_NAMED_RELS = {"alternate", "author", "canonical", "help", "license", "next", "prev", "search"}
"""`link rel` that name an address; any other makes the browser fetch or connect."""
_META = {"og:image", "og:url", "twitter:image"}
_CSS_URL = re.compile(r"""url\(\s*(["']?)(.*?)\1\s*\)|@import\s+(["'])(.*?)\3""")
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_NOT_OURS = ("data:", "mailto:", "tel:", "blob:")
_DATA_FILES = (".json", ".xml", ".txt", ".csv", ".webmanifest")


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """An address written somewhere in the site."""

    at: str
    """Path it is written at, which relative addresses start from."""
    target: str
    """The address as written."""
    is_loaded: bool
    """Whether opening the page is enough to ask for it."""

    @property
    def host(self) -> str:
        """The host it names, empty if it names none."""
        return urlsplit(urljoin("none:", self.target)).netloc


@dataclass(frozen=True, slots=True, order=True)
class DeadLink:
    """An address that leads nowhere, and why."""

    at: str
    target: str
    reason: str


def dead_links(site: BuiltSite) -> list[DeadLink]:
    """List, sorted, every reference to this site that its folder does not answer."""
    found = (
        DeadLink(reference.at, reference.target, reason)
        for reference in set(references(site))
        if (reason := _why_dead(site, reference))
    )
    return sorted(found)


def foreign_assets(site: BuiltSite) -> list[Reference]:
    """List, sorted, what a browser would load from (or connect to at) another host."""
    own = urlsplit(site.site_url).netloc
    return sorted({r for r in references(site) if r.is_loaded and r.host not in ("", own)})


def references(site: BuiltSite) -> Iterator[Reference]:
    """Yield every address written in pages, style sheets and data files."""
    for page in site.pages.values():
        yield from _in_page(site, page)
    for name in sorted(site.files):
        if name.endswith(".css"):
            yield from _in_css(site.address(name), site.text(name))
        elif name.endswith(_DATA_FILES):
            for target in _own_addresses(site, _strings_of(name, site.text(name))):
                yield Reference(site.address(name), target, is_loaded=False)


def _in_page(site: BuiltSite, page: Document) -> Iterator[Reference]:
    base = next((e.get("href", "") for e in page.root.iter("base")), "")
    at = urljoin(page.address, base)
    for element in page.elements():
        yield from _in_attributes(at, element)
        if element.tag == "style":
            yield from _in_css(at, element.text or "")
        elif element.tag == "script" and element.get("type", "").endswith("json"):
            for target in _own_addresses(site, _json_strings(element.text or "")):
                yield Reference(at, target, is_loaded=False)


def _in_attributes(at: str, element: ET.Element) -> Iterator[Reference]:
    # Names inside svg bear a namespace: `{http://www.w3.org/1999/xlink}href`.
    tag = element.tag.rpartition("}")[2]
    for attribute, value in element.attrib.items():
        name = attribute.rpartition("}")[2]
        if name == "style":
            yield from _in_css(at, value)
        elif (tag, name) in _LOADED:
            parts = _srcset(value) if name == "srcset" else [value]
            yield from (Reference(at, part, is_loaded=True) for part in parts)
        elif (tag, name) in _FOLLOWED:
            yield Reference(at, value, is_loaded=False)
        elif (tag, name) == ("link", "href"):
            is_loaded = not _NAMED_RELS & {*element.get("rel", "").split()}
            yield Reference(at, value, is_loaded=is_loaded)
        elif (tag, name) == ("meta", "content") and (target := _meta_target(element)):
            yield Reference(at, target, is_loaded=False)


def _in_css(at: str, css: str) -> Iterator[Reference]:
    for match in _CSS_URL.finditer(_CSS_COMMENT.sub("", css)):
        target = match[2] if match[2] is not None else match[4]
        # `url(#grain)` names a filter of the page that uses the sheet.
        if not target.startswith("#"):
            yield Reference(at, target, is_loaded=True)


def _srcset(value: str) -> list[str]:
    return [part.split()[0] for part in re.split(r",\s+|,$", value.strip()) if part.strip()]


def _meta_target(element: ET.Element) -> str | None:
    content = element.get("content", "")
    if element.get("http-equiv", "").lower() == "refresh":
        return content.partition("=")[2].strip() or None
    return content if element.get("property", element.get("name")) in _META else None


def _own_addresses(site: BuiltSite, strings: Iterator[str]) -> Iterator[str]:
    start = re.compile(re.escape(site.origin) + r"""(?![\w:.])[^\s"'<>,;]*""")
    return (match[0] for text in strings for match in start.finditer(text))


def _strings_of(name: str, text: str) -> Iterator[str]:
    if name.endswith((".json", ".webmanifest")):
        yield from _json_strings(text)
    elif name.endswith(".xml"):
        for element in ET.fromstring(text).iter():
            yield from (element.text or "", *element.attrib.values())
    else:
        yield text


def _json_strings(text: str) -> Iterator[str]:
    try:
        yield from _walk(json.loads(text))
    except json.JSONDecodeError:
        # Whether it parses is another check's business; its addresses still count.
        yield text


def _walk(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _walk(part)
    elif isinstance(value, list):
        for part in value:
            yield from _walk(part)


def _why_dead(site: BuiltSite, reference: Reference) -> str | None:
    target = reference.target.strip()
    if target.lower().startswith(_NOT_OURS):
        return None
    if not target:
        return "empty address"
    if target.lower().startswith("javascript:"):
        return "code for an address"
    if _is_lost_on_404(site, reference):
        return "the 404 page answers at any depth: its addresses must be absolute"
    parts = urlsplit(urljoin(site.origin + reference.at, target))
    if f"{parts.scheme}://{parts.netloc}" != site.origin:
        return None if parts.netloc else "no host"
    return _why_no_file(site, parts.path or "/") or _why_no_anchor(site, parts.path, parts.fragment)


def _is_lost_on_404(site: BuiltSite, reference: Reference) -> bool:
    is_relative = not urlsplit(reference.target).scheme and reference.target[0] not in "/#"
    return is_relative and reference.at == f"{site.base}404.html"


def _why_no_file(site: BuiltSite, path: str) -> str | None:
    if not path.startswith(site.base):
        return f"outside {site.base}"
    if site.file_at(path):
        return None
    return "a folder: the last slash is missing" if site.file_at(f"{path}/") else "no such file"


def _why_no_anchor(site: BuiltSite, path: str, fragment: str) -> str | None:
    anchor = unquote(fragment.partition(":~:")[0])
    page = site.pages.get(site.file_at(path) or "")
    if anchor in ("", "top") or page is None or anchor in page.ids:
        return None
    return "no such anchor"
