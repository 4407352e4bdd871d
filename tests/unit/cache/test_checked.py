"""A check of what did not change says what the last one said, and anything that changed is seen."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from PIL import Image

from builder import checking
from builder.cli import fiches
from tests.sheets import PROJECT, fiche_text, mention_pages, temoin_text, whole_body, write_content

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

_BODY = f"{whole_body()}\n\n![Un vélo](/uploads/velo.png)\n\n[Lien](/fichier.txt)\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a project with something to say of it, and have its files trusted at once."""
    files = {**mention_pages(), "fiches/a.md": fiche_text(_BODY), "temoins/t.md": temoin_text()}
    content = write_content(tmp_path, {**files, "fichier.txt": "x"})
    (content / "uploads").mkdir()
    Image.new("RGB", (4, 3)).save(content / "uploads" / "velo.png")
    shutil.copy(PROJECT / "mkdocs.yml", tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("builder.cache.digests._FRESH", 0)
    return tmp_path


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Count the checks that read the content."""
    done: list[str] = []
    check = checking.check_content

    def counted(*given: object) -> object:
        done.append("")
        return check(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(checking, "check_content", counted)
    return done


def _check(*options: str) -> Result:
    return CliRunner().invoke(fiches, ["check", *options])


@pytest.mark.parametrize(
    "options", [(), ("--strict",), ("--format", "json"), ("content/temoins",)], ids="-".join
)
def test_nothing_is_read_where_nothing_changed(
    project: Path, checks: list[str], options: tuple[str, ...]
) -> None:
    """What is said is the same, and the exit code."""
    (project / "content/fiches/b.md").write_text(fiche_text("Vide.\n", title='"B"'))
    first, second = _check(*options), _check(*options)

    assert len(checks) == 1
    assert (second.output, second.exit_code) == (first.output, first.exit_code)
    assert first.output


def _edit(name: str, text: str) -> Callable[[Path], object]:
    return lambda project: (project / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "change",
    [
        _edit("content/fiches/a.md", fiche_text("Vide.\n")),
        _edit("content/fiches/b.md", "+++\n"),
        _edit("content/vocabulaire.toml", "[x"),
        _edit("content/lexique.toml", "[x"),
        _edit("content/mentions-legales.md", ""),
        _edit("mkdocs.yml", "site_name: x\nsite_url: https://autre.example/\n"),
        lambda project: (project / "content/fiches/a.md").unlink(),
        lambda project: (project / "content/fichier.txt").unlink(),
        lambda project: (project / "content/uploads/velo.png").write_bytes(b"x"),
        lambda project: (project / "content/fiches/a.md").rename(project / "content/fiches/c.md"),
        lambda project: (project / "content/l.txt").symlink_to(project / "mkdocs.yml"),
    ],
)
def test_whatever_changes_is_seen(
    project: Path, checks: list[str], change: Callable[[Path], object]
) -> None:
    """Sheets, and all that they may lead to."""
    _check()
    change(project)
    again = _check()

    assert len(checks) == 2
    assert again.output == _check("--no-cache").output


def test_another_question_is_another_check(project: Path, checks: list[str]) -> None:
    """Of what is strict, of some files, for a program; or without a cache."""
    asked = ((), ("--strict",), ("--format", "json"), ("content/fiches",), ("--no-cache",))
    for options in asked:
        assert project.exists()
        _check(*options)

    assert len(checks) == len(asked)


def test_what_changes_while_it_reads_is_for_the_next_one(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is noted then: the words of before are not those of now."""
    check = checking.check_content

    def slow(*given: object) -> object:
        told = check(*given)  # type: ignore[arg-type]
        (project / "content/fiches/b.md").write_text("+++\n")
        return told

    monkeypatch.setattr(checking, "check_content", slow)
    before = _check()
    monkeypatch.setattr(checking, "check_content", check)

    assert not (project / ".cache/fiches/verification.json").exists()
    assert _check().output == _check("--no-cache").output != before.output


def test_what_just_changed_is_not_trusted(
    project: Path, checks: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may change again, and leave no trace."""
    monkeypatch.setattr("builder.cache.digests._FRESH", 3_000_000_000)
    assert project.exists()
    _check()
    _check()

    assert len(checks) == 2


@pytest.mark.parametrize("noted", ["", "{", "[]", "3", '{"mark": 3}', "[" * 9999])
def test_a_note_that_is_none_is_ignored(project: Path, checks: list[str], noted: str) -> None:
    """Cut, foreign, or hostile."""
    first = _check()
    (project / ".cache/fiches/verification.json").write_text(noted)

    assert _check().output == first.output
    assert len(checks) == 2


def test_what_is_repaired_is_checked_again(project: Path, checks: list[str]) -> None:
    """`--fix` takes nothing from before, and leaves nothing for after."""
    _check()
    sheet = project / "content/fiches/a.md"
    sheet.write_text(sheet.read_text().replace("title =", "titre ="))
    _check("--fix")

    assert _check().output == _check("--no-cache").output
    assert len(checks) == 3
