"""What the system refuses, in French: its own sentences are English on most machines."""

from __future__ import annotations

import errno
import os
from pathlib import Path

_REASONS = {
    errno.ENOSPC: "le disque est plein",
    errno.EDQUOT: "l’espace alloué sur le disque est épuisé",
    errno.EFBIG: "un fichier dépasse la taille permise",
    errno.EACCES: "le système refuse l’accès",
    errno.EPERM: "le système refuse l’accès",
    errno.EROFS: "le disque est en lecture seule",
    errno.ENOENT: "ce fichier ou ce dossier n’existe pas",
    errno.ENOTDIR: "ce n’est pas un dossier",
    errno.EISDIR: "c’est un dossier, pas un fichier",
    errno.EBUSY: "un autre programme s’en sert",
    errno.EIO: "le disque a une panne",
    errno.ENAMETOOLONG: "ce nom est trop long",
    errno.EMFILE: "trop de fichiers sont ouverts",
    errno.EADDRINUSE: "un autre programme occupe déjà cette adresse",
    errno.EADDRNOTAVAIL: "cette adresse n’est pas celle de cette machine",
}


def say_os_error(error: OSError) -> str:
    """Word an error of the system in one line, with the file it is about, if it says which."""
    reason = _REASONS.get(error.errno or 0) or error.strerror or str(error)
    if not isinstance(error.filename, str):
        return reason
    return f"« {_shown(error.filename)} » : {reason}"


def _shown(file: str) -> str:
    """Name a file of the project from its folder, any other in full."""
    try:
        return Path(file).relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return os.fspath(file)
