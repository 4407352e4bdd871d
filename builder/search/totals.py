"""What the pages of a site add up to, word by word; after an edit, what it changes and no more."""

from __future__ import annotations

import hashlib
from array import array
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import TYPE_CHECKING

from builder.search.entries import recall_record, take_record
from builder.search.postings import (
    PostingsWriter,
    make_postings,
    move_postings,
    read_postings,
    write_postings,
)
from builder.search.shelf import as_numbers, as_words, read_values, write_values
from builder.search.terms import count_tokens, sum_stems
from builder.search.words import read_tokens

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from builder.search.entries import Entry
    from builder.search.records import SearchRecord
    from builder.search.shelf import Shelf
    from builder.search.words import Word

_TOGETHER = 64
"""Pages that are read together: their new words are folded in one go."""
_FEW = 0.1
"""Part of the pages whose change is worth following; over that, all are read again."""
_MARK = hashlib.blake2b(b"what the pages of the search add up to", digest_size=16).digest()
"""The shelf holds the totals of the last build."""


@dataclass(frozen=True, slots=True)
class Totals:
    """All pages together."""

    names: list[str]
    """Of the entries, in the order that numbers their pages."""
    lengths: list[int]
    """Of the pages, in words."""
    tokens: dict[str, int]
    """What stands between two spaces → pages that use it."""
    words: dict[str, int]
    """Form and stem of a word, with a tab between them → tokens that give it."""
    signs: dict[str, str]
    """Stem → its pages, as `write_postings` writes them."""


def total_up(entries: Sequence[Entry], shelf: Shelf) -> Totals:
    """Add up the pages of a site; those that the last build had are not read again."""
    totals = _update(entries, shelf) or _add_up(entries, shelf)
    shelf.put(_MARK, _write(totals))
    return totals


def _update(entries: Sequence[Entry], shelf: Shelf) -> Totals | None:
    """Return the totals of the last build, brought up to date where that is less work."""
    former = _recall(shelf)
    if former is None:
        return None
    try:
        change = _compare(former, entries, shelf)
        return _follow(former, change) if change else None
    except (KeyError, ValueError):  # its parts are not of one build
        return None


def _average(lengths: Sequence[int]) -> float:
    """Return the length of a page, in two figures: a word more must not change all levels."""
    return max(1.0, float(f"{sum(lengths) / max(1, len(lengths)):.1e}"))


# --- All pages ----------------------------------------------------------------------------------


def _add_up(entries: Sequence[Entry], shelf: Shelf) -> Totals:
    tokens: Counter[str] = Counter()
    words: Counter[Word] = Counter()
    stems: dict[str, str] = {}
    pages: list[_Counted] = []
    for first in range(0, len(entries), _TOGETHER):
        some = entries[first : first + _TOGETHER]
        counted = [count_tokens(take_record(entry, shelf)) for entry in some]
        known = len(tokens)
        tokens.update(chain.from_iterable(uses for uses, _ in counted))
        new = read_tokens(islice(reversed(tokens), len(tokens) - known))  # what came last
        words.update(chain.from_iterable(new.values()))
        stems |= _stems(new)
        pages += [_Counted.of(sum_stems(uses, stems), length) for uses, length in counted]
    spelt = {_spell(word): count for word, count in words.items()}
    lengths = [page.length for page in pages]
    writer = PostingsWriter(_average(lengths))
    for number, page in enumerate(pages):
        writer.add(number, page.stems, page.uses, page.length)
    return Totals([entry.name for entry in entries], lengths, tokens, spelt, writer.written())


@dataclass(frozen=True, slots=True)
class _Counted:
    """A page that waits until the average is known: in a tenth of the room of a dictionary."""

    stems: tuple[str, ...]
    uses: array[int]
    length: int

    @classmethod
    def of(cls, uses: Mapping[str, int], length: int) -> _Counted:
        return cls(tuple(uses), array("I", uses.values()), length)


def _stems(words: Mapping[str, Sequence[Word]]) -> dict[str, str]:
    return {token: " ".join([stem for _, stem in found]) for token, found in words.items()}


def _spell(word: Word) -> str:
    return f"{word.form}\t{word.stem}"


# --- Those that changed -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Page:
    """A page, counted."""

    number: int
    uses: Mapping[str, int]
    """Token → times, as `count_tokens` counts them."""
    length: int


@dataclass(frozen=True, slots=True)
class _Change:
    """From the pages of the last build to those of this one."""

    gone: list[_Page]
    come: list[_Page]
    numbers: dict[int, int]
    """Of a page that stays: then → now."""
    names: list[str]
    lengths: list[int]
    """Of the pages now."""

    @property
    def is_in_place(self) -> bool:
        """Whether the pages that stay keep their numbers."""
        return all(then == now for then, now in self.numbers.items())


