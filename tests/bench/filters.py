"""Print how fast the filters answer on a slow phone, and how heavy the compact index is.

Run `python -m tests.bench.filters [COUNT …]` (200 and 1 000 by default). The processor is slowed
four times; each time is the median of the clicks of a round through the values of every facet, from
the click to the end of the work it starts.
"""

from __future__ import annotations

import gzip
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.bench.synthetic import write_library
from tests.browser.chromium import chromium_path
from tests.browser.server import StaticServer
from tests.site_checks.build import CONTENT, build_site

_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
_SLOWER = 4

# From the event to the end of the task that it starts, layout included.
_CLICK = """async (selector) => {
  const target = document.querySelector(selector);
  const start = performance.now();
  target.click();
  await new Promise((resolve) => { const m = new MessageChannel();
    m.port1.onmessage = resolve; m.port2.postMessage(null); });
  document.body.getBoundingClientRect();
  return performance.now() - start;
}"""
_TYPE = """async (text) => {
  const field = document.querySelector('[data-fp-question]');
  const start = performance.now();
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await new Promise((resolve) => { const m = new MessageChannel();
    m.port1.onmessage = resolve; m.port2.postMessage(null); });
  document.body.getBoundingClientRect();
  return performance.now() - start;
}"""


def main(counts: list[int]) -> None:
    """Measure each size in turn, and print a table."""
    print(f"{'fiches':>7} {'click ms':>9} {'worst':>7} {'typing ms':>10} {'index B/fiche':>14}")
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            print(f"{count:>7} {_measure(Path(folder), count)}")


def _measure(folder: Path, count: int) -> str:
    content = folder / "content"
    shutil.copytree(CONTENT, content, ignore=shutil.ignore_patterns("fiches", "temoins"))
    write_library(content, count)
    site = folder / "site"
    site.mkdir()
    with StaticServer(site) as server, sync_playwright() as playwright:
        build_site(site, server.url, content=content)
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=_ARGUMENTS)
        page = browser.new_page(viewport={"width": 390, "height": 800})
        page.goto(f"{server.url}fiches/")
        clicks, keys = _drive(page)
        browser.close()
    (index,) = (site / "assets").glob("catalogue.*.json")
    weight = len(gzip.compress(index.read_bytes(), 6)) / count
    median, worst = statistics.median(clicks), max(clicks)
    return f"{median:>9.1f} {worst:>7.1f} {statistics.median(keys):>10.1f} {weight:>14.0f}"


def _drive(page: Page) -> tuple[list[float], list[float]]:
    """Tick and untick every value, then type a word letter by letter."""
    page.evaluate(_CLICK, "[data-fp-bascule]")
    page.wait_for_timeout(500)
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
    boxes = page.locator("fieldset input").evaluate_all(
        "boxes => boxes.map(b => `input[name=${b.name}][value='${b.value}']`)"
    )
    clicks = [page.evaluate(_CLICK, box) for box in boxes for _ in (1, 2)]
    page.evaluate(_TYPE, "z")  # the modules of the search come once
    page.wait_for_timeout(2000)
    word = "recyclage"
    keys = [page.evaluate(_TYPE, word[:length]) for length in range(2, len(word) + 1)]
    return clicks, keys


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [200, 1000])
