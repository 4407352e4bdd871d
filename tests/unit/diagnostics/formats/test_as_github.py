"""GitHub: one command a line, whatever a sheet holds."""

from __future__ import annotations

import re

import pytest

from builder.diagnostics import Place
from builder.diagnostics.formats.as_github import as_github
from builder.diagnostics.rules.fichier import FichierTropLourd
from builder.diagnostics.rules.vocabulaires import MaturiteInconnue, OddInconnu
from tests.unit.diagnostics.formats import SHEET, SITE_URL, every_remark, place, remark

_COMMAND = re.compile(
    r"::(?P<level>error|warning|notice) (?P<properties>(?:\w+=[^:,\n]*,?)+)::(?P<text>[^\n]+)"
)


def _properties(command: str) -> dict[str, str]:
    """Read a command as GitHub does."""
    found = _COMMAND.fullmatch(command)
    assert found is not None, command
    pairs = (pair.partition("=") for pair in found["properties"].split(","))
    return {key: _unescape(value) for key, _, value in pairs} | {
        "level": found["level"],
        "text": _unescape(found["text"]),
    }


def _unescape(text: str) -> str:
    for escape in ("%0D", "%0A", "%3A", "%2C", "%25"):
        text = text.replace(escape, chr(int(escape[1:], 16)))
    return text


def test_a_remark_is_an_annotation_of_its_place() -> None:
    """The address of the manual ends it; commas and line ends are escaped."""
    told = MaturiteInconnue.at(place("Progreser"), value="Progreser", cure="dites `Progresser`")

    assert as_github([told], SITE_URL) == (
        "::error file=content/fiches/tri & co%2C l’été.md,line=3,col=13,endLine=3,endColumn=22,"
        "title=FP203 maturite-inconnue::maturité inconnue : « Progreser »"
        "%0Aaide : dites `Progresser`"
        "%0Ahttps://exemple.fr/rse/contribuer/diagnostics/fp203/"
    )


def test_several_lines_have_no_columns() -> None:
    """GitHub refuses them there."""
    found = _properties(as_github([OddInconnu.at(place("[\n  18,\n]"), value=18)], ""))

    assert (found["line"], found["endLine"]) == ("4", "6")
    assert "col" not in found
    assert "endColumn" not in found


def test_a_whole_file_is_annotated_at_its_first_line() -> None:
    """An annotation must stand somewhere."""
    found = _properties(as_github([remark(FichierTropLourd, Place(SHEET))], ""))

    assert found["line"] == "1"
    assert "col" not in found


@pytest.mark.parametrize("site_url", ["", SITE_URL])
def test_every_rule_is_one_line_that_reads_back(site_url: str) -> None:
    """Nothing in a message opens a command of its own."""
    told = every_remark()
    commands = as_github(told, site_url).split("\n")

    assert len(commands) == len(told)
    for command, one in zip(commands, told, strict=True):
        found = _properties(command)
        assert found["file"] == str(one.place.source.path)
        assert found["title"] == f"{one.code} {one.rule.name}"
        assert found["text"].startswith(one.message)
        assert one.aide in found["text"]


def test_nothing_to_tell_is_nothing() -> None:
    """Not even a line."""
    assert as_github([], SITE_URL) == ""
