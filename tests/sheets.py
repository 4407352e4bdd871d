"""Small valid sheets, and the shortest way to what a user is told of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click
import html5lib

from builder.compose.fiche import compose_fiche
from builder.compose.temoin import compose_temoin
from builder.diagnostics import sort
from builder.diagnostics.text import render_one
from builder.mentions import MENTIONS, Mention
from builder.model import EXPECTED_SECTIONS as _NINE
from builder.normalise import make_slug
from builder.parse.raw import parse_sheet
from builder.reading import Reading
from builder.render.fragments import Fragments
from builder.render.uploads import Uploads
from builder.source import SourceFile, decode
from builder.vocabulary import Vocabulary, load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

    from builder.diagnostics import Diagnostic
    from builder.model import Fiche, Section, Temoin

PROJECT = Path(__file__).parent.parent
SHARED = PROJECT.parent / "shared"
NO_UPLOADS = PROJECT / "tests" / "no-such-folder"

_VALUES = {
    "nature": ["Social", "Environnemental", "Gouvernance"],
    "maturity": ["Premières actions", "Progresser", "Aller plus loin"],
    "financialinvest": ["Faible", "Moyen", "Important"],
    "humaninvest": ["Faible", "Moyen", "Important"],
    "sector": ["Tous secteurs", "Industrie"],
}
_ADDRESSES = {
    "Premières actions": "premieres-actions",
    "Aller plus loin": "aller-plus-loin",
    "Tous secteurs": "tous-secteurs",
}


SIZES = """
[temoin_size]
titre = "Taille du témoin"
adresse = "taille"
[[temoin_size.valeurs]]
libelle = "Grande"
adresse = "grande"
ordre = 2
[[temoin_size.valeurs]]
libelle = "Petite"
adresse = "petite"
ordre = 1
maximum = 49
"""
"""Sizes of witnesses, for a vocabulary."""
SUBJECTS = """
[iso26000]
titre = "ISO 26000"
adresse = "iso-26000"
[[iso26000.valeurs]]
libelle = "Environnement"
adresse = "environnement"
ordre = 2
natures = ["Environnemental"]
[[iso26000.valeurs]]
libelle = "Gouvernance de l’organisation"
adresse = "gouvernance"
ordre = 1
natures = ["Gouvernance"]
synonymes = ["Gouvernance"]
"""
"""Core subjects of ISO 26000, for a vocabulary."""


def vocabulary_text() -> str:
    """Write a small vocabulary file, the same whatever a network puts in its own."""
    lines: list[str] = []
    for key, labels in _VALUES.items():
        lines += [f"[{key}]", f'titre = "{key.capitalize()}"', f'adresse = "{key}"', ""]
        for rank, label in enumerate(labels, 1):
            lines += [f"[[{key}.valeurs]]", f'libelle = "{label}"']
            lines += [f'adresse = "{_ADDRESSES.get(label, label.lower())}"', f"ordre = {rank}"]
            if key == "nature":
                lines += ['couleur_claire = "#1f6639"', 'couleur_sombre = "#8fd3a4"']
            if label == "Environnemental":
                lines += ['synonymes = ["Environnement"]']
            lines += [""]
    return "\n".join(lines)


def vocabulary(text: str | None = None) -> Vocabulary:
    """Load a vocabulary that has no fault."""
    source = SourceFile(PurePosixPath("content/vocabulaire.toml"), text or vocabulary_text())
    loaded, told = load_vocabulary(source)
    assert loaded is not None, shown(told)
    return loaded


def fiche_text(body: str | None = "## Objectifs\n\nMoins de déchets.\n", **keys: str | None) -> str:
    """Write a fiche; a key is raw TOML, and None leaves it out."""
    head: dict[str, str | None] = {
        "title": '"Trier ses déchets"',
        "description": '"Des bacs et un repreneur."',
        "company": '"Apnos"',
        "nature": '["Environnemental"]',
        "maturity": '"Premières actions"',
        "financialinvest": '"Faible"',
        "humaninvest": '"Faible"',
        **keys,
    }
    return _sheet(head, body)


def whole_body(**texts: str | None) -> str:
    """Write the nine sections that a fiche should have, so that an editor has nothing to say.

    A text is given by the slug of its section (`en_pratique`); None leaves the section out.
    """
    given = {name: texts.get(make_slug(name).replace("-", "_"), "Dit ici.") for name in _NINE}
    return "\n\n".join(f"## {name}\n\n{text}" for name, text in given.items() if text is not None)


def temoin_text(body: str = "## Contexte\n\nUne équipe.\n", **keys: str | None) -> str:
    """Write a witness; a key is raw TOML, and None leaves it out."""
    return _sheet({"company": '"Apnos"', **keys}, body)


def _sheet(head: Mapping[str, str | None], body: str | None) -> str:
    lines = [f"{key} = {value}" for key, value in head.items() if value is not None]
    return "\n".join(["+++", *lines, "+++", "", body or ""])


def blocs_text(*blocs: str, **keys: str | None) -> str:
    """Write a fiche whose sections are blocs, each the raw TOML under its `[[blocs]]`."""
    tables = "".join(f"\n[[blocs]]\n{bloc.strip()}" for bloc in blocs)
    head, _, _ = fiche_text("", **keys).rpartition("\n+++")
    return f"{head}{tables}\n+++\n"


@dataclass(frozen=True, slots=True)
class Told:
    """A sheet, read and rendered, and what there is to say of it."""

    sheet: Fiche | Temoin | None
    sections: tuple[str, ...]
    """HTML of each section."""
    diagnostics: tuple[Diagnostic, ...]

    @property
    def codes(self) -> list[str]:
        """The codes, in the order of the file."""
        return [diagnostic.code for diagnostic in self.diagnostics]

    def text(self, code: str) -> str:
        """What a terminal shows for one code, without colours."""
        return shown(found for found in self.diagnostics if found.code == code)


def shown(diagnostics: object) -> str:
    """Print diagnostics as a terminal does, without colours."""
    assert hasattr(diagnostics, "__iter__")
    return "\n\n".join(click.unstyle(render_one(diagnostic)) for diagnostic in diagnostics)


def own_vocabulary() -> Vocabulary:
    """Load the vocabulary of the project's own content."""
    return vocabulary((PROJECT / "content" / "vocabulaire.toml").read_text(encoding="utf-8"))


