"""Reads the tables of a settings file: vocabularies, lexique. What does not suit is told."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

from builder.closest import CLOSE_KEY, find_closest
from builder.diagnostics.model import Diagnostic, Place
from builder.normalise import fold, make_slug
from builder.parse.kinds import find_number, name_kind
from builder.parse.toml_places import find_places
from builder.parse.toml_strings import quote
from builder.parse.toml_values import TomlError, read_toml
from builder.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from builder.diagnostics.model import Rule
    from builder.parse.keypath import KeyPath
    from builder.parse.toml_faults.context import Fault
    from builder.parse.toml_places import Entry
    from builder.source import SourceFile

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NAME = re.compile(r"""[A-Za-z0-9_-]+|"[^"]*"|'[^']*'""")
_EQUALS = re.compile(r"[ \t]*=")


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
        self._written: dict[KeyPath, KeyPath] = {}
        """Path of a key with its right name → its path in the file, where the name is wrong."""

    def read(self, keys: Iterable[str]) -> dict[str, Any] | None:
        """Read the whole file; None when it is no TOML.

        Args:
            keys: Every key that the file may hold, wherever: one with an accent is no TOML.
        """
        try:
            return read_toml(self.source.text)
        except TomlError as error:
            from builder.parse.toml_errors import explain_toml_error  # noqa: PLC0415 (as in `raw`)

            fault = explain_toml_error(error, self.source)
            reason = f"ce fichier ne peut pas être lu : {fault.reason}"
            cure = self._right_key(fault, keys) or fault.cure
            place = Place(self.source, fault.span)
            self.diagnostics.append(self.rule.at(place, reason=reason, cure=cure))
            return None

    def known(
        self,
        path: KeyPath,
        table: dict[str, Any],
        keys: Sequence[str],
        *,
        elsewhere: Mapping[str, str] | None = None,
        list_key: str = "",
    ) -> dict[str, Any]:
        """Return what a table holds under its known keys; another key is told.

        A key that is close to one that is not there is read in its place: what is wrong in it is
        told too, and the right one is not told to be missing.

        Args:
            path: Of the table.
            table: What it holds.
            keys: Those that it may have.
            elsewhere: Other keys that have a meaning → where they have it.
            list_key: The key of a list of tables, if one is due: under any name it is known.
        """
        elsewhere = elsewhere or {}
        found = {key: value for key, value in table.items() if key in keys}
        for key in [key for key in table if key not in keys]:
            if key in elsewhere:
                reason = f"`{key}` ne sert que dans `{elsewhere[key]}`"
                self.tell_key((*path, key), reason, "effacez cette ligne")
            else:
                is_list = isinstance(table[key], list) and is_tables(table[key])
                free = [known for known in keys if known not in found]
                meant = list_key if is_list and list_key else _close(key, free)
                self._tell_unknown((*path, key), table[key], meant or _close(key, keys), keys)
                self._take(found, path, key, meant, table[key])
        return found

    def text(self, path: KeyPath, table: dict[str, Any]) -> str:
        """Read a text that must be there."""
        key = str(path[-1])
        if key not in table:
            self.tell(path, f"`{key}` manque", f'ajoutez une ligne `{key} = "…"`')
            return ""
        text = self.note(path, table)
        if not text and isinstance(table[key], str):
            self.tell(path, f"`{key}` est vide", "écrivez un texte entre les guillemets")
        return text

    def note(self, path: KeyPath, table: dict[str, Any]) -> str:
        """Read a text that may be absent or empty."""
        text = table.get(str(path[-1]), "")
        if isinstance(text, str):
            return text.strip()
        self._refuse(path, "un texte entre guillemets", text, '"…"')
        return ""

    def texts(self, path: KeyPath, table: dict[str, Any]) -> dict[KeyPath, str]:
        """Read a list of texts that may be absent: path of each → text, the empty ones left out."""
        key = str(path[-1])
        items = table.get(key, [])
        if not isinstance(items, list):
            sample = f"[{quote(items)}]" if isinstance(items, str) else '["…"]'
            self.tell(path, f"`{key}` doit être une liste", f"écrivez `{key} = {sample}`")
            return {}
        found: dict[KeyPath, str] = {}
        for at, item in enumerate(items):
            if isinstance(item, str):
                found[(*path, at)] = item.strip()
            else:
                self._refuse((*path, at), "des textes entre guillemets", item, '["…"]')
        return {place: text for place, text in found.items() if text}

    def number(self, path: KeyPath, table: dict[str, Any], example: int) -> int | None:
        """Read a number from 1 that must be there; None when it is told."""
        key = str(path[-1])
        number = table.get(key)
        if number is None:
            self.tell(path, f"`{key}` manque", f"ajoutez une ligne `{key} = {example}`")
        elif isinstance(number, bool) or not isinstance(number, int):
            sample = find_number(number) or example
            self._refuse(path, "un nombre entier sans guillemets", number, str(sample))
        elif number < 1:
            reason = f"`{key}` doit être un nombre, à partir de 1"
            self.tell(path, reason, f"écrivez par exemple `{key} = {example}`")
        else:
            return number
        return None

    def slug(self, path: KeyPath, table: dict[str, Any], name: str) -> str:
        """Read a part of an address that must be there; empty when it is told.

        Args:
            path: Of its key.
            table: What holds it.
            name: What the address is of: the one that is proposed is made from it.
        """
        key = str(path[-1])
        if key not in table:
            cure = f'ajoutez une ligne `{key} = "{make_slug(name) or "…"}"`'
            self.tell(path, f"`{key}` manque", cure)
            return ""
        text = self.text(path, table)
        if not text or _SLUG.fullmatch(text):
            return text
        right = make_slug(text) or make_slug(name)
        cure = f'écrivez `{key} = "{right}"`' if right else f"corrigez `{key}`"
        reason = f"`{key}` ne convient pas : « {text} »"
        self.tell(path, reason, f"{cure} (a-z, 0-9 et traits d’union)")
        return ""

    def has(self, path: KeyPath) -> bool:
        """Tell whether a key is in the file."""
        return self._found(path) in self._places

    def line(self, path: KeyPath) -> int:
        """Return the line of a value, or of what should hold it."""
        return self.place(path).position.line

    def place(self, path: KeyPath) -> Place:
        """Return the place of a value, or of the nearest table that should hold it."""
        entry = self._entry(path)
        return Place(self.source, entry.value if entry else None)

    def tell(self, path: KeyPath, reason: str, cure: str) -> None:
        """Tell of a mistake, at the value or at the nearest table that should hold it."""
        self.diagnostics.append(self.rule.at(self.place(path), reason=reason, cure=cure))

    def tell_key(self, path: KeyPath, reason: str, cure: str) -> None:
        """Tell of a mistake at the name of a key or of a table."""
        entry = self._entry(path)
        span = self._name_span(path, entry.key) if entry else None
        self.diagnostics.append(self.rule.at(Place(self.source, span), reason=reason, cure=cure))

    def _tell_unknown(self, path: KeyPath, value: object, meant: str, keys: Sequence[str]) -> None:
        name = path[-1]
        if not meant:
            cure = f"choisissez parmi : {', '.join(f'`{key}`' for key in keys)}"
        elif has_headers(value):
            cure = (
                f"vouliez-vous dire `{meant}` ? (ici et dans chaque ligne entre crochets qui suit)"
            )
        else:
            cure = f"vouliez-vous dire `{meant}` ?"
        kind = "table" if is_tables(value) else "clé"
        self.tell_key(path, f"{kind} inconnue : `{name}`", cure)

    def _take(
        self, found: dict[str, Any], path: KeyPath, key: str, meant: str, value: object
    ) -> None:
        """Take what a wrong key holds for what the right one should hold; of a list, its items."""
        own = self._found(path)
        if meant and meant not in found:
            found[meant] = value
            self._written[(*own, meant)] = (*own, key)
        elif meant and isinstance(value, list) and isinstance(found[meant], list):
            start, right = len(found[meant]), self._found((*path, meant))
            for at in range(len(value)):
                self._written[(*right, start + at)] = (*own, key, at)
            found[meant] = [*found[meant], *value]

    def _refuse(self, path: KeyPath, expected: str, found: object, sample: str) -> None:
        key = next(part for part in reversed(path) if isinstance(part, str))
        reason = f"`{key}` attend {expected}, pas {name_kind(found)}"
        self.tell(path, reason, f"écrivez par exemple `{key} = {sample}`")

    @cached_property
    def _places(self) -> dict[KeyPath, Entry]:
        return find_places(self.source.text)

    def _found(self, path: KeyPath) -> KeyPath:
        """Return a path as the file writes it."""
        found: KeyPath = ()
        for part in path:
            found = (*found, part)
            found = self._written.get(found, found)
        return found

    def _entry(self, path: KeyPath) -> Entry | None:
        written = self._found(path)
        while written and written not in self._places:
            written = written[:-1]
        return self._places[written] if written else None

    def _name_span(self, path: KeyPath, key: Span) -> Span:
        """Return the place of one name in the header of a table; a key has its own."""
        text = self.source.text[key.start : key.end]
        if not text.startswith("["):
            return key
        rank = sum(isinstance(part, str) for part in path) - 1
        names = list(_NAME.finditer(text))
        return Span(*names[rank].span()).shift(key.start) if rank < len(names) else key

    def _right_key(self, fault: Fault, keys: Iterable[str]) -> str:
        """Propose the key that a name with an accent means, which TOML does not take for one."""
        name = self.source.text[fault.span.start : fault.span.end]
        is_key = _EQUALS.match(self.source.text, fault.span.end)
        close = _close(name, keys) if is_key else ""
        return f"vouliez-vous dire `{close}` ?" if close and close != name else ""


def is_tables(value: object) -> bool:
    """Tell whether a value is a table, or a list of tables."""
    items = value if isinstance(value, list) else [value]
    return bool(items) and all(isinstance(item, dict) for item in items)


def has_headers(value: object) -> bool:
    """Tell whether a table has its name in several headers: a list, or lists inside."""
    if isinstance(value, dict):
        return any(isinstance(item, list) and is_tables(item) for item in value.values())
    return isinstance(value, list) and is_tables(value) and len(value) > 1


def _close(name: str, keys: Iterable[str]) -> str:
    return find_closest(fold(name), keys, CLOSE_KEY)
