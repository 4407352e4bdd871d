"""What `check` refuses, a build refuses: neither knows of an error that the other does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builder.checking import check_content
from builder.publication import make_publication
from tests.sheets import blocs_text, fiche_text, mention_pages, read_content, temoin_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from builder.diagnostics import Diagnostic

_FICHE = "fiches/essai.md"
_MISTAKES: dict[str, dict[str, str | bytes]] = {
    "value unknown": {_FICHE: fiche_text(maturity='"Nulle"')},
    "key missing": {_FICHE: fiche_text(title=None)},
    "wrong type": {_FICHE: fiche_text(nature="3")},
    "no head": {_FICHE: "Bonjour."},
    "head not closed": {_FICHE: "+++\ntitle = 'a'\n"},
    "no TOML": {_FICHE: fiche_text(title="[")},
    "another encoding": {_FICHE: "é".encode("latin-1")},
    "too large": {_FICHE: b"a" * 2_000_001},
    "address taken": {_FICHE: fiche_text(), "fiches/autre.md": fiche_text()},
    "address empty": {_FICHE: fiche_text(title='"?!"')},
    "picture absent": {_FICHE: fiche_text("## Objectifs\n\n![a](/uploads/rien.png)\n")},
    "picture elsewhere": {_FICHE: fiche_text("## Objectifs\n\n![a](../../etc/a.png)\n")},
    "link refused": {_FICHE: fiche_text("## Objectifs\n\n[a](javascript:alert)\n")},
    "bloc unknown": {_FICHE: blocs_text('template = "inconnu"')},
    "structured data": {_FICHE: fiche_text(jsonld='["{"]')},
    "translation": {_FICHE: fiche_text(hreflangs='[{lang = "?", url = "non"}]')},
    "witness": {"temoins/a.md": temoin_text(type='"Nul"')},
    "witness twice": {"temoins/a.md": temoin_text(), "temoins/b.md": temoin_text()},
    "vocabulary": {"vocabulaire.toml": "[nature]\n"},
    "mention page": {"mentions-legales.md": "---\ntitle: [\n---\n"},
    "sheet and its text": {_FICHE: fiche_text("## A\n\n![a](/uploads/b.png)\n", maturity="1")},
}


@pytest.mark.parametrize("mistake", _MISTAKES)
def test_a_build_knows_the_errors_that_check_knows(tmp_path: Path, mistake: str) -> None:
    """The same ones, at the same places."""
    reading = read_content(tmp_path, {**mention_pages(), **_MISTAKES[mistake]})

    checked = _errors(check_content(reading))
    built = _errors(make_publication(reading).diagnostics)

    assert built == checked


def test_most_of_these_mistakes_are_errors(tmp_path: Path) -> None:
    """The comparison above compares something."""
    refused = [
        name
        for name, files in _MISTAKES.items()
        if _errors(
            make_publication(
                read_content(tmp_path / name, {**mention_pages(), **files})
            ).diagnostics
        )
    ]

    assert len(refused) >= 12, refused


@pytest.mark.parametrize("mistake", [name for name in _MISTAKES if _FICHE in _MISTAKES[name]])
def test_a_draft_stops_neither(tmp_path: Path, mistake: str) -> None:
    """Where a sheet can say that it is a draft, its mistakes are errors to nobody."""
    files = {
        name: text.replace("+++\n", "+++\ndraft = true\n", 1) if isinstance(text, str) else text
        for name, text in _MISTAKES[mistake].items()
    }
    reading = read_content(tmp_path, {**mention_pages(), **files})

    assert _errors(make_publication(reading).diagnostics) == _errors(check_content(reading))


def _errors(told: Iterable[Diagnostic]) -> set[tuple[str, str, object]]:
    return {
        (found.code, str(found.place.source.path), found.place.span)
        for found in told
        if found.is_error
    }
