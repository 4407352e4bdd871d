"""JSON: keys that a program may rely on."""

from __future__ import annotations

import json

from builder.diagnostics import Place
from builder.diagnostics.formats.as_json import as_json
from builder.diagnostics.rules.fichier import FichierTropLourd
from builder.diagnostics.rules.vocabulaires import MaturiteInconnue, OrthographeDuVocabulaire
from tests.unit.diagnostics.formats import SHEET, SITE_URL, every_remark, place, remark


def test_a_remark_has_every_key() -> None:
    """Lines and columns from 1, in characters; the end is just after the last one."""
    told = MaturiteInconnue.at(place("Progreser"), value="Progreser", cure="dites `Progresser`")

    assert json.loads(as_json([told], SITE_URL)) == {
        "version": 1,
        "diagnostics": [
            {
                "code": "FP203",
                "name": "maturite-inconnue",
                "severity": "erreur",
                "draft": False,
                "file": "content/fiches/tri & co, l’été.md",
                "line": 3,
                "column": 13,
                "end_line": 3,
                "end_column": 22,
                "message": "maturité inconnue : « Progreser »",
                "aide": "dites `Progresser`",
                "fix": None,
                "url": "https://exemple.fr/rse/contribuer/diagnostics/fp203/",
            }
        ],
    }


def test_a_repair_is_given_as_the_file_would_hold_it() -> None:
    """Escapes and quotes of TOML included."""
    told = remark(OrthographeDuVocabulaire, place("Progreser")).fixed_by('"b"')

    assert json.loads(as_json([told], ""))["diagnostics"][0]["fix"] == '"b"'


def test_what_is_not_known_is_null() -> None:
    """A whole file has no line, a site without address no page of the manual."""
    (told,) = json.loads(as_json([remark(FichierTropLourd, Place(SHEET))], ""))["diagnostics"]

    assert [told[key] for key in ("line", "column", "end_line", "end_column", "url")] == [None] * 5


def test_a_draft_says_so() -> None:
    """Its errors are no errors, and stop nothing."""
    told = MaturiteInconnue.at(place("Progreser"), value="", cure="").in_draft()
    (found,) = json.loads(as_json([told], ""))["diagnostics"]

    assert (found["severity"], found["draft"]) == ("avertissement", True)


def test_every_rule_can_be_written() -> None:
    """Whatever its message holds; keys never vary."""
    told = every_remark()
    found = json.loads(as_json(told, SITE_URL))["diagnostics"]

    assert [one["message"] for one in found] == [one.message for one in told]
    assert len({tuple(one) for one in found}) == 1


def test_nothing_to_tell_is_an_empty_list() -> None:
    """A program reads the same shape."""
    assert json.loads(as_json([], SITE_URL)) == {"version": 1, "diagnostics": []}
