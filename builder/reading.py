"""How a content folder is read, and which files of it are sheets."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from os.path import normcase
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from builder.cache.digests import Digests
from builder.source import Refusal, SourceFile, Unopened, decode, read_bytes
from builder.stopwatch import StoppedWatch, Stopwatch

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from builder.memory import Memory

FICHES = "fiches"
TEMOINS = "temoins"


@dataclass(frozen=True, slots=True)
class Reading:
    """How to read a content folder."""

    content: Path
    """The folder that holds `fiches`, `temoins`, `uploads` and the vocabulary file."""
    shown_from: Path
    """Paths are shown relative to this folder: the project's."""
    with_drafts: bool = False
    is_check: bool = False
    """Whether no page will be made: texts are looked over, and set for nobody."""
    on_sheet: Callable[[], None] = lambda: None
    """Called after each sheet, for a progress bar."""
    unsaved: Mapping[Path, bytes] = field(default_factory=dict)
    """Sheet → what is read instead of its file: a repair is tried before it is written."""
    digests: Digests = field(default_factory=Digests)
    """Of the files, as they were when each was first looked at: a reading happens once."""
    memory: Memory | None = None
    """What a preview remembers from one save to the next."""
    stopwatch: Stopwatch = field(default_factory=StoppedWatch)

    def shown(self, file: Path) -> PurePosixPath:
        """Return a path as messages show it."""
        try:
            return PurePosixPath(file.relative_to(self.shown_from).as_posix())
        except ValueError:
            return PurePosixPath(file.as_posix())

    def read(self, file: Path) -> SourceFile | Refusal:
        """Read a sheet."""
        return decode(self.read_bytes(file), self.shown(file))

    def read_bytes(self, file: Path) -> bytes | Unopened:
        """Return the bytes of a sheet."""
        unsaved = self.unsaved.get(file)
        return read_bytes(file, within=self.content) if unsaved is None else unsaved


def sheet_files(content: Path) -> list[Path]:
    """List the files of fiches and witnesses, in a stable order."""
    return [file for folder in (FICHES, TEMOINS) for file in files_in(content / folder)]


def files_in(folder: Path) -> list[Path]:
    """List the sheets of a folder.

    Hidden files are no sheets: some systems leave one beside each file they copy.
    """
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return []
    found: list[Path] = []
    for entry in entries:  # a fifth of the time that `rglob` takes
        if entry.name.startswith("."):
            continue
        if normcase(entry.name).endswith(".md"):
            found.append(folder / entry.name)
        if entry.is_dir(follow_symlinks=False):
            found += files_in(folder / entry.name)
    return found
