"""The neighbours of fiches, kept from one build to the next.

A text that changes leaves them as they are; what they share does not, and has all found again.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import orjson

from builder.cache.versions import code_version
from builder.index.neighbours import Neighbourhood

if TYPE_CHECKING:
    from collections.abc import Sequence

    from builder.cache.store import Store
    from builder.model import Fiche

_SIZE = 20
"""Octets of a mark."""


def recall_neighbours(fiches: Sequence[Fiche], store: Store) -> Neighbourhood:
    """Return the neighbourhood of fiches, found once and for all.

    Args:
        fiches: Those that may be neighbours.
        store: What the builds before this one kept.
    """
    new = Neighbourhood(fiches)
    told = repr(new.describe()).encode(errors="surrogatepass")
    mark = hashlib.blake2b(told, key=code_version(), digest_size=_SIZE).digest()
    kept = store.get(mark)
    if kept is not None:
        return Neighbourhood(fiches, orjson.loads(kept))
    found = new.find_all()
    try:
        store.put(mark, orjson.dumps(found))
    except TypeError:  # half a character, which JSON cannot write
        return new
    return Neighbourhood(fiches, found)
