"""What a page of each kind may weigh at most (the bar), and the table that tells it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builder.ecoindex import grade
from tests.browser.measure import Visit


@dataclass(frozen=True, slots=True)
class Bar:
    """Limits of a cold visit."""

    kilobytes: float
    requests: int
    dom: int
    ecoindex: float
    """The least it may score."""
    has_images: bool = False
    """Whether pictures come on top of the weight and of the requests."""


_TEXT = Bar(kilobytes=40, requests=5, dom=200, ecoindex=88)
# An A begins above 80.
_LIST = Bar(kilobytes=50, requests=5, dom=380, ecoindex=80.01)
_STORY = Bar(kilobytes=50, requests=5, dom=300, ecoindex=84, has_images=True)

BARS: dict[str, Bar] = {
    "accueil": Bar(kilobytes=40, requests=5, dom=150, ecoindex=88),
    "catalogue": _LIST,
    "catalogue-suite": _LIST,
    "fiche": _STORY,
    "temoins": _LIST,
    "temoin": _STORY,
    "comparaisons": _LIST,
    "echecs": _LIST,
    "nature": _LIST,
    "maturite": _LIST,
    "investissement-financier": _LIST,
    "investissement-humain": _LIST,
    "secteur": _LIST,
    "taille": _LIST,
    "secteur-du-temoin": _LIST,
    "iso-26000": _LIST,
    "odd": _LIST,
    "referentiels": _TEXT,
    "lexique": _TEXT,
    "selection": _TEXT,
    "contribuer": _TEXT,
    "guide": _TEXT,
    "couverture": _TEXT,
    "a-propos": _TEXT,
    "mentions-legales": _TEXT,
    "accessibilite": _TEXT,
    "ecoconception": _TEXT,
    "404": _TEXT,
}
"""Kind of page → its limits."""


def is_over(visit: Visit, bar: Bar) -> bool:
    """Tell whether a visit breaks one of its limits."""
    kilobytes, requests = _counted(visit, bar)
    return (
        kilobytes > bar.kilobytes
        or requests > bar.requests
        or visit.dom > bar.dom
        or visit.ecoindex < bar.ecoindex
    )


def bar_table(visits: Mapping[str, Visit]) -> str:
    """Draw figures and limits, a line for each kind; a line at fault begins with `>`."""
    return "\n".join(_lines(visits))


def _lines(visits: Mapping[str, Visit]) -> Iterator[str]:
    yield f"  {'page':26}{'KB':>14}{'requests':>12}{'DOM':>12}{'EcoIndex':>16}"
    for kind, visit in visits.items():
        bar = BARS[kind]
        kilobytes, requests = _counted(visit, bar)
        cells = (
            f"{'>' if is_over(visit, bar) else ' '} {kind:26}",
            f"{f'{kilobytes:.1f} ≤ {bar.kilobytes:g}':>14}",
            f"{f'{requests} ≤ {bar.requests}':>12}",
            f"{f'{visit.dom} ≤ {bar.dom}':>12}",
            f"{f'{visit.ecoindex:.1f} {grade(visit.ecoindex)} ≥ {bar.ecoindex:.0f}':>16}",
        )
        yield "".join(cells)


def _counted(visit: Visit, bar: Bar) -> tuple[float, int]:
    traffic = visit.traffic
    if not bar.has_images:
        return traffic.kilobytes, traffic.requests
    return (
        traffic.kilobytes - traffic.image_kilobytes,
        traffic.requests - traffic.image_requests,
    )
