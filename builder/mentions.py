"""The pages that law and honesty ask for, and the fields that a network fills in at their head."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler

from builder.diagnostics.model import Diagnostic, Place, narrow
from builder.diagnostics.rules.site import MentionManquante, PageAbsente, TeteYamlInvalide
from builder.source import Refusal, SourceFile, Span, read_source

if TYPE_CHECKING:
    from builder.reading import Reading


@dataclass(frozen=True, slots=True)
class Mention:
    """A page and its fields."""

    file: str
    """In the content folder."""
    label: str
    """In the foot of every page."""
    fields: tuple[tuple[str, str], ...]
    """Key in the YAML head, and its name in French."""

    @property
    def address(self) -> str:
        """Address of the page, from the root."""
        return f"{self.file.removesuffix('.md')}/"


MENTIONS = (
    Mention(
        "mentions-legales.md",
        "Mentions légales",
        (
            ("editeur", "Éditeur du site"),
            ("adresse", "Adresse"),
            ("directeur_publication", "Directeur ou directrice de la publication"),
            ("hebergeur", "Hébergeur"),
            ("contact", "Contact"),
        ),
    ),
    Mention(
        "accessibilite.md",
        "Accessibilité",
        (
            ("conformite", "Conformité au RGAA"),
            ("date_audit", "Date de l’audit"),
            ("contact", "Contact"),
        ),
    ),
    Mention(
        "ecoconception.md",
        "Écoconception",
        (
            ("date_mesure", "Date des mesures"),
            ("hebergement", "Hébergement"),
            ("contact", "Contact"),
        ),
    ),
)


def filled_fields(src_uri: str, head: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """Return the name and the text of each field of a page that is filled in."""
    fields = next((mention.fields for mention in MENTIONS if mention.file == src_uri), ())
    texts = ((name, str(head.get(key) or "").strip()) for key, name in fields)
    return tuple((name, text) for name, text in texts if text)


def check_mentions(reading: Reading) -> tuple[Diagnostic, ...]:
    """Tell of an empty field (FP501), an absent page (FP503), an unreadable head (FP504)."""
    found: list[Diagnostic] = []
    for mention in MENTIONS:
        file = reading.content / mention.file
        source = read_source(file, reading.shown(file))
        if isinstance(source, Refusal):
            found.append(PageAbsente.at(Place(source.source), label=mention.label))
            continue
        head = _head(source)
        if head is None:
            found.append(TeteYamlInvalide.at(Place(source, Span(0, 3))))
            continue
        found += [
            MentionManquante.at(_place(source, key), key=key, meaning=name)
            for key, name in mention.fields
            if not str(head.get(key) or "").strip()
        ]
    return tuple(found)


def _head(source: SourceFile) -> dict[str, Any] | None:
    try:
        head, _ = frontmatter.parse(source.text, handler=YAMLHandler())
    except yaml.YAMLError:
        return None
    return head


def _place(source: SourceFile, key: str) -> Place:
    """Point at the key where it stands empty, else at the fence of the head."""
    end = source.text.find("\n---", 3)
    head = Place(source, Span(0, max(end, 0)))
    found = narrow(head, f"\n{key}:")
    if found is head or found.span is None:
        return Place(source, Span(0, 3))
    return Place(source, Span(found.span.start + 1, found.span.end))
