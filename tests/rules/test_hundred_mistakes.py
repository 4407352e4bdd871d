"""A hundred mistakes in a hundred sheets come out in one run, each at its line."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.rules.hundred import MISTAKES, file_of, write_hundred
from tests.sheets import PROJECT

if TYPE_CHECKING:
    from pathlib import Path


def test_the_hundred_are_a_hundred_and_varied() -> None:
    """Of every hundred of codes that a sheet may be told."""
    codes = {mistake.code for mistake in MISTAKES}

    assert len(MISTAKES) == 100
    assert len(codes) >= 35
    assert {code[2] for code in codes} == set("012346")


def test_a_hundred_mistakes_are_told_in_one_run(tmp_path: Path) -> None:
    """By the command itself, among twenty sound sheets of which it says nothing."""
    write_hundred(tmp_path)
    wanted = [
        (f"content/{file_of(number)}", mistake.line(number), mistake.code)
        for number, mistake in enumerate(MISTAKES)
    ]

    done = subprocess.run(
        [sys.executable, "-m", "builder.cli", "check", "--format", "json"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(PROJECT), "PYTHONUTF8": "1"},
        check=False,
        capture_output=True,
        timeout=60,
    )

    told = json.loads(done.stdout)["diagnostics"]
    assert sorted(
        ((remark["file"], remark["line"], remark["code"]) for remark in told), key=str
    ) == sorted(wanted, key=str)
    assert done.returncode == 1
