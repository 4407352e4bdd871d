"""Sections written as a Markdown body: each `## Titre` opens one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.compose.outline import Item, read_rich_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.parse.raw import RawSheet


def read_body(raw: RawSheet) -> Iterator[Item]:
    """Return the stream of a sheet's body."""
    if raw.body:
        yield from read_rich_text(raw.body, 0, raw.body_place)
