"""A draft: its mistakes are told, and none of them stops publication."""

from pathlib import Path

import pytest

from builder.checking import check_content
from builder.diagnostics import RULES
from builder.reading import Reading
from tests.sheets import Told, fiche_text, read_fiche, read_temoin, temoin_text, write_content

MISTAKES: dict[str, dict[str, str | None]] = {
    "FP101": {"maturity": None},
    "FP103": {"odd": '"huit"'},
    "FP106": dict.fromkeys(
        ("description", "company", "nature", "maturity", "financialinvest", "humaninvest")
    ),
    "FP201": {"nature": '["Ecolo"]'},
    "FP203": {"maturity": '"Expert"'},
    "FP204": {"financialinvest": '"500 €"'},
    "FP205": {"humaninvest": '"3 jours"'},
    "FP206": {"odd": "[18]"},
    "FP303": {"body": "![Bacs](https://exemple.fr/bacs.jpg)"},
    "FP403": {"title": '"?!"'},
    "FP404": {"slug": '"index"'},
    "FP405": {"slug": '"../tri"'},
}
"""What a fiche does wrong to be told each code."""

ELSEWHERE = {
    *("FP001", "FP002", "FP003", "FP004", "FP005", "FP006", "FP011", "FP012", "FP013"),
    *("FP207", "FP208", "FP309", "FP401", "FP414", "FP502", "FP505"),
}
"""Told of a file whose head is not read, of a witness, of a drawing, of the catalogue, of the
vocabulary or against a part of it that the small one here has not, of the lexique."""


def _read(code: str, draft: str) -> Told:
    keys: dict[str, str | None] = {"draft": draft, **MISTAKES[code]}
    body = keys.pop("body", None)
    return read_fiche(fiche_text(body or "", **keys))


def test_every_error_of_a_fiche_is_tried_here() -> None:
    """A new rule is added to one list or the other."""
    errors = {code for code, rule in RULES.items() if rule.severity.value == "erreur"}

    assert errors == MISTAKES.keys() | ELSEWHERE


@pytest.mark.parametrize("code", MISTAKES)
def test_an_error_is_a_warning_in_a_draft(code: str) -> None:
    """The same remark, at another weight."""
    published, draft = _read(code, "false"), _read(code, "true")

    assert published.codes == draft.codes == [code]
    assert published.diagnostics[0].is_error
    assert not draft.diagnostics[0].is_error
    assert draft.text(code) == published.text(code).replace("erreur", "avertissement").replace(
        "false", "true"
    )


def test_an_error_is_a_warning_in_the_draft_of_a_witness() -> None:
    """A witness has drafts too."""
    keys = {"kind": '"association"', "website": '"javascript:x"'}
    told = read_temoin(temoin_text(draft="true", **keys))

    assert told.codes == ["FP207", "FP308"]
    assert not any(found.is_error for found in told.diagnostics)


def test_a_check_tells_of_the_texts_of_a_draft(tmp_path: Path) -> None:
    """An author checks what is not published yet."""
    draft = fiche_text("![Bacs](/uploads/bacs.png)", draft="true")
    content = write_content(tmp_path, {"fiches/tri.md": draft})
    told = check_content(Reading(content, tmp_path))

    assert "FP301" in {found.code for found in told}
