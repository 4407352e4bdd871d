"""Finds a Chromium for the browser tests, or installs one: `python -m tests.browser.chromium`.

Browser tests never skip: without a browser they fail, and say what to do.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from itertools import chain
from pathlib import Path

from playwright.sync_api import sync_playwright

_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
_MAC = ("Chromium", "Google Chrome", "Microsoft Edge")
_WINDOWS = (
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
    "Chromium/Application/chrome.exe",
)
_HELP = """Aucun navigateur pour les tests : ni Chromium, ni Chrome, ni Edge.
Installez-en un, ou dites où il est :  CHROME=/chemin/du/navigateur make test"""


class NoBrowserError(Exception):
    """No Chromium was found, and none could be installed."""


@cache
def chromium_path() -> str:
    """Give the path of a Chromium, installed if need be.

    Raises:
        NoBrowserError: There is none to be had.
    """
    if named := os.environ.get("CHROME"):
        if path := shutil.which(named):
            return path
        message = f"La variable CHROME désigne {named}, qui n'est pas un programme."
        raise NoBrowserError(message)
    if path := installed_chromium():
        return path
    for install in (_install_by_playwright, _install_by_apt):
        install()
        if path := installed_chromium():
            return path
    raise NoBrowserError(_HELP)


def installed_chromium() -> str | None:
    """Look on the PATH, in the usual places, then among Playwright's own browsers."""
    on_path = (path for name in _NAMES if (path := shutil.which(name)))
    in_places = (str(path) for path in _usual_places() if path.is_file())
    return next(chain(on_path, in_places), None)


def _usual_places() -> Iterator[Path]:
    if sys.platform == "darwin":
        for home in (Path("/"), Path.home()):
            yield from (home / f"Applications/{name}.app/Contents/MacOS/{name}" for name in _MAC)
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        if folder := os.environ.get(variable):
            yield from (Path(folder) / name for name in _WINDOWS)
    with sync_playwright() as playwright:
        yield Path(playwright.chromium.executable_path)


def _install_by_playwright() -> None:
    _run([sys.executable, "-m", "playwright", "install", "chromium"])


def _install_by_apt() -> None:
    if shutil.which("apt-get") and getattr(os, "geteuid", lambda: 1)() == 0:
        _run(["apt-get", "update", "-qq"])
        _run(["apt-get", "install", "-qq", "--yes", "--no-install-recommends", "chromium"])


def _run(command: list[str]) -> None:
    # A failure is no news: what counts is whether a browser is there afterwards.
    with suppress(OSError, subprocess.TimeoutExpired):
        subprocess.run(command, check=False, capture_output=True, timeout=600)


if __name__ == "__main__":
    try:
        sys.stdout.write(f"Navigateur des tests : {chromium_path()}\n")
    except NoBrowserError as error:
        sys.exit(str(error))
