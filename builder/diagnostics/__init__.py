"""What the builder has to say about the content: data first, text last.

`Diagnostic` is one remark at one place; `rules` declares every code with its manual;
`text` prints remarks for a terminal, `formats` writes them for other programs.
"""

from builder.diagnostics.model import (
    Diagnostic,
    Place,
    Rule,
    Severity,
    has_errors,
    sort,
    stopping,
)
from builder.diagnostics.rules import RULES

__all__ = ["RULES", "Diagnostic", "Place", "Rule", "Severity", "has_errors", "sort", "stopping"]