def read_fiche(
    text: str | bytes, uploads: Path = NO_UPLOADS, words: Vocabulary | None = None
) -> Told:
    """Read a fiche, check it and render its sections."""
    raw, told = parse_sheet(decode(_bytes(text), PurePosixPath("content/fiches/essai.md")))
    if raw is None:
        return Told(None, (), told)
    fiche, found = compose_fiche(raw, words or vocabulary())
    return _render(fiche, [*told, *found], uploads, is_draft=raw.is_draft)


def read_temoin(
    text: str | bytes, uploads: Path = NO_UPLOADS, words: Vocabulary | None = None
) -> Told:
    """Read a witness, check it and render its sections."""
    raw, told = parse_sheet(decode(_bytes(text), PurePosixPath("content/temoins/essai.md")))
    if raw is None:
        return Told(None, (), told)
    temoin, found = compose_temoin(raw, words or vocabulary())
    return _render(temoin, [*told, *found], uploads, is_draft=raw.is_draft)


def _bytes(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text


def _render(
    sheet: Fiche | Temoin | None, told: list[Diagnostic], uploads: Path, *, is_draft: bool
) -> Told:
    if sheet is None:
        return Told(None, (), sort(told))
    fragments = Fragments("../../", Uploads(uploads), sheet.locate)
    sections = tuple(fragments.section(section).html for section in sheet.sections)
    found = fragments.diagnostics
    if is_draft:
        found = [diagnostic.in_draft() for diagnostic in found]
    return Told(sheet, sections, sort([*told, *found]))


def sections_of(text: str) -> tuple[Section, ...]:
    """Return the sections of a fiche that has no error."""
    told = read_fiche(text)
    assert told.sheet is not None, shown(told.diagnostics)
    return told.sheet.sections


def write_content(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write a content folder with its vocabulary; return its path."""
    content = folder / "content"
    for name, text in {"vocabulaire.toml": vocabulary_text(), **files}.items():
        file = content / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(_bytes(text))
    return content


def read_content(folder: Path, files: Mapping[str, str | bytes]) -> Reading:
    """Write a content folder, and say how to read it."""
    return Reading(write_content(folder, files), folder)


def mention_pages(**fields: str | None) -> dict[str, str]:
    """Write the pages of mentions, every field filled in but those given; None leaves one out."""
    return {mention.file: _mention_page(mention, fields) for mention in MENTIONS}


def _mention_page(mention: Mention, fields: Mapping[str, str | None]) -> str:
    values = {key: fields.get(key, '"Été"') for key, _ in mention.fields}
    lines = [f"{key}: {value}" for key, value in values.items() if value is not None]
    return "\n".join(["---", f'title: "{mention.label}"', *lines, "---", "", "contact: ailleurs"])


def tree(html: str) -> Element:
    """Parse HTML as a browser does."""
    fragment: Element = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return fragment


def text_of(html: str) -> str:
    """Return the words of HTML, blocks apart, spaces made one."""
    return " ".join(" ".join(tree(html).itertext()).split())
