"""What a check said, for the next one: where nothing changed, it would say the same.

It is noted with a mark of all that a check may look at. Who changes something while a check reads
must not have the words of before stand for what is there now: a check is noted only where no file
and no folder of the content changed since it began.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from builder.cache.folder import project_file
from builder.cache.framing import frame
from builder.cache.unchanged import ChangeError, files_below
from builder.cache.versions import code_version
from builder.site import SETTINGS
from builder.writing import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from builder.cache.digests import Digests

_NOTE = "verification.json"


@dataclass(frozen=True, slots=True)
class Said:
    """What a check printed."""

    text: str
    is_line: bool
    """Whether a line ends after it."""
    code: int
    """The exit code."""


class Checked:
    """The last check of a project."""

    def __init__(
        self, config_file: Path, content: Path, options: Sequence[str], digests: Digests
    ) -> None:
        """Prepare.

        Args:
            config_file: The settings of the project, which may not be there.
            content: The folder that is checked.
            options: What else tells what a check prints.
            digests: Of the files of the project.
        """
        self._config_file = config_file
        self._content = content
        self._options = [str(Path.cwd()), str(content), *options]
        self._digests = digests
        self._note = project_file(config_file, _NOTE)

    def recall(self) -> Said | None:
        """Return what the last check said, if this one would say the same."""
        try:
            noted = json.loads(self._note.read_bytes())
            if noted["mark"] != self._mark(self._digest):
                return None
            text, is_line, code = noted["text"], noted["is_line"], noted["code"]
        except (OSError, ValueError, KeyError, TypeError, RecursionError, ChangeError):
            return None
        is_whole = isinstance(text, str) and isinstance(is_line, bool) and isinstance(code, int)
        return Said(text, is_line, code) if is_whole else None

    def keep(self, said: Said) -> None:
        """Note what this check said, unless something changed meanwhile or the disk refuses."""
        try:
            for folder, _, _ in os.walk(self._content):
                self._settle(folder)
            mark = self._mark(self._settled)
            noted = {"mark": mark, "text": said.text, "is_line": said.is_line, "code": said.code}
            write_whole(self._note, json.dumps(noted).encode())
        except (OSError, ValueError, ChangeError):
            return

    def _find_settings(self) -> Iterator[str]:
        """List the settings that a check reads: those of the project, and those of the folder."""
        for file in (self._config_file.resolve(), Path.cwd() / SETTINGS):
            if file.is_file():
                yield str(file)

    def _mark(self, digest: Callable[[str], str]) -> str:
        """Return a mark of all that a check may look at.

        Raises:
            OSError: a file cannot be read.
            ChangeError: something cannot be compared.
        """
        mark = hashlib.blake2b(code_version(), digest_size=16)
        mark.update(json.dumps(self._options).encode())
        for file in self._find_settings():
            mark.update(frame(file.encode(errors="surrogateescape")) + digest(file).encode())
        for name, entry in files_below(self._content):
            mark.update(frame(name.encode(errors="surrogateescape")))
            mark.update(digest(entry.path).encode())
        return mark.hexdigest()

    def _digest(self, file: str) -> str:
        known = self._digests.find(file)
        return self._digests.put(file, Path(file).read_bytes()) if known is None else known

    def _settled(self, file: str) -> str:
        digest = self._digest(file)
        self._settle(file)
        return digest

    def _settle(self, path: str) -> None:
        if not self._digests.is_settled(path):
            raise ChangeError(path)
