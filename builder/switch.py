"""Build aside, then switch: whatever happens, a site is whole, the former one or the new one.

The new site is made in a hidden folder beside the real one, under a lock; publishing exchanges the
two. Where the system has no such exchange two renames do it, and what a kill leaves between them
is mended by the next build.
"""

from __future__ import annotations

import os
import shutil
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from builder.errors import BuilderError
from builder.linux import exchange, flush
from builder.spare import put_by, remove_empty, take_spare

if TYPE_CHECKING:
    from collections.abc import Callable

    from filelock import BaseFileLock

PATIENCE = 600.0
"""Seconds a build waits for another one; a thousand fiches take less than one minute."""


class Staging:
    """A folder to build in, ours alone until it is published or dropped."""

    def __init__(self, site: Path, names: _Names, lock: BaseFileLock) -> None:
        self.site = site
        self._names = names
        self._lock = lock
        self._spare: Path | None = None
        self._taken: list[str] = []
        self._flushing: _Flushing | None = None

    @property
    def folder(self) -> Path:
        """Where to write the new site: empty at first."""
        return self._names.new

    def take_folders(self, spare: Path) -> None:
        """Take the folders of a former site, before anything is written; put this one's by later.

        Args:
            spare: Where they are, if there are any.
        """
        self._spare = spare
        self._taken = take_spare(spare, self.folder)

    def settle(self) -> None:
        """Begin to have the disk hold what is written so far: nearly all of the new site."""
        with suppress(RuntimeError):  # the system gives no thread: it is all done when publishing
            self._flushing = _Flushing(self.folder)

    def publish(self, *, is_lasting: bool = True) -> bool:
        """Put the new site in the place of the former one, which goes.

        Hidden entries of the former site (`.git`, `.well-known`) stay, as MkDocs promises.

        Args:
            is_lasting: The disk must hold the new site before the former one goes: a power cut
                then costs nothing. A preview has no such need.

        Returns:
            Whether that was done at once; if not, entry by entry: the site is a mount point, or
            a program holds it.

        Raises:
            OSError: the disk refuses; the former site stands as it was.
        """
        remove_empty(self.folder, self._taken)
        if self.site.is_dir():
            self._keep_hidden()
            shutil.copymode(self.site, self.folder)
        if self._flushing is not None:
            self._flushing.wait()
        if is_lasting:
            flush(self.folder)
        is_at_once = _switch(self._names, self.site)
        if is_lasting:
            flush(self._names.base)
        if self._spare and is_at_once:
            with suppress(OSError):  # what is left is removed with the rest
                put_by(self._names.new, self._spare)
        self.drop()
        return is_at_once

    def drop(self) -> None:
        """Remove what is not the site, and let the next build in."""
        with suppress(OSError):  # what resists is removed, or told, by the next build
            _mend(self._names, self.site)
        with suppress(OSError):  # while it is ours: who waits for it then makes another
            self._names.lock.unlink()
        self._lock.release()

    def _keep_hidden(self) -> None:
        for entry in self.site.iterdir():
            if entry.name.startswith(".") and not self._names.is_own(entry):
                _link_tree(entry, self.folder / entry.name)


def open_staging(site: Path, *, on_wait: Callable[[], None], patience: float = PATIENCE) -> Staging:
    """Take the lock, mend what a killed build left, and make the folder to build in.

    Args:
        site: Folder of the site, there or not; a symbolic link is followed.
        on_wait: Called once if another build has the lock.
        patience: Seconds to wait for that other build.

    Raises:
        BuilderError: the other build does not end, or something else than a folder stands there.
        OSError: the disk refuses.
    """
    real = Path(os.path.realpath(site))
    if os.path.lexists(real) and not real.is_dir():
        raise BuilderError(f"« {site} » n’est pas un dossier")
    names = _Names(real)
    names.base.mkdir(parents=True, exist_ok=True)
    staging = Staging(real, names, _take(names.lock, on_wait, patience))
    try:
        _mend(names, real)
        names.new.mkdir()
    except BaseException:
        staging.drop()
        raise
    return staging


