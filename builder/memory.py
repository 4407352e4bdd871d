"""Sheets that this process took already: a preview reads again what changed, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from builder.cache.digests import told_state

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Taken = TypeVar("Taken")


class Memory:
    """Remembers what files gave, until one of them changes."""

    def __init__(self) -> None:
        self._given: object = None
        self._kept: dict[Path, tuple[str, object]] = {}

    def begin(self, given: object) -> None:
        """Begin a build; all is forgotten where something else than a sheet changed.

        Args:
            given: All that tells what a sheet gives, but its file.
        """
        if given != self._given:
            self._given = given
            self._kept = {}

    def find(self, file: Path) -> object:
        """Return what a file gave, if it is as it was; nothing otherwise."""
        state, taken = self._kept.get(file, (None, None))
        return taken if state is not None and state == state_of(file) else None

    def keep(self, file: Path, state: str | None, taken: object) -> None:
        """Remember what a file gave.

        Args:
            file: The file.
            state: What `state_of` returned before it was read.
            taken: What it gave.
        """
        if state is not None:
            self._kept[file] = state, taken

    def remembering(self, take: Callable[[Path], Taken]) -> Callable[[Path], Taken]:
        """Return what takes a sheet from here, else the way it was taken before."""

        def remembered(file: Path) -> Taken:
            known = self.find(file)
            if known is not None:
                return cast("Taken", known)
            state = state_of(file)
            taken = take(file)
            if taken is not None:
                self.keep(file, state, taken)
            return taken

        return remembered


def states_in(folder: Path) -> dict[str, str | None]:
    """Map the files of a folder, at any depth, to their states."""
    return {str(file): state_of(file) for file in sorted(folder.rglob("*")) if file.is_file()}


def state_of(file: Path) -> str | None:
    """Return what changes when a file does; nothing where there is none."""
    try:
        return told_state(file.stat())
    except OSError:
        return None
