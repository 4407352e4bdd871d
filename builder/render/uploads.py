"""The pictures of the site: what `content/uploads` holds, and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING
from unicodedata import normalize
from urllib.parse import quote, unquote, urlsplit

from builder.closest import find_closest
from builder.normalise import fold
from builder.validate.uploads import PICTURES, UploadsCheck

if TYPE_CHECKING:
    from pathlib import Path

    from builder.diagnostics.model import Diagnostic

PREFIX = "/uploads/"
_TURNED = frozenset({5, 6, 7, 8})
"""Exif orientations that browsers show a quarter turn round: the photos of a telephone."""
_DRIVE = re.compile(r"[a-z]:[\\/]|\\\\|file:|/(?:etc|home|mnt|tmp|users|volumes)/", re.IGNORECASE)


class Fault(Enum):
    """Why an address gives no picture."""

    ABSENT = "absent"
    """It could be one of the site's pictures, but no such file is there."""
    REFUSED = "refused"
    """The file is there and is not published, which was told of it."""
    OTHER_SITE = "other-site"
    PASTED = "pasted"
    """The picture itself in place of its address (`data:`)."""
    COMPUTER = "computer"
    """A place on the author's computer: `C:\\Photos\\x.jpg`."""
    STEPS = "steps"
    """It goes up (`..`), or round about."""
    SHORTCUT = "shortcut"
    """The file is a link to one that is not in the folder."""
    NO_PICTURE = "no-picture"
    """A file of the folder, of another kind."""
    OTHER_FOLDER = "other-folder"

    @property
    def is_outside(self) -> bool:
        """Whether it leaves `content/uploads`, or the site."""
        return self not in {Fault.ABSENT, Fault.REFUSED}


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
    check: UploadsCheck = field(default_factory=UploadsCheck)
    """What of the folder is not published."""
    _found: dict[str, Upload | Fault] = field(default_factory=dict, repr=False, compare=False)
    _names: dict[Path, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)
    """Folder → the names in it, as they are spelled."""

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
            if file.suffix.lower() in PICTURES
        )
        stems = {_stem(name): name for name in reversed(names)}
        close = find_closest(_stem(unquote(src)), stems, 0.8)
        return stems[close] if close else ""

    def cure(self, src: str) -> str:
        """Say what to do about a picture that is not there."""
        close = self.closest(src)
        if not close:
            return "ajoutez le fichier dans `content/uploads/`, ou retirez l’image de la fiche"
        written = unquote(src)
        if normalize("NFC", close) == normalize("NFC", written):
            return "renommez le fichier sans accents : les siens ne sont pas tapés comme ici"
        if close.lower() == written.lower():
            return f"vouliez-vous dire `{close}` ? Les majuscules comptent"
        return f"vouliez-vous dire `{close}` ?"

    def untold(self) -> tuple[Diagnostic, ...]:
        """Return what is to say of the links that leave the folder and that no sheet shows."""
        shown = {
            unquote(urlsplit(src).path).removeprefix("/").removeprefix("uploads/")
            for src, found in self._found.items()
            if found is Fault.SHORTCUT
        }
        return tuple(
            told
            for link, told in self.check.shortcuts.items()
            if not any(name == link or name.startswith(f"{link}/") for name in shown)
        )

    def _look_up(self, src: str) -> Upload | Fault:
        name = _read_name(src)
        if isinstance(name, Fault):
            return name
        if name in self.check.refused:
            return Fault.REFUSED
        file = self.folder / name
        try:
            stays = file.resolve().is_relative_to(self.folder.resolve())
            if not stays or self.check.is_refused(name):
                return Fault.SHORTCUT
            is_there = file.is_file() and self._is_spelled_so(file)
        except (OSError, ValueError):
            is_there = False
        if is_there and file.suffix.lower() in PICTURES:
            return Upload(f"uploads/{quote(name)}", *_size(file))
        return Fault.ABSENT if file.suffix.lower() in PICTURES else Fault.NO_PICTURE

    def _is_spelled_so(self, file: Path) -> bool:
        """Tell whether every capital is right: some computers find the file all the same."""
        while file != self.folder:
            folder = file.parent
            if folder not in self._names:
                self._names[folder] = frozenset(found.name for found in folder.iterdir())
            if file.name not in self._names[folder]:
                return False
            file = folder
        return True


def explain_fault(fault: Fault, src: str) -> tuple[str, str]:
    """Say why a picture is not one of the site's, and what to do (`reason` and `cure` of FP303)."""
    reason, cure = _EXPLAINED[fault]
    name = "" if fault is Fault.PASTED else re.split(r"[/\\]", unquote(src))[-1]
    is_plain = re.fullmatch(r"[\w.-]+\.\w+", name)
    return reason, cure.format(name if is_plain else "nom-de-l-image.jpg")


_COPY = "copiez-la dans `content/uploads/` et écrivez `/uploads/{}`"
_EXPLAINED = {
    Fault.OTHER_SITE: ("est sur un autre site", f"{_COPY}, si vous en avez le droit"),
    Fault.PASTED: ("est collée dans le texte", _COPY.replace("copiez-la", "enregistrez-la")),
    Fault.COMPUTER: ("est sur votre ordinateur", _COPY),
    Fault.STEPS: ("sort de `content/uploads/`", _COPY),
    Fault.SHORTCUT: (
        "est un raccourci vers un fichier hors de `content/uploads/`",
        "remplacez le raccourci par une copie de l’image",
    ),
    Fault.NO_PICTURE: (
        "n’est pas d’un format d’image que les navigateurs montrent",
        "enregistrez-la en JPEG, en PNG ou en WebP ; pour un document, écrivez un lien",
    ),
    Fault.OTHER_FOLDER: ("n’est pas dans `content/uploads/`", _COPY),
}


def _read_name(src: str) -> str | Fault:  # noqa: PLR0911 - one a fault
    """Return the path below `uploads`, or why it leaves it."""
    if _DRIVE.match(src):
        return Fault.COMPUTER
    try:
        parts = urlsplit(src)
    except ValueError:
        return Fault.OTHER_SITE
    if parts.scheme == "data":
        return Fault.PASTED
    if parts.scheme or parts.netloc:
        return Fault.OTHER_SITE
    path = unquote(parts.path)
    steps = re.split(r"[/\\]", path.removeprefix("/"))
    if ".." in steps:
        return Fault.STEPS
    path = path if path.startswith("/") else f"/{path}"
    if not path.startswith(PREFIX):
        return Fault.OTHER_FOLDER
    is_plain = not ({"", "."} & set(steps) or "\\" in path or "\0" in path)
    return path.removeprefix(PREFIX) if is_plain else Fault.OTHER_FOLDER


def _stem(address: str) -> str:
    """Return the part of an address that names a picture: all have the rest in common."""
    name = fold(address).removeprefix(PREFIX)
    return name.rpartition(".")[0] or name


def _size(file: Path) -> tuple[int | None, int | None]:
    from PIL import ExifTags, Image, UnidentifiedImageError  # noqa: PLC0415 (slow to import)

    try:
        with Image.open(file) as image:
            width, height = image.size
            is_turned = image.getexif().get(ExifTags.Base.Orientation, 1) in _TURNED
            return (height, width) if is_turned else (width, height)
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError, ValueError, SyntaxError):
        return None, None
