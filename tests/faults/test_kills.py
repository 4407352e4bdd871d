"""A build killed at any moment leaves a whole site, and the next build finds its way."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.faults.project import (
    environment,
    leftovers,
    make_project,
    publish,
    read_site,
    rename,
)
from tests.sheets import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

_KILLS = 20
_DYING = (sys.executable, str(PROJECT / "tests" / "faults" / "dying.py"))
_TITLES = ("Trier ses déchets", "Composter")


class Builds:
    """Starts builds that die, one after the other."""

    def __init__(self, project: Path) -> None:
        self._process = subprocess.Popen(
            _DYING,
            cwd=project,
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, *, dying_at: int) -> int:
        """Build, and die at this act; return the exit code, or with 0 the number of acts."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{dying_at}\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def close(self) -> None:
        """Start no more."""
        self._process.communicate()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_build_killed_at_20_random_moments_leaves_a_whole_site(tmp_path: Path) -> None:
    """The former one, or the new one if the switch is past; never a mixture, byte for byte."""
    seed = random.randrange(10**6)  # noqa: S311 (not for secrets; printed, to run it again)
    project = make_project(tmp_path, _TITLES[1])
    whole = {_TITLES[1]: publish(project)}
    rename(project, _TITLES[0])
    with closing(Builds(project)) as builds:
        total = builds.run(dying_at=0)
        whole[_TITLES[0]] = read_site(project / "site")
        standing = _TITLES[0]

        for moment in _moments(seed, total):
            wanted = _TITLES[standing == _TITLES[0]]
            rename(project, wanted)
            code = builds.run(dying_at=moment)
            # What two processes share is not always shared alike: this one may have had less to do.
            assert code == -signal.SIGKILL or code < moment, f"seed {seed}, act {moment}"

            found = read_site(project / "site")
            assert found in whole.values(), f"seed {seed}, act {moment}: the site is a mixture"
            assert found in (whole[standing], whole[wanted])
            standing = wanted if found == whole[wanted] else standing

    rename(project, _TITLES[1])
    assert publish(project) == whole[_TITLES[1]]
    assert leftovers(project) == []


def _moments(seed: int, total: int) -> list[int]:
    """Choose one act in each twentieth of a build, so that its end, the switch, has its share."""
    print(f"seed {seed}, {total} acts")  # noqa: T201
    chance = random.Random(seed)  # noqa: S311
    edges = [1 + total * rank // _KILLS for rank in range(_KILLS + 1)]
    return [chance.randrange(edges[rank], edges[rank + 1]) for rank in range(_KILLS)]
