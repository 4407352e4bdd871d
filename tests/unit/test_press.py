"""A sheet that was kept is the one that is read, and what is told of it is told at its place."""

from __future__ import annotations

import gc
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from builder import press, readers
from builder.cache.digests import Digests
from builder.cache.store import Store
from builder.checking import check_content
from builder.library import read_library
from builder.parse.raw import RawSheet, parse_sheet
from builder.publication import make_publication
from builder.reading import Reading, sheet_files
from builder.site import Site
from tests.sheets import (
    fiche_text,
    mention_pages,
    read_content,
    shown,
    temoin_text,
    whole_body,
)

if TYPE_CHECKING:
    from pathlib import Path

    from builder.diagnostics import Diagnostic
    from builder.pages import Page
    from builder.publication import Publication
    from builder.source import SourceFile

_FIGURES = (
    '[{ nom = "Eau", unite = "t", nature = "Environnemental", valeurs = { 2023 = 1.5, 2024 = 2 } }]'
)
_SITE = Site("Essai", "https://fiches.example/")

_TROUBLES = {
    "a dead link": {"fiches/a.md": fiche_text(f"{whole_body()}\n\nVoir [b](/fiches/b/).\n")},
    "the second of two alike": {
        "fiches/a.md": fiche_text(f"{whole_body()}\n\n[x](/c/) et [x](/c/), [là](/fiches/a/#non).")
    },
    "a title of another fiche": {
        "fiches/a.md": fiche_text(f"{whole_body()}\n\n[x](/fiches/autre/#nulle-part)\n"),
        "fiches/b.md": fiche_text(whole_body(), title='"Autre"', company='"Cyclo"'),
    },
    "one address for two": {
        "fiches/a.md": fiche_text(whole_body(), title='"Vélo"'),
        "fiches/b.md": fiche_text(whole_body(), title='"Velo"', company='"Cyclo"'),
    },
    "companies without a file, or almost": {
        "fiches/a.md": fiche_text(whole_body(), company='"Menuiserie \\"Dupond\\" / Cyclo"'),
        "fiches/b.md": fiche_text(whole_body(), title='"Autre"', company='"Menuiserie Dupont"'),
    },
    "witnesses": {
        "fiches/a.md": fiche_text(whole_body(), company='"Cyclo"'),
        "temoins/cyclo.md": temoin_text(
            "## Contexte\n\nUn [lien mort](/fiches/z/).\n", company='"Cyclo"', indicateurs=_FIGURES
        ),
        "temoins/seul.md": temoin_text(company='"Personne"', slug='"seul"'),
    },
    "nothing": {"fiches/a.md": fiche_text(whole_body()), "temoins/t.md": temoin_text()},
}


@pytest.mark.parametrize("files", _TROUBLES.values(), ids=_TROUBLES.keys())
def test_the_same_is_told_of_a_kept_sheet(tmp_path: Path, files: dict[str, str]) -> None:
    """Whatever needs the place of something that stands in it."""
    reading = read_content(tmp_path, {**mention_pages(), **files})
    told = check_content(reading)
    cold, warm = (_check(reading, tmp_path) for _ in range(2))

    assert shown(cold) == shown(warm) == shown(told)
    assert [found.place.span for found in warm] == [found.place.span for found in told]


@pytest.mark.parametrize("files", _TROUBLES.values(), ids=_TROUBLES.keys())
def test_its_pages_are_the_same(tmp_path: Path, files: dict[str, str]) -> None:
    """Texts, cards, figures, and the files that are no page."""
    reading = read_content(tmp_path, {**mention_pages(), **files})
    before = make_publication(reading, _SITE)
    for _ in range(2):
        store = Store(tmp_path / "kept")
        made = make_publication(reading, _SITE, store)

        assert _printed(made) == _printed(before)
        assert made.outputs(_SITE, ()) == before.outputs(_SITE, ())
        store.close()


@pytest.mark.parametrize("files", _TROUBLES.values(), ids=_TROUBLES.keys())
def test_its_pages_are_the_same_after_a_check(tmp_path: Path, files: dict[str, str]) -> None:
    """It keeps what it read, and has no texts to keep."""
    reading = read_content(tmp_path, {**mention_pages(), **files})
    _check(reading, tmp_path)
    made = make_publication(reading, _SITE, Store(tmp_path / "kept"))

    assert _printed(made) == _printed(make_publication(reading, _SITE))


