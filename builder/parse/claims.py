"""What may name one thing only: its name, its other forms, its address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from builder.parse.keypath import KeyPath
    from builder.parse.toml_tables import TableReader


@dataclass(frozen=True, slots=True)
class Owner:
    """A thing, and what it claims."""

    forms: dict[KeyPath, str]
    """Where each of its forms is written → the form; the first one is its name."""
    slug_path: KeyPath
    slug: str
    """Its address, or nothing."""

    @property
    def name(self) -> str:
        """What it is called."""
        return next(iter(self.forms.values()))


@dataclass(frozen=True, slots=True)
class Nouns:
    """How messages speak of one thing of a kind."""

    this: str
    """« cette valeur »."""
    other: str
    """« une autre valeur »."""
    of: str
    """« de la valeur »."""


@dataclass(frozen=True, slots=True)
class _Claim:
    owner: Owner
    path: KeyPath
    shown: str
    key: str
    """The same for claims that cannot both stand."""
    is_slug: bool = False

    @property
    def is_name(self) -> bool:
        """Whether it is what its owner is called."""
        return not self.is_slug and self.path == next(iter(self.owner.forms))


def tell_doubles(
    reader: TableReader, owners: Iterable[Owner], nouns: Nouns, same: Callable[[str], str]
) -> None:
    """Tell of what two things claim, at the second; a thing that is there twice is told once.

    Names come first: another thing that has one among its forms is the one to mend.

    Args:
        reader: Of their file, where it is told.
        owners: In the order of the file.
        nouns: What they are.
        same: Gives one text for the forms that are one.
    """
    claims = [claim for owner in owners for claim in _claims(owner, same)]
    taken: dict[str, _Claim] = {}
    for claim in sorted(claims, key=lambda claim: not claim.is_name):
        first = taken.setdefault(claim.key, claim)
        is_twin = same(claim.owner.name) == same(first.owner.name)
        if first.owner is not claim.owner and (claim.is_name or not is_twin):
            reason, cure = _explain(claim, first, nouns)
            reader.tell(claim.path, f"{reason}, ligne {reader.line(first.path)}", cure)


def _claims(owner: Owner, same: Callable[[str], str]) -> Iterator[_Claim]:
    for path, form in owner.forms.items():
        yield _Claim(owner, path, form, same(form))
    if owner.slug:
        yield _Claim(owner, owner.slug_path, owner.slug, f"/{owner.slug}/", is_slug=True)


def _explain(claim: _Claim, first: _Claim, nouns: Nouns) -> tuple[str, str]:
    if claim.is_name:
        return f"{nouns.this} existe déjà", "effacez ce bloc, ou donnez-lui un autre nom"
    if claim.is_slug:
        reason = f"l’adresse « {claim.shown} » est déjà celle {nouns.of} « {first.owner.name} »"
        return reason, f'donnez-lui-en une autre, par exemple `adresse = "{claim.shown}-2"`'
    cure = "gardez cette écriture à un seul endroit"
    if first.is_name:
        return f"« {claim.shown} » est déjà {nouns.other}", cure
    return f"« {claim.shown} » est déjà une écriture {nouns.of} « {first.owner.name} »", cure
