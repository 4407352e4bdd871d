"""A progress bar on a terminal, for what lasts over two seconds."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

_PATIENCE = 2.0
"""Seconds before the bar shows: what is shorter needs none."""


class ProgressBar:
    """Counts steps; silent where standard error is no terminal."""

    def __init__(self, words: str, total: int) -> None:
        self._words = words
        self._total = total
        self._done = 0
        self._started = time.monotonic()
        self._is_terminal = sys.stderr.isatty()
        self._bar: Progress | None = None

    def advance(self) -> None:
        """Count one step."""
        self.reach(self._done + 1)

    def reach(self, done: int) -> None:
        """Be so far."""
        self._done = done
        if self._bar is None and self._is_terminal and self._has_lasted():
            self._bar = _start_bar()
            self._bar.add_task(self._words, total=self._total)
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], completed=self._done)

    def close(self) -> None:
        """Wipe the bar."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def _has_lasted(self) -> bool:
        return time.monotonic() - self._started > _PATIENCE


def _start_bar() -> Progress:
    from rich.console import Console  # noqa: PLC0415 (slow to import: only for who waits)
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
    )

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.start()
    return bar
