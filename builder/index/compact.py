"""The compact index: all that the browser needs to filter, sort and show the cards of a catalogue.

One JSON file, by columns (a column of like values packs better than rows), fetched once, on the
first filter or search. Fiches are in their order of effort, so that it needs no column.
"""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from builder.index.filters import Filter
    from builder.render.views import CardView

_EPOCH = dt.date(2000, 1, 1)


def make_compact_index(
    filters: tuple[Filter, ...],
    cards: tuple[CardView, ...],
    changed: tuple[dt.date | None, ...],
) -> str:
    """Write the index.

    Args:
        filters: What the fiches are filtered by.
        cards: The cards of all listed fiches, in order.
        changed: The last change of each, for the sort « les plus récentes ».

    Returns:
        JSON: `facets` (key, title, param, values as `[slug, label]`, slug of the value that suits
        everyone if there is one), then a column a key:
        positions of its values, a number where every fiche has just one, a list elsewhere;
        `slug`, `title`, `description`, `minutes`; `changed` in days since 2000, 0 when unknown.
    """
    data: dict[str, Any] = {
        "facets": [
            [
                item.key,
                item.title,
                item.param,
                [[value.slug, value.label] for value in item.choices],
                *([item.everyone] if item.everyone else []),
            ]
            for item in filters
        ],
        "slug": [card.address.split("/")[1] for card in cards],
        "title": [card.title for card in cards],
        "description": [card.description for card in cards],
        "minutes": [card.minutes for card in cards],
        "changed": [(day - _EPOCH).days if day else 0 for day in changed],
    }
    data |= {item.key: _column(item) for item in filters}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _column(item: Filter) -> list[Any]:
    if all(len(own) == 1 for own in item.fiches):
        return [own[0] for own in item.fiches]
    return [list(own) for own in item.fiches]
