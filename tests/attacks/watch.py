"""Opens pages in a real browser, does all a reader may do there, and tells what came of it."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Dialog, Page, Request, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from tests.attacks.elsewhere import Elsewhere
from tests.attacks.strings import EVIL
from tests.browser.chromium import chromium_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_PROVOKE = Path(__file__).with_name("provoke.js").read_text(encoding="utf-8")
_RAN = "runs alert"
_TELL_ALERTS = f"alert = confirm = prompt = (text) => console.error(`{_RAN} ${{text}}`);"
"""A dialog takes the focus and gives it back: a field that asks for one when it has the focus would
open them for ever."""
_ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
)
_HOSTS = "--host-resolver-rules=MAP {evil} 127.0.0.1:{port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
"""The host of attacks is there; a request to any other is seen, and fails."""
_HELD_BACK = ("csp", "net::ERR_BLOCKED_BY_CSP")
_PATIENCE = 180
"""Seconds for all the pages: five times what a small machine takes."""
_ENOUGH = 50
"""Successes after which no page is opened: one that is taken over may keep its visitor for ever."""
_HARMLESS = ("about", "blob", "data")

Drive: TypeAlias = "Callable[[Page], None]"


def provoke(page: Page) -> None:
    """Do everything to everything."""
    page.evaluate(_PROVOKE)


def watch(urls: Iterable[str], drive: Drive = provoke) -> list[str]:
    """Open pages one after the other; list what ran, what left and what the console says.

    Playwright holds the thread it runs in, and other tests have a browser of their own there. A
    browser that an attack took over may never answer: the thread is then left behind.

    Raises:
        TimeoutError: The browser did not answer.
    """
    told: Future[list[str]] = Future()

    def run() -> None:
        try:
            told.set_result(_watch(list(urls), drive))
        except BaseException as error:  # noqa: BLE001 - raised where the answer is read
            told.set_exception(error)

    Thread(target=run, daemon=True).start()
    return told.result(_PATIENCE)


def _watch(urls: list[str], drive: Drive) -> list[str]:
    with Elsewhere() as elsewhere, sync_playwright() as playwright:
        args = [*_ARGS, _HOSTS.format(evil=EVIL, port=elsewhere.port)]
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=args)
        watcher = _Watcher(browser, urls, elsewhere)
        for url in urls:
            if not watcher.has_enough:
                watcher.open(url, drive)
        browser.close()
        return watcher.told


class _Watcher:
    def __init__(self, browser: Browser, urls: list[str], elsewhere: Elsewhere) -> None:
        self.told: list[str] = []
        self._elsewhere = elsewhere
        self._url = ""
        self._hosts = {urlsplit(url).netloc for url in urls}
        self._context = browser.new_context()
        self._context.add_init_script(_TELL_ALERTS)
        self._context.on("request", self._on_request)
        self._context.on("requestfailed", self._on_failed)
        self._page = self._new_page()

    @property
    def has_enough(self) -> bool:
        """Tell whether there is no more to learn."""
        return sum(": says " not in line for line in self.told) > _ENOUGH

    def open(self, url: str, drive: Drive) -> None:
        """Visit a page; what it does counts, wherever it leads."""
        self._url, before = url, len(self.told)
        self._elsewhere.asked.clear()
        try:
            self._page.goto(url)
            drive(self._page)
        except PlaywrightError as error:
            self._tell(f"breaks {error}")
        if self._page.url.partition("#")[0] != url.partition("#")[0]:
            self._tell(f"goes to {self._page.url}")
        for asked in self._elsewhere.asked:
            self._tell(f"reaches {asked}")
        if any(": says " not in line for line in self.told[before:]):
            self._page.close()  # it may be on its way to elsewhere
            self._page = self._new_page()

    def _new_page(self) -> Page:
        page = self._context.new_page()
        page.on("dialog", self._on_dialog)
        page.on("popup", lambda popup: self._tell(f"window {popup.url}"))
        page.on("download", lambda download: self._tell(f"download {download.url}"))
        page.on("pageerror", lambda error: self._tell(f"error {error}"))
        page.on("console", lambda said: self._on_console(said.type, said.text))
        return page

    def _on_dialog(self, dialog: Dialog) -> None:
        self._tell(f"runs {dialog.type} {dialog.message}")
        dialog.dismiss()

    def _on_console(self, kind: str, text: str) -> None:
        if kind == "error":
            self._tell(text if text.startswith(_RAN) else f"says {text}")

    def _on_request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in _HARMLESS and address.netloc not in self._hosts:
            self._tell(f"asks {request.url}")

    def _on_failed(self, request: Request) -> None:
        """The browser tells of a request that a policy held back, as of one that it sent."""
        asked = f"{self._url}: asks {request.url}"
        if request.failure in _HELD_BACK and asked in self.told:
            self.told.remove(asked)
            self._tell(f"says that it held back {request.url}")

    def _tell(self, what: str) -> None:
        self.told.append(f"{self._url}: {what}")
