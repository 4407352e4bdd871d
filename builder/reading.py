"""How a content folder is read, and which files of it are sheets."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from builder.source import Refusal, SourceFile, decode, read_source
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
    on_sheet: Callable[[], None] = lambda: None
    """Called after each sheet, for a progress bar."""
    unsaved: Mapping[Path, bytes] = field(default_factory=dict)
    """Sheet → what is read instead of its file: a repair is tried before it is written."""
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
        unsaved = self.unsaved.get(file)
        if unsaved is not None:
            return decode(unsaved, self.shown(file))
        return read_source(file, self.shown(file), within=self.content)


def sheet_files(content: Path) -> list[Path]:
    """List the files of fiches and witnesses, in a stable order."""
    return [file for folder in (FICHES, TEMOINS) for file in files_in(content / folder)]


def files_in(folder: Path) -> list[Path]:
    """List the sheets of a folder.

    Hidden files are no sheets: some systems leave one beside each file they copy.
    """
    paths = sorted(file.relative_to(folder).parts for file in folder.rglob("*.md"))
    return [folder.joinpath(*parts) for parts in paths if not any(map(_is_hidden, parts))]


def _is_hidden(name: str) -> bool:
    return name.startswith(".")
