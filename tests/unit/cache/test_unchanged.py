"""A build that would change nothing is not done; whatever could change something has it done."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from builder.cache.unchanged import Asked, Built, Inputs, find_built, note_built
from builder.cli import fiches
from tests.sheets import PROJECT, fiche_text, mention_pages, whole_body, write_content

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_SHEET = fiche_text(whole_body(), title='"Trier"')


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    """Note a site of two files, made of two files."""
    for name in ("content/fiches/a.md", "theme/a.css", "site/index.html", "site/fiches/a.html"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: x", encoding="utf-8")
    made = Asked(tmp_path / "mkdocs.yml", "", is_strict=False)
    roots = [f"{tmp_path}/content", f"{tmp_path}/theme"]
    note_built(Inputs(made), roots, Built(tmp_path / "site", ("une remarque",)))
    return made


def test_a_site_that_stands_is_found_with_what_its_build_told(asked: Asked) -> None:
    """The remarks of a build are told again by the one that has nothing to do."""
    built = find_built(Inputs(asked))

    assert built == Built(asked.config_file.parent / "site", ("une remarque",))


def test_what_changes_while_a_build_reads_is_seen_by_the_next_one(asked: Asked) -> None:
    """What is noted is how things were before the build, whenever it is noted."""
    root = asked.config_file.parent
    inputs, roots = Inputs(asked), [f"{root}/content", f"{root}/theme"]
    inputs.mark(roots)

    (root / "content/fiches/a.md").write_text("autre", encoding="utf-8")
    note_built(inputs, roots, Built(root / "site", ()))

    assert find_built(Inputs(asked)) is None


def _write(name: str, text: str = "autre") -> Callable[[Path], object]:
    return lambda root: (root / name).write_text(text, encoding="utf-8")


def _same_size_and_time(root: Path) -> None:
    file = root / "site" / "index.html"
    before = file.stat()
    file.write_text("X" * before.st_size, encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.parametrize(
    "change",
    [
        _write("content/fiches/a.md"),
        _write("content/fiches/b.md"),
        _write("theme/a.css"),
        _write("mkdocs.yml"),
        _write("site/index.html"),
        _write("site/autre.html"),
        _same_size_and_time,
        lambda root: (root / "site/index.html").unlink(),
        lambda root: (root / "content/fiches/a.md").rename(root / "content/fiches/c.md"),
        lambda root: shutil.rmtree(root / "site"),
        lambda root: (root / "content/lien.md").symlink_to(root / "mkdocs.yml"),
    ],
)
def test_any_change_has_the_site_built(asked: Asked, change: Callable[[Path], object]) -> None:
    """In what a build reads, and in what it wrote."""
    change(asked.config_file.parent)

    assert find_built(Inputs(asked)) is None


@pytest.mark.parametrize("noted", ["", "{", "[]", "3", '{"roots": 3}', '{"roots": []}', "[" * 9999])
def test_a_note_that_is_none_is_ignored(asked: Asked, noted: str) -> None:
    """Cut, foreign, or hostile."""
    asked.note.write_text(noted, encoding="utf-8")

    assert find_built(Inputs(asked)) is None


def test_a_strict_build_is_another(asked: Asked) -> None:
    """What was told as a warning would stop it."""
    assert find_built(Inputs(Asked(asked.config_file, "", is_strict=True))) is None


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a project of one sheet, and work there."""
    write_content(tmp_path, {**mention_pages(), "fiches/a.md": _SHEET})
    shutil.copytree(PROJECT / "theme", tmp_path / "theme")
    shutil.copy(PROJECT / "mkdocs.yml", tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    return tmp_path


def test_what_cannot_be_compared_is_built_each_time(project: Path) -> None:
    """A link in the content leads anywhere: no mark says what stands behind."""
    (project / "content" / "projet.txt").symlink_to(project / "mkdocs.yml")

    said = [CliRunner().invoke(fiches, ["build"]).stdout for _ in range(2)]

    assert ["Site construit" in told for told in said] == [True, True]


def test_the_command_says_that_nothing_changed(project: Path) -> None:
    """And leaves every file as it stands; `--no-cache` makes them all again."""
    page = project / "site" / "index.html"

    first = CliRunner().invoke(fiches, ["build"])
    made = page.stat().st_ino
    second = CliRunner().invoke(fiches, ["build"])
    kept = page.stat().st_ino
    third = CliRunner().invoke(fiches, ["build", "--no-cache"])

    assert "Site construit" in first.stdout
    assert "Rien n’a changé" in second.stdout
    assert second.stderr == first.stderr
    assert kept == made
    assert "Site construit" in third.stdout
