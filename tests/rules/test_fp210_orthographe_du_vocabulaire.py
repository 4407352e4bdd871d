"""FP210: a value that is understood, but written in another way."""

import pytest

from tests.sheets import fiche_text, read_fiche


def test_the_words_of_the_vocabulary_are_not_told() -> None:
    """Nor is a sector that the open vocabulary does not know."""
    assert read_fiche(fiche_text(sector='["Industrie", "Horlogerie"]')).codes == []


def test_a_synonym_is_shown_with_the_right_word() -> None:
    """Only the item is marked; the accent before it counts for one column."""
    told = read_fiche(fiche_text(nature='["Social", "Environnement"]'))

    assert told.codes == ["FP210"]
    assert told.text("FP210") == (
        "avertissement[FP210] « Environnement » a été compris comme « Environnemental »\n"
        " --> content/fiches/essai.md:5:21\n"
        "  |\n"
        '5 | nature = ["Social", "Environnement"]\n'
        "  |                     ^^^^^^^^^^^^^^^\n"
        "  = aide : écrivez `Environnemental`"
    )


@pytest.mark.parametrize(
    ("key", "value", "label"),
    [
        ("maturity", '"premières actions"', "Premières actions"),
        ("maturity", '"Premieres actions"', "Premières actions"),
        ("maturity", '"Premières  actions"', "Premières actions"),
        ("maturity", '"Premie\u0300res actions"', "Premières actions"),
        ("financialinvest", '"FAIBLE"', "Faible"),
        ("humaninvest", '"moyen"', "Moyen"),
        ("nature", '["social"]', "Social"),
        ("sector", '"industrie"', "Industrie"),
        ("sector", '["Industrie", "tous secteurs"]', "Tous secteurs"),
    ],
)
def test_each_other_typing_is_one_warning(key: str, value: str, label: str) -> None:
    """Case, accents, spaces: the value is understood."""
    told = read_fiche(fiche_text(**{key: value}))

    assert told.codes == ["FP210"]
    assert told.diagnostics[0].aide == f"écrivez `{label}`"
    assert not told.diagnostics[0].is_error
    assert told.sheet is not None


CASES = [
    ("maturity", '"Progresser "', "des espaces en trop", '"Progresser"'),
    ("maturity", '" Progresser"', "des espaces en trop", '"Progresser"'),
    ("maturity", '"Premières  actions"', "des espaces en trop", '"Premières actions"'),
    ("maturity", '"Premières\\tactions"', "des espaces en trop", '"Premières actions"'),
    ("maturity", '"Premières\u00a0actions"', "un espace insécable", '"Premières actions"'),
    ("maturity", '"Premières\u202factions"', "un espace insécable", '"Premières actions"'),
    ("maturity", '"Progres\u200bser"', "des caractères invisibles", '"Progresser"'),
    ("maturity", '"Progres\\u200Bser"', "des caractères invisibles", '"Progresser"'),
    ("maturity", '"Progres\u00adser"', "des caractères invisibles", '"Progresser"'),
    ("maturity", '"\ufeffProgresser"', "des caractères invisibles", '"Progresser"'),
    ("maturity", '"\u202aProgresser\u202c"', "des caractères invisibles", '"Progresser"'),
    ("maturity", '"Pr\u043egresser"', "une lettre d’un autre alphabet", '"Progresser"'),
    ("maturity", '"\u0420r\u043egr\u0435ss\u0435r"', "une lettre d’un autre alphabet", None),
    ("financialinvest", '"F\u0251ible"', "une lettre d’un autre alphabet", '"Faible"'),
    ("financialinvest", '"\u039coyen"', "une lettre d’un autre alphabet", '"Moyen"'),
    ("humaninvest", '"Fa\u0456ble"', "une lettre d’un autre alphabet", '"Faible"'),
    ("humaninvest", '"\uff26\uff41ible"', "une lettre d’une autre forme", '"Faible"'),
    ("humaninvest", '"\U0001d405aible"', "une lettre d’une autre forme", '"Faible"'),
    ("maturity", '"Premie\u0300res actions"', "des accents détachés de leur lettre", None),
    ("nature", "['Social ']", "des espaces en trop", "'Social'"),
    ("nature", '["Social\u00a0"]', "un espace insécable et des espaces en trop", '"Social"'),
    ("sector", '"Industrie "', "des espaces en trop", '"Industrie"'),
    ("sector", '["Pê\u200bche"]', "des caractères invisibles", '"Pêche"'),
]
"""What cannot be seen: the value, what is said of it, the repair when it is not obvious."""


