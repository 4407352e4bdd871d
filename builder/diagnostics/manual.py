"""The manual of a rule, cut in its parts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from builder.diagnostics.model import Rule

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
