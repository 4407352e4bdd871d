"""What must hold of every page's HTML."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from tests.site_checks.site import BuiltSite, Document, Problem

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def html_problems(site: BuiltSite) -> list[Problem]:
    """Check every page of a site: parse errors, repeated ids, one h1, headings without a gap."""
    return [
        f"{page.address} : {problem}"
        for page in site.pages.values()
        for problem in page_problems(page)
    ]


def page_problems(page: Document) -> Iterator[str]:
    """Check one page."""
    yield from (f"parse error {error}" for error in page.errors)
    yield from _repeated_ids(page)
    yield from _heading_problems(page)


def _repeated_ids(page: Document) -> Iterator[str]:
    counts = Counter(element.get("id") for element in page.elements())
    del counts[None]
    yield from (f"id {name!r} stands {count} times" for name, count in counts.items() if count > 1)


def _heading_problems(page: Document) -> Iterator[str]:
    levels = [int(element.tag[1]) for element in page.elements() if element.tag in _HEADINGS]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} h1"
    for above, level in pairwise([0, *levels]):
        if level > above + 1:
            yield f"h{level} follows h{above}" if above else f"the first heading is h{level}"
