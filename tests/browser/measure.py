"""Opens a page as a first visit does, and tells all that the bar speaks of."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page

from builder.ecoindex import ecoindex

_PROBE = Path(__file__).with_name("probe.js").read_text(encoding="utf-8")
_WATCH_SHIFTS = """
window.__shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.__shift += entry.value;
}).observe({type: 'layout-shift', buffered: true});
"""
# Scrolls through, so that late pictures come and may push; then two frames for shifts to be told.
_READ_SHIFT = """async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
    scrollTo({top: y, behavior: 'instant'});
    await frame();
  }
  scrollTo({top: 0, behavior: 'instant'});
  await frame();
  await frame();
  return window.__shift;
}"""
_AXE_OPTIONS = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}


@dataclass(frozen=True, slots=True)
class Traffic:
    """What a cold visit asked for, before any click."""

    kilobytes: float
    """Thousands of bytes received, compressed, answer headers included."""
    image_kilobytes: float
    requests: int
    image_requests: int
    foreign: tuple[str, ...]
    """Addresses asked of another host."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One page, as one cold visit found it."""

    traffic: Traffic
    dom: int
    """Elements, without those inside an `svg`."""
    shift: float
    """Sum of layout shifts, those while scrolling through included."""
    console: tuple[str, ...]
    """Console errors, and errors that no script caught."""
    stored: tuple[str, ...]
    """Cookies and stored keys."""
    overflow: tuple[str, ...]
    """If the page scrolls sideways: by how much, and what sticks out."""
    small_targets: tuple[str, ...]
    """Targets under 24 px, links inside a sentence apart."""
    axe: tuple[str, ...]
    """Violations of WCAG 2.2 AA and of axe's best practices, in light then dark colours."""

    @property
    def ecoindex(self) -> float:
        """Score from 0 to 100."""
        traffic = self.traffic
        return ecoindex(dom=self.dom, requests=traffic.requests, kilobytes=traffic.kilobytes)

    def faults(self) -> list[str]:
        """List what must not be, whatever the page."""
        named = {
            "axe": self.axe,
            "sideways scroll": self.overflow,
            "small target": self.small_targets,
            "other host": self.traffic.foreign,
            "console": self.console,
            "stored": self.stored,
            "layout shift": (f"{self.shift:.3f}",) if self.shift > MAX_SHIFT else (),
        }
        return [f"{name}: {fault}" for name, faults in named.items() for fault in faults]


MAX_SHIFT = 0.01


def visit(
    browser: Browser,
    url: str,
    *,
    width: int = 1280,
    has_axe: bool = True,
    slowdown: float = 1,
) -> Visit:
    """Open a page in a fresh context and measure it once it has settled.

    Args:
        browser: The browser.
        url: The page.
        width: Of the window, in CSS pixels.
        has_axe: Whether to run axe too, which takes longer than all the rest.
        slowdown: How many times slower the processor is made, while the page loads.
    """
    with _fresh_context(browser, width) as context:
        page = context.new_page()
        log = _Log(page, url)
        log.slow_down(slowdown)
        page.goto(url)
        log.wait_until_quiet()
        log.slow_down(1)
        traffic = log.traffic()
        shift = page.evaluate(_READ_SHIFT)
        found = page.evaluate(_PROBE)
        return Visit(
            traffic=traffic,
            dom=found["dom"],
            shift=shift,
            console=tuple(log.errors),
            stored=(*found["stored"], *(f"cookie {c.get('name')}" for c in context.cookies())),
            overflow=tuple(found["overflow"]),
            small_targets=tuple(found["smallTargets"]),
            axe=axe_violations(page) if has_axe else (),
        )


def axe_violations(page: Page) -> tuple[str, ...]:
    """Run axe-core on a page as it stands, in light and dark; one line for each element."""
    page.evaluate(_axe_script())
    return (*_axe_in(page, "light"), *_axe_in(page, "dark"))


def _axe_in(page: Page, scheme: Literal["light", "dark"]) -> Iterator[str]:
    page.emulate_media(color_scheme=scheme)
    results = page.evaluate(f"axe.run(document, {json.dumps(_AXE_OPTIONS)})")
    for violation in results["violations"]:
        for node in violation["nodes"]:
            summary = " ".join(node["failureSummary"].split())
            yield f"{violation['id']} ({scheme}): {' '.join(map(str, node['target']))}: {summary}"


@cache
def _axe_script() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


@contextmanager
def _fresh_context(browser: Browser, width: int) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        # A colour on its way from light to dark has no contrast worth measuring.
        reduced_motion="reduce",
    )
    context.add_init_script(_WATCH_SHIFTS)
    try:
        yield context
    finally:
        context.close()


class _Log:
    """Listens to one page: its network, its console."""

    def __init__(self, page: Page, url: str) -> None:
        self.errors: list[str] = []
        self._page, self._url = page, url
        self._under_way: set[str] = set()
        self._kinds: dict[str, tuple[str, str]] = {}
        self._bytes: dict[str, float] = {}
        session = self._session = page.context.new_cdp_session(page)
        session.on("Network.requestWillBeSent", self._on_request)
        session.on("Network.loadingFinished", self._on_finished)
        session.on("Network.loadingFailed", self._on_failed)
        session.send("Network.enable")
        page.on("console", lambda m: self._on_console(m.type, m.text, m.location["url"]))
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def slow_down(self, rate: float) -> None:
        """Make the processor so many times slower, as on a cheap phone."""
        self._session.send("Emulation.setCPUThrottlingRate", {"rate": rate})

    def wait_until_quiet(self) -> None:
        """Wait until nothing was under way for a tenth of a second, ten seconds at most."""
        quiet = 0
        for _ in range(200):
            self._page.wait_for_timeout(50)
            quiet = 0 if self._under_way else quiet + 1
            if quiet > 1:
                return

    def traffic(self) -> Traffic:
        """Sum up what was asked so far."""
        images = [name for name, (_, kind) in self._kinds.items() if kind == "Image"]
        own = urlsplit(self._url).netloc
        return Traffic(
            kilobytes=sum(self._bytes.values()) / 1000,
            image_kilobytes=sum(self._bytes.get(name, 0) for name in images) / 1000,
            requests=len(self._kinds),
            image_requests=len(images),
            foreign=tuple(url for url, _ in self._kinds.values() if urlsplit(url).netloc != own),
        )

    def _on_request(self, event: dict[str, Any]) -> None:
        url = event["request"]["url"]
        if not url.startswith(("data:", "blob:")):
            self._kinds[event["requestId"]] = (url, event["type"])
            self._under_way.add(event["requestId"])

    def _on_failed(self, event: dict[str, Any]) -> None:
        self._under_way.discard(event["requestId"])

    def _on_finished(self, event: dict[str, Any]) -> None:
        self._under_way.discard(event["requestId"])
        if event["requestId"] in self._kinds:
            self._bytes[event["requestId"]] = event["encodedDataLength"]

    def _on_console(self, kind: str, text: str, url: str) -> None:
        # The browser logs the 404 answer of a 404 page: that is what we asked for.
        if kind == "error" and not (url == self._url and "status of 404" in text):
            self.errors.append(text)
