"""Digests of the files of a project: one that is as it was when it was read is not read again.

A file whose state is as noted (inode, size, the times of its content and of its entry) holds what
it held. Whoever writes it changes one of them; but what was written at the very moment it was read
might leave its times as they were, so that no file is trusted that had just changed. Git, which
knows files the same way, calls those « racily clean ».
"""

from __future__ import annotations

import os
import time
from stat import S_ISREG
from typing import TYPE_CHECKING

import orjson

from builder.cache.framing import digest_of
from builder.writing import write_whole

if TYPE_CHECKING:
    from pathlib import Path

_FRESH = 3_000_000_000
"""Nanoseconds after a change in which another one may leave no trace: FAT counts two seconds."""
_KEPT = 3
"""Times as many files may be noted as a command looks at, before the others are forgotten."""
_CAN_TELL = os.name == "posix"
"""Whether the system notes when the entry of a file changed: no program sets that time."""


class Digests:
    """Digests of files, as they were when this process first asked for each."""

    def __init__(self, note: Path | None = None) -> None:
        """Read what was noted.

        Args:
            note: The file of the note; without one, all is forgotten with this process.
        """
        self._note = note
        self._known = _read(note) if note and _CAN_TELL else {}
        self._states: dict[str, str] = {}
        """Of the files that were looked for, before they were read; empty for no plain file."""
        self._found: dict[str, str] = {}
        self._new: dict[str, tuple[str, str]] = {}
        self._real: dict[str, bool] = {}
        """Folder → whether its path has no link in it: another may stand there tomorrow."""
        self._begun = time.time_ns()

    def find(self, file: str) -> str | None:
        """Return the digest of a file, if it is known; else it is to be read, and put here."""
        digest = self._found.get(file)
        if digest is None:
            state = self._states[file] = self._look(file)
            known = self._known.get(file)
            if known and known[0] == state:
                digest = self._found[file] = known[1]
        return digest

    def put(self, file: str, content: bytes) -> str:
        """Return the digest of a file that `find` did not know, given what it holds."""
        digest = self._found[file] = digest_of(content)
        if state := self._states.get(file):
            self._new[file] = state, digest
        return digest

    def keep(self) -> None:
        """Note what was found; where the disk refuses, the next command reads all again."""
        if self._note is None or not (self._new and _CAN_TELL):
            return
        rows = self._known | self._new
        if len(rows) > _KEPT * len(self._found):
            rows = {file: row for file, row in rows.items() if file in self._found}
        try:
            write_whole(self._note, orjson.dumps(rows))
        except (OSError, TypeError):  # a name that is no text
            return

    def _look(self, file: str) -> str:
        """Return the state of a plain file that did not just change, where no link leads to it."""
        folder = os.path.dirname(file)  # noqa: PTH120 (of thousands: no object for each)
        if folder not in self._real:
            self._real[folder] = os.path.realpath(folder) == folder
        try:
            state = os.lstat(file)
        except OSError:
            return ""
        is_plain = S_ISREG(state.st_mode) and self._real[folder]
        return told_state(state) if is_plain and self._is_old(state) else ""

    def is_settled(self, path: str) -> bool:
        """Tell whether nobody touched a file, or what a folder lists, since this command began."""
        try:
            return self._is_old(os.lstat(path))
        except OSError:
            return False

    def _is_old(self, state: os.stat_result) -> bool:
        return max(state.st_mtime_ns, state.st_ctime_ns) < self._begun - _FRESH


def told_state(state: os.stat_result) -> str:
    """Return what changes when somebody writes a file."""
    return f"{state.st_ino} {state.st_size} {state.st_mtime_ns} {state.st_ctime_ns}"


def _read(note: Path) -> dict[str, tuple[str, str]]:
    try:
        rows = orjson.loads(note.read_bytes())
        return {
            file: (state, digest)
            for file, (state, digest) in rows.items()
            if isinstance(state, str) and isinstance(digest, str)
        }
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
