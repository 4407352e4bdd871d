"""Writes the search of a site in a process of its own, which another may help at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.beside import Beside, Shares, start_beside
from builder.cache.store import Store
from builder.search import make_index, make_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from builder.search import Entry, Shelf


class SearchWriter:
    """Writes the search of one build: its index by one process, its texts by whoever is free."""

    def __init__(
        self,
        entries: Sequence[Entry],
        shelf: Shelf,
        write: Callable[[str, bytes], None],
        *,
        is_swept: bool,
    ) -> None:
        """Prepare for a build.

        Args:
            entries: The pages to find, sorted by address.
            shelf: What is kept of the last search.
            write: Writes a file of the site: its address, its content.
            is_swept: Whether what no build used for long may go.
        """
        self._entries = entries
        self._shelf = shelf
        self._write = write
        self._is_swept = is_swept
        self._shares: Shares | None = None
        self._beside: Beside | None = None

    def start(self) -> None:
        """Begin in a second process, where there can be one."""
        try:
            self._shares = Shares(len(self._entries))
            self._beside = start_beside(self._work)
        except OSError:
            self._beside = None

    def finish(self) -> None:
        """Write what is left to write, and wait for the other process.

        If that one failed all is done again in this one, which then tells what is wrong.
        """
        if self._beside is not None and self._shares is not None:
            self._write_texts(self._shares.take())
            is_done = self._beside.wait() is not None
        else:
            is_done = False
        if not is_done:
            self._write_index()
            self._write_texts([range(len(self._entries))])
        self.stop()

    def stop(self) -> None:
        """Give up what is not done."""
        if self._beside is not None:
            self._beside.stop()
            self._beside = None
        if self._shares is not None:
            self._shares.close()
            self._shares = None
        if isinstance(self._shelf, Store):
            self._shelf.rest()

    def _work(self) -> bytes:
        self._write_index()
        if self._shares is not None:
            self._write_texts(self._shares.take())
        return b""

    def _write_index(self) -> None:
        for name, content in make_index(self._entries, self._shelf).items():
            self._write(name, content)
        if not isinstance(self._shelf, Store):
            return
        for entry in self._entries:
            self._shelf.want(entry.mark)  # of its text, that another process may write
        if self._is_swept:
            self._shelf.close()
        else:
            self._shelf.rest()

    def _write_texts(self, parts: Iterable[range]) -> None:
        for part in parts:
            for entry in self._entries[part.start : part.stop]:
                self._write(*make_text(entry, self._shelf))
