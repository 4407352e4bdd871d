"""The head of a fiche becomes a record; what is understood is kept."""

from __future__ import annotations

import datetime as dt

import pytest

from builder.model import Fiche, Hreflang
from tests.sheets import Told, fiche_text, read_fiche, shown


def _fiche(**keys: str | None) -> Fiche:
    told = read_fiche(fiche_text(body="", **keys))
    assert isinstance(told.sheet, Fiche), shown(told.diagnostics)
    return told.sheet


def _refused(**keys: str | None) -> Told:
    told = read_fiche(fiche_text(**keys))
    assert told.sheet is None
    return told


def test_a_fiche_of_few_keys_is_complete() -> None:
    """What the format says of a key that is absent."""
    fiche = _fiche(description=None, company=None)

    assert fiche.slug == "trier-ses-dechets"
    assert (fiche.description, fiche.company) == ("", ())
    assert [value.label for value in fiche.sector] == ["Tous secteurs"]
    assert (fiche.date, fiche.updated, fiche.last_change) == (None, None, None)
    assert (fiche.is_draft, fiche.is_noindex, fiche.is_contentonly) == (False, False, False)
    assert (fiche.odd, fiche.enbref, fiche.sources, fiche.sections) == ((), (), (), ())


def test_the_empty_values_of_the_cms_are_absent_values() -> None:
    """It writes every key of its form, filled or not."""
    text = fiche_text(
        breadcrumb='""', contentonly="false", hreflangs="[]", noindex="false", schemajson='""',
        sector='""', seotexts="[]", slug='""', trackers="[]", odd="[]", date='""', enbref='""',
    )  # fmt: skip

    assert read_fiche(text).codes == []
    assert read_fiche(text).sheet == read_fiche(fiche_text()).sheet


@pytest.mark.parametrize(
    ("company", "names"),
    [
        ("Connexing", ("Connexing",)),
        ("Ubeeqo / Lavéo", ("Ubeeqo", "Lavéo")),
        ("A/B Conseil", ("A/B Conseil",)),
        (" / ", ()),
    ],
)
def test_a_company_may_be_two(company: str, names: tuple[str, ...]) -> None:
    """A slash between spaces separates."""
    assert _fiche(company=f'"{company}"').company == names


def test_the_record_holds_what_the_head_says() -> None:
    """Each key in its field."""
    fiche = _fiche(
        slug='"tri"',
        sector='["Industrie", "Pêche"]',
        date="2026-01-02",
        updated="2026-03-04T05:06:07Z",
        breadcrumb='"Tri"',
        noindex="true",
        contentonly="true",
        hreflangs='["https://a.fr/", { lang = "en", url = "https://a.fr/en/" }]',
        schemajson='\'{"@type": "Thing"}\'',
        seotexts='["Un *mot*", { text = "Deux" }, ""]',
        enbref='["Pourquoi", "Comment"]',
        odd="[12, 8, 12]",
        duree='"1 an"',
        cout='"100 €"',
        sources='["Un livre"]',
    )

    assert fiche.slug == "tri"
    assert [(value.label, value.slug) for value in fiche.sector] == [
        ("Industrie", "industrie"),
        ("Pêche", "peche"),
    ]
    assert (fiche.date, fiche.updated) == (dt.date(2026, 1, 2), dt.date(2026, 3, 4))
    assert fiche.last_change == dt.date(2026, 3, 4)
    assert fiche.is_noindex
    assert fiche.is_contentonly
    assert fiche.hreflangs == (
        Hreflang("x-default", "https://a.fr/"),
        Hreflang("en", "https://a.fr/en/"),
    )
    assert fiche.schemajson == '{"@type":"Thing"}'
    assert [text.text for text in fiche.seotexts] == ["Un *mot*", "Deux"]
    assert fiche.enbref == ("Pourquoi", "Comment")
    assert [goal.rank for goal in fiche.odd] == [8, 12]
    assert (fiche.duree, fiche.cout, fiche.sources) == ("1 an", "100 €", ("Un livre",))


@pytest.mark.parametrize(
    ("keys", "same"),
    [
        ({"nature": '"Environnemental"'}, {"nature": '["Environnemental"]'}),
        ({"nature": '["environnement "]'}, {"nature": '["Environnemental"]'}),
        ({"maturity": '["progresser"]'}, {"maturity": '"Progresser"'}),
        ({"odd": "8"}, {"odd": "[8]"}),
        ({"enbref": '"Pourquoi"'}, {"enbref": '["Pourquoi"]'}),
        ({"hreflangs": '"https://a.fr/"'}, {"hreflangs": '["https://a.fr/"]'}),
        ({"seotexts": '"Un mot"'}, {"seotexts": '["Un mot"]'}),
        ({"slug": '"Tri des Déchets"'}, {"slug": '"tri-des-dechets"'}),
    ],
)
def test_what_is_understood_is_kept_and_told(keys: dict[str, str], same: dict[str, str]) -> None:
    """Another form gives the same record, with a warning."""
    told = read_fiche(fiche_text("", **keys))

    assert told.codes
    assert not any(found.is_error for found in told.diagnostics)
    assert told.sheet == _fiche(**same)


def test_a_sector_may_be_a_text_or_a_list() -> None:
    """Both are right."""
    assert read_fiche(fiche_text(sector='"Industrie"')).codes == []
    assert _fiche(sector='"Industrie"') == _fiche(sector='["Industrie"]')


SEVEN_MISTAKES = """\
+++
tittle = 'Trier'
title = 'Trier'
nature = ['Ecolo']
maturity = 'Progreser'
financialinvest = ''
humaninvest = 2
company = 'Apnos'
description = '…'
odd = [8, 18]
draft = 'oui'
+++
"""


def test_seven_mistakes_are_told_in_one_run() -> None:
    """Each at its line, in the order of the file."""
    told = read_fiche(SEVEN_MISTAKES)

    assert [(found.code, found.place.position.line) for found in told.diagnostics] == [
        ("FP105", 2),
        ("FP201", 4),
        ("FP203", 5),
        ("FP101", 6),
        ("FP103", 7),
        ("FP206", 10),
        ("FP103", 11),
    ]


def test_a_fiche_that_cannot_be_filed_is_no_fiche() -> None:
    """But all its other mistakes are told at the same time."""
    told = _refused(nature="[]", maturity=None, odd="[0]", date='"hier"')

    assert sorted(told.codes) == ["FP101", "FP101", "FP103", "FP206"]


def test_in_a_draft_nothing_stops() -> None:
    """Its mistakes are told, as warnings."""
    told = _refused(draft="true", nature='["Ecolo"]', odd='["douze"]')

    assert told.codes == ["FP201", "FP103"]
    assert not any(found.is_error for found in told.diagnostics)


def test_one_cause_gives_one_remark() -> None:
    """An empty list is missing, and nothing more is said of it."""
    assert _refused(title="[]").codes == ["FP101"]
    assert _refused(title="3").codes == ["FP103"]
    assert _refused(nature='[""]').codes == ["FP101"]
