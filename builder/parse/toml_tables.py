"""Reads the tables of a settings file: vocabularies, lexique. What does not suit is told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from builder.diagnostics.model import Diagnostic, Place
from builder.parse.toml_errors import explain_toml_error
from builder.parse.toml_places import find_places
from builder.parse.toml_values import TomlError, read_toml

if TYPE_CHECKING:
    from builder.diagnostics.model import Rule
    from builder.parse.keypath import KeyPath
    from builder.source import SourceFile, Span

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class TableReader:
    """Reads the values of a file key by key; what does not suit is told, each at its place."""

    def __init__(self, source: SourceFile, rule: type[Rule]) -> None:
        """Start a file.

        Args:
            source: The file.
            rule: What every mistake is told as; its message is `{reason}`, its help `{cure}`.
        """
        self.source = source
        self.rule = rule
        self.diagnostics: list[Diagnostic] = []

    def read(self) -> dict[str, Any] | None:
        """Read the whole file; None when it is no TOML."""
        try:
            return read_toml(self.source.text)
        except TomlError as error:
            fault = explain_toml_error(error, self.source)
            reason = f"ce fichier ne peut pas être lu : {fault.reason}"
            place = Place(self.source, fault.span)
            self.diagnostics.append(self.rule.at(place, reason=reason, cure=fault.cure))
            return None

    def text(self, path: KeyPath, table: dict[str, Any]) -> str:
        """Read a text that must be there."""
        key = path[-1]
        text = table.get(str(key))
        if isinstance(text, str) and text.strip():
            return text.strip()
        self.tell(path, f"`{key}` manque", f'ajoutez une ligne `{key} = "…"`')
        return ""

    def list(self, path: KeyPath, table: dict[str, Any]) -> list[object]:
        """Read a list that may be absent."""
        key = str(path[-1])
        found = table.get(key, [])
        if isinstance(found, list):
            return found
        self.tell(path, f"`{key}` doit être une liste", 'écrivez `["…"]`')
        return []

    def slug(self, path: KeyPath, slug: object) -> str:
        """Read a part of an address."""
        if isinstance(slug, str) and _SLUG.fullmatch(slug):
            return slug
        cure = "employez a-z, 0-9 et des traits d’union"
        self.tell(path, "`adresse` manque ou ne convient pas", cure)
        return ""

    def tell(self, path: KeyPath, reason: str, cure: str) -> None:
        """Tell of a mistake, at the key or at the nearest table that holds it."""
        place = Place(self.source, self._span(path))
        self.diagnostics.append(self.rule.at(place, reason=reason, cure=cure))

    def _span(self, path: KeyPath) -> Span | None:
        places = find_places(self.source.text)
        while path and path not in places:
            path = path[:-1]
        return places[path].value if path else None
