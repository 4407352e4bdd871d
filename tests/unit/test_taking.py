"""Many sheets come in the order of their files, whoever made each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builder import beside
from builder.cache.store import Store
from builder.taking import take_all

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class Library:
    """Makes sheets from the names of their files, and finds them in a store."""

    def __init__(self, store: Store, lost: Iterable[str] = ()) -> None:
        self.store = store
        self.lost = frozenset(lost)
        """Names of the sheets that are never kept."""
        self.made: list[str] = []
        """By this process."""

    def find(self, file: Path) -> str | None:
        """Take a sheet from the store."""
        found = self.store.get(file.name.encode())
        return found.decode() if found else None

    def make(self, file: Path) -> str:
        """Make a sheet, and keep it."""
        self.keep(file)
        return f"de {file.name}"

    def keep(self, file: Path) -> None:
        """Make a sheet for who will find it in the store."""
        self.made.append(file.name)
        if file.name not in self.lost:
            self.store.put(file.name.encode(), f"de {file.name}".encode())


@pytest.mark.parametrize("count", [0, 1, 63, 64, 500])
@pytest.mark.parametrize("lost", [(), ("3.md", "62.md", "400.md")])
def test_all_come_in_order(tmp_path: Path, count: int, lost: tuple[str, ...]) -> None:
    """With one process or two, with a store or without."""
    files = [tmp_path / f"{number}.md" for number in range(count)]
    expected = [f"de {file.name}" for file in files]
    library = Library(Store(tmp_path / "kept"), lost)
    cold = take_all(files, library.find, library.make, library.keep, library.store)
    library.store.close()
    again = Library(Store(tmp_path / "kept"), lost)
    warm = take_all(files, again.find, again.make, again.keep, again.store)
    alone = take_all(files, lambda _: None, library.make, library.keep, None)

    assert cold == warm == expected == alone
    assert set(again.made) == set(lost) & {file.name for file in files}


def test_where_there_is_no_second_process_one_does_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One core, another system, a thread that runs."""
    monkeypatch.setattr(beside, "start_beside", lambda _: None)
    files = [tmp_path / f"{number}.md" for number in range(100)]
    library = Library(Store(tmp_path / "kept"))

    assert len(take_all(files, library.find, library.make, library.keep, library.store)) == 100
    assert sorted(library.made) == sorted(file.name for file in files)


def test_what_stops_a_sheet_is_told(tmp_path: Path) -> None:
    """Whichever process had it first."""
    files = [tmp_path / f"{number}.md" for number in range(200)]
    library = Library(Store(tmp_path / "kept"))

    def make(file: Path) -> str:
        if file.name == "150.md":
            raise OSError(file.name)
        return library.make(file)

    with pytest.raises(OSError, match=r"150\.md"):
        take_all(files, library.find, make, make, library.store)
