"""From a save to the page that shows it, under a preview.

The saves come at moments of their own: a preview that looks every half second is not favoured.
"""

from __future__ import annotations

import http.client
import random
import re
import socket
import subprocess
import threading
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.bench.measuring import environment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.bench.contenders import Contender, Server

_INTERVAL = 0.02
"""Seconds between two looks at the page."""
_PATIENCE = 180.0
"""Seconds that a preview may take to show what was saved."""
_REST = 1.0
"""Seconds at least between what a save shows and the next save."""
_VERSION = re.compile(rb"\?version=([\d-]+)")


@dataclass(frozen=True, slots=True)
class Latency:
    """From one save, in seconds."""

    shown: float
    """Until the preview answers the new text to who asks."""
    reloaded: float | None
    """Until a browser that waits for news has been told, and has loaded the page; for ours only."""


def measure_preview(contender: Contender, server: Server, saves: int) -> list[Latency]:
    """Start the preview, save a sheet so many times, and stop."""
    with _serving(contender, server) as root:
        page = root + server.address
        _wait_for(page, b"<html")
        return [_save(contender, server, root, number) for number in range(saves)]


def _save(contender: Contender, server: Server, root: str, number: int) -> Latency:
    page = root + server.address
    time.sleep(_REST + random.random())  # noqa: S311 (no secret here)
    version = _VERSION.search(_get(page))
    words = f"enregistrement {number}"
    loaded: list[float] = []
    waiting = threading.Thread(target=_wait_for_news, args=(root, page, version, words, loaded))
    waiting.start()
    time.sleep(_INTERVAL)  # the browser is waiting
    start = time.perf_counter()
    server.save(contender.folder, words)
    _wait_for(page, words.encode())
    shown = time.perf_counter() - start
    waiting.join(_PATIENCE)
    return Latency(shown, loaded[0] - start if loaded else None)


def _wait_for_news(
    root: str, page: str, version: re.Match[bytes] | None, words: str, loaded: list[float]
) -> None:
    """Do as the script of our preview does, and note when the new text has come."""
    if version is None:
        return
    _get(f"{root}livereload/{version[1].decode()}")
    if words.encode() in _get(page):
        loaded.append(time.perf_counter())


def _wait_for(page: str, words: bytes) -> None:
    limit = time.monotonic() + _PATIENCE
    while words not in _get(page):
        if time.monotonic() > limit:
            raise SystemExit(f"{page} never showed « {words.decode()} »")
        time.sleep(_INTERVAL)


def _get(url: str) -> bytes:
    """Ask for a page; nothing when it is not there yet, or is cut off while it is replaced."""
    try:
        with urllib.request.urlopen(url, timeout=_PATIENCE) as answer:  # noqa: S310 (our own)
            body: bytes = answer.read()
            return body
    except (OSError, http.client.HTTPException):
        return b""


@contextmanager
def _serving(contender: Contender, server: Server) -> Iterator[str]:
    port = _free_port()
    with subprocess.Popen(
        server.command(port),
        cwd=contender.folder,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()  # a race in the background hands on that Ctrl+C is ignored


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])
