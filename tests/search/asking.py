"""Asks the search engine of a small site in a real browser, all questions in one visit."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from builder.publication import make_publication
from builder.reading import Reading
from builder.search import RecentShelf, make_search_files
from tests.browser.chromium import chromium_path
from tests.browser.server import StaticServer
from tests.conftest import CONTENT_SECURITY_POLICY
from tests.site_checks.example import example_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_ENGINE = Path(__file__).parents[2] / "theme" / "components" / "recherche"
_ASK = """async (questions) => {
  const { ouvrir } = await import('/components/recherche/moteur.js');
  const moteur = await ouvrir('./');
  const answers = [];
  for (const question of questions) {
    const found = await moteur.chercher(question);
    answers.push({
      addresses: found.map(({ adresse }) => adresse),
      isPartial: found.some(({ partiel }) => partiel),
      suggestion: await moteur.suggerer(question),
    });
  }
  return answers;
}"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the engine says to a question."""

    addresses: tuple[str, ...]
    """The best first."""
    is_partial: bool
    suggestion: str | None


def write_search(content: Path, folder: Path) -> None:
    """Write what a browser needs to search a content folder."""
    publication = make_publication(Reading(content, content.parent))
    write_site(dict(make_search_files(publication.find_entries(), RecentShelf(0))), folder)


def write_site(files: Mapping[str, bytes], folder: Path) -> None:
    """Write the files of a search, the scripts that ask it, and an empty page."""
    shutil.copytree(_ENGINE, folder / "components" / "recherche")
    for name, raw in {**files, "index.html": example_page().encode()}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)


def ask(folder: Path, questions: Sequence[str]) -> dict[str, Answer]:
    """Ask questions one after the other, as a visitor does."""
    # Playwright holds the thread it runs in, and other tests have a browser of their own there.
    with _served(folder) as url, ThreadPoolExecutor(1) as thread:
        told = thread.submit(_visit, url, list(questions)).result()
    return {
        question: Answer(tuple(answer["addresses"]), answer["isPartial"], answer["suggestion"])
        for question, answer in zip(questions, told, strict=True)
    }


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    headers = {"Content-Security-Policy": CONTENT_SECURITY_POLICY}
    with StaticServer(folder, headers=headers) as server:
        yield server.url


def _visit(url: str, questions: list[str]) -> list[dict[str, Any]]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium_path(), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page()
        page.goto(url)
        answers: list[dict[str, Any]] = page.evaluate(_ASK, questions)
        browser.close()
        return answers
