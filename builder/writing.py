"""Writes a file of the site, and the folders that lead to it."""

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
