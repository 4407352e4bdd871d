"""The names of companies, compared from one sheet to another."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import combinations
from typing import TYPE_CHECKING

from builder.diagnostics.model import narrow
from builder.diagnostics.rules.catalogue import (
    EntrepriseDeuxOrthographes,
    TemoinInconnu,
    TemoinSansFiche,
)
from builder.normalise import fold, make_slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import PurePosixPath

    from builder.diagnostics.model import Diagnostic, Locate, Place
    from builder.parse.raw import RawSheet

_AND = re.compile(r"\s+/\s+")
_LEGAL_FORMS = frozenset({"eurl", "gie", "sa", "sarl", "sas", "sasu", "scic", "scop", "snc"})
_SHORTEST = 7
"""Letters of a word where a slip of the keyboard is likelier than another name.

« Martin » and « Marin », « Sogea » and « Sogéa+ » are two; « Conexing » and « Connexing » one.
"""


@dataclass(frozen=True, slots=True)
class Naming:
    """A company, where a sheet names it."""

    name: str
    path: PurePosixPath
    """Of the sheet."""
    is_draft: bool
    has_file: bool
    """Whether the sheet is the company's own: its witness file."""
    slug: str
    """The address that the sheet asks for; for a witness file another name of it."""
    locate: Locate
    """Finds what the sheet says of its company, which may be « A / B »."""

    @property
    def spelling(self) -> str:
        """The name as a page shows it: spaces count once."""
        return " ".join(self.name.split())

    @property
    def file(self) -> str:
        """The path of the sheet, as messages show it."""
        return str(self.path)

    def place(self) -> Place:
        """Return the place of the name, without the other name of « A / B »."""
        return narrow(self.locate(), self.name)


@dataclass(frozen=True, slots=True)
class Nameless:
    """A witness file that names nobody: it cannot be read, or its company is not written yet."""

    stem: str
    """Its name, without `.md`."""
    text: str
    """What is in it; nothing if that is no text."""

    def may_tell_of(self, naming: Naming) -> bool:
        """Tell whether it may be the file of a company: it has its name, or holds it."""
        is_its_own = make_slug(self.stem) == make_slug(naming.name)
        return is_its_own or fold(naming.name) in fold(self.text)


def split_companies(text: str) -> tuple[str, ...]:
    """Return the companies that a `company` names: « A / B » is two."""
    return tuple(name for name in _AND.split(text) if make_slug(name))


def namings_of(raw: RawSheet, *, has_file: bool) -> Iterator[Naming]:
    """Yield the companies that a sheet names, whatever the rest of its head is worth."""
    value = raw.values.get("company")
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if not isinstance(value, str):
        return
    names = (value.strip(),) if has_file else split_companies(value.strip())
    wanted = raw.values.get("slug")
    slug = make_slug(wanted) if isinstance(wanted, str) else ""
    for name in names:
        if make_slug(name):
            locate = partial(raw.place, ("company",))
            yield Naming(name, raw.source.path, raw.is_draft, has_file, slug, locate)


def check_companies(
    namings: Sequence[Naming], *, fiches: int, nameless: Sequence[Nameless]
) -> Iterator[Diagnostic]:
    """Tell of companies with two names (FP412), without a file (FP411), without a fiche (FP415).

    Drafts come last: what is published settles the spelling.

    Args:
        namings: Every company that a sheet names.
        fiches: How many files of fiches there are. While one of them names nobody (it cannot be
            read, or its company is not written yet) it may be the fiche of any witness.
        nameless: The files of witnesses that name nobody.
    """
    ordered = sorted(namings, key=lambda one: (one.is_draft, not one.has_file, one.file))
    told: set[str] = set()
    meant: set[str] = set()
    for naming, other in _misspelt(ordered):
        told.add(naming.spelling)
        meant.add(other.spelling)
        yield _settled(naming, _tell_spelling(naming, other))
    if len({one.file for one in ordered if not one.has_file}) == fiches:
        yield from _orphans(ordered, meant)
    yield from _strangers(ordered, told, nameless)


def _strangers(
    ordered: Sequence[Naming], told: set[str], nameless: Sequence[Nameless]
) -> Iterator[Diagnostic]:
    """Tell once of each company without a file (FP411); one whose name is misspelt is told."""
    known = {slug for one in ordered if one.has_file for slug in _slugs(one)}
    for naming in ordered:
        slug = make_slug(naming.name)
        is_told = slug in known or naming.spelling in told
        if not is_told and not any(file.may_tell_of(naming) for file in nameless):
            known.add(slug)
            found = TemoinInconnu.at(naming.place(), company=naming.spelling, slug=slug)
            yield _settled(naming, found)


def _orphans(ordered: Sequence[Naming], meant: set[str]) -> Iterator[Diagnostic]:
    """Tell of witnesses that no fiche names (FP415); one whose name is misspelt there is told."""
    named = {make_slug(one.name) for one in ordered if not one.has_file}
    for naming in ordered:
        is_alone = naming.has_file and named.isdisjoint(_slugs(naming))
        if is_alone and naming.spelling not in meant:
            found = TemoinSansFiche.at(naming.place(), company=naming.spelling)
            yield _settled(naming, found)


