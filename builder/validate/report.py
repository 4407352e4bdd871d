"""Where the checks of one sheet write their remarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from builder.diagnostics.model import Diagnostic, Place, Rule
    from builder.parse.keypath import KeyPath
    from builder.parse.raw import RawSheet


class Report:
    """Gathers the diagnostics of one sheet; a key path becomes a place here."""

    def __init__(self, raw: RawSheet) -> None:
        self.raw = raw
        self._found: list[Diagnostic] = []

    def tell(
        self, rule: type[Rule], path: KeyPath, *, fix: str | None = None, **fields: object
    ) -> None:
        """Remark on a value; `fix` is the TOML to write instead."""
        self._found.append(rule.at(self.raw.place(path), **fields).fixed_by(fix))

    def tell_key(self, rule: type[Rule], path: KeyPath, **fields: object) -> None:
        """Remark on the name of a key."""
        self.tell_at(rule, self.raw.key_place(path), fix=None, **fields)

    def tell_at(
        self, rule: type[Rule], place: Place, *, fix: str | None = None, **fields: object
    ) -> None:
        """Remark on a place already known."""
        self._found.append(rule.at(place, **fields).fixed_by(fix))

    def add(self, found: Diagnostic) -> None:
        """Take a remark that was made elsewhere."""
        self._found.append(found)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was found; in a draft nothing is an error."""
        if self.raw.is_draft:
            return tuple(diagnostic.in_draft() for diagnostic in self._found)
        return tuple(self._found)
