"""What a preview answers, request by request."""

from __future__ import annotations

import re
import threading
from typing import TYPE_CHECKING
from wsgiref.util import setup_testing_defaults

import pytest

from builder.pages.records import Page, Slot, filled
from builder.plugin.fresh import Fresh
from builder.plugin.preview import Preview

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Asker:
    """A browser, of a sort."""

    def __init__(self, preview: Preview) -> None:
        self.preview = preview
        self.status = ""
        self.headers: dict[str, str] = {}

    def get(self, path: str) -> str:
        """Ask for an address; return the text of the answer."""
        environ = {"PATH_INFO": path.encode().decode("latin-1")}
        setup_testing_defaults(environ)
        return b"".join(self.preview(environ, self._start)).decode()

    def _start(
        self, status: str, headers: list[tuple[str, str]], _: object = None, /
    ) -> Callable[[bytes], object]:
        self.status, self.headers = status, dict(headers)
        return lambda _: None

    def version(self, path: str = "/rse/") -> str:
        """Return the version that a page bears."""
        found = re.search(r'<script type="module" src="[^"]+\?version=([^"]+)"', self.get(path))
        assert found is not None
        return found[1]


@pytest.fixture
def asker(tmp_path: Path) -> Asker:
    """Preview a site under a path of its host."""
    site = tmp_path / "site"
    (site / "été").mkdir(parents=True)
    (site / "index.html").write_text("<head></head><body><main>Accueil</main></body>")
    (site / "été" / "index.html").write_text("<head></head><body><main>Été</main></body>")
    (site / "404.html").write_text("<head></head><body><main>Absente</main></body>")
    (site / "nu.html").write_text("nu")
    (site / "a.css").write_text("a{}")
    (tmp_path / "secret.txt").write_text("secret")
    return Asker(Preview("/rse/", site, b"script"))


def test_page_bears_the_script_and_no_other_code(asker: Asker) -> None:
    """The policy of the site forbids code in a page: it is loaded from an address."""
    html = asker.get("/rse/")

    assert asker.status == "200 OK"
    assert asker.headers["Content-Type"] == "text/html; charset=utf-8"
    assert html.count("<script") == 1
    assert html.index("<script") < html.index("</head>")
    assert asker.get("/rse/components/apercu/apercu.js") == "script"


def test_addresses(asker: Asker) -> None:
    """Folders, files, accents; what is not there, or not in the site, is not found."""
    assert "Été" in asker.get("/rse/été/")
    assert asker.get("/rse/a.css") == "a{}"
    assert asker.version("/rse/nu.html")
    for path in ("/rse/rien", "/rse/rien/", "/ailleurs", "/rse/../../secret.txt", "/rse/\0"):
        assert "Absente" in asker.get(path)
        assert asker.status == "404 Not Found"


def test_addresses_are_completed(asker: Asker) -> None:
    """The root of the host leads to the site, a folder to its page."""
    for path, target in (("/", "/rse/"), ("/rse/été", "/rse/%C3%A9t%C3%A9/")):
        asker.get(path)
        assert asker.status == "302 Found"
        assert asker.headers["Location"] == target


def test_trouble_shows_above_every_page_until_it_is_over(asker: Asker) -> None:
    """As text: it may hold anything."""
    asker.preview.renew("modèle <b>")
    for path in ("/rse/", "/rse/rien"):
        html = asker.get(path)
        assert html.index("modèle &lt;b&gt;") < html.index("<main")

    asker.preview.renew()

    assert "modèle" not in asker.get("/rse/")


def test_page_learns_that_there_is_something_new(asker: Asker) -> None:
    """At once if it missed it, else as soon as there is: a failure counts too."""
    first = asker.version()
    asker.preview.renew("panne")
    second = asker.get(f"/livereload/{first}")
    assert second == asker.version() != first

    answers: list[str] = []
    waiting = threading.Thread(target=lambda: answers.append(asker.get(f"/livereload/{second}")))
    waiting.start()
    asker.preview.renew()
    waiting.join(timeout=30)

    assert answers == [asker.version()]


def test_page_of_another_session_is_loaded_again(asker: Asker, tmp_path: Path) -> None:
    """Even if as many saves were made in both."""
    other = Asker(Preview("/rse/", tmp_path / "site", b""))

    assert asker.get(f"/livereload/{other.version()}") == asker.version()


