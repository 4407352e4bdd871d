"""The indicators that several witnesses follow, laid out on as few pages as they take."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from builder.normalise import fold, make_slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from builder.model import Indicateur, Temoin

DRAWN = 6
"""Drawings of an indicator at most: beyond, the table tells more."""
_ELEMENTS = 290
"""Of a page, without its frame: the bar is 380 with it."""
_HEAD, _DRAWING = 16, 3
"""Elements of a section without its lines and years, and of a drawing, at most."""

Key = tuple[str, str]
"""The folded name and unit: what makes two indicators the same."""


@dataclass(frozen=True, slots=True)
class Shared:
    """An indicator, and the witnesses that follow it."""

    id: str
    """Of its section."""
    key: Key
    told: tuple[tuple[Temoin, Indicateur], ...]
    """By company; two at least."""

    @property
    def nom(self) -> str:
        """As the first witness writes it; so is its unit."""
        return self.told[0][1].nom

    @property
    def unite(self) -> str:
        """Empty when it has none."""
        return self.told[0][1].unite

    @property
    def years(self) -> tuple[str, ...]:
        """Every year that a witness knows, in order."""
        known = (year for _, indicateur in self.told for year, _ in indicateur.valeurs)
        return tuple(sorted(set(known)))

    @property
    def drawn(self) -> tuple[tuple[Temoin, Indicateur], ...]:
        """Those that are drawn: the longest followed, by company."""
        longest = sorted(self.told, key=lambda item: -len(item[1].valeurs))[:DRAWN]
        return tuple(item for item in self.told if item in longest)


@dataclass(frozen=True, slots=True)
class Part:
    """What a page holds of an indicator: all of it, but for those with dozens of witnesses."""

    shared: Shared
    told: tuple[tuple[Temoin, Indicateur], ...]
    """The lines of its table."""
    is_next: bool
    """Whether another part comes before it; that one has the drawings."""

    @property
    def elements(self) -> int:
        """How many elements it makes in a page, at most."""
        drawings = 0 if self.is_next else _DRAWING * len(self.shared.drawn)
        return _HEAD + drawings + _years(self.shared) + _line(self.shared) * len(self.told)


def key_of(indicateur: Indicateur) -> Key:
    """Return what two indicators have in common when they are the same."""
    return (fold(indicateur.nom), fold(indicateur.unite))


def lay_out(temoins: Iterable[Temoin]) -> tuple[tuple[Part, ...], ...]:
    """Lay out on pages what published witnesses share; no page when they share nothing."""
    pages: list[list[Part]] = []
    for part in chain.from_iterable(map(_parts, _find_shared(temoins))):
        if not pages or sum(held.elements for held in [*pages[-1], part]) > _ELEMENTS:
            pages.append([])
        pages[-1].append(part)
    return tuple(map(tuple, pages))


def _find_shared(temoins: Iterable[Temoin]) -> tuple[Shared, ...]:
    """List the indicators that two witnesses or more follow, the most followed first."""
    told: dict[Key, dict[str, tuple[Temoin, Indicateur]]] = {}
    for temoin in temoins:
        for indicateur in () if temoin.is_draft else temoin.indicateurs:
            if indicateur.nom:
                held = told.setdefault(key_of(indicateur), {})
                held.setdefault(temoin.slug, (temoin, indicateur))
    kept = [(key, tuple(held.values())) for key, held in told.items() if len(held) > 1]
    ordered = sorted(kept, key=lambda item: (-len(item[1]), item[0]))
    ids = _ids(key for key, _ in ordered)
    return tuple(Shared(own, key, held) for own, (key, held) in zip(ids, ordered, strict=True))


def _ids(keys: Iterable[Key]) -> Iterator[str]:
    """Name a section after its indicator; the prefix keeps it apart from the ids of the frame."""
    taken: set[str] = set()
    for nom, unite in keys:
        own = f"chiffre-{make_slug(nom)}"
        while own in taken:
            own = f"{own}-{make_slug(unite) or 'bis'}"
        taken.add(own)
        yield own


def _parts(shared: Shared) -> Iterator[Part]:
    room = _ELEMENTS - _HEAD - _DRAWING * DRAWN - _years(shared)
    lines = max(1, room // _line(shared))
    for first in range(0, len(shared.told), lines):
        yield Part(shared, shared.told[first : first + lines], is_next=first > 0)


def _years(shared: Shared) -> int:
    return len(shared.years)


def _line(shared: Shared) -> int:
    """A line, its name, its link, its change; a value that is not known has two elements."""
    return 5 + 2 * _years(shared)
