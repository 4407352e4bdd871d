"""Diagnostics as SARIF 2.1.0, which code hosts and editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html (errata 01, read 2026-11-21)
"""

from __future__ import annotations

import json
from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import quote

from builder import __version__
from builder.diagnostics.manual import manual_address, read_manual
from builder.diagnostics.model import Severity
from builder.diagnostics.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import PurePosixPath

    from builder.diagnostics.model import Diagnostic, Place, Rule

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {
    Severity.ERREUR: "error",
    Severity.AVERTISSEMENT: "warning",
    Severity.INFO: "note",
}
_ROOT = "%SRCROOT%"
_INDEXES = {code: index for index, code in enumerate(RULES)}
_BRACES = str.maketrans({"{": "{{", "}": "}}"})
"""A single brace opens a placeholder in a message (3.11.5)."""

_FINGERPRINT = "remarque/v1"

_Json = dict[str, object]


def as_sarif(diagnostics: Sequence[Diagnostic], site_url: str) -> str:
    """Write a log of one run, with every rule there is."""
    rules = [_rule(rule, site_url) for rule in RULES.values()]
    driver: _Json = {
        "name": "fiches",
        "version": __version__,
        "language": "fr-FR",
        "rules": rules,
    }
    run: _Json = {
        "tool": {"driver": driver},
        "language": "fr-FR",
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "Le dossier du projet."}}},
        "invocations": [{"executionSuccessful": True}],
        "results": _results(diagnostics),
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(rule: type[Rule], site_url: str) -> _Json:
    manual = read_manual(rule)
    text = rule.manual()
    described: _Json = {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": _message(manual.title),
        "fullDescription": _message(manual.checks),
        "help": {**_message(text.replace("**", "")), "markdown": text.translate(_BRACES)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }
    if site_url:
        described["helpUri"] = f"{site_url}{manual_address(rule)}"
    return described


def _results(diagnostics: Sequence[Diagnostic]) -> list[_Json]:
    seen: Counter[str] = Counter()
    results = []
    for diagnostic in diagnostics:
        likeness = _likeness(diagnostic)
        seen[likeness] += 1
        results.append(_result(diagnostic, _fingerprint(likeness, seen[likeness])))
    return results


def _result(diagnostic: Diagnostic, fingerprint: str) -> _Json:
    place = diagnostic.place
    described: _Json = {"artifactLocation": _location(place.source.path)}
    if place.span is not None:
        marked = place.source.text[place.span.start : place.span.end]
        described["region"] = {**_region(place), "snippet": {"text": marked}}
    result: _Json = {
        "ruleId": diagnostic.code,
        "ruleIndex": _INDEXES[diagnostic.code],
        "level": _LEVELS[diagnostic.severity],
        "message": _message("\n".join(filter(None, [diagnostic.message, diagnostic.aide]))),
        "locations": [{"physicalLocation": described}],
        "partialFingerprints": {_FINGERPRINT: fingerprint},
    }
    if diagnostic.fix is not None and place.span is not None:
        result["fixes"] = [_fix(place, diagnostic.aide or diagnostic.message, diagnostic.fix)]
    return result


def _fix(place: Place, words: str, text: str) -> _Json:
    replacement = {"deletedRegion": _region(place), "insertedContent": {"text": text}}
    location = _location(place.source.path)
    change = {"artifactLocation": location, "replacements": [replacement]}
    return {"description": _message(words), "artifactChanges": [change]}


def _region(place: Place) -> _Json:
    start, end = place.position, place.end
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _location(path: PurePosixPath) -> _Json:
    """Name a file from the project's folder; one outside it, by its whole address."""
    if path.is_absolute():
        return {"uri": path.as_uri()}
    return {"uri": quote(str(path)), "uriBaseId": _ROOT}


def _message(text: str) -> _Json:
    return {"text": text.translate(_BRACES)}


def _likeness(diagnostic: Diagnostic) -> str:
    """Say what a remark is about wherever its line goes: lines that move above change nothing."""
    place = diagnostic.place
    line = place.source.line(place.position.line).strip() if place.span else ""
    return "\0".join([diagnostic.code, str(place.source.path), line])


def _fingerprint(likeness: str, rank: int) -> str:
    """Tell apart those that are alike by their rank in the file."""
    return sha256(f"{likeness}\0{rank}".encode("utf-8", "replace")).hexdigest()[:32]