def _fresh(*slots: Slot, remarks: tuple[str, ...] = ()) -> Fresh:
    """Answer pages that a save changed: each says its title, but one that cannot be made."""

    def make(page: Page) -> bytes:
        if page.title == "Fautive":
            raise ZeroDivisionError
        return f"<head></head><body><main>{page.title}</main></body>".encode()

    return Fresh(slots, make, lambda: {"fiches.json": "[]"}, {"été/", "partie/"}, remarks)


def _slot(address: str, title: str) -> Slot:
    return filled(Page(address, "fiche.html", title, "", None))


def test_what_a_save_changed_comes_before_the_files(asker: Asker) -> None:
    """A page, one that is new, one without its slash, a file; the others stay."""
    asker.preview.fresh = _fresh(_slot("été/", "Nouvel été"), _slot("neuve/", "Neuve"))

    assert "Nouvel été" in asker.get("/rse/été/")
    assert "Neuve" in asker.get("/rse/neuve/")
    assert "Accueil" in asker.get("/rse/")
    assert asker.get("/rse/fiches.json") == "[]"
    assert asker.get("/rse/a.css") == "a{}"
    asker.get("/rse/neuve")
    assert (asker.status, asker.headers["Location"]) == ("302 Found", "/rse/neuve/")


def test_the_search_is_made_when_a_browser_asks_for_it(asker: Asker) -> None:
    """Once, whatever file of it is asked for; what it has not is that of the last whole build."""
    made: list[str] = []

    def search() -> dict[str, bytes]:
        made.append("search")
        return {"recherche/index.json": b"{}", "recherche/mots.1.json": b"[]"}

    asker.preview.fresh = _fresh(_slot("été/", "Été"))
    asker.preview.fresh.search = search

    asker.get("/rse/été/")
    assert made == []
    assert asker.get("/rse/recherche/index.json") == "{}"
    assert asker.headers["Content-Type"] == "application/json"
    assert asker.get("/rse/recherche/mots.1.json") == "[]"
    assert made == ["search"]
    assert "Absente" in asker.get("/rse/recherche/mots.0.json")


def test_nothing_waits_for_the_search_but_who_asks_for_it(asker: Asker) -> None:
    """Pages are answered meanwhile, and the next save is shown; its search is the one it gets."""
    begun, going_on = threading.Event(), threading.Event()

    def slow() -> dict[str, bytes]:
        begun.set()
        going_on.wait(30)
        return {"recherche/index.json": b"1"}

    asker.preview.fresh = _fresh(_slot("été/", "Un"))
    asker.preview.fresh.search = slow
    waiting = threading.Thread(target=lambda: asker.get("/rse/recherche/index.json"))
    waiting.start()
    begun.wait(30)
    assert "Un" in asker.get("/rse/été/")
    asker.preview.fresh = _fresh(_slot("été/", "Deux"))
    asker.preview.fresh.search = lambda: {"recherche/index.json": b"2"}
    assert "Deux" in asker.get("/rse/été/")
    going_on.set()

    assert asker.get("/rse/recherche/index.json") == "2"
    waiting.join(30)


def test_a_page_that_a_save_took_away_is_not_there(asker: Asker) -> None:
    """Its file is still in the folder of the last whole build."""
    asker.preview.fresh = _fresh(_slot("neuve/", "Neuve"))

    assert "Absente" in asker.get("/rse/été/")
    assert asker.status == "404 Not Found"


def test_a_page_that_cannot_be_made_shows_the_last_one_and_why(asker: Asker) -> None:
    """A new one shows why alone."""
    asker.preview.fresh = _fresh(_slot("été/", "Fautive"), _slot("neuve/", "Fautive"))

    assert "Été" in (html := asker.get("/rse/été/"))
    assert "page /été/" in html
    assert "ZeroDivisionError" in asker.get("/rse/neuve/")


def test_what_is_wrong_is_told_above_pages_that_were_not_made_again(asker: Asker) -> None:
    """Those that are made tell it in their template."""
    asker.preview.fresh = _fresh(_slot("été/", "Été"), remarks=("erreur[FP203] maturité <x>",))

    assert "maturité &lt;x&gt;" in asker.get("/rse/")
    assert "maturité" in asker.get("/rse/nulle/part/")
    assert "maturité" not in asker.get("/rse/été/")
