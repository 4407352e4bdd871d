"""`fiches serve`: what an animator sees while writing."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from typing import TYPE_CHECKING

import pytest

from tests.sheets import PROJECT, fiche_text, write_content

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_PATIENCE = 30
"""Seconds: far more than a save takes, so that a slow machine does not fail the test."""


class Preview:
    """A running `fiches serve`."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        self.address = f"http://127.0.0.1:{port}/"

    def page(self, address: str) -> str:
        """Return a page, or nothing while it is not there."""
        try:
            with urllib.request.urlopen(self.address + address, timeout=5) as answer:  # noqa: S310
                return str(answer.read().decode())
        except OSError:
            return ""

    def wait(self, address: str, is_there: Callable[[str], bool]) -> str:
        """Return a page once it is as expected."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            html = self.page(address)
            if html and is_there(html):
                return html
            time.sleep(0.2)
        raise AssertionError(f"{address} never came to be as expected:\n{html[-3000:]}")


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """Serve a small project."""
    folder = tmp_path_factory.mktemp("preview")
    write_content(folder, {"fiches/tri.md": fiche_text()})
    shutil.copytree(PROJECT / "theme", folder / "theme")
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "builder.cli", "serve", "-a", f"127.0.0.1:{port}"]
    environment = os.environ | {"PYTHONPATH": str(PROJECT), "NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            server = Preview(folder, port)
            server.wait("", lambda html: "<h1" in html)
            yield server
        finally:
            process.terminate()


def test_a_save_shows_in_the_page(preview: Preview) -> None:
    """What is written in a sheet is on its page a moment later."""
    write_content(preview.folder, {"fiches/tri.md": fiche_text("## Objectifs\n\nUn bac bleu.\n")})

    preview.wait("fiches/trier-ses-dechets/", lambda html: "Un bac bleu." in html)


def test_a_draft_shows_with_a_ribbon(preview: Preview) -> None:
    """A draft is in the preview, and says that it is one."""
    write_content(preview.folder, {"fiches/essai.md": fiche_text(title='"Un essai"', draft="true")})

    html = preview.wait("fiches/un-essai/", lambda page: "Un essai" in page)
    assert "Brouillon&nbsp;: cette fiche n’est pas publiée" in html


def test_a_broken_save_shows_the_error_above_the_last_good_page(preview: Preview) -> None:
    """The site stays; the error is told with its place; a mended save takes it away."""
    good = fiche_text("## Objectifs\n\nUn bac vert.\n")
    write_content(preview.folder, {"fiches/tri.md": good})
    preview.wait("fiches/trier-ses-dechets/", lambda html: "Un bac vert." in html)

    broken = fiche_text("## Objectifs\n\nUn bac noir.\n", maturity='"Progreser"')
    write_content(preview.folder, {"fiches/tri.md": broken})
    html = preview.wait("fiches/trier-ses-dechets/", lambda page: "FP203" in page)

    assert "Un bac vert." in html
    assert "content/fiches/tri.md:" in html
    write_content(preview.folder, {"fiches/tri.md": good})
    preview.wait("fiches/trier-ses-dechets/", lambda page: "FP203" not in page)


def test_a_change_of_vocabulary_shows(preview: Preview) -> None:
    """The vocabulary file is watched like the sheets."""
    file = preview.folder / "content" / "vocabulaire.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('titre = "Nature"', 'titre = "Domaine"'), encoding="utf-8")

    preview.wait("fiches/", lambda html: "Domaine" in html)


def test_a_change_of_theme_shows(preview: Preview) -> None:
    """A style sheet of the theme is watched: its name changes with its content."""
    before = _stylesheet(preview.page(""))
    file = preview.folder / "theme" / "components" / "base" / "base.css"
    file.write_text(file.read_text(encoding="utf-8") + ".essai { color: red; }\n", encoding="utf-8")

    preview.wait("", lambda html: _stylesheet(html) != before)


def _stylesheet(html: str) -> str:
    found = re.search(r"assets/fiches\.\w+\.css", html)
    assert found is not None
    return found[0]
