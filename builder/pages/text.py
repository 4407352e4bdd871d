"""Ordinary pages: Markdown that the network writes itself, rendered by the engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from builder.mentions import filled_fields
from builder.pages.making import HOME
from builder.pages.records import Page
from builder.render.safe_html import TABLE_FRAME, align_by_class
from builder.render.typography import typeset, typeset_html
from builder.render.views import LinkView


@dataclass(frozen=True, slots=True)
class TextView:
    """A page of text."""

    html: str
    """As the engine rendered it: the network's own, not a stranger's."""
    fields: tuple[tuple[str, str], ...] = ()
    """Name and text of each mention the page makes."""


def text_page(src_uri: str, url: str, title: str, head: dict[str, Any], html: str) -> Page:
    """Make the page of an ordinary Markdown file.

    Args:
        src_uri: Its path in the content folder.
        url: Its address from the root.
        title: Its title, as the engine found it.
        head: Its YAML head.
        html: Its text, rendered.
    """
    address = "" if url in {".", "./"} else url
    return Page(
        address=address,
        template="main.html",
        title=typeset(title),
        description=typeset(str(head.get("description") or "")),
        view=TextView(typeset_html(_scrollable(html)), filled_fields(src_uri, head)),
        crumbs=(HOME, LinkView(address, typeset(title))) if address else (),
        tab=address,
        is_noindex=bool(head.get("noindex")),
    )


def _scrollable(html: str) -> str:
    """Let wide tables and code scroll in a frame of their own, by keyboard too.

    Python-Markdown writes XHTML (`<br />`), which HTML checkers frown upon.
    """
    sided = align_by_class(html)
    framed = sided.replace("<table>", f"{TABLE_FRAME}<table>").replace("</table>", "</table></div>")
    return framed.replace("<pre>", '<pre tabindex="0">').replace(" />", ">")


def not_found_page() -> Page:
    """Make the page of an address that does not exist."""
    return Page("", "404.html", "Page introuvable", "", TextView(""), is_noindex=True)
