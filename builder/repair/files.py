"""The files that are repaired: whether they are ours to write, and writing them whole."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from builder.os_errors import say_os_error
from builder.source import decode

if TYPE_CHECKING:
    from builder.reading import Reading
    from builder.source import SourceFile

_CHANGED = "il a changé pendant la vérification"
_OUTSIDE = "c’est un lien vers un fichier hors du dossier du contenu"
_LOCKED = "il est protégé contre l’écriture"


@dataclass(frozen=True, slots=True)
class Draft:
    """A file as it is, and as it would be."""

    file: Path
    before: bytes
    after: bytes
    count: int = 0
    """Repairs made from the one to the other."""


def open_draft(source: SourceFile, reading: Reading) -> Draft | str:
    """Take up a file that was checked; say why not when it has changed or is not ours to write."""
    file = reading.shown_from / source.path
    try:
        raw = file.read_bytes()
        if decode(raw, source.path) != source:
            return _CHANGED
        return _closed(file, reading) or Draft(file, raw, raw)
    except OSError as error:
        return say_os_error(error)


def write(draft: Draft, reading: Reading) -> str:
    """Write a file; say why that cannot be, or nothing."""
    try:
        if draft.file.read_bytes() != draft.before:
            return _CHANGED
        reason = _closed(draft.file, reading)
        if not reason:
            _replace(draft.file.resolve(), draft.after)
    except OSError as error:
        return say_os_error(error)
    return reason


def _closed(file: Path, reading: Reading) -> str:
    """Say why a file is not ours to write, or nothing."""
    real = file.resolve()
    if not real.is_relative_to(reading.content.resolve()):
        return _OUTSIDE
    return "" if os.access(real, os.W_OK) else _LOCKED


def _replace(file: Path, raw: bytes) -> None:
    """Put a whole new file in the place of one: a power cut leaves the former, or the new."""
    mode = stat.S_IMODE(file.stat().st_mode)
    import tempfile  # noqa: PLC0415 (a check that repairs nothing writes nothing)

    handle, name = tempfile.mkstemp(prefix=".fiches-", dir=file.parent)
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(raw)
            stream.flush()
            os.fsync(stream.fileno())
        new.chmod(mode)
        new.replace(file)
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise
