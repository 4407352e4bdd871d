"""Every code, with what it says and its manual: the only home of these French texts.

Hundreds by stage: 0 the file, 1 keys and types, 2 vocabularies, 3 what texts hold, 4 the catalogue,
5 the site, 6 structure and writing. A code is never used again for something else.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module

from builder.diagnostics.model import Rule


def _all_rules() -> dict[str, type[Rule]]:
    for module in pkgutil.iter_modules(__path__, f"{__name__}."):
        import_module(module.name)
    return {rule.code: rule for rule in sorted(Rule.__subclasses__(), key=lambda rule: rule.code)}


RULES = _all_rules()
"""Code → rule, in the order of the codes."""
