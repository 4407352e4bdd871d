"""What the page « Écoconception » tells is what a browser measures."""

import re
from dataclasses import dataclass
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser

from builder.ecoindex import grade
from builder.measures import PAGE, Kind
from tests.browser.measure import visit
from tests.site_checks.site import BuiltSite

pytestmark = pytest.mark.browser

_CELLS = re.compile(
    r'<th scope="row"><a href="([^"]+)">([^<]+)</a></th>'
    r"<td[^>]*>([^<]+)</td><td[^>]*>([^<]+)</td><td[^>]*>([^<]+)</td><td[^>]*>([^<]+)</td>"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table."""

    url: str
    kilobytes: float
    """Without the pictures that wait."""
    requests: int
    elements: int
    score: float
    letter: str


def _line(site: BuiltSite, kind: Kind) -> Line:
    found = {cells[1]: cells for cells in _CELLS.findall(site.text(f"{PAGE}index.html"))}
    address, _, weight, *others = found[kind.value]
    score, letter = others[2].split("\u00a0")
    return Line(
        urljoin(f"{site.site_url}{PAGE}", address),
        _number(weight.partition("\u00a0")[0]),
        int(_number(others[0])),
        int(_number(others[1])),
        _number(score),
        letter.strip("()"),
    )


def _number(words: str) -> float:
    return float(words.replace("\u202f", "").replace(",", "."))


@pytest.mark.parametrize("name", ["site", "sub_site"])
@pytest.mark.parametrize("kind", Kind)
def test_figures_are_those_of_a_browser(
    browser: Browser, request: pytest.FixtureRequest, name: str, kind: Kind
) -> None:
    """Requests and elements exactly, weight within one Ko, EcoIndex within one point.

    Pictures that wait come or not, as the window is tall: they are left out on both sides.
    """
    line = _line(request.getfixturevalue(name), kind)

    found = visit(browser, line.url, has_axe=False)

    traffic = found.traffic
    assert traffic.requests - traffic.image_requests == line.requests
    assert found.dom == line.elements
    assert traffic.kilobytes - traffic.image_kilobytes == pytest.approx(line.kilobytes, abs=1)
    assert found.ecoindex == pytest.approx(line.score, abs=1)
    assert grade(line.score) == line.letter
