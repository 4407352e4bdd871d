"""Takes many sheets: those that were kept first, the others on two cores."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from builder.beside import Partner

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from builder.cache.store import Store

_FEW = 64
"""Sheets under which a second process costs what it spares."""

Taken = TypeVar("Taken")


def take_all(
    files: Sequence[Path],
    find: Callable[[Path], Taken | None],
    make: Callable[[Path], Taken],
    keep: Callable[[Path], object],
    store: Store | None,
) -> list[Taken]:
    """Take sheets, in the order of their files.

    Args:
        files: Their files.
        find: Takes a sheet from the store; nothing when it is not there.
        make: Reads a sheet, and puts it in the store.
        keep: Does as much, and what it returns is of no use: it need not be ready.
        store: Where two processes find what the other made; without one, this one does all.
    """
    found: dict[Path, Taken | None] = {}
    if store and not store.is_empty():
        found = {file: find(file) for file in files}
    new = [file for file in files if found.get(file) is None]
    if store and len(new) >= _FEW:
        _share(new, make, keep, store, found)
        found.update((file, find(file)) for file in new if found.get(file) is None)
    # A sheet in which something is wrong is not in the store: it is read here too.
    return [found.get(file) or make(file) for file in files]


def _share(
    files: Sequence[Path],
    make: Callable[[Path], Taken],
    keep: Callable[[Path], object],
    store: Store,
    found: dict[Path, Taken | None],
) -> None:
    """Make sheets with a second process; what that one makes is in the store."""

    def work(parts: Iterable[range]) -> bytes:
        for part in parts:
            for file in files[part.start : part.stop]:
                keep(file)
        store.rest()
        return b""

    store.rest()
    partner = Partner()
    try:
        partner.start(len(files), work)
        for part in partner.take():
            found.update((file, make(file)) for file in files[part.start : part.stop])
        partner.wait()
    finally:
        partner.stop()
