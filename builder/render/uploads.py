"""The pictures of the site: what `content/uploads` holds, and nothing else."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

from PIL import ExifTags, Image, UnidentifiedImageError

from builder.normalise import fold

if TYPE_CHECKING:
    from pathlib import Path

PREFIX = "/uploads/"
_SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".svg"})
_TURNED = frozenset({5, 6, 7, 8})
"""Exif orientations that browsers show a quarter turn round: the photos of a telephone."""


class Fault(Enum):
    """Why an address gives no picture."""

    ABSENT = "absent"
    """It could be one of the site's pictures, but no such file is there."""
    OUTSIDE = "outside"
    """It leaves `content/uploads`, or the site."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A picture that is there."""

    address: str
    """From the root of the site, without a leading slash: `uploads/x.jpg`."""
    width: int | None
    """Pixels; None for a drawing (SVG) or an unreadable picture."""
    height: int | None


@dataclass(frozen=True, slots=True)
class Uploads:
    """Looks pictures up in a folder, each file once."""

    folder: Path
    _found: dict[str, Upload | Fault] = field(default_factory=dict, repr=False, compare=False)

    def find(self, src: str) -> Upload | Fault:
        """Return the picture an address of a sheet (`/uploads/x.jpg`) points to."""
        if src not in self._found:
            self._found[src] = self._look_up(src)
        return self._found[src]

    def closest(self, src: str) -> str:
        """Return the address of the picture whose name comes closest, or nothing."""
        names = sorted(
            f"{PREFIX}{file.relative_to(self.folder).as_posix()}"
            for file in self.folder.rglob("*")
            if file.suffix.lower() in _SUFFIXES
        )
        stems = {_stem(name): name for name in reversed(names)}
        close = difflib.get_close_matches(_stem(unquote(src)), stems, n=1, cutoff=0.8)
        return stems[close[0]] if close else ""

    def _look_up(self, src: str) -> Upload | Fault:
        name = _safe_name(src)
        if name is None:
            return Fault.OUTSIDE
        file = self.folder / name
        try:
            if not file.resolve().is_relative_to(self.folder.resolve()):
                return Fault.OUTSIDE
            if not file.is_file():
                return Fault.ABSENT
        except (OSError, ValueError):
            return Fault.ABSENT
        return Upload(f"uploads/{quote(name)}", *_size(file))


def _safe_name(src: str) -> str | None:
    """Return the path below `uploads`; None when it leaves it or is no picture of ours."""
    try:
        parts = urlsplit(src)
    except ValueError:
        return None
    path = unquote(parts.path)
    path = path if path.startswith("/") else f"/{path}"
    if parts.scheme or parts.netloc or not path.startswith(PREFIX):
        return None
    name = path.removeprefix(PREFIX)
    steps = name.split("/")
    if {"", ".", ".."} & set(steps) or "\\" in name or "\0" in name:
        return None
    return name if name[name.rfind(".") :].lower() in _SUFFIXES else None


def _stem(address: str) -> str:
    """Return the part of an address that names a picture: all have the rest in common."""
    name = fold(address).removeprefix(PREFIX)
    return name.rpartition(".")[0] or name


def _size(file: Path) -> tuple[int | None, int | None]:
    try:
        with Image.open(file) as image:
            width, height = image.size
            is_turned = image.getexif().get(ExifTags.Base.Orientation, 1) in _TURNED
            return (height, width) if is_turned else (width, height)
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError, ValueError, SyntaxError):
        return None, None
