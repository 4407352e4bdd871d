"""A tiny project, the two commands that publish it, and the bytes of what they wrote."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.sheets import PROJECT, fiche_text, mention_pages, whole_body, write_content

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

COMMANDS = {
    "fiches": (sys.executable, "-m", "builder.cli", "build"),
    "mkdocs": (sys.executable, "-m", "mkdocs", "build", "--quiet"),
}
_PATIENCE = 120
"""Seconds before a command that hangs fails its test."""


def make_project(folder: Path, title: str = "Trier ses déchets") -> Path:
    """Write a project of two fiches; return its folder."""
    rename(folder, title)
    for name in ("theme", "mkdocs.yml"):
        source = PROJECT / name
        shutil.copytree(source, folder / name) if source.is_dir() else shutil.copy(source, folder)
    return folder


def rename(folder: Path, title: str) -> None:
    """Write the content, with this title: what is published says which content it was made of."""
    fiches = {
        "fiches/tri.md": fiche_text(whole_body(), title=f'"{title}"'),
        "fiches/velo.md": fiche_text(whole_body(), title='"Venir à vélo"', company='"Cyclo"'),
    }
    write_content(folder, {**mention_pages(), **fiches})


def environment(**variables: str) -> dict[str, str]:
    """Give a command what it needs, and nothing else of this machine."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    own = {"PYTHONPATH": str(PROJECT), "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    return kept | own | variables


def start(folder: Path, *arguments: str, **variables: str) -> subprocess.Popen[str]:
    """Start a command in the project."""
    return subprocess.Popen(
        arguments,
        cwd=folder,
        env=environment(**variables),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )


@contextmanager
def interruptible() -> Iterator[None]:
    """Have what is started here feel Ctrl+C, though the tests run in the background.

    A shell has its background jobs ignore that signal, and so do all that they start.
    """
    former = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, former)


def finish(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Wait for a command; return its exit code and all it said."""
    said, _ = process.communicate(timeout=_PATIENCE)
    return process.returncode, said


def run(folder: Path, *arguments: str, **variables: str) -> tuple[int, str]:
    """Run a command in the project; return its exit code and all it said."""
    return finish(start(folder, *arguments, **variables))


def publish(folder: Path) -> dict[str, bytes]:
    """Build a site that must succeed; return what it holds."""
    code, said = run(folder, *COMMANDS["fiches"])
    assert code == 0, said
    return read_site(folder / "site")


def read_site(site: Path) -> dict[str, bytes]:
    """Read a whole site: address → content, hidden files included; a link is its target."""
    return {
        path.relative_to(site).as_posix(): _content(path)
        for path in sorted(site.rglob("*"))
        if path.is_symlink() or path.is_file()
    }


def _content(path: Path) -> bytes:
    return os.fsencode(path.readlink()) if path.is_symlink() else path.read_bytes()


def leftovers(folder: Path) -> list[str]:
    """List what a build left beside the site."""
    return sorted(entry.name for entry in folder.iterdir() if ".fiches-" in entry.name)


def assert_one_line(said: str, *words: str) -> None:
    """Whatever went wrong was said in one line, the last, and without a traceback."""
    assert "Traceback" not in said
    lines = [line for line in said.splitlines() if line.startswith("erreur : ")]
    assert len(lines) == 1, said
    for word in words:
        assert word in lines[0]


def edit(folder: Path, files: Mapping[str, str]) -> None:
    """Write files of the project."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
