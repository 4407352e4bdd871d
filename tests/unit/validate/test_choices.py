"""Words that must be in a list: understood, recognised or refused with the list."""

from __future__ import annotations

import pytest

from builder.model import Fiche, Temoin
from tests.sheets import fiche_text, read_fiche, read_temoin, temoin_text

NATURES = "(choix : `Social`, `Environnemental`, `Gouvernance`)"
LEVELS = "(choix : `Faible`, `Moyen`, `Important`)"


@pytest.mark.parametrize(
    ("key", "value", "aide"),
    [
        ("nature", '["Sociale"]', f"vouliez-vous dire `Social` ? {NATURES}"),
        ("nature", '["Sport"]', "choisissez parmi : `Social`, `Environnemental`, `Gouvernance`"),
        (
            "maturity",
            '"Progreser"',
            (
                "vouliez-vous dire `Progresser` ? "
                "(choix : `Premières actions`, `Progresser`, `Aller plus loin`)"
            ),
        ),
        ("financialinvest", '"500 €"', "choisissez parmi : `Faible`, `Moyen`, `Important`"),
        ("humaninvest", '"Moyens"', f"vouliez-vous dire `Moyen` ? {LEVELS}"),
    ],
)
def test_an_unknown_word_is_refused_with_a_way_out(key: str, value: str, aide: str) -> None:
    """A typo with the word it looks like, another word with the list."""
    told = read_fiche(fiche_text(**{key: value}))

    assert told.sheet is None
    assert [found.aide for found in told.diagnostics] == [aide]
    assert told.diagnostics[0].is_error


@pytest.mark.parametrize(
    ("key", "value", "label"),
    [
        ("nature", '["ENVIRONNEMENT"]', "Environnemental"),
        ("maturity", '"premieres actions"', "Premières actions"),
        ("sector", '["industrie"]', "Industrie"),
        ("sector", '"tous  secteurs"', "Tous secteurs"),
    ],
)
def test_a_word_typed_otherwise_is_understood_and_told(key: str, value: str, label: str) -> None:
    """The right spelling is there to copy; the mark stands under the word."""
    told = read_fiche(fiche_text(**{key: value}))
    (remark,) = told.diagnostics

    assert isinstance(told.sheet, Fiche)
    assert [found.label for found in told.sheet.values(key)] == [label]
    assert (remark.code, remark.aide) == ("FP210", f"écrivez `{label}`")
    assert remark.place.span is not None
    text = remark.place.source.text[remark.place.span.start : remark.place.span.end]
    assert text == value.strip("[]")


def test_the_same_nature_twice_counts_once() -> None:
    """The first gives the colour."""
    told = read_fiche(fiche_text(nature='["Social", "Environnement", "Environnemental"]'))

    assert isinstance(told.sheet, Fiche)
    assert [value.label for value in told.sheet.nature] == ["Social", "Environnemental"]


def test_sectors_are_an_open_list() -> None:
    """What the file does not know is kept as written, and told to nobody."""
    told = read_fiche(fiche_text(sector='["Pêche", "?!"]'))

    assert told.codes == []
    assert isinstance(told.sheet, Fiche)
    assert [(value.label, value.slug) for value in told.sheet.sector] == [("Pêche", "peche")]


@pytest.mark.parametrize(
    ("kind", "kept", "aide"),
    [
        ("", "entreprise", ""),
        ("Cluster", "cluster", ""),
        ("structure d'insertion", "structure d’insertion", ""),
        (
            "clusteur",
            "entreprise",
            (
                "vouliez-vous dire `cluster` ? "
                "(choix : `entreprise`, `cluster`, `structure d’insertion`)"
            ),
        ),
        (
            "association",
            "entreprise",
            "choisissez parmi : `entreprise`, `cluster`, `structure d’insertion`",
        ),
    ],
)
def test_a_witness_has_one_of_three_kinds(kind: str, kept: str, aide: str) -> None:
    """A company, unless it says otherwise."""
    told = read_temoin(temoin_text(kind=f'"{kind}"'))

    assert isinstance(told.sheet, Temoin)
    assert told.sheet.kind == kept
    assert [found.aide for found in told.diagnostics] == ([aide] if aide else [])


def test_goals_are_numbered_from_1_to_17() -> None:
    """Those that exist are kept, in order, once; each of the others is told at its place."""
    told = read_fiche(fiche_text(odd="[18, 12, 8, 12, 0, -1]"))

    assert isinstance(told.sheet, Fiche)
    assert [goal.rank for goal in told.sheet.odd] == [8, 12]
    assert [found.message.rpartition(" ")[2] for found in told.diagnostics] == ["18", "0", "-1"]
