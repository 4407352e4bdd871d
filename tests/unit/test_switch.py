"""The switch, step by step: where it is refused, killed, or has something to keep."""

from __future__ import annotations

import errno
import os
import shutil
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from builder import linux, switch
from builder.errors import BuilderError
from builder.switch import Staging, open_staging

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Killed(BaseException):
    """Stands for a kill: nothing of ours may catch it and go on."""


def _open(site: Path) -> Staging:
    return open_staging(site, on_wait=lambda: pytest.fail("nobody else builds"))


def _publish(site: Path, **files: str) -> bool:
    staging = _open(site)
    for name, text in files.items():
        (staging.folder / name).write_text(text)
    return staging.publish()


def _read(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): path.read_text()
        for path in site.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def no_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give a system that cannot exchange two folders at once: macOS, Windows, an old Linux."""
    monkeypatch.setattr(switch, "exchange", lambda _one, _other: False)


def test_first_publication_makes_the_site(tmp_path: Path) -> None:
    """Its folder, and those above it."""
    assert _publish(tmp_path / "a" / "site", page="1")

    assert _read(tmp_path) == {"a/site/page": "1"}


def test_publication_replaces_the_whole_site(tmp_path: Path) -> None:
    """A page that is no more is gone; nothing is left beside the site."""
    _publish(tmp_path / "site", page="1", old="1")

    assert _publish(tmp_path / "site", page="2")

    assert _read(tmp_path) == {"site/page": "2"}


def test_publication_that_is_dropped_changes_nothing(tmp_path: Path) -> None:
    """And leaves nothing."""
    _publish(tmp_path / "site", page="1")
    staging = _open(tmp_path / "site")
    (staging.folder / "page").write_text("2")

    staging.drop()

    assert _read(tmp_path) == {"site/page": "1"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows puts no folder by")
def test_folders_of_the_former_site_serve_again(tmp_path: Path) -> None:
    """What they held does not; those that the new site has no use for go."""
    folders = []
    for pages in (("a/b", "c"), ("a/b", "d"), ("a/b", "c")):
        staging = _open(tmp_path / "site")
        staging.take_folders(tmp_path / "dossiers")
        for page in pages:
            (staging.folder / page).mkdir(parents=True, exist_ok=True)
            (staging.folder / page / "page").write_text(page)
        staging.publish()
        folders.append((tmp_path / "site/a/b").stat().st_ino)

        assert _read(tmp_path) == {f"site/{page}/page": page for page in pages}
        assert len([path for path in (tmp_path / "site").rglob("*") if path.is_dir()]) == 3

    assert folders[2] == folders[0] != folders[1]


def test_hidden_entries_stay(tmp_path: Path) -> None:
    """A repository in the site folder, a link, a proof of ownership: MkDocs leaves them alone."""
    site = tmp_path / "site"
    _publish(site, page="1")
    (site / ".git" / "objects").mkdir(parents=True)
    (site / ".git" / "objects" / "ab").write_text("objet")
    (site / ".nojekyll").touch()
    (site / ".lien").symlink_to("page")

    _publish(site, page="2", **{".nojekyll": "neuf"})

    assert (site / ".git" / "objects" / "ab").read_text() == "objet"
    assert (site / ".nojekyll").read_text() == "neuf"
    assert (site / ".lien").readlink().name == "page"


def test_link_to_the_site_is_followed(tmp_path: Path) -> None:
    """What it leads to is replaced, not the link."""
    _publish(tmp_path / "real" / "v1", page="1")
    link = tmp_path / "site"
    link.symlink_to(tmp_path / "real" / "v1")

    _publish(link, page="2")

    assert link.is_symlink()
    assert _read(tmp_path / "real") == {"v1/page": "2"}


def test_rights_of_the_folder_stay(tmp_path: Path) -> None:
    """A site that a group may write stays so."""
    site = tmp_path / "site"
    _publish(site, page="1")
    site.chmod(0o770)

    _publish(site, page="2")

    assert site.stat().st_mode & 0o777 == 0o770


def test_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    """It may be anything."""
    (tmp_path / "site").write_text("à moi")

    with pytest.raises(BuilderError, match="n’est pas un dossier"):
        _open(tmp_path / "site")

    assert _read(tmp_path) == {"site": "à moi"}


def test_what_a_killed_build_left_is_removed(tmp_path: Path) -> None:
    """Its staging folder, full of half a site."""
    staging = _open(tmp_path / "site")
    (staging.folder / "half").write_text("…")
    del staging

    _publish(tmp_path / "site", page="1")

    assert _read(tmp_path) == {"site/page": "1"}


@pytest.mark.usefixtures("no_exchange")
def test_two_renames_do_where_there_is_no_exchange(tmp_path: Path) -> None:
    """The outcome is the same."""
    _publish(tmp_path / "site", page="1", old="1")

    assert _publish(tmp_path / "site", page="2")

    assert _read(tmp_path) == {"site/page": "2"}


@pytest.mark.usefixtures("no_exchange")
@pytest.mark.parametrize("step", [1, 2, 3])
def test_kill_between_two_renames_is_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """The next build puts the former site back before anything else."""
    site = tmp_path / "site"
    _publish(site, page="1")
    staging = _open(site)
    (staging.folder / "page").write_text("2")
    rename = os.rename
    monkeypatch.setattr(os, "rename", _dying_at(step, rename))
    with pytest.raises(Killed):
        staging.publish()
    monkeypatch.setattr(os, "rename", rename)
    staging._lock.release()  # noqa: SLF001 (as the system does for a killed process)

    _open(site).drop()

    assert _read(tmp_path) in ({"site/page": "1"}, {"site/page": "2"})
    assert _read(site)["page"] == ("2" if step == 3 else "1")


def _dying_at(step: int, rename: Callable[[Path, Path], None]) -> Callable[[Path, Path], None]:
    """Rename as ever, until the given call; from then on the process does nothing more."""
    calls = [0]

    def dying(source: Path, target: Path) -> None:
        calls[0] += 1
        if calls[0] >= step:
            raise Killed
        rename(source, target)

    return dying


@pytest.mark.usefixtures("no_exchange")
def test_folder_that_cannot_be_moved_is_filled_entry_by_entry(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mount point, or a folder that another program holds: said so by what is returned."""
    site = tmp_path / "site"
    _publish(site, page="1", old="1")
    (site / ".git").mkdir()
    monkeypatch.setattr(os, "rename", _refusing(site))

    assert not _publish(site, page="2", new="2")

    assert (site / ".git").is_dir()
    assert _read(tmp_path) == {"site/page": "2", "site/new": "2"}