@pytest.mark.parametrize(("key", "value", "oddity", "fix"), CASES)
def test_what_cannot_be_seen_is_said(key: str, value: str, oddity: str, fix: str | None) -> None:
    """Else the message would give the same word twice."""
    told = read_fiche(fiche_text(**{key: value}))
    [found] = told.diagnostics

    assert found.code == "FP210"
    assert f"{oddity}) a été compris comme" in found.message
    assert fix in {found.fix, None}
    assert told.sheet is not None


def test_a_letter_of_another_alphabet_is_shown_with_its_word() -> None:
    """The carets are under the value, the help gives the word to copy."""
    assert read_fiche(fiche_text(maturity='"Pr\u043egresser"')).text("FP210") == (
        "avertissement[FP210] « Pr\u043egresser » (une lettre d’un autre alphabet) "
        "a été compris comme « Progresser »\n"
        " --> content/fiches/essai.md:6:12\n"
        "  |\n"
        '6 | maturity = "Pr\u043egresser"\n'
        "  |            ^^^^^^^^^^^^\n"
        "  = aide : écrivez `Progresser`"
    )


@pytest.mark.parametrize(
    ("key", "value", "aide", "fix"),
    [
        ("nature", '"environnement"', 'nature = ["Environnemental"]', '["Environnemental"]'),
        ("nature", "'environnement'", "nature = ['Environnemental']", "['Environnemental']"),
        ("maturity", '["progresser"]', 'maturity = "Progresser"', '"Progresser"'),
        ("financialinvest", '["Faible "]', 'financialinvest = "Faible"', '"Faible"'),
    ],
)
def test_a_word_in_the_wrong_form_too_is_told_once(
    key: str, value: str, aide: str, fix: str
) -> None:
    """The help and the repair are the whole right writing."""
    [told] = read_fiche(fiche_text(**{key: value})).diagnostics

    assert (told.code, told.aide, told.fix) == ("FP210", f"écrivez `{aide}`", fix)


@pytest.mark.parametrize(
    ("key", "value", "mended"),
    [
        ("nature", "[\n  'social', # le premier\n  \"Gouvernance\",\n]", "'Social'"),
        ("nature", '["Gouvernance","environnement"]', '"Environnemental"'),
        ("maturity", "'premières actions'", "'Premières actions'"),
        ("maturity", '"""premières actions"""', '"Premières actions"'),
    ],
)
def test_the_repair_touches_the_word_alone(key: str, value: str, mended: str) -> None:
    """Its quotes stay as they are, and all that stands around it."""
    [told] = read_fiche(fiche_text(**{key: value})).diagnostics
    span, text = told.place.span, told.place.source.text

    assert told.fix == mended
    assert span is not None
    assert read_fiche(text[: span.start] + mended + text[span.end :]).codes == []


@pytest.mark.parametrize("word", ["Прогресс", "Πρόοδος", "進歩"])
def test_a_word_of_another_alphabet_is_no_word_of_ours(word: str) -> None:
    """Letters that look alike are no translation."""
    assert read_fiche(fiche_text(maturity=f'"{word}"')).codes == ["FP203"]


@pytest.mark.parametrize("sector", ["Pêche", "Métallurgie d’art", "Ρόδος", "BTP\u00a0: gros œuvre"])
def test_a_sector_of_its_own_is_kept_as_written(sector: str) -> None:
    """The list of sectors is open, to other alphabets too."""
    assert read_fiche(fiche_text(sector=f'["{sector}"]')).codes == []


def test_items_are_counted_as_they_are_written() -> None:
    """A blank one, or one of another type, moves no remark to its neighbour."""
    told = read_fiche(fiche_text(nature='["", 3, "social"]', odd='["x", 18]'))
    spans = [found.place.span for found in told.diagnostics]
    text = told.diagnostics[0].place.source.text

    assert [
        (found.code, text[span.start : span.end])
        for found, span in zip(told.diagnostics, spans, strict=True)
        if span
    ] == [("FP103", "3"), ("FP210", '"social"'), ("FP103", '"x"'), ("FP206", "18")]
