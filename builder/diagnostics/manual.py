"""The manual of a rule, cut in its parts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.diagnostics.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from builder.diagnostics.model import Rule

FOLDER = "contribuer/diagnostics/"
"""Address, from the root of the site, below which every rule has its page."""

GROUPS = {
    "0": "Le fichier",
    "1": "L’en-tête : ses clés et leur forme",
    "2": "Les mots des listes",
    "3": "Images, liens et autres contenus",
    "4": "Adresses et témoins",
    "5": "Le site",
    "6": "Structure, écriture et vie privée",
}
"""First digit of the codes → what they are about."""

WEIGHTS = {
    Severity.ERREUR: "arrête la publication",
    Severity.AVERTISSEMENT: "à corriger, sans arrêter la publication",
    Severity.INFO: "une habitude à connaître",
}
"""What each severity means to an author."""

_PART = re.compile(r"^\*\*(?P<name>[^*]+?)\.\*\*\s+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Manual:
    """What an animator reads of a rule. Texts are inline CommonMark, on one line."""

    title: str
    checks: str
    """« Ce que vérifie »."""
    why: str
    """« Pourquoi »."""
    example: str
    """« Exemple »."""
    cure: str
    """« Correction »."""


def read_manual(rule: type[Rule]) -> Manual:
    """Cut the docstring of a rule at its four parts."""
    text = rule.manual()
    names = ("Ce que vérifie", "Pourquoi", "Exemple", "Correction")
    title, *rest = _PART.split(text)
    parts = {name: " ".join(part.split()) for name, part in zip(rest[::2], rest[1::2], strict=True)}
    checks, why, example, cure = (parts[name] for name in names)
    return Manual(title.strip(), checks, why, example, cure)


def manual_address(rule: type[Rule]) -> str:
    """Return the address of the page of a rule, from the root of the site."""
    return f"{FOLDER}{rule.code.lower()}/"


def grouped(rules: Iterable[type[Rule]]) -> dict[str, list[type[Rule]]]:
    """Group rules by what they are about: title of the group → its rules."""
    groups: dict[str, list[type[Rule]]] = {}
    for rule in rules:
        groups.setdefault(GROUPS[rule.code[2]], []).append(rule)
    return groups
