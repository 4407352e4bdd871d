"""The pages to find: light, with a way to what they say."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from builder.cache.versions import code_version
from builder.render.addresses import fiche_address
from builder.render.typography import typeset
from builder.search.records import SearchRecord, record_of_fiche, record_of_temoin
from builder.search.shelf import as_text, as_texts, read_values, write_values

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from builder.model import Fiche
    from builder.render.texts import Texts
    from builder.render.viewer import Viewer
    from builder.search.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Entry:
    """A page to find, light: its words stay where they are until they are needed."""

    address: str
    """From the root of the site: `fiches/x/`."""
    mark: bytes
    """Of its record: two that have one mark are the same."""
    load: Callable[[], SearchRecord]

    @property
    def name(self) -> str:
        """One word for the address and the mark."""
        return f"{self.address}#{self.mark.hex()}"


def make_entries(viewer: Viewer) -> tuple[Entry, ...]:
    """Make the entries of the fiches and witnesses that search may show, sorted by address.

    Drafts and `noindex` are left out, and so is a witness whose only fiches are.
    """
    fiches = (
        _of_fiche(fiche, viewer.render(fiche).texts)
        for fiche in viewer.listed
        if not fiche.is_draft
    )
    entries = [*fiches, *_of_temoins(viewer)]
    return tuple(sorted(entries, key=lambda entry: entry.address))


def entry_of(record: SearchRecord) -> Entry:
    """Make the entry of a record that is in memory."""
    return Entry(record.address, _mark(write_record(record)), lambda: record)


def take_record(entry: Entry, shelf: Shelf) -> SearchRecord:
    """Take the record of an entry from the shelf; one that is not there is put there."""
    record = recall_record(entry.mark, shelf)
    if record is None:
        record = entry.load()
        shelf.put(entry.mark, write_record(record))
    return record


def recall_record(mark: bytes, shelf: Shelf) -> SearchRecord | None:
    """Take a record from the shelf, if it is still there."""
    content = shelf.get(mark)
    return None if content is None else read_record(content)


def write_record(record: SearchRecord) -> bytes:
    """Write a record, to be kept: counting its words again costs no more than reading counts."""
    return write_values(
        [
            record.address,
            record.title,
            record.description,
            record.company,
            record.labels,
            record.text,
        ]
    )


def read_record(content: bytes) -> SearchRecord | None:
    """Read what `write_record` wrote; nothing else is taken for it."""
    try:
        address, title, description, company, labels, text = read_values(content, 6)
        return SearchRecord(
            as_text(address),
            as_text(title),
            as_text(description),
            as_texts(company),
            as_texts(labels),
            as_text(text),
        )
    except ValueError:
        return None


def _of_fiche(fiche: Fiche, texts: Texts) -> Entry:
    labels = [value.label for value in (*fiche.nature, *fiche.sector)]
    head = [fiche.slug, fiche.title, fiche.description, fiche.company, labels]
    mark = _mark(write_values([texts.mark.hex(), head]))
    return Entry(fiche_address(fiche), mark, partial(_load, fiche, texts))


def _load(fiche: Fiche, texts: Texts) -> SearchRecord:
    return record_of_fiche(fiche, texts.load())


def _of_temoins(viewer: Viewer) -> Iterator[Entry]:
    """Make the records of the witnesses at once: they are few, and in memory."""
    for temoin in viewer.catalogue.temoins:
        fiches = [fiche for fiche in viewer.fiches_of(temoin) if not fiche.is_draft]
        if temoin.is_draft or not (temoin.has_file or fiches):
            continue
        sections = viewer.story(temoin).sections if temoin.has_file else ()
        titles = [typeset(fiche.title) for fiche in fiches]
        yield entry_of(record_of_temoin(temoin, sections, titles))


def _mark(made_of: bytes) -> bytes:
    return hashlib.blake2b(code_version() + made_of, digest_size=20).digest()
