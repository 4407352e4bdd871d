"""A disk that fills leaves the former site as it is, and one line says why."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.faults.project import (
    COMMANDS,
    assert_one_line,
    leftovers,
    make_project,
    publish,
    read_site,
    rename,
    run,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_DISK = 4_000_000
"""Octets of the small disk: the project, its site, and less than a second site."""


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of a few megabytes: root may, on Linux."""
    disk = tmp_path / "disque"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={_DISK}", "tmpfs", str(disk)]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("mounting a small disk takes root, on Linux; the test of limits stands for it")
    try:
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)  # noqa: S607 (where the system has it)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_changes_nothing(small_disk: Path, command: str) -> None:
    """Wherever in the build there is no room left; once there is, the build goes through."""
    project = make_project(small_disk)
    before = publish(project)
    _rename_all(project)

    for room in (8_000, 200_000, 500_000):
        _fill(small_disk, room)
        code, said = run(project, *COMMANDS[command])
        (small_disk / "plein").unlink()

        assert code == 1, said
        assert_one_line(said, "le disque est plein", "le site en place n’a pas changé")
        assert read_site(project / "site") == before
        assert leftovers(project) == []

    assert publish(project) != before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limits of a process")
@pytest.mark.parametrize("command", COMMANDS)
def test_a_write_that_fails_changes_nothing(tmp_path: Path, command: str) -> None:
    """Any user may have this proof: the system refuses files beyond a size (octets)."""
    project = make_project(tmp_path)
    before = publish(project)
    _rename_all(project)

    for size in (0, 20_000):
        limit = f"import resource as r; r.setrlimit(r.RLIMIT_FSIZE, ({size}, {size}))"
        code, said = run(project, sys.executable, "-c", _limited(limit, command))

        assert code == 1, said
        assert_one_line(said, "publication arrêtée", "le site en place n’a pas changé")
        assert read_site(project / "site") == before
        assert leftovers(project) == []


def _rename_all(project: Path) -> None:
    """Change every page: one that does not change takes no place."""
    rename(project, "Composter")
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("site_name: ", "site_name: Les ", 1), encoding="utf-8")


def _limited(limit: str, command: str) -> str:
    """Write a script that runs a command under a limit."""
    _, _, module, *arguments = COMMANDS[command]
    lines = ["import runpy, sys", limit, f"sys.argv[1:] = {arguments!r}"]
    return "\n".join([*lines, f"runpy.run_module({module!r}, run_name='__main__')"])


def _fill(disk: Path, room: int) -> None:
    """Leave this many octets free, in pages of four thousand."""
    with (disk / "plein").open("wb", buffering=0) as file:
        while True:
            try:
                file.write(b"." * 4096)
            except OSError:
                break
        file.truncate(max(0, file.tell() - room))
