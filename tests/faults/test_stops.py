"""Whatever stops a build is said in one line, and the former site stands."""

from __future__ import annotations

import shutil
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from tests.faults.project import (
    COMMANDS,
    assert_one_line,
    edit,
    finish,
    interruptible,
    leftovers,
    make_project,
    publish,
    read_site,
    run,
    start,
)
from tests.sheets import fiche_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Publish a project once."""
    project = make_project(tmp_path_factory.mktemp("stops"))
    publish(project)
    return project


@pytest.fixture
def project(published: Path, tmp_path: Path) -> Iterator[Path]:
    """Give a copy to break; whatever is done to it, its site must not change."""
    copy = shutil.copytree(published, tmp_path / "projet")
    yield copy
    assert read_site(copy / "site") == read_site(published / "site")
    assert leftovers(copy) == []


def _append(name: str, text: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        file = folder / name
        file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")

    return change


def _replace(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def _remove(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).unlink()


def _make_folder(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).mkdir(parents=True)


_IN_BUILD = {
    "template that cannot be read": (
        _append("theme/fiche.html", "{% if %}"),
        "modèle fiche.html, ligne",
    ),
    "template that is absent": (
        _remove("theme/fiche.html"),
        "page /fiches/trier-ses-dechets/ : le modèle « fiche.html » est absent",
    ),
    "template that fails": (
        _replace("theme/fiche.html", "<h1>", "<h1>{{ 1 // 0 }}"),
        "page /fiches/trier-ses-dechets/, modèle fiche.html, ligne",
    ),
    "style sheet in another encoding": (
        lambda folder: (folder / "theme/components/base/base.css").write_bytes(b"\xe9"),
        "UnicodeDecodeError",
    ),
    "vocabulary that is absent": (_remove("content/vocabulaire.toml"), "vocabulaire.toml"),
    "vocabulary that is no TOML": (_append("content/vocabulaire.toml", "\n["), "1 erreur"),
    "sheet that is a folder": (_make_folder("content/fiches/a.md"), "1 erreur"),
    "mistake in a sheet": (_replace("content/fiches/tri.md", "Premi", "x"), "1 erreur"),
}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("cause", _IN_BUILD)
def test_a_build_that_stops_says_why(project: Path, command: str, cause: str) -> None:
    """One French line, whichever command was given; the site in place does not change."""
    change, words = _IN_BUILD[cause]
    change(project)

    code, said = run(project, *COMMANDS[command])

    assert code == 1, said
    assert_one_line(said, "publication arrêtée", words, "le site en place n’a pas changé")


_BEFORE = {
    "no settings": (_remove("mkdocs.yml"), "le fichier « mkdocs.yml » n’existe pas"),
    "settings that are no YAML": (_append("mkdocs.yml", "\nrien: ["), "mkdocs.yml, ligne"),
    "settings of another kind": (
        lambda folder: edit(folder, {"mkdocs.yml": "rien"}),
        "une suite de « clé: valeur »",
    ),
    "settings without the plugin": (
        lambda folder: edit(folder, {"mkdocs.yml": "site_name: a\ndocs_dir: content"}),
        "n’appelle pas l’extension « fiches »",
    ),
    "no name": (_replace("mkdocs.yml", "site_name:", "nom:"), "« site_name », cette clé manque"),
    "no theme": (_replace("mkdocs.yml", "custom_dir: theme", "custom_dir: rien"), "n’existe pas"),
    "no content": (
        lambda folder: (folder / "content").rename(folder / "ailleurs"),
        "le dossier « content » n’existe pas",
    ),
    "no site folder": (_replace("mkdocs.yml", "site_dir: site", "site_dir: mkdocs.yml"), "dossier"),
}


@pytest.mark.parametrize("cause", _BEFORE)
def test_settings_that_cannot_serve_are_told(project: Path, cause: str) -> None:
    """One French line by `fiches`; MkDocs tells them before it knows of us, without a traceback."""
    change, words = _BEFORE[cause]
    change(project)

    code, said = run(project, *COMMANDS["fiches"])
    assert code == 1, said
    assert_one_line(said, words)

    if cause != "settings without the plugin":  # then it is no site of ours that MkDocs builds
        code, said = run(project, *COMMANDS["mkdocs"])
        assert code == 1, said
        assert "Traceback" not in said


def test_a_strict_build_refuses_what_mkdocs_warns_of(project: Path) -> None:
    """MkDocs counts its warnings after its last event, when the site would be in its place."""
    _append("content/mentions-legales.md", "\n[ailleurs](rien.md)\n")(project)

    for command in COMMANDS.values():
        spoken = [argument for argument in command if argument != "--quiet"]  # else none counts
        code, said = run(project, *spoken, "--strict")
        assert code == 1
        assert_one_line(said, "publication arrêtée en mode strict (1 avertissement)")


def test_a_traceback_is_told_to_who_asks(project: Path) -> None:
    """With --verbose, where a failure comes from comes before its line."""
    _replace("theme/fiche.html", "<h1>", "<h1>{{ 1 // 0 }}")(project)

    code, said = run(project, *COMMANDS["fiches"], "--verbose")

    assert code == 1
    assert "ZeroDivisionError" in said
    assert "Traceback" in said


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process")
@pytest.mark.parametrize(("command", "code"), [("fiches", 130), ("mkdocs", 1)])
def test_ctrl_c_leaves_the_site(project: Path, command: str, code: int) -> None:
    """It is stopped in its midst: a plain page that waits for ever is being read."""
    hook = "import os, time\n\ndef on_files(files, config):\n    print('là', flush=True)\n"
    edit(project, {"hook.py": f"{hook}    time.sleep(60)\n"})
    _append("mkdocs.yml", "\nhooks: [hook.py]\n")(project)
    with interruptible():
        process = start(project, *COMMANDS[command])
    assert process.stdout is not None
    assert process.stdout.readline() == "là\n"

    process.send_signal(signal.SIGINT)

    found, said = finish(process)
    assert found == code
    assert said.startswith("publication interrompue ; le site en place n’a pas changé\n")
    assert "Traceback" not in said


def test_a_site_folder_that_holds_the_project_is_refused(project: Path) -> None:
    """The switch would remove the project."""
    (project / "content").rename(project.parent / "content")
    _replace("mkdocs.yml", "docs_dir: content", "docs_dir: ../content")(project)
    _replace("mkdocs.yml", "site_dir: site", "site_dir: .")(project)

    for command in COMMANDS.values():
        code, said = run(project, *command)
        assert code == 1
        assert_one_line(said, "contient mkdocs.yml")


def test_what_was_refused_is_published_once_mended(published: Path, tmp_path: Path) -> None:
    """A refusal leaves nothing that the next build stumbles on."""
    project = shutil.copytree(published, tmp_path / "projet")
    edit(project, {"content/fiches/tri.md": fiche_text(maturity='"Nulle"')})
    assert run(project, *COMMANDS["fiches"])[0] == 1
    edit(project, {"content/fiches/tri.md": fiche_text(title='"Composter"')})

    assert "fiches/composter/index.html" in publish(project)