def _compare(former: Totals, entries: Sequence[Entry], shelf: Shelf) -> _Change | None:
    """Say what changed; nothing when that is too much, or is not known any more."""
    names = [entry.name for entry in entries]
    then = {name: number for number, name in enumerate(former.names)}
    now = {name: number for number, name in enumerate(names)}
    gone, come = sorted(then.keys() - now.keys()), sorted(now.keys() - then.keys())
    if len(gone) + len(come) > max(2, _FEW * len(names)):
        return None
    was = [recall_record(bytes.fromhex(name.rpartition("#")[2]), shelf) for name in gone]
    new = [_count(now[name], take_record(entries[now[name]], shelf)) for name in come]
    lengths = dict(zip(former.names, former.lengths, strict=True))
    lengths |= {names[page.number]: page.length for page in new}
    change = _Change(
        [_count(then[name], record) for name, record in zip(gone, was, strict=True) if record],
        new,
        {number: now[name] for name, number in then.items() if name in now},
        names,
        [lengths[name] for name in names],
    )
    is_known = len(change.gone) == len(gone)
    return change if is_known and _average(change.lengths) == _average(former.lengths) else None


def _count(number: int, record: SearchRecord) -> _Page:
    return _Page(number, *count_tokens(record))


def _follow(former: Totals, change: _Change) -> Totals:
    words = read_tokens(token for page in (*change.gone, *change.come) for token in page.uses)
    _recount(former, change, words)
    _rewrite(former, change, _stems(words))
    return replace(former, names=change.names, lengths=change.lengths)


def _recount(totals: Totals, change: _Change, words: Mapping[str, Sequence[Word]]) -> None:
    """Count the pages of each token, and the tokens of each word."""
    changes = Counter(token for page in change.come for token in page.uses)
    changes.subtract(token for page in change.gone for token in page.uses)
    for token, more in changes.items():
        before = totals.tokens.get(token, 0)
        _add(totals.tokens, token, more)
        is_new, is_gone = not before, not before + more
        if is_new != is_gone:
            for word in words[token]:
                _add(totals.words, _spell(word), 1 if is_new else -1)


def _add(counts: dict[str, int], key: str, more: int) -> None:
    counts[key] = counts.get(key, 0) + more
    if not counts[key]:
        del counts[key]


def _rewrite(totals: Totals, change: _Change, stems: Mapping[str, str]) -> None:
    """Write again the pages of the words that changed; of all, when pages have other numbers."""
    average = _average(totals.lengths)
    lost = _postings(change.gone, stems, average)
    won = _postings(change.come, stems, average)
    is_in_place = change.is_in_place
    touched = lost.keys() | won.keys() | (set() if is_in_place else totals.signs.keys())
    for stem in touched:
        gone, come = lost.get(stem, set()), won.get(stem, set())
        if is_in_place and gone == come:
            continue
        kept = [one for one in read_postings(totals.signs.get(stem, "")) if one not in gone]
        kept = kept if is_in_place else move_postings(kept, change.numbers)
        totals.signs[stem] = write_postings(sorted([*kept, *come]))
        if not totals.signs[stem]:
            del totals.signs[stem]


def _postings(
    pages: Sequence[_Page], stems: Mapping[str, str], average: float
) -> dict[str, set[int]]:
    found: defaultdict[str, set[int]] = defaultdict(set)
    for page in pages:
        uses = sum_stems(page.uses, stems)
        for stem, posting in make_postings(page.number, uses, page.length, average).items():
            found[stem].add(posting)
    return found


# --- The shelf ----------------------------------------------------------------------------------


def _recall(shelf: Shelf) -> Totals | None:
    content = shelf.get(_MARK)
    if content is None:
        return None
    try:
        names, lengths, tokens, pages, words, givers, stems, signs = read_values(content, 8)
        own = as_words(names, "\n")
        return Totals(
            own,
            as_numbers(lengths, len(own)),
            _counts(as_words(tokens, " "), pages),
            _counts(as_words(words, "\n"), givers),
            dict(zip(as_words(stems, " "), as_words(signs, " "), strict=True)),
        )
    except ValueError:
        return None


def _counts(names: list[str], counts: object) -> dict[str, int]:
    return dict(zip(names, as_numbers(counts, len(names)), strict=True))


def _write(totals: Totals) -> bytes:
    return write_values(
        [
            "\n".join(totals.names),
            totals.lengths,
            " ".join(totals.tokens),
            [*totals.tokens.values()],
            "\n".join(totals.words),
            [*totals.words.values()],
            " ".join(totals.signs),
            " ".join(totals.signs.values()),
        ]
    )
