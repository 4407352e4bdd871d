"""A folder with one picture, for the rules that look for it."""

from pathlib import Path

import pytest
from PIL import Image


@pytest.fixture
def uploads(tmp_path: Path) -> Path:
    """Make a folder of pictures that holds `bacs.png`."""
    Image.new("RGB", (4, 3)).save(tmp_path / "bacs.png")
    return tmp_path
