"""Two builds at once both end well."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

import pytest

from builder.errors import BuilderError
from builder.switch import open_staging
from tests.faults.project import (
    COMMANDS,
    finish,
    interruptible,
    leftovers,
    make_project,
    publish,
    read_site,
    start,
)

if TYPE_CHECKING:
    from pathlib import Path

_WAITS = "Une autre publication est en cours : on attend qu’elle finisse.\n"


def _never() -> None:
    raise AssertionError("nobody else builds")


def test_builds_at_once_publish_one_after_the_other(tmp_path: Path) -> None:
    """All succeed, whichever command they are, and the site is that of one build alone."""
    project = make_project(tmp_path)
    alone = publish(project)

    running = [start(project, *command) for command in [*COMMANDS.values(), COMMANDS["fiches"]]]
    for code, said in map(finish, running):
        assert code == 0, said

    assert read_site(project / "site") == alone
    assert leftovers(project) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_a_build_says_that_it_waits(tmp_path: Path, command: str) -> None:
    """One line when another build is under way; then it goes on."""
    project = make_project(tmp_path)
    other = open_staging(project / "site", on_wait=_never)

    process = start(project, *COMMANDS[command])
    assert process.stdout is not None
    assert process.stdout.readline() == _WAITS
    other.drop()

    code, said = finish(process)
    assert code == 0, said
    assert (project / "site" / "index.html").is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process")
def test_a_wait_can_be_interrupted(tmp_path: Path) -> None:
    """It is told like any interruption, and the other build is not disturbed."""
    project = make_project(tmp_path)
    other = open_staging(project / "site", on_wait=_never)
    with interruptible():
        process = start(project, *COMMANDS["fiches"])
    assert process.stdout is not None
    assert process.stdout.readline() == _WAITS

    process.send_signal(signal.SIGINT)

    code, said = finish(process)
    assert code == 130
    assert said == "publication interrompue ; le site en place n’a pas changé\n"
    assert other.folder.is_dir()
    other.drop()


def test_a_wait_has_an_end(tmp_path: Path) -> None:
    """A build that hangs does not hang the others for ever."""
    told: list[str] = []
    other = open_staging(tmp_path / "site", on_wait=_never)

    with pytest.raises(BuilderError, match="une autre publication est en cours et ne finit pas"):
        open_staging(tmp_path / "site", on_wait=lambda: told.append("attente"), patience=0.1)

    assert told == ["attente"]
    other.drop()
