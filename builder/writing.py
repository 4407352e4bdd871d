"""Writes files, and the folders that lead to them."""

from __future__ import annotations

import os
from pathlib import Path


def write_file(file: str, content: bytes) -> None:
    """Write a new file; one that stands there goes, for it may have another name elsewhere.

    To look first what is there would take as long as to write.

    Raises:
        OSError: the disk refuses.
    """
    try:
        entry = open(file, "xb")  # noqa: PTH123, SIM115 (of thousands: no object for each)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(file), exist_ok=True)  # noqa: PTH103, PTH120 (as above)
        entry = open(file, "xb")  # noqa: PTH123, SIM115
    except FileExistsError:
        Path(file).unlink()
        entry = open(file, "xb")  # noqa: PTH123, SIM115
    with entry:
        entry.write(content)


def write_whole(file: Path, content: bytes) -> None:
    """Write a file that readers see whole or not at all, whatever stops this.

    Raises:
        OSError: the disk refuses.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    aside = file.with_name(f"{file.name}.{os.getpid()}.tmp")
    try:
        aside.write_bytes(content)
        aside.replace(file)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
