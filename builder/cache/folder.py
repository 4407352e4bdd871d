"""Where builds keep what the next ones can take: beside `mkdocs.yml`, safe to delete."""

from __future__ import annotations

from pathlib import Path

from builder.cache.digests import Digests
from builder.cache.store import Store

FOLDER = Path(".cache") / "fiches"
_SHEETS = "fiches.sqlite"
_SEARCH = "recherche.sqlite"
_DIGESTS = "empreintes.json"


def sheet_store(config_file: Path) -> Store | None:
    """Return the store of sheets of a project; none where there is no project."""
    return _store(config_file, _SHEETS)


def search_store(config_file: Path) -> Store | None:
    """Return the store of what the search is made of."""
    return _store(config_file, _SEARCH)


def project_digests(config_file: Path | None) -> Digests:
    """Return the digests of the files of a project; without one, they are for this process."""
    is_project = config_file is not None and config_file.is_file()
    return Digests(project_file(config_file, _DIGESTS) if config_file and is_project else None)


def _store(config_file: Path, name: str) -> Store | None:
    if not config_file.is_file():
        return None
    return Store(project_file(config_file, name))


def project_file(config_file: Path, name: str) -> Path:
    """Return where a project keeps a file for its next commands."""
    return config_file.resolve().parent / FOLDER / name
