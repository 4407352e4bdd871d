"""Takes the picture of the README from the real site: `python -m tests.browser.picture`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.browser.chromium import chromium_path
from tests.browser.server import StaticServer
from tests.site_checks.build import ROOT, build_site

_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def take(file: Path) -> None:
    """Build the site, open the catalogue at 1 280 px and save what shows."""
    with tempfile.TemporaryDirectory() as folder, StaticServer(Path(folder)) as server:
        build_site(Path(folder), server.url)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium_path(), args=_ARGUMENTS)
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.goto(f"{server.url}fiches/")
            page.screenshot(path=file)
            browser.close()
    with Image.open(file) as picture:
        picture.convert("P", palette=Image.Palette.ADAPTIVE, colors=128).save(file, optimize=True)


if __name__ == "__main__":
    take(ROOT / "docs" / "catalogue.png")
