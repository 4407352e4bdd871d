"""Bytes kept under the mark of what they were made from, in one file.

SQLite lets two builds write at once, and undoes what a killed one left. What it gives is compared
with a sum of it all the same; a file that is no store of ours is deleted and made again.
"""

from __future__ import annotations

import hashlib
import sqlite3
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

_SUM = 16
"""Octets of the sum that stands before each content."""
_PATIENCE = 5.0
"""Seconds to wait for another build that writes."""
_BATCH = 256
"""Contents written at once."""
_KEPT = 3
"""Times as many contents may lie there as a build uses, before the others are swept."""
_TABLE = "CREATE TABLE IF NOT EXISTS kept (mark BLOB PRIMARY KEY, content BLOB)"


class Store:
    """A file of contents; where the disk or the file refuses, nothing is kept.

    It is opened at the first need, and again after `rest` or `close`.
    """

    def __init__(self, file: Path) -> None:
        """Prepare.

        Args:
            file: Where it stands, or will.
        """
        self._file = file
        self._base: sqlite3.Connection | None = None
        self._lock = threading.RLock()
        """The pages of a preview are made where they are asked for: in any thread."""
        self._is_given_up = False
        self._used: set[bytes] = set()
        self._new: dict[bytes, bytes] = {}

    def get(self, mark: bytes) -> bytes | None:
        """Return the content that a mark stands for, as it was put."""
        with self._lock:
            return self._get(mark)

    def put(self, mark: bytes, content: bytes) -> None:
        """Keep a content: what another build, or this one later, will get for that mark."""
        with self._lock:
            self._used.add(mark)
            self._new[mark] = content
            if len(self._new) >= _BATCH:
                self._write()

    def is_empty(self) -> bool:
        """Tell whether nothing was ever put there: there is no need to look for anything."""
        with self._lock:
            return not self._new and self._ask("SELECT 1 FROM kept LIMIT 1") is None

    def want(self, mark: bytes) -> None:
        """Have a content stay, be it not asked for this time."""
        with self._lock:
            self._used.add(mark)

    def rest(self) -> None:
        """Write what is left, and let go of the file until the next need.

        To be done before this process is copied: each copy must open the file by itself.
        """
        with self._lock:
            self._write()
            self._let_go()

    def close(self) -> None:
        """Write what is left; sweep what no build used for long. Another build may begin."""
        with self._lock:
            self._write()
            if self._base is not None:
                try:
                    self._sweep(self._base)
                except sqlite3.Error as error:
                    self._give_up(error)
            self._let_go()
            self._used.clear()
            self._is_given_up = False

    def _get(self, mark: bytes) -> bytes | None:
        self._used.add(mark)
        if mark in self._new:
            return self._new[mark]
        row = self._ask("SELECT content FROM kept WHERE mark = ?", mark)
        if row is None or not isinstance(row[0], bytes) or len(row[0]) < _SUM:
            return None
        content = row[0][_SUM:]
        return content if row[0][:_SUM] == _sum(mark, content) else None

    def _ask(self, question: str, *values: bytes) -> tuple[Any, ...] | None:
        """Return the first row of an answer, if it has one."""
        base = self._open()
        if base is None:
            return None
        try:
            row: tuple[Any, ...] | None = base.execute(question, values).fetchone()
        except sqlite3.Error as error:
            self._give_up(error)
            return None
        return row

    def _open(self) -> sqlite3.Connection | None:
        if self._base is None and not self._is_given_up:
            try:
                self._file.parent.mkdir(parents=True, exist_ok=True)
                self._base = _connect(self._file)
                self._base.execute(_TABLE)
            except (OSError, sqlite3.Error) as error:
                self._give_up(error)
        return self._base

    def _write(self) -> None:
        if not self._new:
            return
        base = self._open()
        rows = [(mark, _sum(mark, content) + content) for mark, content in self._new.items()]
        self._new.clear()
        if base is None:
            return
        try:
            base.execute("BEGIN IMMEDIATE")
            base.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", rows)
            base.execute("COMMIT")
        except sqlite3.Error as error:
            self._give_up(error)

    def _sweep(self, base: sqlite3.Connection) -> None:
        (count,) = base.execute("SELECT count(*) FROM kept").fetchone()
        if count <= _KEPT * len(self._used) or not self._used:
            return
        marks = [mark for (mark,) in base.execute("SELECT mark FROM kept")]
        unused = [(mark,) for mark in marks if mark not in self._used]
        base.execute("BEGIN IMMEDIATE")
        base.executemany("DELETE FROM kept WHERE mark = ?", unused)
        base.execute("COMMIT")
        base.execute("VACUUM")

    def _let_go(self) -> None:
        if self._base is not None:
            with suppress(sqlite3.Error):
                self._base.close()
        self._base = None

    def _give_up(self, error: Exception) -> None:
        """Do without; delete a file that is no store, so that the next build makes one.

        Where another build writes for long, or the disk is full, the file is sound.
        """
        self._let_go()
        self._is_given_up = True
        self._new.clear()
        if not isinstance(error, OSError | sqlite3.OperationalError):
            with suppress(OSError):
                self._file.unlink(missing_ok=True)


def _connect(file: Path) -> sqlite3.Connection:
    base = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    base.text_factory = bytes  # a content that was made a text is compared with its sum too
    base.execute("PRAGMA synchronous = OFF")  # a power cut costs a cache, no more
    return base


def _sum(mark: bytes, content: bytes) -> bytes:
    return hashlib.blake2b(content, key=mark[:64], digest_size=_SUM).digest()
