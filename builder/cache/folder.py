"""Where builds keep what the next ones can take: beside `mkdocs.yml`, safe to delete."""

from __future__ import annotations

from pathlib import Path

from builder.cache.store import Store

FOLDER = Path(".cache") / "fiches"
_SHEETS = "fiches.sqlite"
_SEARCH = "recherche.sqlite"


def sheet_store(config_file: Path) -> Store | None:
    """Return the store of sheets of a project; none where there is no project."""
    return _store(config_file, _SHEETS)


def search_store(config_file: Path) -> Store | None:
    """Return the store of what the search is made of."""
    return _store(config_file, _SEARCH)


def _store(config_file: Path, name: str) -> Store | None:
    if not config_file.is_file():
        return None
    return Store(config_file.resolve().parent / FOLDER / name)
