"""Do a part of the work in a second process, where the system copies one at no cost.

That is Linux with two cores, and no thread running: the copy of a lock that a thread holds would
never open. The second process says nothing: where it fails, who waits for it does its work again,
so that errors are told as ever.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_CORES = 2
_MOST = 4096
"""Signs that the smallest of pipes holds."""
_FEW = 16
"""Things taken at once: one by one, the second process would wait for the first to be woken."""


class Shares:
    """Things in a row, that two processes share out, one from each end, until they meet.

    Whoever is free takes a part more. Those that stand together have much in common, which is then
    made by one of the two.
    """

    def __init__(self, total: int) -> None:
        """Put a sign for each part in a pipe, before the second process starts.

        Raises:
            OSError: the system has no pipe to give.
        """
        self._total = total
        self._size = max(_FEW, -(-total // _MOST))
        self._parts = -(-total // self._size)
        self._end, entry = os.pipe()
        os.write(entry, bytes(self._parts))
        os.close(entry)

    def take(self, *, is_last_first: bool = False) -> Iterator[range]:
        """Take one part after the other, until none is left.

        Args:
            is_last_first: Which end to start from: each process has its own.
        """
        parts = range(self._parts)
        for part in reversed(parts) if is_last_first else parts:
            if not os.read(self._end, 1):
                return
            first = part * self._size
            yield range(first, min(first + self._size, self._total))

    def close(self) -> None:
        """Give the pipe back."""
        os.close(self._end)


class Beside:
    """A process that does some work."""

    def __init__(self, process: int, answer: int) -> None:
        """Know a process.

        Args:
            process: Its number.
            answer: The end of the pipe where it writes what it made.
        """
        self._process: int | None = process
        self._answer = answer

    def wait(self) -> bytes | None:
        """Wait for its end; return what it made, or nothing if it failed."""
        if self._process is None:
            return None
        with os.fdopen(self._answer, "rb") as pipe:
            made = pipe.read()
        return made if self._end() == 0 else None

    def stop(self) -> None:
        """End it: its work is not wanted any more."""
        if self._process is not None:
            with suppress(OSError):
                os.kill(self._process, signal.SIGKILL)
            os.close(self._answer)
            self._end()

    def _end(self) -> int:
        process, self._process = self._process or 0, None
        return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


class Gate:
    """Where a second process waits until this one lets it through."""

    def __init__(self) -> None:
        """Shut it, before the second process starts.

        Raises:
            OSError: the system has no pipe to give.
        """
        self._end, self._entry = os.pipe()

    def wait(self) -> None:
        """Wait until it is open."""
        os.read(self._end, 1)

    def open(self) -> None:
        """Let the one that waits, or will, through."""
        os.write(self._entry, b"!")

    def close(self) -> None:
        """Give the pipe back; nobody waits any more."""
        os.close(self._end)
        os.close(self._entry)


class Partner:
    """A second process, and the things that this one shares out with it."""

    def __init__(self) -> None:
        """Be alone."""
        self._shares: Shares | None = None
        self._beside: Beside | None = None

    def start(self, total: int, work: Callable[[Iterable[range]], bytes]) -> None:
        """Start it, where there can be one.

        Args:
            total: How many things there are.
            work: What it does, given the parts that it takes; it returns what it made.
        """
        try:
            self._shares = shares = Shares(total)
            self._beside = start_beside(lambda: work(shares.take()))
        except OSError:
            self._beside = None

    def take(self) -> Iterator[range]:
        """Take one part after the other, until none is left; there is none for who is alone."""
        if self._shares is not None and self._beside is not None:
            yield from self._shares.take(is_last_first=True)

    def wait(self) -> bytes | None:
        """Wait for its end; return what it made, or nothing if it failed or never was."""
        return self._beside.wait() if self._beside is not None else None

    def stop(self) -> None:
        """End it, if it did not end by itself."""
        if self._beside is not None:
            self._beside.stop()
            self._beside = None
        if self._shares is not None:
            self._shares.close()
            self._shares = None


def start_beside(work: Callable[[], bytes]) -> Beside | None:
    """Start some work in a second process; return nothing where there can be none."""
    if sys.platform != "linux" or len(os.sched_getaffinity(0)) < _CORES:
        return None
    if threading.active_count() > 1:
        return None
    sys.stdout.flush()
    sys.stderr.flush()
    own = os.getpid()
    end, entry = os.pipe()
    try:
        process = os.fork()
    except OSError:
        os.close(end)
        os.close(entry)
        return None
    if not process:
        _run(work, entry, own)
    os.close(entry)
    return Beside(process, end)


def _run(work: Callable[[], bytes], entry: int, parent: int) -> NoReturn:
    """Work in silence, and leave without cleaning what is the parent's to clean."""
    code = 1
    try:
        from builder.linux import die_with_parent  # noqa: PLC0415 (ctypes takes its time)

        die_with_parent(parent)
        with (
            Path(os.devnull).open("w", encoding="utf-8") as nowhere,
            os.fdopen(entry, "wb") as pipe,
        ):
            os.dup2(nowhere.fileno(), 1)
            os.dup2(nowhere.fileno(), 2)
            sys.stdout = sys.stderr = nowhere
            pipe.write(work())
        code = 0
    finally:
        os._exit(code)
