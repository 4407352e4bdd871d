"""Folders that are put by hold nothing, and serve again where they are as new ones would be."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from builder.spare import put_by, remove_empty, take_spare

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows cannot name a file by its folder"
)


def _site(folder: Path) -> Path:
    for name in ("index.html", "fiches/a/index.html", ".git/HEAD", ".git/refs/tags/v1"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x")
    return folder


def _paths(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def _new(folder: Path) -> Path:
    folder.mkdir()
    return folder


def test_folders_serve_again_without_what_they_held(tmp_path: Path) -> None:
    """Those that the host or a repository hid in the site go."""
    put_by(_site(tmp_path / "site"), tmp_path / "cache" / "dossiers")
    new = _new(tmp_path / "new")

    taken = take_spare(tmp_path / "cache" / "dossiers", new)

    assert set(taken) == _paths(new) == {"fiches", "fiches/a"}
    assert _paths(tmp_path) == {"cache", "new", "new/fiches", "new/fiches/a"}


def test_those_where_nothing_was_put_are_removed(tmp_path: Path) -> None:
    """And no other."""
    new = _site(tmp_path / "new")
    for name in ("fiches/b/page/2", "vide"):
        (new / name).mkdir(parents=True)

    remove_empty(new, ["fiches", "fiches/a", "fiches/b", "fiches/b/page", "fiches/b/page/2"])

    assert {"fiches/a", "vide"} <= _paths(new)
    assert "fiches/b" not in _paths(new)


_ODD: dict[str, Callable[[Path], object]] = {
    "file": lambda folder: (folder / "x.html").write_text("x"),
    "link": lambda folder: (folder / "x").symlink_to("/"),
    "folder that others may write in": lambda folder: os.chmod(folder, 0o777),  # noqa: PTH101, S103
}


@pytest.mark.parametrize("name", _ODD)
def test_anything_odd_has_them_all_removed(tmp_path: Path, name: str) -> None:
    """What stands there was not put there by a build."""
    put_by(_site(tmp_path / "site"), tmp_path / "dossiers")
    _ODD[name](tmp_path / "dossiers" / "fiches" / "a")
    new = _new(tmp_path / "new")

    assert take_spare(tmp_path / "dossiers", new) == []
    assert _paths(tmp_path) == {"new"}


def test_a_link_in_their_place_is_not_followed(tmp_path: Path) -> None:
    """It goes; what it leads to stays."""
    site = _site(tmp_path / "site")
    (tmp_path / "dossiers").symlink_to(site)
    new = _new(tmp_path / "new")

    assert take_spare(tmp_path / "dossiers", new) == []
    assert "index.html" in _paths(site)
    assert _paths(new) == set()


def test_a_link_in_the_site_is_not_followed(tmp_path: Path) -> None:
    """What it leads to stays, and nothing serves again."""
    outside = _site(tmp_path / "ailleurs")
    (_site(tmp_path / "site") / "lien").symlink_to(outside)
    put_by(tmp_path / "site", tmp_path / "dossiers")

    assert take_spare(tmp_path / "dossiers", _new(tmp_path / "new")) == []
    assert "fiches/a/index.html" in _paths(outside)


def test_nothing_put_by_is_nothing_taken(tmp_path: Path) -> None:
    """The first build has none."""
    assert take_spare(tmp_path / "dossiers", _new(tmp_path / "new")) == []


def test_where_the_system_cannot_nothing_is_put_by(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The site is as it was: who asked removes it."""
    monkeypatch.delattr(os, "fwalk")
    put_by(_site(tmp_path / "site"), tmp_path / "dossiers")

    assert not (tmp_path / "dossiers").exists()
    assert "index.html" in _paths(tmp_path / "site")
