"""What the result of a build depends on beside its content: the code that makes it."""

from __future__ import annotations

import hashlib
import os
import sys
from functools import lru_cache
from pathlib import Path

from builder.cache.framing import frame

_PACKAGE = Path(__file__).parents[1]


@lru_cache(maxsize=1)
def code_version() -> bytes:
    """Return a mark that changes with our code, Python, or the version of any library.

    Libraries are told by the names of their folders (`nh3-0.3.7.dist-info`): reading what each
    says of itself would take longer than all the rest.
    """
    mark = hashlib.blake2b(sys.version.encode(), digest_size=16)
    for file in sorted(_PACKAGE.rglob("*.py")):
        mark.update(_framed(file.relative_to(_PACKAGE).as_posix().encode(), file.read_bytes()))
    for folder in sys.path:
        mark.update(_framed(*(name.encode() for name in _libraries(folder))))
    return mark.digest()


def _libraries(folder: str) -> list[str]:
    try:
        names = os.listdir(folder)  # noqa: PTH208 (names alone: a third of the time)
    except OSError:
        return []
    return sorted(name for name in names if name.endswith((".dist-info", ".egg-info")))


def _framed(*parts: bytes) -> bytes:
    """Join texts, and mark the end of their list."""
    return b"".join(map(frame, (*parts, b"")))
