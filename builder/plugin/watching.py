"""Watch folders that may go away for a moment: a move, a save by another name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingEmitter, PollingObserver
from watchdog.utils.dirsnapshot import DirectorySnapshot, EmptyDirectorySnapshot

if TYPE_CHECKING:
    from typing import Any

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

INTERVAL = 0.5
"""Seconds between two looks, as MkDocs does."""


def watch_patiently(server: LiveReloadServer, config: MkDocsConfig) -> None:
    """Give the server an observer that outlives what it watches, the theme included.

    MkDocs' own gives a folder up for good as soon as it is not there.
    """
    watched = [path for path in (config.docs_dir, config.config_file_path) if path]
    for path in watched:
        server.unwatch(path)
    server.observer = _PatientObserver()
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

        def take_or_empty() -> DirectorySnapshot:
            try:
                return take()
            except (FileNotFoundError, NotADirectoryError):
                return EmptyDirectorySnapshot()

        self._take_snapshot = take_or_empty