class _Flushing:
    """Has the disk hold what was written, while something else is done."""

    def __init__(self, folder: Path) -> None:
        self._error: OSError | None = None
        self._thread = threading.Thread(target=self._run, args=(folder,), daemon=True)
        self._thread.start()

    def wait(self) -> None:
        """Wait for its end.

        Raises:
            OSError: the disk refuses; it would not say so a second time.
        """
        self._thread.join()
        if self._error is not None:
            raise self._error

    def _run(self, folder: Path) -> None:
        try:
            flush(folder)
        except OSError as error:
            self._error = error


class _Names:
    """Our hidden entries: beside the site, or in it when it is a mount point."""

    def __init__(self, site: Path) -> None:
        is_closed = site.is_dir() and not os.access(site.parent, os.W_OK)
        self.base = site if is_closed or os.path.ismount(site) else site.parent
        self._start = f".{site.name}.fiches-"
        self.new = self.base / f"{self._start}nouveau"
        self.former = self.base / f"{self._start}ancien"
        self.lock = self.base / f"{self._start}verrou"

    def is_own(self, entry: Path) -> bool:
        return entry.name.startswith(self._start)


def _take(file: Path, on_wait: Callable[[], None], patience: float) -> BaseFileLock:
    """Take a lock that the system gives back when its process dies, however it dies."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 (a check of sheets needs none)

    lock = FileLock(file)
    try:
        return _acquire(lock, 0)
    except Timeout:
        on_wait()
    try:
        return _acquire(lock, patience)
    except Timeout:
        raise BuilderError("une autre publication est en cours et ne finit pas") from None


def _acquire(lock: BaseFileLock, patience: float) -> BaseFileLock:
    lock.acquire(timeout=patience, poll_interval=0.1)
    return lock


def _mend(names: _Names, site: Path) -> None:
    """Undo what a build left when it was killed: put the site back, remove the rest."""
    if not os.path.lexists(site) and names.former.is_dir():
        names.former.rename(site)
    for left in (names.new, names.former):
        _remove(left)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _switch(names: _Names, site: Path) -> bool:
    """Exchange the two folders; where that is refused, what they hold."""
    try:
        _swap(names.new, site, names.former, os.rename)
    except OSError:
        _swap_entries(names, site)
        return False
    return True


def _swap_entries(names: _Names, site: Path) -> None:
    """Exchange what two folders hold; undo it all if one entry resists."""
    entries = {entry.name for entry in names.new.iterdir()}
    entries |= {entry.name for entry in site.iterdir() if not entry.name.startswith(".")}
    done: list[str] = []
    try:
        for name in sorted(entries):
            if not (name.startswith(".") and os.path.lexists(site / name)):
                _swap(names.new / name, site / name, names.former, shutil.move)
                done.append(name)
    except BaseException:
        for name in reversed(done):
            _swap(names.new / name, site / name, names.former, shutil.move)
        raise


def _swap(one: Path, other: Path, aside: Path, move: Callable[[Path, Path], object]) -> None:
    """Put each in the place of the other; one of them may not be there."""
    if not os.path.lexists(other):
        move(one, other)
    elif not os.path.lexists(one):
        move(other, one)
    elif not exchange(one, other):
        move(other, aside)
        try:
            move(one, other)
        except BaseException:
            move(aside, other)
            raise
        move(aside, one)


def _link_tree(source: Path, target: Path) -> None:
    """Give a tree a second name, without copying what its files hold; what is there stays."""
    if source.is_dir() and not source.is_symlink():
        target.mkdir(exist_ok=True)
        shutil.copystat(source, target)
        for child in source.iterdir():
            _link_tree(child, target / child.name)
    elif not os.path.lexists(target):
        _link(source, target)


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError):  # not on this file system
        shutil.copy2(source, target, follow_symlinks=False)
