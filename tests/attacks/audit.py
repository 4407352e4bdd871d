"""What may stand in a page, whatever its sheets hold; read as a browser without scripts does."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

SECTION = {
    "a": {"href", "title", "rel"},
    "abbr": {"title"},
    "img": {"src", "alt", "width", "height", "loading", "decoding"},
    "ol": {"start"},
    "td": {"class", "colspan", "rowspan"},
    "th": {"class", "colspan", "rowspan", "scope"},
    "div": {"class", "role", "aria-label", "tabindex"},
    "pre": {"tabindex"},
    "p": {"class"},
    "ul": {"class"},
    "figure": {"class"},
    "details": {"class"},
    **{f"h{level}": {"id"} for level in range(3, 7)},
    **{
        name: set[str]()
        for name in [
            *("b", "blockquote", "br", "caption", "cite", "code", "dd", "del", "dl"),
            *("dt", "em", "figcaption", "hr", "i", "ins", "kbd", "li", "mark"),
            *("q", "s", "small", "span", "strong", "sub", "summary", "sup", "table"),
            *("tbody", "tfoot", "thead", "tr", "u"),
        ]
    },
}
"""Element → attributes that may stand in a section, ours included."""
ADDRESS = re.compile(
    r"(?!//) (?: (?:https?|mailto|tel): | (?![a-z][a-z0-9+.-]*:) ) [^\x00-\x20\\]*",
    re.VERBOSE | re.IGNORECASE,
)
"""A scheme that is allowed, or none, and no other host: nothing that a browser takes away first."""
_ICON = "data:image/svg+xml,%3Csvg%20xmlns="

_TEXTS = {"fp-corps", "fp-enbref", "fp-citation"}
"""Classes of what holds the texts of a sheet."""
_FRAME_OF_TEXTS = {"section": {"class", "aria-labelledby"}, "h2": {"id"}, "div": {"class", "id"}}
_SCRIPT = re.compile(r"(?:\./|/|(?:\.\./)+)components/[a-z]+/[a-z]+\.js")
_LINKS = {"alternate", "canonical", "icon", "modulepreload", "stylesheet"}
_METAS = {"Content-Security-Policy"}
_NEVER = frozenset(
    {"applet", "area", "audio", "base", "embed", "frame", "frameset", "iframe", "image", "map"}
    | {"math", "object", "param", "picture", "portal", "source", "style", "textarea", "track"}
    | {"video", "xmp", "plaintext", "marquee", "keygen", "dialog"}
)
_DRAWN = {
    f"{{http://www.w3.org/2000/svg}}{name}"
    for name in ("desc", "line", "rect", "svg", "text", "title")
}
"""Elements of our charts."""
_NEVER_SAID = {
    "style",
    "srcdoc",
    "srcset",
    "ping",
    "formaction",
    "target",
    "is",
    "slot",
    "xlink:href",
}


def faults(root: Element) -> Iterator[str]:
    """Say what stands in a page that no sheet may put there."""
    ids = Counter(element.get("id") for element in _elements(root) if element.get("id"))
    yield from (f"id twice: {name}" for name, count in ids.items() if count > 1)
    for element in _elements(root):
        yield from (f"{element.tag}: {fault}" for fault in _faults_of(element))
        if _TEXTS & set(element.get("class", "").split()):
            yield from (fault for inner in _elements(element) for fault in _in_text(inner))


def _faults_of(element: Element) -> Iterator[str]:
    if element.tag in _NEVER or ("{" in str(element.tag) and element.tag not in _DRAWN):
        yield "no such element"
    for name in map(str, element.keys()):
        if name.lower().startswith("on") or name in _NEVER_SAID:
            yield f"attribute {name}"
    for name in ("href", "src", "action"):
        address = element.get(name, "")
        is_icon = element.get("rel") == "icon" and address.startswith(_ICON)
        if not (ADDRESS.fullmatch(address) or is_icon):
            yield f"address {address}"
    yield from _CHECKS.get(str(element.tag), lambda _: iter(()))(element)


def _link_faults(element: Element) -> Iterator[str]:
    rel = set(element.get("rel", "").split())
    if element.get("href", "").lower().startswith("http") and not {"noopener", "noreferrer"} <= rel:
        yield f"tells where from: {element.get('href')}"


def _script_faults(element: Element) -> Iterator[str]:
    if element.get("type") == "application/ld+json":
        json.loads(element.text or "")
    elif not _SCRIPT.fullmatch(element.get("src", "")) or element.text:
        yield "not ours"


def _head_link_faults(element: Element) -> Iterator[str]:
    if element.get("rel") not in _LINKS:
        yield f"rel {element.get('rel')}"


def _meta_faults(element: Element) -> Iterator[str]:
    if element.get("http-equiv", "Content-Security-Policy") not in _METAS:
        yield f"http-equiv {element.get('http-equiv')}"


_CHECKS = {
    "a": _link_faults,
    "script": _script_faults,
    "link": _head_link_faults,
    "meta": _meta_faults,
}


def _in_text(element: Element) -> Iterator[str]:
    """The allow-list of a section, and what the template puts around it."""
    tag = str(element.tag)
    allowed = SECTION.get(tag, set()) | _FRAME_OF_TEXTS.get(tag, set())
    if tag not in SECTION and tag not in _FRAME_OF_TEXTS:
        yield f"{tag} in a text"
    yield from (f"{tag}[{name}] in a text" for name in set(element.keys()) - allowed - {"lang"})


def _elements(root: Element) -> Iterator[Element]:
    """Walk the elements, comments left out."""
    return (element for element in root.iter() if isinstance(element.tag, str))
