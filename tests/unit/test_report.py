"""The coverage of the library, as a terminal and a program get it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from builder.coverage import Coverage, make_coverage
from builder.publication import make_publication
from builder.report import as_json, as_text
from tests.sheets import fiche_text, read_content, vocabulary_text

if TYPE_CHECKING:
    from pathlib import Path


def _cover(folder: Path, files: dict[str, str]) -> Coverage:
    publication = make_publication(replace(read_content(folder, {**files}), with_drafts=True))
    return make_coverage(publication.catalogue, ())


def test_the_table_is_aligned(tmp_path: Path) -> None:
    """Counts stand in columns, each thin or empty cell with its mark."""
    files = {
        "fiches/a.md": fiche_text(title='"A"', nature='["Social", "Gouvernance"]'),
        "fiches/b.md": fiche_text(title='"B"', nature='["Social"]'),
    }

    assert as_text(_cover(tmp_path, files)).splitlines()[:11] == [
        "Ce que couvre la bibliothèque : 2\u00a0fiches",
        "",
        "                 Premières actions  Progresser  Aller plus loin   Total",
        "Social                         2           0**              0**     2",
        "Environnemental                0**         0**              0**     0",
        "Gouvernance                    1*          0**              0**     1",
        "Total                          2           0                0       2",
        "",
        "  * mince : moins de 2\u00a0fiches ; ** vide : aucune.",
        "  Une fiche de plusieurs natures compte dans chacune, et une fois dans le total.",
        "",
    ]


def test_what_lacks_is_named_with_what_to_do(tmp_path: Path) -> None:
    """A list names files, one a line, and stops at ten."""
    files = {f"fiches/{n:02}.md": fiche_text(title=f'"F{n}"', company=None) for n in range(12)}
    shown = as_text(_cover(tmp_path, files))

    assert "Fiches sans témoin (12)\n  Nommez, dans la clé company" in shown
    assert "\n  - content/fiches/00.md\n" in shown
    assert "\n  et 2\u00a0autres\n" in shown
    assert "À écrire d’abord : Social\u00a0– Premières actions" in shown
    assert shown.endswith("Les listes entières : `fiches report --format json`.")


def test_what_does_not_lack_is_not_named(tmp_path: Path) -> None:
    """No title without a line."""
    shown = as_text(_cover(tmp_path, {"fiches/a.md": fiche_text(date="2026-01-02")}))

    assert "Fiches sans témoin" not in shown
    assert "listes entières" not in shown


def test_an_empty_library_says_how_to_begin(tmp_path: Path) -> None:
    """A table of zeros would tell nothing; drafts are told all the same."""
    shown = as_text(_cover(tmp_path, {"fiches/a.md": fiche_text(draft="true")}))

    assert shown.startswith("Ce que couvre la bibliothèque : 0\u00a0fiche\n\n`fiches new`")
    assert "Brouillons en attente (1)" in shown
    assert "Total" not in shown


def test_long_labels_keep_to_the_width_of_a_terminal(tmp_path: Path) -> None:
    """A network has its own words: they are cut, the numbers are not."""
    words = vocabulary_text()
    for label in ("Social", "Premières actions", "Progresser"):
        words = words.replace(f'libelle = "{label}"', f'libelle = "{label} {"très long " * 4}"')
    words += '\n[[maturity.valeurs]]\nlibelle = "Encore"\nadresse = "encore"\nordre = 4\n'
    files = {
        "vocabulaire.toml": words,
        "fiches/a.md": fiche_text(maturity='"Aller plus loin"'),
    }
    lines = as_text(_cover(tmp_path, files)).splitlines()

    assert all(len(line) <= 80 for line in lines)
    assert lines[2].split()[-2:] == ["Encore", "Total"]
    assert "Premières…" in lines[2]
    assert lines[3].split()[-2:] == ["0**", "0"]


def test_a_label_drives_no_terminal(tmp_path: Path) -> None:
    """Control characters are shown as such."""
    words = vocabulary_text().replace('libelle = "Social"', r'libelle = "So\u001b[31mcial"')
    files = {"vocabulaire.toml": words, "fiches/a.md": fiche_text()}

    assert "\x1b" not in as_text(_cover(tmp_path, files))


def test_a_program_gets_everything(tmp_path: Path) -> None:
    """Whole lists, addresses and files; the same keys whatever lacks."""
    files = {f"fiches/{n:02}.md": fiche_text(title=f'"F{n}"', company=None) for n in range(12)}
    told = json.loads(as_json(_cover(tmp_path, files)))

    assert (told["version"], told["fiches"]) == (1, 12)
    assert told["nature"] == {"social": 0, "environnemental": 12, "gouvernance": 0}
    assert told["maturity"]["premieres-actions"] == 12
    assert told["cells"][0] == {
        "nature": "social",
        "maturity": "premieres-actions",
        "fiches": 0,
        "state": "vide",
    }
    assert len(told["gaps"]["fiches-sans-temoin"]) == 12
    assert told["gaps"]["fiches-sans-temoin"][0] == {
        "label": "F0",
        "note": None,
        "address": "fiches/f0/",
        "file": "content/fiches/00.md",
    }
    assert told["gaps"]["temoins-sans-fiche"] == []
