"""A page of the site that stands is taken only when it is, for certain, what would be written."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from builder.cache.framing import digest_of
from builder.cache.pages import FormerPages, Printed, dump_printed, load_printed
from builder.measures import Contents, Glance

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_ADDRESS = "fiches/tri/"
_PAGE = "<p>Trier, à deux.</p>".encode()
_GLANCE = Glance(len(_PAGE), is_list=False, pictures=("/a.png",), foreign=2)
_PRINTED = Printed("marque", digest_of(_PAGE), _GLANCE)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Write a page of the site that stands, and note it."""
    made = tmp_path / "site" / "fiches" / "tri" / "index.html"
    made.parent.mkdir(parents=True)
    made.write_bytes(_PAGE)
    FormerPages(tmp_path / "note.json").keep(str(tmp_path / "site"), {_ADDRESS: _PRINTED})
    return made


def _take(root: Path, mark: str = "marque", address: str = _ADDRESS) -> Printed | None:
    new = root / "nouveau" / address / "index.html"
    former = FormerPages(root / "note.json")
    taken = former.take(str(root / "site"), address, mark, str(new))
    assert (taken is not None) == new.is_file()
    if taken is not None:
        assert new.read_bytes() == _PAGE
    return taken


def test_a_page_that_did_not_change_is_taken(tmp_path: Path, file: Path) -> None:
    """With what was known of it; it costs no place on the disk."""
    assert _take(tmp_path) == _PRINTED
    assert file.stat().st_nlink == 2


@pytest.mark.parametrize(
    "change",
    [
        lambda file: file.write_bytes(b"<p>Autre</p>"),
        lambda file: file.write_bytes(_PAGE[:-1] + b"?"),
        lambda file: file.unlink(),
        lambda file: (file.unlink(), file.mkdir()),
    ],
)
def test_a_page_that_someone_changed_is_made_again(
    tmp_path: Path, file: Path, change: Callable[[Path], object]
) -> None:
    """Cut, replaced, removed."""
    change(file)

    assert _take(tmp_path) is None


def test_a_file_in_the_state_that_was_noted_is_not_read(tmp_path: Path, file: Path) -> None:
    """In any other it is: one with the same bytes is taken, whoever wrote it."""
    other = replace(_PRINTED, digest=digest_of(b"Autre"))
    FormerPages(tmp_path / "note.json").keep(str(tmp_path / "site"), {_ADDRESS: other})

    assert _take(tmp_path) == other

    (tmp_path / "nouveau" / _ADDRESS / "index.html").unlink()  # which changes the state
    file.touch()
    assert _take(tmp_path) is None

    file.write_bytes(b"Autre")
    former = FormerPages(tmp_path / "note.json")
    new = tmp_path / "autre.html"
    assert former.take(str(tmp_path / "site"), _ADDRESS, "marque", str(new)) == other
    assert new.read_bytes() == b"Autre"


@pytest.mark.parametrize(("mark", "address"), [("autre", _ADDRESS), ("marque", "fiches/velo/")])
def test_another_page_is_made(tmp_path: Path, file: Path, mark: str, address: str) -> None:
    """The same address with another text, or another address."""
    assert file.is_file()
    assert _take(tmp_path, mark, address) is None


def _hidden(file: Path) -> None:
    file.chmod(0o600)


def _elsewhere(file: Path) -> None:
    (file.parents[3] / "ailleurs.html").hardlink_to(file)


def _linked(file: Path) -> None:
    file.symlink_to(file.rename(file.parents[3] / "ailleurs.html"))


@pytest.mark.parametrize("change", [_hidden, _elsewhere, _linked])
def test_a_file_unlike_those_of_a_build_is_copied(
    tmp_path: Path, file: Path, change: Callable[[Path], None]
) -> None:
    """One that the host could not read, that may change through another name, a mere link."""
    change(file)

    assert _take(tmp_path) == _PRINTED
    new = tmp_path / "nouveau" / _ADDRESS / "index.html"
    assert not new.is_symlink()
    assert new.stat().st_ino != file.stat().st_ino
    assert new.stat().st_mode & 0o044


def test_a_page_is_copied_where_links_are_refused(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some file systems have none."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(os, "link", refuse)

    assert _take(tmp_path) == _PRINTED
    assert file.stat().st_nlink == 1


@pytest.mark.parametrize("content", [_PAGE, b"<p>Autre</p>", None])
def test_a_file_that_would_be_the_same_is_the_same(tmp_path: Path, content: bytes | None) -> None:
    """It costs no place on the disk; any other is written."""
    former, new = tmp_path / "site.json", tmp_path / "nouveau" / "site.json"
    if content is not None:
        former.write_bytes(content)

    FormerPages().write(str(former), str(new), _PAGE)

    assert new.read_bytes() == _PAGE
    assert new.stat().st_nlink == 1 + (content == _PAGE)
    assert content is None or former.read_bytes() == content


_BROKEN = (
    b"",
    b"{",
    b"[]",
    b"3",
    b"{}",
    b"[{}, []]",
    b'[{"fiches/tri/": []}, {}]',
    b'[{"fiches/tri/": ["marque"]}, {}]',
    b'[{"fiches/tri/": ["marque", "x", "y", false, [], 0, null]}, {}]',
    b'[{"fiches/tri/": ["marque", "x", 3, false, [3], 0, null]}, {}]',
    b'[{"fiches/tri/": ["marque", "x", 3, false, [], 0, [1, [], "a", 9]]}, {}]',
    b'[{"fiches/tri/": ["marque", "x", 3, false, [], 0, [1, [], [3], 9]]}, {}]',
    b"[" * 9999,
    b"\xff\xfe",
)


@pytest.mark.parametrize("noted", _BROKEN)
def test_a_note_that_is_none_is_ignored(tmp_path: Path, file: Path, noted: bytes) -> None:
    """Cut, foreign, or hostile."""
    assert file.is_file()
    (tmp_path / "note.json").write_bytes(noted)

    assert _take(tmp_path) is None


def test_pages_are_remembered_without_a_note(tmp_path: Path, file: Path) -> None:
    """A preview takes those of its last build."""
    former = FormerPages()
    former.keep(str(tmp_path / "site"), {_ADDRESS: _PRINTED})

    taken = former.take(str(tmp_path / "site"), _ADDRESS, "marque", str(tmp_path / "a.html"))

    assert taken == _PRINTED
    assert file.is_file()


def test_what_is_written_is_read_as_it_was() -> None:
    """By the process that waits for the other, too."""
    assert load_printed(dump_printed({_ADDRESS: _PRINTED})) == {_ADDRESS: _PRINTED}


def test_what_a_page_holds_is_kept(tmp_path: Path, file: Path) -> None:
    """Of the pages of the site, and of no other."""
    held = Contents(3, ("/a.css",), ("/a.png",), 512)
    former = FormerPages(tmp_path / "note.json")

    former.keep(str(file.parents[2]), {_ADDRESS: _PRINTED}, {_ADDRESS: held, "fiches/velo/": held})

    seen = replace(_GLANCE, contents=held)
    assert _take(tmp_path) == replace(_PRINTED, glance=seen)
    assert _take(tmp_path, address="fiches/velo/") is None
