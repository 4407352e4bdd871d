"""What a file gave is remembered until the file changes, or what it is read with."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from builder.memory import Memory, states_in

if TYPE_CHECKING:
    from pathlib import Path


class Reader:
    """Reads files, and counts how often."""

    def __init__(self) -> None:
        self.count = 0

    def read(self, file: Path) -> str | None:
        """Return the text of a file, if it has one."""
        self.count += 1
        return file.read_text(encoding="utf-8") or None


def test_a_file_that_did_not_change_is_not_read_again(tmp_path: Path) -> None:
    """One that did is, whatever changed of it."""
    file = tmp_path / "a.md"
    file.write_text("un", encoding="utf-8")
    reader, memory = Reader(), Memory()
    memory.begin("vocabulaire")
    take = memory.remembering(reader.read)
    first = [take(file), take(file)]
    file.write_text("deux", encoding="utf-8")
    second = [take(file), take(file)]
    os.utime(file, ns=(1, 1))

    assert (first, second) == (["un"] * 2, ["deux"] * 2)
    assert (take(file), reader.count) == ("deux", 3)


def test_all_is_forgotten_when_something_else_changes(tmp_path: Path) -> None:
    """A vocabulary, a picture: equal is enough to remember."""
    file, picture = tmp_path / "a.md", tmp_path / "uploads" / "x.png"
    file.write_text("un", encoding="utf-8")
    picture.parent.mkdir()
    reader, memory = Reader(), Memory()
    take = memory.remembering(reader.read)
    counts = []
    for content in (b"1", b"1", b"22"):
        if not picture.exists() or picture.read_bytes() != content:
            picture.write_bytes(content)
        memory.begin(("vocabulaire", states_in(picture.parent)))
        take(file)
        counts.append(reader.count)

    assert counts == [1, 1, 2]


def test_nothing_is_remembered_of_what_gives_nothing(tmp_path: Path) -> None:
    """Nor of a file that goes away."""
    file = tmp_path / "a.md"
    file.touch()
    reader, memory = Reader(), Memory()
    memory.begin("")
    take = memory.remembering(reader.read)
    take(file)
    take(file)
    file.write_text("un", encoding="utf-8")
    take(file)
    file.unlink()

    assert reader.count == 3
    assert memory.find(file) is None
