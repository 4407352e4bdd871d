"""A page of the preview loads itself again, though its policy forbids any code in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.faults.preview import serve
from tests.faults.project import make_project, rename
from tests.sheets import fiche_text

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

_PATIENCE = 30_000
"""Milliseconds, for a slow machine."""


def test_an_open_page_follows_every_save(tmp_path: Path, page: Page) -> None:
    """A good one, one that breaks a template, and what mends it: nobody touches the page."""
    errors: list[str] = []
    page.on("console", lambda told: errors.append(told.text) if told.type == "error" else None)
    with serve(make_project(tmp_path, "Avant"), "Avant") as preview:
        page.goto(preview.address)
        expect(page.get_by_role("link", name="Avant")).to_be_visible()

        rename(tmp_path, "Après")
        expect(page.get_by_role("link", name="Après")).to_be_visible(timeout=_PATIENCE)

        layout = preview.file("theme/layout.html")
        text = layout.read_text(encoding="utf-8")
        layout.write_text(text + "{% if %}", encoding="utf-8")
        reproach = page.get_by_role("complementary", name="À corriger")
        expect(reproach).to_contain_text("modèle layout.html, ligne", timeout=_PATIENCE)
        expect(page.get_by_role("link", name="Après")).to_be_visible()

        layout.write_text(text, encoding="utf-8")
        expect(reproach).to_have_count(0, timeout=_PATIENCE)

    assert errors == []


_FITS = """() => {
  const wide = [document.documentElement, ...document.querySelectorAll("pre")];
  return wide.every((box) => box.scrollWidth <= box.clientWidth)
    && document.querySelector("main").getBoundingClientRect().top < innerHeight;
}"""
"""Nothing is wider than its place, and the page begins in the window."""


@pytest.mark.parametrize("width", [320, 1280])
def test_what_is_wrong_can_be_read_and_leaves_room_for_the_page(
    tmp_path: Path, page: Page, width: int
) -> None:
    """In a narrow window too, and when ten sheets are wrong: that is read by scrolling."""
    project = make_project(tmp_path, "Avant")
    for number in range(10):
        broken = fiche_text(title=f'"Pratique {number}"', maturity='"Progreser"')
        (project / f"content/fiches/pratique-{number}.md").write_text(broken, encoding="utf-8")
    page.set_viewport_size({"width": width, "height": 900})
    with serve(project, "Avant") as preview:
        for address in (preview.address, preview.address.replace("fiches/", "")):
            page.goto(address)
            told = page.get_by_role("complementary", name="À corriger")
            expect(told.get_by_text("« Progreser »").first).to_be_visible()

            assert page.evaluate(_FITS)
