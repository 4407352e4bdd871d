"""From HTML that a stranger may have written to HTML that is safe on our pages.

ammonia (nh3) keeps an allow-list of elements and attributes and writes canonical HTML: every
attribute quoted, every `<` of a text escaped. On that canonical form one pass over the tags adapts
what the page decides: the level of headings, the address of pictures and links.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import nh3

from builder.validate.links import SCHEMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_INLINE_TAGS = frozenset(
    {"a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "img", "ins", "kbd"}
    | {"mark", "q", "s", "small", "strong", "sub", "sup", "u"}
)
_TAGS = _INLINE_TAGS.union(
    ["blockquote", "caption", "dd", "details", "dl", "dt", "figcaption", "figure"],
    ["h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "summary"],
    ["table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"],
)
_DROPPED_WHOLE = frozenset(
    {"embed", "iframe", "math", "noscript", "object", "script", "style", "svg"}
    | {"template", "textarea", "title"}
)
"""Elements whose content is no text for a reader."""
_ALIGNED = {"fp-droite", "fp-centre"}
_CELL = {"colspan", "rowspan"}
_ATTRIBUTES = {
    "*": {"lang"},
    "a": {"href", "title"},
    "abbr": {"title"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "td": _CELL,
    "th": _CELL,
}


def _cleaner(tags: frozenset[str]) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(tags),
        clean_content_tags=set(_DROPPED_WHOLE),
        attributes={tag: names for tag, names in _ATTRIBUTES.items() if tag in tags | {"*"}},
        allowed_classes={tag: _ALIGNED for tag in ("td", "th") if tag in tags},
        url_schemes=set(SCHEMES),
        link_rel=None,
        strip_comments=True,
    )


_CLEANER = _cleaner(_TAGS)
_INLINE_CLEANER = _cleaner(_INLINE_TAGS)
_ALIGNMENT = re.compile(r'(<t[dh]) style="text-align: (left|center|right);?"')
_CLASSES = {"left": "", "center": ' class="fp-centre"', "right": ' class="fp-droite"'}
_PAIR = r'\s+[^\s="<>]+(?:="[^"]*")?'
_TAG = re.compile(
    rf"<(/?)(?: (h[1-6]|table|pre|img|a) ((?:{_PAIR})*) | [a-z][a-z0-9]* (?:{_PAIR})+ )\s*/?>",
    re.VERBOSE,
)
"""Tags that a page adapts; and those with an attribute, whose text may look like one of them."""
_ATTRIBUTE = re.compile(r'([^\s="<>]+)="([^"]*)"')
_ADDRESS = re.compile(
    r"""<(a|img)\b [^<>]*? \s (?:href|src) \s*=\s* (?: "([^"]*)" | '([^']*)' | ([^\s"'>]+) )""",
    re.VERBOSE | re.IGNORECASE,
)
_ODD_SIGNS = ("&", "\r", "\0", "\ufeff")
"""Signs that the sanitiser may write in another way."""
_LOOKED_AT = re.compile(r"<(?:h[1-6]|pre|table|[a-z]+ )")
"""What a page adapts among the tags of the engine, and what has an attribute or no end."""
_SURE_LINK = re.compile(
    r'<a href="(?:https?://(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,})?(?:/[A-Za-z0-9._#-]+)*/?">'
)
"""A link that no two programs read in two ways."""
_EMPTY_HEADING_CELL = re.compile(r"<th(?: class=\"[a-z-]+\")?>\s*</th>")


@dataclass(frozen=True, slots=True)
class Adapter:
    """What a page decides about the tags of a fragment."""

    heading_level: int
    """Level of a heading inside a fragment, 1 to 6."""
    image: Callable[[str, str], str]
    """From the address and the text of a picture to its `<img>`, or nothing."""
    link: Callable[[str], str | None]
    """From the address of a link to the one to write; None to take the link away."""


