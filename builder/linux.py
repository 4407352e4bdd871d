"""Calls of Linux that Python does not give: exchange two folders, flush one file system, die.

Elsewhere, and on a system too old for them, they say that they did nothing or do the next best.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_AT_FDCWD = -100
_PR_SET_PDEATHSIG = 1
"""From `linux/prctl.h`: the signal a process gets when its parent dies."""
_RENAME_EXCHANGE = 2
"""From `linux/fs.h`: each name takes what the other had, in one step, or nothing changes."""


def exchange(one: Path, other: Path) -> bool:
    """Exchange two paths of one file system at once; return whether that was done.

    The system may know no such call, and the file system refuse it: nothing changes then.
    """
    call = _call("renameat2")
    if call is None:
        return False
    paths = [ctypes.c_char_p(os.fsencode(path)) for path in (one, other)]
    here = ctypes.c_int(_AT_FDCWD)
    return call(here, paths[0], here, paths[1], ctypes.c_uint(_RENAME_EXCHANGE)) == 0


def flush(folder: Path) -> None:
    """Have the disk hold all that was written to the file system of a folder.

    Raises:
        OSError: some of it could not be: disks behind a network tell so this late.
    """
    call = _call("syncfs")
    if call is None:
        if hasattr(os, "sync"):
            os.sync()
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        if call(ctypes.c_int(handle)) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number))
    finally:
        os.close(handle)


def die_with_parent(parent: int) -> None:
    """Have this process end as soon as its parent does, however that ends."""
    call = _call("prctl")
    if call is not None:
        call(ctypes.c_int(_PR_SET_PDEATHSIG), ctypes.c_ulong(signal.SIGKILL))
    if os.getppid() != parent:
        os._exit(1)


def _call(name: str) -> Callable[..., int] | None:
    if sys.platform != "linux":
        return None
    found: Callable[..., int] | None
    found = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    return found
