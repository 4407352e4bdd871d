"""Sheets in which nothing is wrong, read and rendered, kept from one build to the next.

One that has a remark is read again each time: its places are then at hand.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar, cast

from builder import model
from builder.cache.codec import Codec, CodecError
from builder.cache.framing import frame
from builder.cache.versions import code_version
from builder.model import Fiche, Temoin
from builder.render.digest import Item
from builder.render.fragments import SectionView
from builder.render.texts import FicheTexts, Glance, Story
from builder.render.uploads import Upload
from builder.vocabulary import Value

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import PurePosixPath

    from builder.cache.store import Store
    from builder.lexique import Lexique
    from builder.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class KeptNaming:
    """A company that a sheet names."""

    name: str
    slug: str
    start: int
    """Where its name stands in the file, in characters."""
    end: int


@dataclass(frozen=True, slots=True)
class KeptFindings:
    """What rendering found in texts in which nothing is wrong."""

    ids: tuple[str, ...]
    urls: tuple[str, ...]
    """Of the links, as written."""
    pictures: tuple[tuple[str, Upload], ...]
    """Address, as written → the picture; if one is no more the same, nothing here holds."""


@dataclass(frozen=True, slots=True)
class KeptFiche:
    """A fiche: all that other pages need of it, but its texts."""

    fiche: Fiche
    namings: tuple[KeptNaming, ...]
    glance: Glance
    findings: KeptFindings
    has_texts: bool
    """Whether they were kept with it: who only checks has none to keep."""


@dataclass(frozen=True, slots=True)
class KeptTemoin:
    """A witness."""

    temoin: Temoin
    namings: tuple[KeptNaming, ...]
    story: Story
    findings: KeptFindings


Kept = TypeVar("Kept", KeptFiche, KeptTemoin)

_CLASSES = (
    *(KeptFiche, KeptTemoin, KeptNaming, KeptFindings, Value, Upload, FicheTexts, Story),
    *(Glance, Item),
    *(SectionView, Fiche, Temoin, model.Section, model.Hreflang, model.Citation),
    *(model.Indicateur, model.RichText, model.Heading, model.Picture, model.Video, model.Table),
    *(model.Links, model.LinkItem, model.Columns, model.Column, model.Faq, model.Question),
    model.Callout,
)
_SIZE = 20
"""Octets of a mark."""
_TEXTS = b"textes"


class SheetCache:
    """What is kept of the sheets of a folder, for one vocabulary and one lexique."""

    def __init__(
        self, store: Store, folder: PurePosixPath, vocabulary: Vocabulary, lexique: Lexique
    ) -> None:
        """Prepare.

        Args:
            store: Where it is kept.
            folder: The content, as messages show it.
            vocabulary: The values that sheets may name.
            lexique: The terms that texts explain.
        """
        self._store = store
        given = (repr(vocabulary).encode(), repr(lexique).encode(), os.fsencode(folder))
        self._mark = _mark(code_version(), *given)
        shared = [value for facet in vocabulary for value in facet.values]
        self._codec = Codec(_CLASSES, shared)
        self._last: tuple[bytes, FicheTexts] | None = None
        """The texts read last: a page asks for them several times."""

    def mark(self, name: str, digest: str) -> bytes:
        """Return what tells a sheet from all others.

        Args:
            name: Its path in the folder.
            digest: Of its bytes.
        """
        return _mark(self._mark, os.fsencode(name), digest.encode())

    def find_fiche(self, mark: bytes) -> KeptFiche | None:
        """Return a fiche that was kept; None for what does not read as it was written."""
        found = self._read(mark)
        self._store.want(_TEXTS + mark)  # a check, which asks for none, leaves them to a build
        return found if isinstance(found, KeptFiche) else None

    def find_temoin(self, mark: bytes) -> KeptTemoin | None:
        """Return a witness that was kept."""
        found = self._read(mark)
        return found if isinstance(found, KeptTemoin) else None

    def find_texts(self, mark: bytes) -> FicheTexts | None:
        """Return the texts of a fiche that was kept."""
        if self._last is None or self._last[0] != mark:
            found = self._read(_TEXTS + mark)
            if not isinstance(found, FicheTexts):
                return None
            self._last = mark, found
        return self._last[1]

    def keep_fiche(
        self, mark: bytes, kept: KeptFiche, texts: FicheTexts | None
    ) -> Callable[[], KeptFiche] | None:
        """Keep a fiche in which nothing is wrong, and its texts if there are any.

        Returns:
            What returns what `find_fiche` will: whoever holds that holds nothing of the file. None
            where it holds what cannot be written.
        """
        if texts is not None and not self._write(_TEXTS + mark, texts):
            return None
        return self._keep(mark, kept)

    def keep_temoin(self, mark: bytes, kept: KeptTemoin) -> Callable[[], KeptTemoin] | None:
        """Keep a witness in which nothing is wrong.

        Returns:
            What returns what `find_temoin` will, as for a fiche.
        """
        return self._keep(mark, kept)

    def _keep(self, mark: bytes, record: Kept) -> Callable[[], Kept] | None:
        written = self._write(mark, record)
        return (lambda: cast("Kept", self._codec.read(written))) if written else None

    def _write(self, mark: bytes, record: object) -> bytes:
        """Return what was put in the store: nothing where it cannot be written."""
        try:
            written = self._codec.write(record)
        except CodecError:
            return b""
        self._store.put(mark, written)
        return written

    def _read(self, mark: bytes) -> object:
        content = self._store.get(mark)
        try:
            return None if content is None else self._codec.read(content)
        except CodecError:
            return None


def _mark(*parts: bytes) -> bytes:
    mark = hashlib.blake2b(digest_size=_SIZE)
    for part in parts:
        mark.update(frame(part))
    return mark.digest()
