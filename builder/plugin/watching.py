"""Watch folders that may go away for a moment: a move, a save by another name.

Every half second the files are compared with what they were, as MkDocs does: that works on any
disk. Where the system tells of a change by itself, they are compared at once.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from watchdog.events import (
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingEmitter, PollingObserver
from watchdog.utils.dirsnapshot import DirectorySnapshot, EmptyDirectorySnapshot

if TYPE_CHECKING:
    from typing import Any

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from watchdog.events import FileSystemEvent

INTERVAL = 0.5
"""Seconds between two looks, as MkDocs does."""
_CALM = 0.02
"""Seconds between what the system tells and a look: an editor that writes a new file and renames
it is done by then.
"""
_DELAY = 0.05
"""Seconds without another change before a build; MkDocs waits twice as long."""
_CHANGES: list[type[FileSystemEvent]] = [
    *(FileCreatedEvent, FileModifiedEvent, FileClosedEvent, FileDeletedEvent, FileMovedEvent)
]
"""What the system tells of; not that a file is opened, which a build does."""


def watch_patiently(server: LiveReloadServer, config: MkDocsConfig) -> None:
    """Give the server an observer that outlives what it watches, the theme included.

    MkDocs' own gives a folder up for good as soon as it is not there.
    """
    watched = [path for path in (config.docs_dir, config.config_file_path) if path]
    for path in watched:
        server.unwatch(path)
    server.observer = _PatientObserver()
    server.build_delay = _DELAY
    for path in [*watched, *config.theme.dirs[:1]]:
        server.watch(path)


class _PatientObserver(PollingObserver):
    def __init__(self) -> None:
        BaseObserver.__init__(self, _PatientEmitter, timeout=INTERVAL)


class _PatientEmitter(PollingEmitter):
    """Sees a folder that is gone as an empty one."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        take = self._take_snapshot
        self._waker = _Waker(self.watch.path, is_recursive=self.watch.is_recursive)

        def take_or_empty() -> DirectorySnapshot:
            try:
                return take()
            except (FileNotFoundError, NotADirectoryError):
                return EmptyDirectorySnapshot()

        self._take_snapshot = take_or_empty

    def on_thread_start(self) -> None:
        """Take the first look, once the system tells of what comes after it."""
        self._waker.start()
        super().on_thread_start()

    def on_thread_stop(self) -> None:
        """Stop listening to the system, and waiting for it."""
        self._waker.stop()
        super().on_thread_stop()

    def queue_events(self, timeout: float) -> None:
        """Compare the files with what they were, after a while or at a word of the system."""
        self._waker.wait(timeout)
        super().queue_events(0)


class _Waker(FileSystemEventHandler):
    """Listens to the system, where it tells of the changes in a folder."""

    def __init__(self, path: str, *, is_recursive: bool) -> None:
        self._path = path
        self._is_recursive = is_recursive
        self._told = threading.Event()
        self._is_over = False
        self._observer: BaseObserver | None = None

    def start(self) -> None:
        """Listen; where the system has no more to listen with, files are looked at all the same."""
        observer = Observer()
        with suppress(OSError):
            observer.schedule(self, self._path, recursive=self._is_recursive, event_filter=_CHANGES)
            observer.start()
            self._observer = observer

    def stop(self) -> None:
        """Listen no more."""
        self._is_over = True
        self._told.set()
        if self._observer is not None:
            self._observer.stop()

    def wait(self, timeout: float) -> None:
        """Wait for a word of the system, so many seconds at most."""
        if self._told.wait(timeout) and not self._is_over:
            threading.Event().wait(_CALM)
            self._told.clear()

    def on_any_event(self, event: FileSystemEvent) -> None:  # noqa: ARG002 (watchdog's signature)
        """Note that something changed."""
        self._told.set()
