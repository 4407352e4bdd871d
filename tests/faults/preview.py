"""A running preview, looked at over HTTP."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.faults.project import environment
from tests.sheets import PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_SERVING = (sys.executable, str(PROJECT / "tests" / "faults" / "serving.py"))
_PATIENCE = 60
"""Seconds: far more than a save takes, so that a slow machine does not fail the test."""


class Preview:
    """A running preview of a project, and what must not leave its page."""

    def __init__(self, folder: Path, title: str, port: int) -> None:
        self.folder = folder
        self.title = title
        self.address = f"http://127.0.0.1:{port}/fiches/"

    def wait(self, is_there: Callable[[str], bool]) -> None:
        """Wait until the page is as expected; meanwhile the last good title must be there."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            html = self.page()
            if is_there(html):
                return
            assert self.title in html, f"« {self.title} » is no more:\n{html}"
            time.sleep(0.02)
        raise AssertionError(f"the page never came to be as expected:\n{html}")

    def wait_for(self, *words: str) -> None:
        """Wait until all these words are in the page."""
        self.wait(lambda html: all(word in html for word in words))

    def page(self) -> str:
        """Return the list of fiches: it must answer at once."""
        with urllib.request.urlopen(self.address, timeout=10) as answer:  # noqa: S310
            return str(answer.read().decode())

    def answers(self) -> bool:
        """Tell whether the preview has begun."""
        try:
            return self.title in self.page()
        except OSError:
            return False

    def file(self, name: str) -> Path:
        """Return a file of the project."""
        return self.folder / name

    @property
    def said(self) -> str:
        """All that the terminal shows."""
        return self.file("terminal.txt").read_text(encoding="utf-8")


@contextmanager
def serve(folder: Path, title: str) -> Iterator[Preview]:
    """Serve a project one of whose fiches bears this title."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    command = [*_SERVING, str(port)]
    own = folder / "tmp"  # MkDocs leaves its folder there when it is terminated
    own.mkdir()
    with (
        (folder / "terminal.txt").open("wb") as log,
        subprocess.Popen(
            command, cwd=folder, env=environment(TMPDIR=str(own)), stdout=log, stderr=log
        ) as process,
    ):
        try:
            yield _once_there(Preview(folder, title, port), process)
        finally:
            process.terminate()


def _once_there(preview: Preview, process: subprocess.Popen[bytes]) -> Preview:
    end = time.monotonic() + _PATIENCE
    while not preview.answers():
        assert process.poll() is None, preview.said
        assert time.monotonic() < end
        time.sleep(0.05)
    return preview
