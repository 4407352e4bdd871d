"""The figures of a witness: their unit and their years, and the year it was founded."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from builder.diagnostics.model import Severity
from builder.diagnostics.rules.catalogue import AnneeInvalide, IndicateurSansUnite

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.parse.keypath import KeyPath
    from builder.validate.report import Report
    from builder.validate.shapes import Checked

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_FOUNDED = range(1000, 2100)
"""Years when a company may have been founded: some are centuries old."""


def check_founded(year: int | None, report: Report) -> None:
    """Tell of a company founded in a year that is none (FP414)."""
    if year is not None and year not in _FOUNDED:
        cure = "écrivez l’année sur quatre chiffres, par exemple `founded = 1998`"
        report.tell(AnneeInvalide, ("founded",), what=f"« {year} » n’est pas une année", cure=cure)


def check_indicateur(item: Checked, index: int, report: Report) -> None:
    """Tell of a unit that is not there (FP413) and of years that are none (FP414).

    Args:
        item: An indicator that has values, checked.
        index: Its rank in `indicateurs`.
        report: Where it is told.
    """
    path: KeyPath = ("indicateurs", index)
    if not item["unite"]:
        report.tell_key(IndicateurSansUnite, (*path, "unite"), nom=item["nom"])
    wrong = [year for year in item["valeurs"] if not _YEAR.fullmatch(year)]
    for year in wrong:
        cure = "écrivez l’année sur quatre chiffres, par exemple `2013`"
        what = f"« {year} » n’est pas une année"
        report.tell_key(AnneeInvalide, (*path, "valeurs", year), what=what, cure=cure)
    if not wrong:  # an estimate of « 2013 » under « 20013 » is the same mistake
        _check_estimates(path, report)


def _check_estimates(path: KeyPath, report: Report) -> None:
    """Tell of estimates without a value: nothing is drawn for them, and nothing false."""
    item = _at(report.raw.values, path)
    if not isinstance(item, dict) or not isinstance(item.get("valeurs"), dict):
        return
    for at, year in _texts(item.get("estime")):
        if year.strip() not in item["valeurs"]:
            place = report.raw.place((*path, "estime", at))
            what = f"l’année « {year} » est dite estimée et n’a pas de valeur"
            cure = f"ajoutez une valeur pour {year}, ou retirez cette année de `estime`"
            found = AnneeInvalide.at(place, what=what, cure=cure)
            report.add(replace(found, severity=Severity.AVERTISSEMENT))


def _texts(value: object) -> Iterator[tuple[int, str]]:
    if isinstance(value, list):
        yield from ((at, year) for at, year in enumerate(value) if isinstance(year, str) and year)


def _at(values: object, path: KeyPath) -> object:
    key, index = path
    held = values.get(key) if isinstance(values, dict) else None
    return held[index] if isinstance(held, list) and isinstance(index, int) else None