def test_mount_point_is_filled_from_a_folder_inside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside it is another disk: nothing can be moved from there."""
    site = tmp_path / "site"
    _publish(site, page="1", old="1")
    monkeypatch.setattr(os.path, "ismount", lambda path: path == site)

    staging = _open(site)
    assert staging.folder.parent == site
    (staging.folder / "page").write_text("2")
    assert not staging.publish()

    assert _read(tmp_path) == {"site/page": "2"}


@pytest.mark.usefixtures("no_exchange")
def test_entry_that_resists_undoes_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The former site is whole again."""
    site = tmp_path / "site"
    _publish(site, a="1", b="1")
    monkeypatch.setattr(os, "rename", _refusing(site))
    monkeypatch.setattr(shutil, "move", _refusing(site / "b", shutil.move))
    staging = _open(site)
    (staging.folder / "a").write_text("2")
    (staging.folder / "b").write_text("2")

    with pytest.raises(OSError, match="occupé"):
        staging.publish()
    staging.drop()

    assert _read(tmp_path) == {"site/a": "1", "site/b": "1"}


def _refusing(
    place: Path, move: Callable[[Path, Path], object] = os.rename
) -> Callable[[Path, Path], object]:
    def refusing(source: Path, target: Path) -> object:
        if place in (source, target):
            raise OSError(errno.EBUSY, "occupé")
        return move(source, target)

    return refusing


def test_write_that_the_disk_tells_of_late_stops_the_switch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk behind a network says that it is full when it is asked to hold what it was given."""

    def full(_: Path) -> None:
        raise OSError(errno.ENOSPC, "plein")

    _publish(tmp_path / "site", page="1")
    staging = _open(tmp_path / "site")
    (staging.folder / "page").write_text("2")
    monkeypatch.setattr(switch, "flush", full)

    with pytest.raises(OSError, match="plein"):
        staging.publish()
    staging.drop()

    assert _read(tmp_path) == {"site/page": "1"}


def test_what_the_disk_told_while_something_else_was_done_stops_the_switch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It tells a fault once."""
    faults = [OSError(errno.EIO, "abîmé")]

    def fail_once(_: Path) -> None:
        if faults:
            raise faults.pop()

    monkeypatch.setattr(switch, "flush", fail_once)
    staging = _open(tmp_path / "site")
    (staging.folder / "page").write_text("1")
    staging.settle()

    with pytest.raises(OSError, match="abîmé"):
        staging.publish()
    staging.drop()

    assert _read(tmp_path) == {}


def test_without_a_second_thread_a_site_is_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is asked once."""

    def refuse(_: threading.Thread) -> None:
        raise RuntimeError

    staging = _open(tmp_path / "site")
    monkeypatch.setattr(threading.Thread, "start", refuse)
    (staging.folder / "page").write_text("1")
    staging.settle()
    staging.publish()

    assert _read(tmp_path) == {"site/page": "1"}


def test_systems_without_these_calls_are_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is exchanged, and flushing does the next best."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    monkeypatch.setattr(sys, "platform", "darwin")

    assert not linux.exchange(tmp_path / "a", tmp_path / "b")
    linux.flush(tmp_path)
