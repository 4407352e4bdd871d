"""A body and blocs that say the same give the same sections."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.model import Heading, RichText, Section
from tests.sheets import blocs_text, fiche_text, sections_of

_TITLES = st.sampled_from(["Objectifs", "Méthode", "1. Avant", "Coût & *temps*", "- tiret", "C#"])
_TEXTS = st.sampled_from(
    [
        "Un paragraphe avec **du gras** et [un lien](https://exemple.fr).",
        "Deux lignes  \navec un saut,\net sans.",
        "Avant la liste :\n* un\n* deux\n  * trois",
        "1. un\n2. deux",
        "> Une citation",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "    du code",
        'Un guillemet " et un \\ et +++ dedans',
    ]
)


@dataclass(frozen=True)
class _Text:
    text: str
    cuts: bool
    """Whether a new bloc starts here, when blocs are written."""


@dataclass(frozen=True)
class _Heading:
    depth: int
    """1 for a sub-heading of the section, and so on."""
    text: str
    cuts: bool


@dataclass(frozen=True)
class _Picture:
    name: str
    media: str
    """Where blocs put it: in the text, or as a medium, on top or at the bottom of a bloc."""


_Piece = _Text | _Heading | _Picture
_PIECES: st.SearchStrategy[_Piece] = st.one_of(
    st.builds(_Text, _TEXTS, st.booleans()),
    st.builds(_Heading, st.integers(1, 3), _TITLES, st.booleans()),
    st.builds(
        _Picture, st.sampled_from(["a.png", "b.jpg"]), st.sampled_from(["", "Top", "Bottom"])
    ),
)
_SHEETS = st.lists(st.tuples(_TITLES, st.lists(_PIECES, max_size=6)), min_size=1, max_size=4)


def _as_body(sheet: list[tuple[str, list[_Piece]]]) -> str:
    lines = []
    for title, pieces in sheet:
        lines.append(f"## {title} ##")
        for piece in pieces:
            match piece:
                case _Text(text):
                    lines.append(text)
                case _Heading(depth, text):
                    lines.append(f"{'#' * (2 + depth)} {text} #")
                case _Picture(name):
                    lines.append(_markdown(name))
    return "\n\n".join(lines)


def _markdown(name: str) -> str:
    return f"![L’image {name}](/uploads/{name})"


@dataclass
class _Bloc:
    title: str = ""
    depth: int = 0
    """Of its title: 0 for a section."""
    lines: list[str] = field(default_factory=list)
    position: str = ""
    picture: str = ""

    def toml(self) -> str:
        media = ""
        if self.picture:
            media = (
                f"[blocs.media]\nposition = {json.dumps(self.position)}\n[[blocs.media.media]]\n"
                f'template = "image"\nimage = "/uploads/{self.picture}"\n'
                f'alt = "L’image {self.picture}"'
            )
        text = json.dumps("\n\n".join(self.lines), ensure_ascii=False)
        return (
            f'template = "bloc-personalise"\n[blocs.content]\nrichtext = {text}\n'
            f"title = {json.dumps(self.title, ensure_ascii=False)}\n"
            f'titlelevel = "{self.depth + 2}"\n{media}'
        )


def _as_blocs(sheet: list[tuple[str, list[_Piece]]]) -> list[_Bloc]:
    blocs: list[_Bloc] = []
    for title, pieces in sheet:
        blocs.append(_Bloc(title))
        for piece in pieces:
            _add(blocs, piece)
    return blocs


def _add(blocs: list[_Bloc], piece: _Piece) -> None:
    """Write a piece in the last bloc, or open one: some things only a new bloc can hold."""
    is_closed = blocs[-1].position == "Bottom"
    match piece:
        case _Picture(name, "Bottom") if not blocs[-1].picture:
            blocs[-1].position, blocs[-1].picture = "Bottom", name
        case _Picture(name, "Top"):
            blocs.append(_Bloc(position="Top", picture=name))
        case _Picture(name):
            if is_closed:
                blocs.append(_Bloc())
            blocs[-1].lines.append(_markdown(name))
        case _Text(text, cuts):
            if cuts or is_closed:
                blocs.append(_Bloc())
            blocs[-1].lines.append(text)
        case _Heading(depth, text, cuts):
            if cuts and depth < 3:
                blocs.append(_Bloc(text, depth))
                return
            if is_closed or depth <= blocs[-1].depth:
                blocs.append(_Bloc())
            blocs[-1].lines.append(f"{'#' * (depth - blocs[-1].depth)} {text} #")


@given(_SHEETS)
def test_a_body_and_blocs_give_the_same_sections(sheet: list[tuple[str, list[_Piece]]]) -> None:
    """Sections, continuation blocs, sub-headings, lists and pictures: nothing tells them apart."""
    blocs = blocs_text(*(bloc.toml() for bloc in _as_blocs(sheet)))

    assert sections_of(blocs) == sections_of(fiche_text(_as_body(sheet)))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ([3, 3, 4], [3, 3, 4]),
        ([4, 4], [3, 3]),
        ([5, 3, 6], [3, 3, 4]),
        ([3, 5, 4, 5], [3, 4, 4, 5]),
        ([3, 4, 5, 6, 6, 3], [3, 4, 5, 6, 6, 3]),
    ],
)
def test_sub_headings_never_jump_a_level(written: list[int], shown: list[int]) -> None:
    """Deeper stays deeper, one step at a time, from 3."""
    body = "\n\n".join(["## Méthode", *(f"{'#' * level} Étape" for level in written)])
    (section,) = sections_of(fiche_text(body))

    assert [part.level for part in section.parts if isinstance(part, Heading)] == shown


def test_what_stands_before_the_first_title_is_kept() -> None:
    """In a section without a title."""
    sections = sections_of(fiche_text("Un mot.\n\n## Objectifs\n\nMoins.\n"))

    assert sections == (
        Section("", (RichText("Un mot."),)),
        Section("Objectifs", (RichText("Moins."),)),
    )


def test_a_first_level_title_opens_a_section_too() -> None:
    """A page has one h1, its own title."""
    assert [section.title for section in sections_of(fiche_text("# Un\n\n## Deux\n"))] == [
        "Un",
        "Deux",
    ]


def test_blocs_come_before_the_body() -> None:
    """A sheet may hold both: nothing is lost."""
    bloc = 'template = "bloc-personalise"\n[blocs.content]\ntitle = "Un"\nrichtext = "un"'

    assert [section.title for section in sections_of(f"{blocs_text(bloc)}\n## Deux\n")] == [
        "Un",
        "Deux",
    ]
