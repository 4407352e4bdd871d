"""One browser for the whole session."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import chromium_path

_ARGS = (
    # Tests run as root in containers, where the sandbox cannot start; they open our pages only.
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    # Nothing leaves the machine: a request to another host is seen, and fails.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium."""
    path = chromium_path()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=[*_ARGS])
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open an empty page, in a context of its own."""
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        yield context.new_page()
