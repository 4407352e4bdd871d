"""A page of the preview loads itself again, though its policy forbids any code in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.faults.preview import serve
from tests.faults.project import make_project, rename

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
