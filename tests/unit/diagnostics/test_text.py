"""Diagnostics on a terminal: the fault stands above its carets, whatever the line holds."""

from pathlib import PurePosixPath

import click
import pytest

from builder.diagnostics import Diagnostic, Place
from builder.diagnostics.rules.cles import CleConseilleeAbsente
from builder.diagnostics.rules.fichier import FichierIllisible
from builder.diagnostics.rules.vocabulaires import OddInconnu
from builder.diagnostics.text import closing, colours_asked, render, render_one, summary
from builder.source import SourceFile, Span


def _remark(text: str, marked: str) -> Diagnostic:
    source = SourceFile(PurePosixPath("content/fiches/a.md"), text)
    start = text.index(marked)
    return OddInconnu.at(Place(source, Span(start, start + len(marked))), value=18)


def _lines(text: str, marked: str) -> list[str]:
    return click.unstyle(render_one(_remark(text, marked))).split("\n")


def test_a_remark_is_shown_as_a_compiler_does() -> None:
    """Code and message, place, line, carets, help."""
    assert "\n".join(_lines('title = "Été"\nodd = [18]\n', "18")) == (
        "erreur[FP206] objectif de développement durable inconnu : 18\n"
        " --> content/fiches/a.md:2:8\n"
        "  |\n"
        "2 | odd = [18]\n"
        "  |        ^^\n"
        "  = aide : gardez des numéros de 1 à 17, par exemple `odd = [8, 12]`"
    )


def test_the_margin_follows_the_number_of_the_line() -> None:
    """All bars stand in one column."""
    lines = _lines("\n" * 99 + "odd = [18]", "18")

    assert [line.index("|") for line in lines[2:5]] == [4, 4, 4]
    assert lines[1].startswith("   --> ")


@pytest.mark.parametrize(
    ("before", "width"),
    [
        ("é" * 5, 5),
        ("🌱", 2),
        ("⚠\ufe0f", 2),
        ("日本", 4),
        ("e\u0301", 1),
        ("\t", 1),
        ("\u00a0", 1),
    ],
)
def test_carets_stand_under_the_fault(before: str, width: int) -> None:
    """Counted in the columns that a terminal gives to accents, emoji and tabs."""
    *_, carets, _ = _lines(f"{before}18", "18")

    assert carets == f"  | {' ' * width}^^"


@pytest.mark.parametrize("at", [0, 10, 150, 2_990])
def test_a_very_long_line_is_shown_around_the_fault(at: int) -> None:
    """Rich text of a CMS is one line of thousands of characters."""
    text = "a" * at + "FAUTE" + "b" * (3_000 - at)
    _, _, _, line, carets, _ = _lines(text, "FAUTE")

    assert len(line) < 120
    assert line[carets.index("^") : carets.rindex("^") + 1] == "FAUTE"
    assert line.endswith("…") == (at < 2_900)


def test_a_fault_of_several_lines_is_marked_on_the_first() -> None:
    """The carets stop at the end of the line, and words say how far it goes."""
    _, _, _, line, carets, _ = _lines('x = """a\nb"""', '"""a\nb"""')

    assert line == '1 | x = """a'
    assert carets == "  |     ^^^^ (sur 2 lignes)"


def test_the_end_of_a_line_is_no_second_line() -> None:
    """A range may hold it."""
    _, _, _, _, carets, _ = _lines("odd = [18]\n", "18]\n")

    assert carets == "  |        ^^^"


def test_a_fault_past_the_end_of_a_line_has_a_caret() -> None:
    """Where something is missing, there is nothing to mark."""
    source = SourceFile(PurePosixPath("a.md"), "title =\n")
    shown = click.unstyle(render_one(OddInconnu.at(Place(source, Span(7, 8)), value=0)))

    assert shown.split("\n")[4] == "  |        ^"


def test_a_remark_about_a_whole_file_shows_no_line() -> None:
    """There is none to show."""
    source = SourceFile(PurePosixPath("content/fiches/a.md"), "")
    shown = click.unstyle(render_one(FichierIllisible.at(Place(source), detail="", cure="…")))

    assert shown.split("\n")[:2] == [
        "erreur[FP001] le fichier ne peut pas être lu",
        " --> content/fiches/a.md",
    ]
    assert "|" not in shown


def test_a_sheet_cannot_drive_the_terminal() -> None:
    """Control and direction characters are shown, not sent."""
    lines = _lines("\x1b[2J\u202e\u200b 18", "18")

    assert lines[3] == r"1 | \x1b[2J\u202e\u200b 18"
    assert lines[4].index("^") == lines[3].index("18")


def test_a_summary_counts_by_severity() -> None:
    """Errors first; one is singular."""
    source = SourceFile(PurePosixPath("a.md"), "")
    error = OddInconnu.at(Place(source), value=18)
    warning = CleConseilleeAbsente.at(Place(source), key="company", meaning="…", example="…")

    assert summary([]) == "aucune erreur"
    assert summary([error]) == "1 erreur"
    assert summary([warning, error, warning]) == "1 erreur, 2 avertissements"


def test_the_last_lines_say_how_many_and_what_to_do() -> None:
    """After a thousand remarks, nobody reads the first one."""
    one, other = _remark("odd = [18]", "18"), _remark("odd = [ 18]", "18").fixed_by("17")
    elsewhere = OddInconnu.at(Place(SourceFile(PurePosixPath("b.md"), "")), value=18)

    assert click.unstyle(render([one])).endswith(
        "\n\n1 erreur dans 1 fichier\npour comprendre un message : `fiches explain FP206`"
    )
    assert closing([one, other, elsewhere]) == (
        "3 erreurs dans 2 fichiers\n"
        "1 réparable avec `fiches check --fix`\n"
        "pour comprendre un message : `fiches explain FP206`"
    )
    assert closing([]) == "aucune erreur"


@pytest.mark.parametrize(
    ("environment", "asked"),
    [
        ({}, None),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, None),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "0"}, None),
        ({"CLICOLOR_FORCE": "1", "TERM": "dumb"}, True),
        ({"CLICOLOR": "0"}, False),
        ({"TERM": "dumb"}, False),
        ({"TERM": "xterm", "CLICOLOR": "1"}, None),
    ],
)
def test_the_environment_may_ask_for_colours(
    environment: dict[str, str], *, asked: bool | None
) -> None:
    """Or refuse them; when it says nothing, the terminal decides."""
    assert colours_asked(environment) is asked
