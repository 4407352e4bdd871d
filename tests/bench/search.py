"""Print what the search costs.

Run `python -m tests.bench.search [COUNT …]`; the counts are 60, 200 and 1 000 by default.

Building: seconds of processor to make the records, their files, and the files again after an edit,
with what the first build put on the shelf; bytes of all files. Asking, in a real browser: what a
first question brings over the wire (scripts, index, excerpts of the first five results), as the
catalogue asks it; then how long the next questions take.
"""

from __future__ import annotations

import gzip
import shutil
import statistics
import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Request, sync_playwright

from builder.normalise import fold
from builder.publication import make_publication
from builder.reading import Reading
from builder.search import RecentShelf, entry_of, make_search_files
from tests.bench.synthetic import write_library
from tests.browser.chromium import chromium_path
from tests.browser.server import StaticServer
from tests.search.asking import write_site

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from builder.search import Entry

_VOCABULARY = Path(__file__).parents[2] / "content" / "vocabulaire.toml"
_QUESTIONS = ("énergie", "réduire l’eau", "emballage carton recyclage", "covoiturage", "xylophone")
_RUNS = 3
_SLOWED = 4
"""Times slower than this machine: a phone."""
_FIRST = """async (question) => {
  const { ouvrir } = await import('/components/recherche/moteur.js');
  window.moteur = await ouvrir('./');
  const [found] = await Promise.all([moteur.chercher(question), moteur.suggerer(question)]);
  await Promise.all(found.slice(0, 5).map(({ extrait }) => extrait()));
}"""
_TIME = """async (questions) => {
  const forget = ['a', 'e', 'i', 'o', 'u', 'y'].map((end) => [...'bcdfghjk']
    .map((start) => `${start}xqz${end}`).join(' '));
  const times = [];
  for (const question of questions) {
    for (const words of ['', ...forget]) await moteur.chercher(words || question);
    const start = performance.now();
    await moteur.chercher(question);
    times.push(performance.now() - start);
  }
  return times;
}"""
"""The engine remembers the last words asked: others are asked in between."""


def main(counts: list[int]) -> None:
    """Measure each size in turn."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium_path(), args=["--no-sandbox", "--disable-gpu"]
        )
        for count in counts:
            with tempfile.TemporaryDirectory() as folder:
                _measure(browser, Path(folder), count)
        browser.close()


def _measure(browser: Browser, folder: Path, count: int) -> None:
    content = folder / "content"
    write_library(content, count)
    shutil.copy(_VOCABULARY, content)
    files = _build(content, count)
    site = folder / "site"
    write_site(files, site)
    with StaticServer(site) as server:
        _print_first(browser, server.url)
        _print_times(browser, server.url)


def _build(content: Path, count: int) -> Mapping[str, bytes]:
    publication = make_publication(Reading(content, content.parent))
    start = time.process_time()
    records = [entry.load() for entry in publication.find_entries()]
    read = time.process_time() - start
    entries = [*map(entry_of, records)]
    edited = [entry_of(replace(records[0], text=f"{records[0].text} Un mot.")), *entries[1:]]
    runs = [_time_files(entries, edited) for _ in range(_RUNS)]
    cold, again = (statistics.median(times) for times in zip(*runs, strict=True))
    files = dict(make_search_files(entries, RecentShelf(0)))
    total = sum(map(len, files.values()))
    packed = sum(len(gzip.compress(raw, 6)) for raw in files.values())
    print(f"\n{count} fiches, {len(records)} records: {read:.2f} s, then {cold:.2f} s")
    print(f"  after an edit {again:.2f} s")
    print(f"  {len(files)} files, {total / 1000:.0f} KB, gzip {packed / 1000:.0f} KB")
    return files


def _time_files(entries: Sequence[Entry], edited: Sequence[Entry]) -> tuple[float, float]:
    """Return the seconds of a first build, where nothing is kept, and of a second one."""
    fold.cache_clear()
    shelf = RecentShelf(2 * len(entries))
    start = time.process_time()
    dict(make_search_files(entries, shelf))
    between = time.process_time()
    dict(make_search_files(edited, shelf))
    return between - start, time.process_time() - between


def _print_first(browser: Browser, url: str) -> None:
    """Print what each question, as the first of a visit, brings: in all, then by kind of file."""
    for question in _QUESTIONS:
        page = browser.new_page()
        page.goto(url)
        sizes: Counter[str] = Counter()
        requests: list[Request] = []
        page.on("requestfinished", partial(_keep, requests))
        page.evaluate(_FIRST, question)
        for request in requests:
            sizes[_kind(request.url)] += request.sizes()["responseBodySize"]
        page.close()
        detail = ", ".join(f"{name} {size / 1000:.1f}" for name, size in sizes.most_common())
        print(f"  « {question} » {sum(sizes.values()) / 1000:.1f} KB: {detail}")


def _keep(requests: list[Request], request: Request) -> None:
    """Playwright wants a function of its own to call, not a method of a list."""
    requests.append(request)


def _kind(url: str) -> str:
    """« textes » and « formes » for the pieces of each, else the name of the file."""
    path = urlsplit(url).path.removeprefix("/recherche/")
    return "textes" if path.startswith("textes/") else path.rpartition("/")[2].partition(".")[0]


def _print_times(browser: Browser, url: str) -> None:
    page = browser.new_page()
    page.goto(url)
    page.evaluate(_FIRST, _QUESTIONS[0])
    session = page.context.new_cdp_session(page)
    for rate in (1, _SLOWED):
        session.send("Emulation.setCPUThrottlingRate", {"rate": rate})
        times = page.evaluate(_TIME, list(_QUESTIONS))
        print(f"  answers, {rate}× slowed: {', '.join(f'{took:.0f}' for took in times)} ms")
    page.close()


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [60, 200, 1000])
