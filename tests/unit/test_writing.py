"""Files of the site are new ones: what stood there before, under another name too, is as it was."""

from pathlib import Path

from builder.writing import write_file


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    """As many as it takes."""
    write_file(f"{tmp_path}/a/b/c.txt", b"un")

    assert (tmp_path / "a" / "b" / "c.txt").read_bytes() == b"un"


def test_another_name_of_the_former_file_keeps_its_text(tmp_path: Path) -> None:
    """A page of the site that stands is never written in."""
    former = tmp_path / "avant.txt"
    former.write_bytes(b"un")
    (tmp_path / "nouveau.txt").hardlink_to(former)

    write_file(f"{tmp_path}/nouveau.txt", b"deux")

    assert former.read_bytes() == b"un"
    assert (tmp_path / "nouveau.txt").read_bytes() == b"deux"
