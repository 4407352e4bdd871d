"""Pages that change are made again, others taken as they are; the site is the same either way."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.faults.project import COMMANDS, edit, make_project, publish, read_site, run
from tests.sheets import fiche_text, temoin_text, whole_body

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Build a project once, some of it in a second process where there can be one; copy it."""
    folder = tmp_path_factory.mktemp("impression")
    project = make_project(folder / "projet")
    publish(project)
    return project, shutil.copytree(project, folder / "copie")


@pytest.fixture
def project(built: tuple[Path, Path]) -> Path:
    """Give the project as it was then, in the same place: what is noted tells of that one."""
    project, copy = built
    shutil.rmtree(project)
    return shutil.copytree(copy, project)


def _cold(project: Path) -> dict[str, bytes]:
    """Build it elsewhere, taking nothing from any build before."""
    code, said = run(project, *COMMANDS["fiches"], "--no-cache", "-d", "froid")
    assert code == 0, said
    return read_site(project / "froid")


def _inode(project: Path, address: str) -> int:
    return (project / "site" / address / "index.html").stat().st_ino


def _write(name: str, text: str) -> Callable[[Path], None]:
    return lambda project: edit(project, {name: text})


def _replace(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(project: Path) -> None:
        text = (project / name).read_text(encoding="utf-8")
        assert old in text
        edit(project, {name: text.replace(old, new)})

    return change


def _spoil(project: Path) -> None:
    (project / "site/fiches/venir-a-velo/index.html").write_text("Autre", encoding="utf-8")


_CHANGES: dict[str, Callable[[Path], None]] = {
    "text of a fiche": _replace("content/fiches/tri.md", "Dit ici.", "Dit là."),
    "title of a fiche": _replace("content/fiches/tri.md", "Trier", "Composter"),
    "new fiche": _write("content/fiches/eau.md", fiche_text(whole_body(), title='"Eau"')),
    "fiche that goes": lambda project: (project / "content/fiches/velo.md").unlink(),
    "new witness": _write("content/temoins/cyclo.md", temoin_text(company='"Cyclo"')),
    "vocabulary": _replace("content/vocabulaire.toml", '"Nature"', '"Domaine"'),
    "frame of the pages": _replace("theme/layout.html", "Aller au contenu", "Au contenu"),
    "part of one template": _replace("theme/components/carte/carte.html", "Coût", "Prix"),
    "style sheet": _replace("theme/components/base/base.css", "{", "{ color: red;"),
    "name of the site": _replace("mkdocs.yml", "site_name: ", "site_name: Les "),
    "address of the site": _replace("mkdocs.yml", "example.org", "example.net"),
    "page of the law that goes": lambda project: (project / "content/accessibilite.md").unlink(),
    "page of the site in place": _spoil,
    "site in place that goes": lambda project: shutil.rmtree(project / "site"),
    "template that asks for the engine": _replace("theme/fiche.html", "<h1>", "<h1>{{ page.url }}"),
    "hook": lambda project: edit(
        project,
        {
            "hook.py": "def on_post_page(output, **_):\n    return output + '<!-- hook -->'\n",
            "mkdocs.yml": f"{(project / 'mkdocs.yml').read_text('utf-8')}\nhooks: [hook.py]\n",
        },
    ),
}


@pytest.mark.parametrize("name", _CHANGES)
def test_a_build_after_a_change_is_a_cold_build(project: Path, name: str) -> None:
    """Byte for byte."""
    _CHANGES[name](project)

    warm = publish(project)

    cold = _cold(project)
    assert warm.keys() == cold.keys()
    assert [name for name in cold if warm[name] != cold[name]] == []


def test_pages_that_do_not_change_are_not_made_again(project: Path) -> None:
    """They stay the files they were; the page of what changed does not."""
    pages = (
        "fiches/venir-a-velo",
        "contribuer/diagnostics/fp203",
        "selection",
        "fiches/trier-ses-dechets",
    )
    before = [_inode(project, page) for page in pages]
    _CHANGES["text of a fiche"](project)

    publish(project)

    kept = [_inode(project, page) == inode for page, inode in zip(pages, before, strict=True)]
    assert kept[:2] == [True, True]
    assert not kept[3]


def test_files_of_the_search_that_do_not_change_stay_the_files_they_were(project: Path) -> None:
    """And, without a cache, they are written again."""
    before = _search_inodes(project)
    _CHANGES["text of a fiche"](project)

    publish(project)

    after = _search_inodes(project)
    assert before & after
    assert before - after

    code, said = run(project, *COMMANDS["fiches"], "--no-cache")

    assert code == 0, said
    assert not after & _search_inodes(project)


def _search_inodes(project: Path) -> set[int]:
    files = (project / "site" / "recherche").rglob("*.*")
    return {file.stat().st_ino for file in files}


def test_without_a_cache_every_page_is_made(project: Path) -> None:
    """And what was noted is left as it is."""
    before = _inode(project, "fiches/venir-a-velo")
    notes = {file.name: file.read_bytes() for file in project.glob(".cache/fiches/pages-*")}
    _CHANGES["text of a fiche"](project)

    code, said = run(project, *COMMANDS["fiches"], "--no-cache")

    assert code == 0, said
    assert _inode(project, "fiches/venir-a-velo") != before
    assert notes == {file.name: file.read_bytes() for file in project.glob(".cache/fiches/pages-*")}
    assert notes


def test_the_page_at_fault_is_always_the_same(project: Path) -> None:
    """However two processes share the pages: the first of them in the order of the site."""
    _replace("theme/layout.html", "<body", "{{ 1 // 0 if doc.jsonld }}<body")(project)

    said = {run(project, *COMMANDS["fiches"])[1] for _ in range(5)}

    assert len(said) == 1
    assert "page /fiches/trier-ses-dechets/, modèle layout.html" in said.pop()
