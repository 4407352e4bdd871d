"""Takes the pictures of the README and of the author's guide: `python -m tests.browser.picture`."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import chromium_path
from tests.browser.server import StaticServer
from tests.site_checks.build import ROOT, build_site

_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
_COLOURS = 64
"""Flat colours: so few are enough, and the files stay small."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of the real site."""

    file: str
    """Where it is kept, in the project."""
    address: str
    width: int
    height: int
    waits_for: str
    """What must be seen first."""


PICTURES = (
    Picture("docs/catalogue.png", "fiches/", 1280, 900, ".fp-carte"),
    Picture(
        "content/uploads/guide-recherche.png",
        "fiches/?cout=faible&q=déchets",
        390,
        780,
        "mark",
    ),
    Picture(
        "content/uploads/guide-selection.png",
        "selection/?f=obtenir-le-label-enr.animer-un-club-rse",
        390,
        780,
        "tbody tr",
    ),
)


def take_all() -> None:
    """Build the site once, and take every picture of it."""
    with tempfile.TemporaryDirectory() as folder, StaticServer(Path(folder)) as server:
        build_site(Path(folder), server.url)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium_path(), args=_ARGUMENTS)
            for picture in PICTURES:
                _take(browser, server.url, picture)
            browser.close()


def _take(browser: Browser, site_url: str, picture: Picture) -> None:
    page = browser.new_page(viewport={"width": picture.width, "height": picture.height})
    page.goto(site_url + picture.address)
    page.wait_for_selector(picture.waits_for)
    file = ROOT / picture.file
    page.screenshot(path=file)
    page.close()
    with Image.open(file) as image:
        flat = image.convert("P", palette=Image.Palette.ADAPTIVE, colors=_COLOURS)
        flat.save(file, optimize=True)


if __name__ == "__main__":
    take_all()
