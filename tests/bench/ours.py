"""Our own builder, as one of the contenders."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from builder import __version__
from tests.bench.contenders import OURS, Contender, Scenario, Server, Step, do_nothing
from tests.bench.projects import (
    edit_sheet,
    edit_theme,
    edit_vocabulary,
    first_fiche,
    forget_builds,
    write_project,
)

if TYPE_CHECKING:
    from pathlib import Path

COMMAND = (sys.executable, "-m", "builder.cli")
BUILD = (*COMMAND, "build")
_CHECK = (*COMMAND, "check")


def our_builder(folder: Path, count: int) -> Contender:
    """Write a project of `count` sheets in a new folder."""
    folder.mkdir(parents=True)
    write_project(folder, count)
    steps = (
        Step(Scenario.CHECK_COLD, _forget, [_CHECK]),
        Step(Scenario.CHECK_SAME, do_nothing, [_CHECK]),
        Step(Scenario.COLD, _forget, [BUILD]),
        Step(Scenario.EDIT, _edit, [BUILD]),
        Step(Scenario.VOCABULARY, edit_vocabulary, [BUILD]),
        Step(Scenario.THEME, edit_theme, [BUILD]),
        Step(Scenario.SAME, do_nothing, [BUILD]),
    )
    address = f"fiches/{first_fiche(folder).stem}/"
    server = Server(lambda port: (*COMMAND, "serve", "-a", f"127.0.0.1:{port}"), _edit, address)
    return Contender(OURS, __version__, folder, folder / "site", steps, server)


def _forget(folder: Path, _words: str) -> None:
    forget_builds(folder)


def _edit(folder: Path, words: str) -> None:
    edit_sheet(first_fiche(folder), words)
