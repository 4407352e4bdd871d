"""What a preview answers: the last good pages, whatever the last save was.

MkDocs' own server waits for a build that fails, and adds a script to the text of each page, which
the security policy of the site forbids. So pages are answered here; MkDocs goes on watching files.
"""

from __future__ import annotations

import html
import mimetypes
import posixpath
import threading
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from builder.plugin.stopping import explain
from builder.search import FOLDER as SEARCH

if TYPE_CHECKING:
    from collections.abc import Iterable
    from wsgiref.types import StartResponse, WSGIEnvironment

    from builder.plugin.fresh import Fresh

SCRIPT = "components/apercu/apercu.js"
_NEWS = "/livereload/"
_PATIENCE = 60.0
"""Seconds a browser is kept waiting for news before it asks again."""
_TYPES = {".js": "text/javascript", ".json": "application/json"}
"""Those that some systems give otherwise, and a browser would then refuse."""


_BANNER = """<aside class="fp-remarques" aria-label="À corriger">
<details class="fp-cadre" open><summary>L’aperçu n’a pas pu être refait : la page montre la \
dernière version correcte</summary>
<pre tabindex="0">{}</pre></details>
</aside>
"""


_NO_PAGE = b"<!doctype html><title>404</title><main></main>"


@dataclass(frozen=True, slots=True)
class _State:
    """What the preview shows."""

    session: int
    number: int
    trouble: str
    """Why the last build failed; empty if it did not."""

    @property
    def version(self) -> str:
        """Change with each build, failed or not, and from one session to the next."""
        return f"{self.session}-{self.number}"


class Preview:
    """The pages of the last good build, what went wrong since, and the browsers that wait."""

    def __init__(self, mount: str, folder: Path, script: bytes) -> None:
        self.files = threading.Lock()
        """To be held while the pages are replaced."""
        self._search = threading.Lock()
        """Held while the search is made: that takes a second, and pages go on being answered."""
        self._mount = mount
        self._folder = folder
        self._script = script
        self.fresh: Fresh | None = None
        """What is newer than the files."""
        self._state = _State(time.time_ns(), 0, "")
        self._changed = threading.Condition()

    def renew(self, trouble: str = "") -> None:
        """Have the browsers load their page again.

        Args:
            trouble: Why the last build failed, in one line; nothing if it did not.
        """
        with self._changed:
            self._state = _State(self._state.session, self._state.number + 1, trouble)
            self._changed.notify_all()

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        """Answer a request (WSGI)."""
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "replace")
        if path.startswith(_NEWS):
            return _answer(start, self._wait(path.removeprefix(_NEWS)).encode(), "text/plain")
        if path == self._mount + SCRIPT:
            return _answer(start, self._script, _TYPES[".js"])
        if path == "/" != self._mount:
            return _redirect(start, self._mount)
        found = self._search_file(self._inside(path))
        if found is not None:
            return _answer(start, found, _type_of(Path(path)))
        state = self._state  # before the file: a page may be newer than it says, never older
        with self.files:
            return self._file(path, state, start)

    def _wait(self, version: str) -> str:
        with self._changed:
            self._changed.wait_for(lambda: self._state.version != version, _PATIENCE)
            return self._state.version

    def _search_file(self, name: str | None) -> bytes | None:
        """Return a file of the search, which is made at the first question after a save."""
        if name is None or not name.startswith(SEARCH):
            return None
        with self._search:
            return None if self.fresh is None else self.fresh.search_file(name)

    def _file(self, path: str, state: _State, start: StartResponse) -> Iterable[bytes]:
        inside = self._inside(path)
        if self.fresh is not None and inside is not None:
            address = f"{inside}/" if inside else ""
            if self.fresh.has_lost(address):
                return self._not_found(state, start)
            if self.fresh.has_page(address):
                return self._made(self.fresh, path, address, state, start)
            content = self.fresh.file(inside)
            if content is not None:
                return _answer(start, content, _type_of(Path(inside)))
        file = self._find(path)
        if file is None:
            return self._not_found(state, start)
        if file.is_dir():
            return _redirect(start, path + "/")
        content = file.read_bytes()
        if file.suffix == ".html":
            content = self._complete(content, self._troubled(state))
        return _answer(start, content, _type_of(file))

    def _find(self, path: str) -> Path | None:
        """Find the file of an address, or the folder whose page is asked without its slash."""
        inside = self._inside(path)
        if inside is None:
            return None
        file = self._folder / inside
        if not file.resolve().is_relative_to(self._folder.resolve()):
            return None
        page = file / "index.html"
        if page.is_file():
            return page if path.endswith("/") else file
        return file if file.is_file() else None

    def _inside(self, path: str) -> str | None:
        """Return where an address leads, from the root of the site; nothing outside it."""
        if "\0" in path or not path.startswith(self._mount):
            return None
        return posixpath.normpath("/" + path.removeprefix(self._mount)).strip("/")

    def _made(
        self, fresh: Fresh, path: str, address: str, state: _State, start: StartResponse
    ) -> Iterable[bytes]:
        """Make a page; where that fails, show the last one that was written, and say why."""
        if not path.endswith("/"):
            return _redirect(start, path + "/")
        try:
            content = fresh.page(address)
        except Exception as error:  # noqa: BLE001 (any: the next save may mend it)
            state = replace(state, trouble=explain(error, f"/{address}"))
            file = self._folder / address / "index.html"
            content = file.read_bytes() if file.is_file() else _NO_PAGE
        return _answer(start, self._complete(content, state), "text/html")

    def _not_found(self, state: _State, start: StartResponse) -> Iterable[bytes]:
        page = self._folder / "404.html"
        content = page.read_bytes() if page.is_file() else _NO_PAGE
        whole = self._complete(content, self._troubled(state))
        return _answer(start, whole, "text/html", "404 Not Found")

    def _troubled(self, state: _State) -> _State:
        """Add what is wrong in the sheets, where the page does not tell it."""
        if state.trouble or self.fresh is None:
            return state
        return replace(state, trouble=self.fresh.trouble)

    def _complete(self, page: bytes, state: _State) -> bytes:
        """Add to a page what went wrong, and the script that loads it again."""
        address = f"{quote(self._mount + SCRIPT)}?version={state.version}"
        script = f'<script type="module" src="{address}"></script>\n'
        page = _put_before(page, b"</head>", script)
        banner = _BANNER.format(html.escape(state.trouble)) if state.trouble else ""
        return _put_before(page, b"<main", banner)


def _put_before(page: bytes, mark: bytes, added: str) -> bytes:
    before, found, after = page.partition(mark)
    return before + added.encode() + found + after


def _type_of(file: Path) -> str:
    found = _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0]
    return found or "application/octet-stream"


def _redirect(start: StartResponse, address: str) -> Iterable[bytes]:
    start("302 Found", [("Location", quote(address))])
    return []


def _answer(
    start: StartResponse, content: bytes, kind: str, status: str = "200 OK"
) -> Iterable[bytes]:
    charset = "; charset=utf-8" if kind.startswith("text/") else ""
    headers = [("Content-Type", kind + charset), ("Content-Length", str(len(content)))]
    start(status, [*headers, ("Cache-Control", "no-store")])
    return [content]
