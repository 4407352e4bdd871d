"""The structured data of pages: it parses, and its breadcrumbs name absolute addresses."""

import json
from collections.abc import Iterator
from typing import Any

from tests.site_checks.site import BuiltSite, Document, Problem


def jsonld_problems(site: BuiltSite) -> list[Problem]:
    """Check every JSON-LD block of every page."""
    return [
        f"{page.address} : {problem}"
        for page in site.pages.values()
        for problem in _page_problems(page)
    ]


def _page_problems(page: Document) -> Iterator[str]:
    for script in page.root.iter("script"):
        if script.get("type") != "application/ld+json":
            continue
        try:
            block = json.loads(script.text or "")
        except json.JSONDecodeError as error:
            yield f"JSON-LD does not parse: {error}"
        else:
            yield from _block_problems(block)


def _block_problems(block: Any) -> Iterator[str]:
    if not isinstance(block, dict | list):
        yield "JSON-LD is neither an object nor a list"
    for node in _nodes(block):
        if node.get("@type") == "BreadcrumbList":
            yield from _breadcrumb_problems(node)


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _nodes(part)


def _breadcrumb_problems(breadcrumb: dict[str, Any]) -> Iterator[str]:
    items = breadcrumb.get("itemListElement", [])
    if not items:
        yield "an empty BreadcrumbList"
    if [item.get("position") for item in items] != list(range(1, len(items) + 1)):
        yield "breadcrumb positions do not count from 1"
    # The last item is the page itself and may have no address.
    for item in items:
        target = item.get("item", "https:" if item is items[-1] else "")
        address = target.get("@id", "") if isinstance(target, dict) else target
        if not address.startswith(("https:", "http:")):
            yield f"breadcrumb address is not absolute: {address!r}"
