"""What the library covers, and where it lacks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from builder.coverage import Coverage, Line, make_coverage
from builder.publication import make_publication
from tests.sheets import fiche_text, read_content, temoin_text

if TYPE_CHECKING:
    from pathlib import Path


_PICTURE = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>"


def _cover(folder: Path, files: dict[str, str], *, with_drafts: bool = False) -> Coverage:
    reading = replace(read_content(folder, {**files}), with_drafts=with_drafts)
    publication = make_publication(reading)
    return make_coverage(publication.catalogue, publication.diagnostics)


def _lines(coverage: Coverage, key: str) -> tuple[Line, ...]:
    return next(gap.lines for gap in coverage.gaps if gap.key == key)


def _shown(coverage: Coverage, key: str) -> list[tuple[str, str]]:
    return [(line.label, line.note) for line in _lines(coverage, key)]


def test_a_fiche_of_several_natures_counts_in_each(tmp_path: Path) -> None:
    """And once in the total and in its maturity."""
    files = {
        "fiches/a.md": fiche_text(title='"A"', nature='["Social", "Gouvernance"]'),
        "fiches/b.md": fiche_text(title='"B"', nature='["Social"]', maturity='"Progresser"'),
    }
    coverage = _cover(tmp_path, files)

    assert coverage.count == 2
    assert [counted.count for counted in coverage.maturities] == [1, 1, 0]
    rows = {
        row.nature.label: ([cell.count for cell in row.cells], row.count) for row in coverage.rows
    }
    assert rows == {
        "Social": ([1, 1, 0], 2),
        "Environnemental": ([0, 0, 0], 0),
        "Gouvernance": ([1, 0, 0], 1),
    }


def test_a_thin_cell_is_no_empty_one(tmp_path: Path) -> None:
    """One fiche is thin, two are not."""
    files = {
        "fiches/a.md": fiche_text(title='"A"', nature='["Social", "Environnemental"]'),
        "fiches/b.md": fiche_text(title='"B"'),
    }
    coverage = _cover(tmp_path, files)

    assert coverage.cells("mince") == "Social\u00a0– Premières actions"
    assert coverage.cells("vide").startswith("Social\u00a0– Progresser, Social\u00a0– Aller")
    assert "Environnemental\u00a0– Premières actions" not in coverage.cells("vide")


def test_what_lists_do_not_show_does_not_count(tmp_path: Path) -> None:
    """A cell leads to the filtered catalogue: both tell the same number."""
    files = {
        "fiches/a.md": fiche_text(title='"A"', noindex="true"),
        "fiches/b.md": fiche_text(title='"B"', draft="true"),
        "fiches/c.md": fiche_text(title='"C"'),
    }

    assert _cover(tmp_path, files, with_drafts=True).count == 1


def test_fiches_without_a_witness(tmp_path: Path) -> None:
    """With the page and the file of each."""
    coverage = _cover(tmp_path, {"fiches/a.md": fiche_text(company=None)})

    assert _lines(coverage, "fiches-sans-temoin") == (
        Line(
            "Trier ses déchets",
            address="fiches/trier-ses-dechets/",
            file="content/fiches/a.md",
        ),
    )


def test_companies_without_a_file_the_most_named_first(tmp_path: Path) -> None:
    """Whatever the spelling; each leads to the page made of its fiches."""
    files = {
        "fiches/a.md": fiche_text(title='"A"', company='"Apnos / Zèbre"'),
        "fiches/b.md": fiche_text(title='"B"', company='"ZÈBRE"'),
        "fiches/c.md": fiche_text(title='"C"', company='"Tetra"'),
        "temoins/t.md": temoin_text(company='"Tetra"'),
    }
    coverage = _cover(tmp_path, files)

    assert _shown(coverage, "entreprises-sans-fichier") == [
        ("Zèbre", "2\u00a0fiches"),
        ("Apnos", "1\u00a0fiche"),
    ]
    first = _lines(coverage, "entreprises-sans-fichier")[0]
    assert (first.address, first.file) == ("temoins/zebre/", "")


def test_witnesses_that_no_published_fiche_names(tmp_path: Path) -> None:
    """A draft that names one is not there yet; a draft witness is told elsewhere."""
    files = {
        "fiches/a.md": fiche_text(title='"A"', company='"Tetra"'),
        "fiches/b.md": fiche_text(title='"B"', company='"Apnos"', draft="true"),
        "temoins/a.md": temoin_text(company='"Apnos"'),
        "temoins/b.md": temoin_text(company='"Zèbre"', draft="true"),
        "temoins/t.md": temoin_text(company='"Tetra"'),
    }

    for with_drafts in (True, False):
        coverage = _cover(tmp_path, files, with_drafts=with_drafts)
        assert _shown(coverage, "temoins-sans-fiche") == [("Apnos", "")]


def test_the_oldest_revisions_are_told_from_the_newest(tmp_path: Path) -> None:
    """Never from today; fiches as recent as the newest are not old."""
    dates = {"A": "2026-11-21", "B": "2026-11-09", "C": "2026-03-01", "D": "2023-11-20", "E": None}
    files = {
        f"fiches/{name}.md": fiche_text(title=f'"{name}"', date="2020-01-01", updated=day)
        for name, day in dates.items()
        if day
    }
    coverage = _cover(tmp_path, files | {"fiches/E.md": fiche_text(title='"E"')})

    assert _shown(coverage, "revisions-anciennes") == [
        ("D", "20\u00a0novembre\u00a02023, 3\u00a0ans avant la plus récente"),
        ("C", "1er\u00a0mars\u00a02026, 8\u00a0mois avant la plus récente"),
        ("B", "9\u00a0novembre\u00a02026, 12\u00a0jours avant la plus récente"),
    ]
    assert _shown(coverage, "fiches-sans-date") == [("E", "")]


def test_fiches_of_one_day_are_not_old(tmp_path: Path) -> None:
    """A list of ten taken at random would tell nothing."""
    files = {f"fiches/{name}.md": fiche_text(title=f'"{name}"', date="2026-01-02") for name in "AB"}

    assert _lines(_cover(tmp_path, files), "revisions-anciennes") == ()


def test_pictures_without_a_text_are_told_by_file(tmp_path: Path) -> None:
    """With their lines; those of a witness too, those of a draft not."""
    body = "## Objectifs\n\n![](/uploads/a.svg)\n\nEt :\n\n![](/uploads/b.svg)\n"
    files = {
        "fiches/a.md": fiche_text(body),
        "fiches/b.md": fiche_text(body, title='"B"', draft="true"),
        "temoins/a.md": temoin_text("## Contexte\n\n![](/uploads/a.svg)\n"),
        "uploads/a.svg": _PICTURE,
        "uploads/b.svg": _PICTURE,
    }
    coverage = _cover(tmp_path, files, with_drafts=True)

    assert _shown(coverage, "images-sans-alternative") == [
        ("Trier ses déchets", "lignes\u00a013, 17"),
        ("Apnos", "ligne\u00a07"),
    ]
    addresses = [line.address for line in _lines(coverage, "images-sans-alternative")]
    assert addresses == ["fiches/trier-ses-dechets/", "temoins/apnos/"]


def test_files_with_remarks_the_most_faulty_first(tmp_path: Path) -> None:
    """A sheet with an error has no page: its file is named."""
    files = {
        "fiches/a.md": fiche_text(description=None),
        "fiches/b.md": fiche_text(None, title='"B"', maturity='"Progreser"', odd="[18]"),
    }
    lines = _lines(_cover(tmp_path, files), "fichiers-a-corriger")
    named = {line.file: line for line in lines}

    assert named["content/fiches/b.md"].label == "content/fiches/b.md"
    assert named["content/fiches/b.md"].address == ""
    assert named["content/fiches/a.md"].address == "fiches/trier-ses-dechets/"
    numbers = [int(line.note.split("\u00a0")[0]) for line in lines]
    assert numbers == sorted(numbers, reverse=True)


def test_drafts_wait_apart(tmp_path: Path) -> None:
    """In a preview and in a report; what is published names none."""
    files = {
        "fiches/a.md": fiche_text(draft="true"),
        "temoins/a.md": temoin_text(company='"Tetra"', draft="true"),
    }

    assert _shown(_cover(tmp_path, files, with_drafts=True), "brouillons") == [
        ("Trier ses déchets", ""),
        ("Tetra", "témoin"),
    ]
    assert _lines(_cover(tmp_path, files), "brouillons") == ()


@pytest.mark.parametrize(("count", "others"), [(10, 0), (11, 1), (25, 15)])
def test_a_long_list_is_cut_at_ten(tmp_path: Path, count: int, others: int) -> None:
    """The gap still holds every line."""
    files = {f"fiches/{n}.md": fiche_text(title=f'"F{n}"', company=None) for n in range(count)}
    gap = _cover(tmp_path, files).gaps[0]

    assert (len(gap.lines), len(gap.shown), gap.others) == (count, 10, others)


def test_an_empty_library_lacks_every_cell_and_nothing_else(tmp_path: Path) -> None:
    """Nothing fails, and the kinds of gaps are the same as ever."""
    empty = _cover(tmp_path, {})
    one = _cover(tmp_path, {"fiches/a.md": fiche_text()})

    assert empty.count == 0
    assert [gap.key for gap in empty.gaps] == [gap.key for gap in one.gaps]
    assert not any(gap.lines for gap in empty.gaps if gap.key != "fichiers-a-corriger")
