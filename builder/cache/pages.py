"""Pages of the site that stands, taken as they are where a build would write the same.

A build notes a mark of all that each page was made from, a digest of what it wrote, and the state
of its file in the site. A page whose mark is as noted need not be made again where the file is
still in that state; in another, where it still has that digest. Any doubt has it made.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import orjson

from builder.cache.digests import told_state
from builder.cache.framing import digest_of
from builder.measures import Contents, Glance
from builder.writing import write_file, write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Printed:
    """A page that was written."""

    mark: str
    """Of all that it was made from; empty where that cannot be told."""
    digest: str
    glance: Glance


class FormerPages:
    """The pages that a build before this one wrote."""

    def __init__(self, note: Path | None = None) -> None:
        """Read what was noted of them.

        Args:
            note: The file of the note; without one, what is kept is only remembered.
        """
        self._note = note
        self._printed, self._states = _read_note(note) if note else ({}, {})
        self._mode = _plain_mode()

    def take(self, site: str, address: str, mark: str, file: str) -> Printed | None:
        """Give a page of the site that stands a second name; return nothing if it is another.

        Args:
            site: The site that stands.
            address: Of the page.
            mark: Of what it would be made from.
            file: The second name.

        Raises:
            OSError: the page cannot be written.
        """
        printed = self._printed.get(address)
        if printed is None or printed.mark != mark:
            return None
        former = f"{site}/{address}index.html"
        state = self._states.get(address)
        if state and self._link(former, file, state):
            return printed
        return printed if self.take_file(former, printed.digest, file) else None

    def take_file(self, former: str, digest: str, file: str) -> bool:
        """Give a file of the site that stands a second name; return whether it is the one.

        Args:
            former: The file.
            digest: Of what it is to hold.
            file: The second name.

        Raises:
            OSError: the second one cannot be written.
        """
        content = _read(former)
        if content is None or digest_of(content) != digest:
            return False
        if not self._link(former, file):
            write_file(file, content)
        return True

    def write(self, former: str, file: str, content: bytes) -> None:
        """Write a file of the new site; where the one that stands is the same, give it that name.

        Raises:
            OSError: it cannot be written.
        """
        if not (_read(former) == content and self._link(former, file)):
            write_file(file, content)

    def keep(
        self,
        site: str,
        printed: Mapping[str, Printed],
        read: Mapping[str, Contents] | None = None,
    ) -> None:
        """Note the pages of a site, once it stands and the former one is gone.

        Args:
            site: The site.
            printed: Address → page.
            read: What some of them hold.
        """
        self._printed = with_contents(printed, read or {})
        self._states = {
            address: _state_of(f"{site}/{address}index.html")
            for address, page in printed.items()
            if page.mark
        }
        if self._note is None:
            return
        try:
            rows = {address: _row(page) for address, page in self._printed.items()}
            write_whole(self._note, orjson.dumps([rows, self._states]))
        except OSError:
            return  # the next build makes them all, no more

    def _link(self, former: str, file: str, state: object = None) -> bool:
        """Give a file a second name, if it is as a build leaves it; return whether that was done.

        Not if it has another name already, through which it could change after it was looked at,
        nor if it is in another state than one that is asked for.
        """
        try:
            now = os.lstat(former)
            is_plain = now.st_nlink == 1 and now.st_mode == self._mode
            if not is_plain or (state and told_state(now) != state):
                return False
            _link(former, file)
        except (OSError, NotImplementedError):
            return False
        return True


def with_contents(
    printed: Mapping[str, Printed], read: Mapping[str, Contents]
) -> dict[str, Printed]:
    """Return pages, address → page, with what is known of what some of them hold."""
    known = {
        address: replace(printed[address], glance=replace(printed[address].glance, contents=held))
        for address, held in read.items()
        if address in printed
    }
    return {**printed, **known}


def dump_printed(printed: Mapping[str, Printed]) -> bytes:
    """Write what is known of pages, for `load_printed`."""
    return orjson.dumps({address: _row(page) for address, page in printed.items()})


def load_printed(content: bytes) -> dict[str, Printed]:
    """Read what `dump_printed` wrote.

    Raises:
        ValueError: it is something else.
    """
    return _load_rows(orjson.loads(content))


def _load_rows(rows: object) -> dict[str, Printed]:
    if not isinstance(rows, dict):
        raise ValueError  # noqa: TRY004 (one error for all that is no such note)
    return {address: _load(row) for address, row in rows.items()}


def _row(page: Printed) -> list[object]:
    seen, held = page.glance, page.glance.contents
    contents = [held.elements, held.asked, held.late, held.packed] if held else None
    return [page.mark, page.digest, seen.size, seen.is_list, seen.pictures, seen.foreign, contents]


def _load(row: object) -> Printed:
    match row:
        case [str(mark), str(digest), int(size), bool(is_list), [*pictures], int(foreign), held]:
            seen = Glance(size, is_list, _texts(pictures), foreign, _load_contents(held))
            return Printed(mark, digest, seen)
    raise ValueError


def _load_contents(row: object) -> Contents | None:
    match row:
        case None:
            return None
        case [int(elements), [*asked], [*late], int(packed)]:
            return Contents(elements, _texts(asked), _texts(late), packed)
    raise ValueError


def _texts(values: list[object]) -> tuple[str, ...]:
    texts = tuple(value for value in values if isinstance(value, str))
    if len(texts) < len(values):
        raise ValueError
    return texts


def _read_note(note: Path) -> tuple[dict[str, Printed], dict[str, object]]:
    try:
        match orjson.loads(note.read_bytes()):
            case [rows, dict(states)]:
                return _load_rows(rows), states
    except (OSError, ValueError):
        pass
    return {}, {}


def _state_of(file: str) -> str:
    """Return what changes when somebody writes a file; nothing where there is none."""
    try:
        return told_state(os.lstat(file))
    except OSError:
        return ""


def _read(file: str) -> bytes | None:
    try:
        with open(file, "rb") as entry:  # noqa: PTH123 (of thousands: no object for each)
            return entry.read()
    except OSError:
        return None


def _link(former: str, file: str) -> None:
    """Give a file a second name; its folder is there more often than not."""
    try:
        os.link(former, file, follow_symlinks=False)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(file), exist_ok=True)  # noqa: PTH103, PTH120 (as above)
        os.link(former, file, follow_symlinks=False)


def _plain_mode() -> int:
    """Return the kind and the rights of a file as this process makes it."""
    mask = os.umask(0)
    os.umask(mask)
    return stat.S_IFREG | (0o666 & ~mask)
