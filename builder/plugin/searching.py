"""Writes the search of a site in a process of its own, which another may help at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.beside import Gate, Partner
from builder.cache.framing import digest_of
from builder.cache.store import Store
from builder.search import (
    TEXTS,
    RecentShelf,
    keep_digests,
    make_index,
    make_search_files,
    make_text,
    recall_digests,
    text_address,
)
from builder.writing import write_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from builder.cache.pages import FormerPages
    from builder.search import Entry, Shelf


_INDEXED = 2_000
"""Pages that a preview without a cache does not index again at each save."""


class Search:
    """The search of a site: begun as soon as there is something to find, written once it may be."""

    def __init__(self) -> None:
        """Know of nothing to find."""
        self._recent = RecentShelf(_INDEXED)
        """What is made of it, where no cache keeps that."""
        self._writer: SearchWriter | None = None

    @property
    def is_begun(self) -> bool:
        """Whether this build told what there is to find."""
        return self._writer is not None

    def begin(
        self,
        entries: Sequence[Entry],
        folder: SearchFolder,
        store: Store | None,
        *,
        is_beside: bool,
        is_swept: bool,
    ) -> None:
        """Begin the search of a build.

        Args:
            entries: The pages to find, sorted by address.
            folder: Where its files go.
            store: What is kept of the last search, if a cache keeps it.
            is_beside: Whether a second process may begin at once.
            is_swept: Whether what no build used for long may go.
        """
        shelf = store or self._recent
        self._writer = SearchWriter(entries, shelf, folder.write, folder.take, is_swept=is_swept)
        if is_beside:
            self._writer.start()

    def allow(self) -> None:
        """Have its files written from now on: nobody removes them any more."""
        if self._writer is not None:
            self._writer.allow()

    def finish(self) -> None:
        """Have all its files written."""
        if self._writer is not None:
            self._writer.finish()
            self._writer = None

    def drop(self) -> None:
        """Give it up: there will be no site."""
        if self._writer is not None:
            self._writer.stop()
            self._writer = None

    def make(
        self, entries: Sequence[Entry], store: Store | None, *, is_swept: bool
    ) -> Iterator[tuple[str, bytes]]:
        """Make its files for a preview, which writes none: address and content of each."""
        yield from make_search_files(entries, store or self._recent)
        if store is not None:
            let_go(store, is_swept=is_swept)


def let_go(store: Store, *, is_swept: bool) -> None:
    """Close a store. A preview, which remembers sheets, cannot tell what is of no more use."""
    if is_swept:
        store.close()
    else:
        store.rest()


class SearchFolder:
    """Where the files of the search go, and where they may come from."""

    def __init__(self, new: str, stands: str, former: FormerPages | None) -> None:
        """Prepare for a build.

        Args:
            new: Folder of the site that is being made.
            stands: Folder of the site that stands.
            former: What gives its files a second name, if any may serve again.
        """
        self._new = new
        self._stands = stands
        self._former = former

    def write(self, name: str, content: bytes) -> None:
        """Write a file, by its address; the one that stands serves again if it is the same."""
        file = f"{self._new}/{name}"
        if self._former is None:
            write_file(file, content)
        else:
            self._former.write(f"{self._stands}/{name}", file, content)

    def take(self, name: str, digest: str) -> bool:
        """Take a file of the site that stands, if it has a digest; tell whether that was done."""
        if self._former is None:
            return False
        return self._former.take_file(f"{self._stands}/{name}", digest, f"{self._new}/{name}")


class SearchWriter:
    """Writes the search of one build: its index by one process, its texts by whoever is free."""

    def __init__(
        self,
        entries: Sequence[Entry],
        shelf: Shelf,
        write: Callable[[str, bytes], None],
        take: Callable[[str, str], bool] = lambda *_: False,
        *,
        is_swept: bool,
    ) -> None:
        """Prepare for a build.

        Args:
            entries: The pages to find, sorted by address.
            shelf: What is kept of the last search.
            write: Writes a file of the site: its address, its content.
            take: Told the address of a text and its digest, takes the one of the site that stands
                if it is the same, and tells whether it did.
            is_swept: Whether what no build used for long may go.
        """
        self._entries = entries
        self._shelf = shelf
        self._write = write
        self._take = take
        self._is_swept = is_swept
        self._partner = Partner()
        self._gate: Gate | None = None

    def start(self) -> None:
        """Begin in a second process, where there can be one; it writes nothing before `allow`."""
        try:
            self._gate = Gate()
        except OSError:
            return
        self._partner.start(len(self._entries), self._work)

    def allow(self) -> None:
        """Have files written from now on: nobody removes them any more."""
        if self._gate is not None:
            self._gate.open()

    def finish(self) -> None:
        """Write what is left to write, and wait for the other process.

        If that one failed all is done again in this one, which then tells what is wrong.
        """
        self.allow()
        self._write_texts(self._partner.take(), TEXTS[0])
        if self._partner.wait() is None:
            self._write_index()
            self._write_texts([range(len(self._entries))], TEXTS[0])
        self.stop()

    def stop(self) -> None:
        """Give up what is not done."""
        self._partner.stop()
        if self._gate is not None:
            self._gate.close()
            self._gate = None
        if isinstance(self._shelf, Store):
            self._shelf.rest()

    def _work(self, parts: Iterable[range]) -> bytes:
        self._write_index(is_held=True)
        self._write_texts(parts, TEXTS[1])
        if isinstance(self._shelf, Store):
            self._shelf.rest()
        return b""

    def _write_index(self, *, is_held: bool = False) -> None:
        files = make_index(self._entries, self._shelf)
        if self._gate is not None and is_held:
            self._gate.wait()
        for name, content in files.items():
            self._write(name, content)
        if not isinstance(self._shelf, Store):
            return
        for mark in (*TEXTS, *(entry.mark for entry in self._entries)):
            self._shelf.want(mark)  # of a text, that another process may write
        let_go(self._shelf, is_swept=self._is_swept)

    def _write_texts(self, parts: Iterable[range], own: bytes) -> None:
        """Write texts; one that stands is known by its digest, and its record is not read."""
        former, digests = recall_digests(self._shelf), {}
        for part in parts:
            for entry in self._entries[part.start : part.stop]:
                digests[entry.name] = self._write_text(entry, former.get(entry.name, ""))
        if digests:
            keep_digests(self._shelf, own, digests)

    def _write_text(self, entry: Entry, known: str) -> str:
        if known and self._take(text_address(entry), known):
            return known
        name, content = make_text(entry, self._shelf)
        self._write(name, content)
        return digest_of(content)