def is_plain(text: str, written: str) -> bool:
    """Tell whether the HTML of a CommonMark text has nothing to tell of, to clean or to adapt.

    Without a `<` in the text, all tags are the engine's own: well nested, of elements that are
    allowed. Without an attribute there is no link and no picture.
    """
    return not (
        "<" in text or any(map(written.__contains__, _ODD_SIGNS)) or _LOOKED_AT.search(written)
    )


def make_safe(text: str, written: str, clean: Callable[[str], str] | None = None) -> str:
    """Return the HTML that the engine wrote for a CommonMark text, safe and canonical.

    What the sanitiser would give back as it stands is not handed to it.

    Args:
        text: The CommonMark text.
        written: What the engine made of it.
        clean: The sanitiser, where it is not `sanitise`.
    """
    bare = _SURE_LINK.sub("<a>", written) if "=" in written else written
    return name_blanks(written) if is_plain(text, bare) else (clean or sanitise)(written)


def name_blanks(written: str) -> str:
    """Write no-break spaces as the sanitiser does."""
    return written.replace("\u00a0", "&nbsp;")


def sanitise(fragment: str) -> str:
    """Keep what a sheet may hold; the result is canonical and safe."""
    return _CLEANER.clean(align_by_class(fragment))


def align_by_class(fragment: str) -> str:
    """Say the side of a cell by a class: the policy of the site allows no style in a page."""
    return _ALIGNMENT.sub(lambda cell: cell[1] + _CLASSES[cell[2]], fragment)


def sanitise_inline(fragment: str) -> str:
    """Keep what may stand in a title or in a sentence: no block is left."""
    return _INLINE_CLEANER.clean(fragment)


def addresses(fragment: str) -> Iterator[tuple[str, str]]:
    """List the links (`a`) and pictures (`img`) of a fragment, before it is made safe.

    Only to tell of them: of an address that it refuses, the sanitiser leaves nothing to see.
    """
    for match in _ADDRESS.finditer(fragment):
        written = next(text for text in match.groups()[1:] if text is not None)
        yield match[1].lower(), html.unescape(written)


def adapt(fragment: str, adapter: Adapter) -> str:
    """Adapt a sanitised fragment to the page it stands in."""
    fragment = _EMPTY_HEADING_CELL.sub("<td></td>", fragment)
    return _TAG.sub(lambda match: _adapt_tag(match, adapter), fragment)


def link_tag(address: str, title: str = "") -> str:
    """Open a link; one to elsewhere tells nothing of this page."""
    title_text = f' title="{html.escape(title)}"' if title else ""
    rel = ' rel="noopener noreferrer"' if is_external(address) else ""
    return f'<a href="{html.escape(address)}"{title_text}{rel}>'


def is_external(address: str) -> bool:
    """Tell whether an address leaves the site."""
    return address.lower().startswith(("http:", "https:"))


def _adapt_tag(match: re.Match[str], adapter: Adapter) -> str:  # noqa: PLR0911 - one a kind
    closes, name, raw = match[1], match[2], match[3]
    if name is None:
        return match[0]
    if name in {"h1", "h2", "h3", "h4", "h5", "h6"}:
        return f"<{closes}h{adapter.heading_level}>"
    if name == "table":
        return "</table></div>" if closes else f"{TABLE_FRAME}<table>"
    if closes:
        return match[0]
    if name == "pre":
        return '<pre tabindex="0">'
    attributes = {key: html.unescape(value) for key, value in _ATTRIBUTE.findall(raw)}
    if name == "img":
        return adapter.image(attributes.get("src", ""), attributes.get("alt", ""))
    if name == "a":
        address = adapter.link(attributes.get("href", ""))
        return "<a>" if address is None else link_tag(address, attributes.get("title", ""))
    return match[0]


TABLE_FRAME = '<div class="fp-tableau" role="group" aria-label="Tableau" tabindex="0">'
"""A wide table scrolls in its own frame, by keyboard too; the page never scrolls sideways."""