def test_a_check_sets_no_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody would see it: that takes a fifth of the time."""
    monkeypatch.setattr(press, "render_fiche", lambda *_: pytest.fail("rendered"))
    reading = read_content(tmp_path, {**mention_pages(), **_TROUBLES["nothing"]})

    assert _check(reading, tmp_path) == _check(reading, tmp_path) == ()


def test_a_sheet_is_let_go_once_it_is_kept(tmp_path: Path) -> None:
    """A thousand of them are never in memory at once."""
    reading = read_content(tmp_path, _TROUBLES["nothing"])
    before = _count_in_memory(RawSheet)
    library = read_library(reading, store=Store(tmp_path / "kept"))

    assert library.catalogue.fiches
    assert library.catalogue.temoins
    assert _count_in_memory(RawSheet) == before


def _count_in_memory(kind: type) -> int:
    gc.collect()
    return sum(isinstance(one, kind) for one in gc.get_objects())


def test_a_sheet_is_known_by_a_digest_of_what_it_held(tmp_path: Path) -> None:
    """It is not opened then: what changed meanwhile is for the next build to see."""
    reading = read_content(tmp_path, _TROUBLES["nothing"])
    seen = Digests()
    for file in sheet_files(reading.content):
        seen.put(str(file), file.read_bytes())
    store = Store(tmp_path / "kept")
    first = read_library(reading, store=store).catalogue
    for file in sheet_files(reading.content):
        file.write_text("+++\n", encoding="utf-8")

    again = read_library(replace(reading, digests=seen), store=store).catalogue

    assert (again.fiches, again.temoins) == (first.fiches, first.temoins)
    assert first.fiches


def test_a_kept_sheet_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that changed is, and it alone."""
    reading = read_content(tmp_path, {**mention_pages(), **_TROUBLES["nothing"]})
    _check(reading, tmp_path)
    read: list[str] = []
    monkeypatch.setattr(readers, "parse_sheet", lambda source: _note(read, source))
    _check(reading, tmp_path)
    with (reading.content / "fiches" / "a.md").open("a", encoding="utf-8") as file:
        file.write("De plus.\n")
    _check(reading, tmp_path)

    assert read == ["a.md"]


def test_a_sheet_that_stays_as_it_is_is_not_opened_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even to know that it is the same."""
    monkeypatch.setattr("builder.cache.digests._FRESH", 0)
    reading = read_content(tmp_path, {**mention_pages(), **_TROUBLES["nothing"]})

    def check() -> tuple[Diagnostic, ...]:
        digests, store = Digests(tmp_path / "digests"), Store(tmp_path / "kept")
        told = check_content(replace(reading, digests=digests), store)
        store.close()
        digests.keep()
        return told

    first = check()
    monkeypatch.setattr(Reading, "read_bytes", lambda *_: pytest.fail("opened"))

    assert check() == first


def test_a_number_that_cannot_be_kept_is_read_each_time(tmp_path: Path) -> None:
    """Of people, for one: no company has so many, and nothing says so."""
    files = {"temoins/apnos.md": temoin_text(size=f"1{'0' * 30}")}
    reading = read_content(tmp_path, {**mention_pages(), **_TROUBLES["nothing"], **files})
    told = check_content(reading)

    assert _check(reading, tmp_path) == _check(reading, tmp_path) == told


def _note(read: list[str], source: SourceFile) -> object:
    read.append(source.path.name)
    return parse_sheet(source)


def test_a_picture_that_changes_is_seen(tmp_path: Path) -> None:
    """Its size is written in the page, and its absence is told."""
    files = {"fiches/a.md": fiche_text(f"{whole_body()}\n\n![Un vélo](/uploads/velo.png)\n")}
    reading = read_content(tmp_path, {**mention_pages(), **files})
    picture = reading.content / "uploads" / "velo.png"
    picture.parent.mkdir()
    seen = []
    for size in ((4, 3), (8, 3), None):
        picture.unlink() if size is None else Image.new("RGB", size).save(picture)
        store = Store(tmp_path / "kept")
        made = make_publication(reading, _SITE, store)
        page = _first_fiche(made)
        seen.append((_image(page.view.sections[-1].html), shown(made.diagnostics).count("FP301")))
        store.close()

    assert seen == [('width="4" height="3"', 0), ('width="8" height="3"', 0), ("", 1)]


def test_texts_that_are_lost_are_rendered_again(tmp_path: Path) -> None:
    """Somebody may delete the cache while a build runs."""
    reading = read_content(tmp_path, {"fiches/a.md": fiche_text(whole_body())})
    store = Store(tmp_path / "kept")
    made = make_publication(reading, _SITE, store)
    store.close()
    (tmp_path / "kept").unlink()

    assert (
        _first_fiche(made).view.sections
        == _first_fiche(make_publication(reading, _SITE)).view.sections
    )


def test_texts_that_a_build_does_not_ask_for_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their page may be made by another process, or be taken as it is; old ones are swept then."""
    reading = read_content(tmp_path, {"fiches/a.md": fiche_text(whole_body())})
    store = Store(tmp_path / "kept")
    for number in range(20):
        store.put(bytes([number]), b"")
    make_publication(reading, _SITE, store)
    store.close()
    _check(reading, tmp_path)
    monkeypatch.setattr(press, "render_fiche", lambda *_: pytest.fail("rendered again"))

    assert Store(tmp_path / "kept").get(bytes([3])) is None
    assert _first_fiche(make_publication(reading, _SITE, store)).view.sections


def _first_fiche(publication: Publication) -> Page:
    pages = publication.pages.pages
    return next(page for page in pages if page.address.startswith("fiches/trier"))


def _check(reading: Reading, folder: Path) -> tuple[Diagnostic, ...]:
    store = Store(folder / "kept")
    told = check_content(replace(reading, digests=Digests()), store)
    store.close()
    return told


def _printed(publication: Publication) -> list[str]:
    """Texts are compared by what they say, not by where they wait."""
    return [_print(page) for page in publication.pages.pages]


def _print(page: Page) -> str:
    texts = getattr(page.view, "texts", None)
    return f"{page} {texts.load()}".replace(repr(texts), "") if texts else str(page)


def _image(html: str) -> str:
    return html.partition('vélo" ')[2].partition(" loading")[0]
