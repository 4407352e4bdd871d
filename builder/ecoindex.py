"""The EcoIndex of a page: 0 (heavy) to 100 (light), with a grade A to G.

The formula and its quantiles are those of the collectif Conception numérique responsable
(`REFERENCE`, read in November 2026): each measure is placed among twenty quantiles of half a
million pages, and the three places are weighed 3, 2 and 1.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

REFERENCE = "https://github.com/cnumr/ecoindex_reference"

_DOM = (
    *(0, 47, 75, 159, 233, 298, 358, 417, 476, 537, 603),
    *(674, 753, 843, 949, 1076, 1237, 1459, 1801, 2479, 594601),
)
_REQUESTS = (
    *(0, 2, 15, 25, 34, 42, 49, 56, 63, 70, 78),
    *(86, 95, 105, 117, 130, 147, 170, 205, 281, 3920),
)
_KILOBYTES = (
    *(0, 1.37, 144.7, 319.53, 479.46, 631.97, 783.38, 937.91, 1098.62, 1265.47, 1448.32),
    *(1648.27, 1876.08, 2142.06, 2465.37, 2866.31, 3401.59, 4155.73, 5400.08, 8037.54, 223212.26),
)
_GRADES = (("A", 80), ("B", 70), ("C", 55), ("D", 40), ("E", 25), ("F", 10))


def ecoindex(*, dom: int, requests: int, kilobytes: float) -> float:
    """Score a page.

    Args:
        dom: Elements of the page, without those inside an `svg`.
        requests: HTTP requests of a cold visit, the page's own included.
        kilobytes: Thousands of bytes that travelled, compressed.
    """
    places = 3 * _place(dom, _DOM) + 2 * _place(requests, _REQUESTS) + _place(kilobytes, _KILOBYTES)
    return 100 - 5 * places / 6


def grade(score: float) -> str:
    """Give the letter of a score; a limit belongs to the letter below (80 is a B)."""
    return next((letter for letter, floor in _GRADES if score > floor), "G")


def _place(value: float, quantiles: Sequence[float]) -> float:
    for index, (low, high) in enumerate(pairwise(quantiles)):
        if value < high:
            return index + (value - low) / (high - low)
    return len(quantiles) - 1
