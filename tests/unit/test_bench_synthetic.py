"""The sheets that benchmarks are run on look like real ones."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from builder.library import read_library
from builder.reading import Reading
from tests.bench.projects import (
    edit_sheet,
    edit_theme,
    edit_vocabulary,
    first_fiche,
    forget_builds,
    write_project,
)
from tests.bench.words import Words

if TYPE_CHECKING:
    from pathlib import Path

_WORD = re.compile(r"[a-zà-ÿœæ]+")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of a hundred sheets."""
    folder = tmp_path_factory.mktemp("project")
    write_project(folder, 100)
    return folder


def test_sheets_are_long_and_right(project: Path) -> None:
    """8 to 16 KB, 12 on average, half of them in blocs; nothing in them asks for action."""
    files = sorted((project / "content" / "fiches").glob("*.md"))
    sizes = sorted(file.stat().st_size for file in files)
    library = read_library(Reading(project / "content", project))

    assert len(files) == len(library.catalogue.fiches) == 100
    assert 11_000 < sum(sizes) / 100 < 13_000
    assert 7_500 < sizes[2] < sizes[97] < 17_500
    assert sum("[[blocs]]" in file.read_text("utf-8") for file in files) == 50
    assert {told.code for told in library.diagnostics} <= {"FP411"}


def test_witnesses_have_a_size_a_sector_and_figures(project: Path) -> None:
    """Some have a file, others only their sheets."""
    temoins = read_library(Reading(project / "content", project)).catalogue.temoins
    told = [temoin for temoin in temoins if temoin.size]

    assert 20 < len(told) < len(temoins) < 100
    assert any(temoin.indicateurs for temoin in told)


def test_as_many_different_words_as_in_real_sheets() -> None:
    """Our own 52 sheets have 4 900 in 50 000, the commonest 3.5 % of them."""
    words = Words(1)
    text = " ".join(words.sentence() for _ in range(3_200)).lower()
    counts = Counter(_WORD.findall(text)[:50_000])

    assert 4_400 < len(counts) < 5_900
    assert sum(counts.values()) == 50_000
    assert max(counts.values()) < 0.1 * 50_000


def test_same_seed_same_words() -> None:
    """A race can be run again."""
    assert Words(3).paragraph(5) == Words(3).paragraph(5) != Words(4).paragraph(5)


def test_an_edit_takes_the_place_of_the_one_before(project: Path) -> None:
    """Files do not grow from one round to the next, and each round changes them."""
    sheet = first_fiche(project)
    files = (
        sheet,
        project / "content" / "vocabulaire.toml",
        project / "theme" / "components" / "carte" / "carte.css",
    )
    texts = []
    for words in ("essai 1", "essai 2", "essai 1"):
        edit_sheet(sheet, words)
        edit_vocabulary(project, words)
        edit_theme(project, words)
        texts.append([file.read_text("utf-8") for file in files])

    assert texts[0] == texts[2]
    assert all(one != other for one, other in zip(texts[0], texts[1], strict=True))
    assert all("essai 1" in text for text in texts[0])


def test_a_cold_build_starts_from_what_people_wrote(project: Path) -> None:
    """Whatever a build leaves, wherever it keeps it."""
    (project / "site").mkdir()
    (project / ".cache").write_text("")
    forget_builds(project)

    assert sorted(entry.name for entry in project.iterdir()) == ["content", "mkdocs.yml", "theme"]
