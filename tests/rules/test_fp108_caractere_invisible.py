"""FP108: a character that nobody sees, and that changes what is read."""

import pytest

from tests.sheets import fiche_text, read_fiche, read_temoin, temoin_text

CURE = "effacez ce passage et tapez-le de nouveau au clavier"


@pytest.mark.parametrize(
    "text",
    [
        "Trier\u00a0: le tri\u202fsélectif",
        "Développe\u00adment durable",
        "Une équipe \U0001f469\u200d\U0001f4bb \U0001f44d\U0001f3fd \u2764\ufe0f\u200d\U0001f525",
        "Les \U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "Chez \u05d0\u05d1\u200f, à Lille",
        "Le mot \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "De «\u2009un\u2009» à deux\u2026",
        "Voir [ici](/fiches/\u200b).",
    ],
    ids=["no-break", "soft hyphen", "emoji", "flag", "hebrew", "persian", "thin", "address"],
)
def test_what_typography_and_other_scripts_need_is_not_told(text: str) -> None:
    """Nor what hides in an address of the site: that is told as one that leads nowhere (FP312)."""
    codes = read_fiche(fiche_text(f"## Méthode\n\n{text}\n")).codes

    assert "FP108" not in codes
    if "](" not in text:
        assert read_fiche(fiche_text(description=f'"{text}"')).codes == []


def test_a_direction_character_in_a_title_is_shown() -> None:
    """« Trier\u202e sel » reads « Trierles »."""
    told = read_fiche(fiche_text(title='"Trier\u202e sel"'))

    assert told.codes == ["FP108"]
    assert told.diagnostics[0].fix is None
    assert told.text("FP108") == (
        "avertissement[FP108] caractère invisible : sens de lecture forcé (U+202E)\n"
        " --> content/fiches/essai.md:2:15\n"
        "  |\n"
        '2 | title = "Trier\\u202e sel"\n'
        "  |               ^^^^^^\n"
        f"  = aide : {CURE}"
    )


@pytest.mark.parametrize(
    ("text", "span", "fix"),
    [
        ('"Tri\u200ber"', (13, 14), ""),
        (r'"Tri\u200ber"', (13, 19), ""),
        (r'"\"Tri\" \u00e9t\u200b\u00e9 \u2060!"', (25, 44), r"\u00e9 "),
        ('"""\nTri\ufeffer"""', (4, 5), ""),
        ("'Tri\u200ber'", (13, 14), ""),
        ('"Tri\u0085er"', (13, 14), None),
        ('"Tri\u2028er"', (13, 14), None),
    ],
    ids=ascii,
)
def test_the_place_and_the_repair_are_those_of_the_file(
    text: str, span: tuple[int, int], fix: str | None
) -> None:
    """Escapes before it, around it, or no escape; a hidden end of line wants a person."""
    [told] = read_fiche(fiche_text(title=text, slug='"trier"')).diagnostics

    assert told.code == "FP108"
    assert told.fix == fix
    assert told.place.span is not None
    assert (told.place.position.column, told.place.end.column) == span


@pytest.mark.parametrize("key", ["description", "company", "breadcrumb", "cout", "enbref"])
def test_every_text_of_the_head_is_looked_at(key: str) -> None:
    """Not only the title."""
    value = '["Un \u202amot"]' if key == "enbref" else '"Un \u202amot"'

    assert read_fiche(fiche_text(**{key: value})).codes == ["FP108"]


def test_a_line_of_the_body_is_one_remark() -> None:
    """However many it holds; each line has its own."""
    told = read_fiche(
        fiche_text("## Mé\u200bthode\n\nUn \u200bmot\u200b, un autre.\n\nEt\u200e.\n")
    )

    assert told.codes == ["FP108"] * 3
    assert [found.place.position.line for found in told.diagnostics] == [11, 13, 15]
    assert [found.fix for found in told.diagnostics] == ["", "mot", ""]


def test_an_override_is_told_whatever_the_script() -> None:
    """No word needs one."""
    assert read_fiche(fiche_text("## M\n\n\u05d0\u05d1 \u202etxe\u202c\n")).codes == ["FP108"]


def test_a_witness_is_looked_at_too() -> None:
    """Its head and its story."""
    assert read_temoin(temoin_text("## Contexte\n\nUn\u200b mot.\n")).codes == ["FP108"]
    assert read_temoin(temoin_text(territory='"Dou\u200bai"')).codes == ["FP108"]


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ({"nature": '["Social\u200b"]'}, "FP210"),
        ({"slug": '"tri\u200b"'}, "FP405"),
    ],
)
def test_what_another_rule_tells_is_told_once(keys: dict[str, str | None], code: str) -> None:
    """One cause, one remark."""
    assert read_fiche(fiche_text(**keys)).codes == [code]
