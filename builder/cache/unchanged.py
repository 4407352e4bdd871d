"""Whether a site is already what a build would make: then there is nothing to do.

A build notes the bytes of all that it read, before it reads them, and the state of all that it
wrote. When both are as noted, another would write the same. Anything unforeseen is a change.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from builder.cache.folder import FOLDER, project_digests
from builder.cache.framing import frame
from builder.cache.versions import code_version
from builder.writing import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ENVIRONMENT = ("SOURCE_DATE_EPOCH", "LANG", "LC_ALL", "LC_TIME", "TZ")


@dataclass(frozen=True, slots=True)
class Asked:
    """A build, as it is asked for."""

    config_file: Path
    site_dir: str
    """As it is typed; empty where the settings say it."""
    is_strict: bool
    is_cached: bool = True
    """Whether it may take anything from the builds before, and keep anything for those after."""

    @property
    def note(self) -> Path:
        """Where a build that came to its end is noted."""
        return self._file("site", ".json")

    @property
    def pages(self) -> Path:
        """Where the pages that it printed are noted."""
        return self._file("pages", ".json")

    @property
    def folders(self) -> Path:
        """Where the folders of a site that is no more wait for the next one."""
        return self._file("dossiers")

    def _file(self, start: str, end: str = "") -> Path:
        asked = f"{self.config_file.resolve()}\0{self.site_dir and Path(self.site_dir).resolve()}"
        name = hashlib.blake2b(asked.encode(errors="surrogateescape"), digest_size=8).hexdigest()
        return self.config_file.resolve().parent / FOLDER / f"{start}-{name}{end}"


@dataclass(frozen=True, slots=True)
class Built:
    """A site that stands, as the build that made it noted."""

    site: Path
    told: tuple[str, ...]
    """What that build had to say, and would again."""


class ChangeError(Exception):
    """Something cannot be compared, or changed meanwhile."""


class Inputs:
    """All that a build reads, as it was when it was first looked at: before the build reads it."""

    def __init__(self, asked: Asked) -> None:
        """Prepare.

        Args:
            asked: The build.
        """
        self.asked = asked
        self.digests = project_digests(asked.config_file if asked.is_cached else None)
        """Of all that was looked at."""
        self._marks: dict[tuple[str, ...], str] = {}

    def mark(self, roots: Sequence[str]) -> str:
        """Return a mark of it, bytes included; nothing where there is something that has none.

        Args:
            roots: The folders that the build reads.
        """
        known = tuple(roots)
        if known not in self._marks:
            try:
                self._marks[known] = self._mark(known)
            except (OSError, ChangeError):
                self._marks[known] = ""
        return self._marks[known]

    def _mark(self, roots: Sequence[str]) -> str:
        mark = hashlib.blake2b(code_version(), digest_size=16)
        settings = {name: os.environ.get(name) for name in _ENVIRONMENT}
        mark.update(json.dumps([settings, str(Path.cwd()), self.asked.is_strict]).encode())
        mark.update(frame(self.asked.config_file.read_bytes()))
        for root in roots:
            mark.update(frame(root.encode(errors="surrogateescape")))
            for name, entry in files_below(root):
                mark.update(frame(name.encode(errors="surrogateescape")))
                mark.update(self._digest(entry.path).encode())
        return mark.hexdigest()

    def _digest(self, path: str) -> str:
        known = self.digests.find(path)
        if known is not None:
            return known
        with open(path, "rb") as file:  # noqa: PTH123 (no object for each of many)
            return self.digests.put(path, file.read())


def find_built(inputs: Inputs) -> Built | None:
    """Return the site that stands, if a build would make the same."""
    try:
        noted = json.loads(inputs.asked.note.read_bytes())
        roots, site, told = map(str, noted["roots"]), Path(noted["site"]), map(str, noted["told"])
        mark = inputs.mark([*roots])
        if not mark or noted["inputs"] != mark:
            return None
        return Built(site, tuple(told)) if noted["output"] == _mark_output(site) else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError, ChangeError):
        return None


def note_built(inputs: Inputs, roots: Sequence[str], built: Built) -> None:
    """Note that a site stands; where the disk refuses, the next build does its work, no more."""
    try:
        noted = {
            "inputs": inputs.mark(roots),
            "roots": roots,
            "site": str(built.site),
            "output": _mark_output(built.site),
            "told": built.told,
        }
        write_whole(inputs.asked.note, json.dumps(noted).encode())
    except (OSError, ValueError, ChangeError):
        forget_built(inputs.asked)


def forget_built(asked: Asked) -> None:
    """Have the next build do its work."""
    try:
        asked.note.unlink(missing_ok=True)
    except OSError:
        return


def _mark_output(site: Path) -> str:
    """Return a mark of a site: whoever writes a file there changes its size or its times."""
    mark = hashlib.blake2b(digest_size=16)
    for name, entry in files_below(site):
        if name.startswith("."):
            continue  # of the host or of a preview: a build leaves it as it is
        state = entry.stat()
        told = f"{name}\0{state.st_size} {state.st_mtime_ns} {state.st_ctime_ns}"
        mark.update(frame(told.encode(errors="surrogateescape")))
    return mark.hexdigest()


def files_below(folder: Path | str, prefix: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """List the files below a folder, by their names from there, in a stable order.

    Raises:
        ChangeError: a link, a pipe: no mark says what stands behind.
    """
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        name = f"{prefix}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from files_below(entry.path, f"{name}/")
        elif entry.is_file(follow_symlinks=False):
            yield name, entry
        else:
            raise ChangeError(name)
