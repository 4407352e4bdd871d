"""Run a command and print what it took, as JSON: `python -I -S probe.py COMMAND…`.

A program of its own, as small as can be: Linux has a process begin with the peak memory of the one
that starts it, and a benchmark that holds a thousand sheets would count for its children.
"""

import json
import os
import re
import subprocess
import sys
import time

_INTERVAL = 0.01
"""Seconds between two looks at the peak memory of the command itself."""
_PEAK = re.compile(r"^VmHWM:\s+(\d+) kB$", re.MULTILINE)
_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""Octets."""


def main(command: list[str]) -> int:
    """Run it, print its figures, return its exit code."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    own, ended = 0, 0
    while not ended:
        own = max(own, peak_memory(_status(process.pid)))
        time.sleep(_INTERVAL)
        ended, status, usage = os.wait4(process.pid, os.WNOHANG)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    figures = {
        "wall": wall,
        "cpu": usage.ru_utime + usage.ru_stime,
        "largest": usage.ru_maxrss * _MAXRSS_UNIT,
        "own": own,
    }
    print(json.dumps(figures))
    return process.returncode


def peak_memory(status: str) -> int:
    """Read the peak memory, in octets, from what Linux tells of a process (man 5 proc_pid_status).

    Nothing is 0: the process has just ended, or the system tells nothing.
    """
    found = _PEAK.search(status)
    return int(found[1]) * 1024 if found else 0


def _status(process: int) -> str:
    try:
        with open(f"/proc/{process}/status", encoding="ascii", errors="replace") as file:  # noqa: PTH123
            return file.read()
    except OSError:
        return ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
