"""Runs `fiches build` and kills it, as the system does, at its n-th act on files or processes.

Moments counted so fall everywhere in a build, the switch included; moments of a clock would nearly
always fall in its long quiet parts. Run as a script, it reads a count a line and answers with the
exit code of a build: a process of its own, forked from this one, which has imported everything.
The count 0 kills nothing, and the answer is then how many acts a whole build is made of.
"""

import os
import signal
import sys
from contextlib import redirect_stdout

_ACTS = ("open", "os.", "shutil.", "subprocess.", "tempfile.", "ctypes.", "socket.")


def _arm(last: int) -> list[int]:
    seen = [0]

    def note(event: str, _: tuple[object, ...]) -> None:
        if event.startswith(_ACTS):
            seen[0] += 1
            if seen[0] == last:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(note)
    return seen


def _build(last: int) -> None:
    acts = _arm(last)
    with redirect_stdout(sys.stderr):
        fiches.main(["build"], standalone_mode=False)
    print(acts[0], flush=True)  # noqa: T201
    os._exit(0)


if __name__ == "__main__":
    from builder.cli import fiches
    from builder.plugin import commands  # noqa: F401 (imported before anything is counted)

    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _build(int(line))
        _, status = os.waitpid(child, 0)
        if status:
            print(os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201
