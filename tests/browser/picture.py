"""Takes the pictures of the README and of the author's guide: `python -m tests.browser.picture`."""

from __future__ import annotations

import html
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import chromium_path
from tests.browser.server import StaticServer
from tests.faults.preview import serve
from tests.faults.project import make_project
from tests.sheets import read_fiche
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


_SHEET = """\
+++
title = "Partager un véhicule"
company = "Menuiserie Exemple"
nature = ["Environnemental"]
maturity = "Progreser"
"""
"""The start of a sheet with a slip of the keyboard, for the guide."""


def take_all() -> None:
    """Build the site once, and take every picture of it; draw those of the guide."""
    with tempfile.TemporaryDirectory() as folder, StaticServer(Path(folder)) as server:
        build_site(Path(folder), server.url)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium_path(), args=_ARGUMENTS)
            for picture in PICTURES:
                _take(browser, server.url, picture)
            _draw(browser, "content/uploads/guide-message.png", _message())
            _draw(browser, "content/uploads/guide-correction.png", _correction())
            _take_preview(browser, "content/uploads/guide-apercu.png")
            browser.close()


def _take(browser: Browser, site_url: str, picture: Picture) -> None:
    page = browser.new_page(viewport={"width": picture.width, "height": picture.height})
    page.goto(site_url + picture.address)
    page.wait_for_selector(picture.waits_for)
    file = ROOT / picture.file
    page.screenshot(path=file)
    page.close()
    _compress(file)


def _take_preview(browser: Browser, name: str) -> None:
    """Take a picture of a page of the preview, after a save with a mistake."""
    title = "Partager un véhicule"
    with tempfile.TemporaryDirectory() as folder:
        project = make_project(Path(folder), title)
        with serve(project, title) as preview:
            page = browser.new_page(viewport={"width": 780, "height": 420})
            page.goto(f"{preview.address}partager-un-vehicule/")
            sheet = project / "content" / "fiches" / "tri.md"
            text = sheet.read_text(encoding="utf-8")
            sheet.write_text(text.replace('"Faible"', '"Fable"', 1), encoding="utf-8")
            page.wait_for_selector(".fp-remarques")
            page.screenshot(path=ROOT / name)
            page.close()
    _compress(ROOT / name)


def _draw(browser: Browser, name: str, markup: str) -> None:
    """Take a picture of what no page shows: a terminal, an editor."""
    page = browser.new_page(viewport={"width": 640, "height": 400}, device_scale_factor=2)
    page.set_content(f"<style>{_STYLE}</style>{markup}")
    page.locator("main").screenshot(path=ROOT / name)
    page.close()
    _compress(ROOT / name)


def _message() -> str:
    """The message that the command really prints, its four parts numbered."""
    lines = read_fiche(f"{_SHEET}+++\n").text("FP203").split("\n")
    numbers = {0: 1, 1: 2, 3: 3, len(lines) - 1: 4}
    rows = "".join(
        f"<p><b>{numbers.get(at, '')}</b>{html.escape(line) or '&nbsp;'}</p>"
        for at, line in enumerate(lines)
    )
    return f'<main class="terminal"><p><b></b>$ fiches check</p>{rows}</main>'


def _correction() -> str:
    """The line of the sheet before, and after."""
    before = _SHEET.splitlines()
    after = _SHEET.replace("Progreser", "Progresser").splitlines()
    return f"<main>{_editor('Avant', before, 5)}{_editor('Après', after, 5)}</main>"


def _editor(title: str, lines: list[str], marked: int) -> str:
    rows = "".join(
        f"<p{' class=marked' if number == marked else ''}><b>{number}</b>{html.escape(line)}</p>"
        for number, line in enumerate(lines, 1)
    )
    return f"<h2>{title}</h2><section>{rows}</section>"


_STYLE = """
body { margin: 0; font: 16px/1.5 "DejaVu Sans Mono", monospace; }
main { padding: 14px; background: #faf8f3; color: #1c1c22; inline-size: 612px; }
h2 { font: 700 16px/1.4 sans-serif; margin: 6px 0; }
p { margin: 0; white-space: pre-wrap; padding-inline-start: 2.6em; text-indent: -2.6em; }
b { display: inline-block; inline-size: 2em; margin-inline-end: .6em; text-indent: 0; }
b { text-align: center; }
section { background: #fff; border: 1px solid #9a968b; padding: 8px 0; margin-block-end: 10px; }
section b { color: #5d5b55; font-weight: 400; }
.marked { background: #fbe3d6; }
.terminal { background: #16181c; color: #f4f1ea; }
.terminal b:not(:empty) { background: #f5a98f; color: #16181c; border-radius: 1em; }
"""


def _compress(file: Path) -> None:
    with Image.open(file) as image:
        flat = image.convert("P", palette=Image.Palette.ADAPTIVE, colors=_COLOURS)
        flat.save(file, optimize=True)


if __name__ == "__main__":
    take_all()
