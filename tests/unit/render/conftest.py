"""A folder of pictures."""

from pathlib import Path

import pytest
from PIL import Image

_TURNED = 6
"""Exif orientation of a photo held upright."""


@pytest.fixture
def uploads(tmp_path: Path) -> Path:
    """Make a folder `uploads` with a few pictures, and a secret beside it."""
    folder = tmp_path / "content" / "uploads"
    (folder / "photos").mkdir(parents=True)
    Image.new("RGB", (40, 30)).save(folder / "bac.png")
    Image.new("RGB", (20, 10)).save(folder / "photos" / "Été à l’usine.jpg")
    exif = Image.Exif()
    exif[0x0112] = _TURNED
    Image.new("RGB", (40, 30)).save(folder / "debout.jpg", exif=exif)
    (folder / "plan.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    (folder / "abime.jpg").write_bytes(b"\xff\xd8\xff nothing more")
    (folder / "note.txt").write_text("secret", encoding="utf-8")
    Image.new("RGB", (1, 1)).save(folder.parent / "secret.png")
    (folder / "dehors.png").symlink_to(folder.parent / "secret.png")
    (folder / "dossier.png").mkdir()
    return folder
