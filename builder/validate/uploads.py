"""What `content/uploads` holds: all of it is published, so all of it is looked at.

The engine copies every file of the folder, whether a sheet cites it or not.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from builder.diagnostics.model import Diagnostic, Place
from builder.diagnostics.rules.contenu import FichierNonPublie, SvgActif
from builder.source import MAX_BYTES, SourceFile, Span
from builder.validate.svg import find_svg_fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PICTURES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})
"""What every browser of the last years shows."""

_ZIP = b"PK\x03\x04"
_STARTS: Mapping[str, tuple[bytes, ...]] = {
    **dict.fromkeys((".odp", ".ods", ".odt", ".docx", ".pptx", ".xlsx"), (_ZIP,)),
    ".pdf": (b"%PDF-",),
}
DOCUMENTS = frozenset({*_STARTS, ".csv", ".txt"})
"""What anybody opens without a program inside: no macro, no archive, no web page."""

_PICTURE_STARTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")
_HEAD = 1024
"""Bytes that say what a file is (octets)."""
_LEFT_BY_SYSTEMS = frozenset({"desktop.ini", "thumbs.db"})

_MOVE = "retirez-le de `content/uploads/`"
_OTHER = "enregistrez-le en PDF, ou retirez-le de `content/uploads/`"
_CURES = {
    **dict.fromkeys(
        (".bmp", ".heic", ".heif", ".psd", ".tif", ".tiff"),
        "enregistrez l’image en JPEG, en PNG ou en WebP",
    ),
    **dict.fromkeys(
        (".htm", ".html", ".md", ".markdown"),
        "écrivez les pages dans `content/`, hors de `content/uploads/`",
    ),
    **dict.fromkeys(
        (".7z", ".gz", ".rar", ".tar", ".zip"),
        "déposez un à un les documents qu’il contient",
    ),
    **dict.fromkeys(
        (".avi", ".mov", ".mp3", ".mp4", ".mpg", ".webm"),
        "mettez-le en ligne ailleurs, et donnez-en l’adresse",
    ),
}


@dataclass(frozen=True, slots=True)
class UploadsCheck:
    """What is not published of the folder, and why. Names are paths below it."""

    refused: frozenset[str] = frozenset()
    """Files, and folders with all that they hold."""
    diagnostics: tuple[Diagnostic, ...] = ()
    shortcuts: Mapping[str, Diagnostic] = field(default_factory=dict)
    """Refused too: links that leave the folder. Told apart, for the sheet that shows one is told
    there (FP303)."""

    def is_refused(self, name: str) -> bool:
        """Tell whether a file is not published."""
        names = {name, *map(str, PurePosixPath(name).parents)}
        return not names.isdisjoint(self.refused) or not names.isdisjoint(self.shortcuts)


def check_uploads(folder: Path, shown: PurePosixPath) -> UploadsCheck:
    """Look at every file of the folder, in the order of their names (FP309, FP310).

    Args:
        folder: The folder of pictures and documents; it may not be there.
        shown: Its path, as messages show it.
    """
    refused: dict[str, Diagnostic] = {}
    shortcuts: dict[str, Diagnostic] = {}
    root = folder.resolve()
    for file, name in _files(folder, ""):
        place = Place(SourceFile(shown / name, ""))
        if file.is_symlink() and not _stays(file, root):
            shortcuts[name] = FichierNonPublie.at(
                place, reason="c’est un raccourci qui sort de `content/uploads/`", cure=_MOVE
            )
            continue
        told = _check_file(file, place)
        if told:
            refused[name] = told
    return UploadsCheck(frozenset(refused), tuple(refused.values()), shortcuts)


def _files(folder: Path, below: str) -> Iterator[tuple[Path, str]]:
    """List what the folder holds but what the engine leaves out itself: hidden files.

    A link to a folder is one thing, never entered: it could hold itself.
    """
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name.lower() in _LEFT_BY_SYSTEMS:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(Path(entry), f"{below}{entry.name}/")
        else:
            yield Path(entry), f"{below}{entry.name}"


def _stays(link: Path, root: Path) -> bool:
    try:
        return link.resolve().is_relative_to(root) and not link.is_dir()
    except (OSError, RuntimeError):
        return False


def _check_file(file: Path, place: Place) -> Diagnostic | None:
    suffix = file.suffix.lower()
    if suffix not in PICTURES | DOCUMENTS:
        kind = f"les fichiers `{suffix}` ne le sont pas" if suffix else "son nom n’a pas de suffixe"
        return FichierNonPublie.at(place, reason=kind, cure=_CURES.get(suffix, _OTHER))
    try:
        if not file.is_file():  # a pipe would keep its reader waiting
            return FichierNonPublie.at(place, reason="ce n’est pas un fichier", cure=_MOVE)
        if suffix == ".svg":
            return _check_svg(file, place)
        with file.open("rb") as opened:
            head = opened.read(_HEAD)
    except OSError:
        cure = "vérifiez que vous avez le droit de l’ouvrir"
        return FichierNonPublie.at(place, reason="il ne peut pas être lu", cure=cure)
    if _is_what_it_says(suffix, head):
        return None
    reason = f"son contenu n’est pas celui d’un fichier `{suffix}`"
    cure = f"enregistrez-le de nouveau au format `{suffix}` ; changer son nom ne suffit pas"
    return FichierNonPublie.at(place, reason=reason, cure=cure)


def _check_svg(file: Path, place: Place) -> Diagnostic | None:
    if file.stat().st_size > MAX_BYTES:
        reason = "ce dessin SVG dépasse 2 Mo, et ne peut pas être vérifié"
        return FichierNonPublie.at(place, reason=reason, cure="exportez-le en PNG ou en WebP")
    raw = file.read_bytes()
    fault = find_svg_fault(raw)
    return SvgActif.at(_place_in(raw, fault.at, place), reason=fault.reason) if fault else None


def _place_in(raw: bytes, at: int, whole: Place) -> Place:
    """Point at a byte of a drawing, up to the end of its tag; at the whole when it is no UTF-8."""
    try:
        text, start = raw.decode(), len(raw[:at].decode())
    except UnicodeDecodeError:
        return whole
    text, start = text.replace("\r\n", "\n"), start - raw[:at].count(b"\r\n")
    end = min(max(text.find(">", start), start) + 1, len(text))
    return Place(SourceFile(whole.source.path, text), Span(min(start, max(end - 1, 0)), end))


def _is_what_it_says(suffix: str, head: bytes) -> bool:
    """Compare the first bytes of a file with its name.

    A browser shows any picture under the name of any other: that one hurts nobody.
    """
    if suffix in PICTURES:
        is_webp = head.startswith(b"RIFF") and head[8:12] == b"WEBP"
        is_avif = head[4:8] == b"ftyp" and head[8:12] in {b"avif", b"avis", b"mif1"}
        return is_webp or is_avif or head.startswith(_PICTURE_STARTS)
    if suffix in _STARTS:
        return any(
            start in head if suffix == ".pdf" else head.startswith(start)
            for start in _STARTS[suffix]
        )
    return b"\0" not in head
