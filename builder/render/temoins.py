"""What there is to say of a witness, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.render.french import plural
from builder.render.typography import typeset

if TYPE_CHECKING:
    from builder.model import Citation, Temoin


def headcount_words(temoin: Temoin) -> str:
    """« 16 personnes », « 250 personnes et plus », or nothing."""
    if temoin.size is not None:
        return plural(temoin.size, "personne")
    return temoin.size_class.label if temoin.size_class else ""


def citation_words(citation: Citation) -> tuple[str, str]:
    """Return what someone said, and who."""
    who = ", ".join(filter(None, (citation.auteur, citation.fonction)))
    return typeset(citation.texte), typeset(who)


def temoin_facts(temoin: Temoin) -> tuple[tuple[str, str], ...]:
    """The facts of a witness that are known, most telling first."""
    facts = (
        ("Effectif", headcount_words(temoin)),
        ("Territoire", temoin.territory),
        ("Secteur", ", ".join(value.label for value in temoin.sector)),
        ("Création", str(temoin.founded or "")),
    )
    return tuple((name, words) for name, words in facts if words)