def _slugs(naming: Naming) -> Iterator[str]:
    """Yield the addresses that a witness file answers to: of its name, and of its `slug`."""
    yield make_slug(naming.name)
    if naming.slug:
        yield naming.slug


def _settled(naming: Naming, found: Diagnostic) -> Diagnostic:
    return found.in_draft() if naming.is_draft else found


def _tell_spelling(naming: Naming, other: Naming) -> Diagnostic:
    if _key(naming.name) == _key(other.name):
        cure = f"écrivez `{other.spelling}`"
    else:
        cure = f"vouliez-vous dire `{other.spelling}` ?"
    found = EntrepriseDeuxOrthographes.at(
        naming.place(),
        company=naming.spelling,
        other=other.spelling,
        path=other.file,
        cure=cure,
    )
    return found.fixed_by(other.spelling if _is_sure(naming, other) else None)


def _is_sure(naming: Naming, other: Naming) -> bool:
    """Tell whether the witness file has the very name, but for case, accents and marks.

    What is written in its place must need no escape, whatever the quotes.
    """
    is_same = other.has_file and make_slug(naming.name) == make_slug(other.name)
    return is_same and other.spelling.isprintable() and not set("\"'\\") & set(other.spelling)


# --- Which names are one company ---------------------------------------------------------------


def _misspelt(ordered: Iterable[Naming]) -> Iterator[tuple[Naming, Naming]]:
    """Yield each naming that is not spelt as its company is, with one that is."""
    groups: dict[str, list[Naming]] = {}
    for naming in ordered:
        groups.setdefault(_key(naming.name), []).append(naming)
    heads = {key: _best(group) for key, group in groups.items()}
    for key, group in groups.items():
        yield from (
            (one, heads[key])
            for one in group
            if one.spelling != heads[key].spelling and not (one.has_file and _is_double(one, group))
        )
    told: set[str] = set()
    for pair in _near_keys(groups):
        good, bad = sorted(pair, key=lambda key: _weight(groups[key]))
        if bad not in told:
            told.add(bad)
            yield from (
                (one, heads[good]) for one in groups[bad] if one.spelling == heads[bad].spelling
            )


def _is_double(naming: Naming, group: Iterable[Naming]) -> bool:
    """Tell whether another witness file has the same address: that is told already (FP401)."""
    slug = make_slug(naming.name)
    return any(
        other is not naming and other.has_file and make_slug(other.name) == slug for other in group
    )


def _best(group: Sequence[Naming]) -> Naming:
    """Choose the naming whose spelling counts: a witness file's, else the most frequent."""
    if group[0].has_file and not group[0].is_draft:
        return group[0]
    counts = Counter(one.spelling for one in group)
    return max(group, key=lambda one: counts[one.spelling])


def _weight(group: Sequence[Naming]) -> tuple[bool, int, str]:
    """Order groups of namings, the one to believe first."""
    return (not any(one.has_file for one in group), -len(group), group[0].file)


@lru_cache(maxsize=65_536)
def _key(name: str) -> str:
    """Return what is the same however a name is typed: letters and digits, no legal form."""
    words = _words(name)
    return "".join(word for word in words if word not in _LEGAL_FORMS) or "".join(words)


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(name).replace("&", " et "))


def _near_keys(groups: dict[str, list[Naming]]) -> Iterator[tuple[str, str]]:
    """Yield pairs of keys whose names differ by a slip of the keyboard in one long word.

    Names that could be a pair share all their words but one, and that one with a letter taken
    away: they are found without comparing each with each.
    """
    shelves: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for key, group in groups.items():
        words = [word for word in _words(group[0].name) if word not in _LEGAL_FORMS]
        for at, word in enumerate(words):
            if len(word) >= _SHORTEST and word.isalpha():
                for shorter in {word, *_shorter(word)}:
                    shelf = (*words[:at], f"*{shorter}", *words[at + 1 :])
                    shelves.setdefault(shelf, []).append((key, word))
    seen: set[tuple[str, str]] = set()
    for held in shelves.values():
        for (key, word), (other_key, other) in combinations(held, 2):
            pair = (key, other_key)
            if key != other_key and pair not in seen and is_slip(word, other):
                seen.add(pair)
                yield pair


def _shorter(word: str) -> Iterator[str]:
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def is_slip(one: str, other: str) -> bool:
    """Tell whether two long words differ by one letter, as a hurried hand makes them.

    The first letter is never mistaken; another last letter makes another trade name (« Solaria »,
    « Solaris »), but for the `s` of a plural.
    """
    if one == other or one[0] != other[0]:
        return False
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        return _is_swap_or_change(short, long)
    at = next((at for at, char in enumerate(short) if char != long[at]), len(short))
    if short[at:] != long[at + 1 :]:
        return False
    return at < len(short) or long[-1] in {"s", short[-1]}


def _is_swap_or_change(one: str, other: str) -> bool:
    differing = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    first, last = differing[0], differing[-1]
    if len(differing) == 1:
        return last < len(one) - 1
    is_pair = len(differing) == 2 and last == first + 1  # noqa: PLR2004
    return is_pair and one[first] == other[last] and one[last] == other[first]
