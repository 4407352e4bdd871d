"""The browser tests find a browser, or say why there is none."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser import chromium


@pytest.fixture(autouse=True)
def _fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    chromium.chromium_path.cache_clear()
    monkeypatch.delenv("CHROME", raising=False)
    yield
    chromium.chromium_path.cache_clear()


def test_the_browser_named_by_chrome_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any program, by its path."""
    monkeypatch.setenv("CHROME", sys.executable)

    assert chromium.chromium_path() == sys.executable


def test_a_wrong_name_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rather than replaced by another browser."""
    monkeypatch.setenv("CHROME", "/absent/chrome")

    with pytest.raises(chromium.NoBrowserError, match="CHROME désigne /absent/chrome"):
        chromium.chromium_path()


def test_an_installed_browser_is_found_on_the_path(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Chrome serves as well as Chromium."""
    program = tmp_path / ("google-chrome.exe" if os.name == "nt" else "google-chrome")
    program.touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    assert chromium.chromium_path() == str(program)


def test_without_any_browser_the_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """After both ways to install one were tried."""
    commands: list[list[str]] = []
    monkeypatch.setattr(chromium, "_run", commands.append)
    monkeypatch.setattr(chromium, "installed_chromium", lambda: None)
    monkeypatch.setattr(shutil, "which", lambda name: name)
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)

    with pytest.raises(chromium.NoBrowserError, match="Installez-en un"):
        chromium.chromium_path()

    assert [command[-1] for command in commands] == ["chromium", "-qq", "chromium"]
