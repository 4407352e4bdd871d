"""The command `fiches`, as an animator uses it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from builder.diagnostics import RULES
from tests.sheets import PROJECT, fiche_text, read_fiche, write_content

if TYPE_CHECKING:
    from pathlib import Path

_MENTIONS = ("mentions-legales.md", "accessibilite.md", "ecoconception.md")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a small project without a fault."""
    pages = {name: (PROJECT / "content" / name).read_bytes() for name in _MENTIONS}
    write_content(tmp_path, {"fiches/tri.md": fiche_text(), **pages})
    shutil.copytree(PROJECT / "theme", tmp_path / "theme")
    shutil.copy(PROJECT / "mkdocs.yml", tmp_path)
    return tmp_path


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "builder.cli", *arguments],
        cwd=folder,
        env={"PYTHONPATH": str(PROJECT), "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )


def test_check_of_good_content_says_so_and_exits_0(project: Path) -> None:
    """Nothing to mend: one line, code 0."""
    done = _run(project, "check")

    assert done.stdout == "Aucune remarque (1\u00a0fichier vérifié)\n"
    assert done.returncode == 0


def test_check_tells_every_fault_of_every_file_and_exits_1(project: Path) -> None:
    """Faults of two files come in one run, in the order of the files."""
    write_content(
        project,
        {
            "fiches/a.md": fiche_text(title='"A"', maturity='"Progreser"'),
            "fiches/b.md": fiche_text(title='"B"', nature='["Ecolo"]', humaninvest='"Enorme"'),
        },
    )

    done = _run(project, "check")

    told = [line for line in done.stdout.splitlines() if "[FP" in line]
    assert told == [
        "erreur[FP203] maturité inconnue : « Progreser »",
        "erreur[FP201] nature inconnue : « Ecolo »",
        "erreur[FP205] investissement humain inconnu : « Enorme »",
    ]
    assert done.stdout.endswith("\n3 erreurs\n")
    assert done.returncode == 1


def test_check_of_one_file_tells_of_that_file_only(project: Path) -> None:
    """Paths narrow what is shown; the exit code follows what is shown."""
    write_content(project, {"fiches/a.md": fiche_text(title='"A"', maturity='"Progreser"')})

    assert _run(project, "check", "content/fiches/a.md").returncode == 1
    assert _run(project, "check", "content/fiches/tri.md").returncode == 0


def test_warnings_alone_exit_0(project: Path) -> None:
    """A warning asks for action and stops nothing."""
    write_content(project, {"fiches/a.md": fiche_text(title='"A"', company=None)})

    done = _run(project, "check")

    assert "avertissement[FP102]" in done.stdout
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check", "content/absent.md"], "« content/absent.md » n’existe pas"),
        (["check", "--faux"], "option inconnue : « --faux »"),
        (["nouveau"], "commande inconnue"),
        (["new"], "il manque « TITRE »"),
        (["new", "deux", "mots"], "il y a un mot de trop"),
        (["new", "?!"], "aucun nom de fichier ne peut être fait"),
        (["explain", "FP999"], "code inconnu : « FP999 »"),
    ],
)
def test_misuse_exits_2_with_a_french_sentence(
    project: Path, arguments: list[str], message: str
) -> None:
    """A misuse is told in one French line, without a traceback."""
    done = _run(project, *arguments)

    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_help_is_french() -> None:
    """No English title or sentence is left in the help."""
    for command in ("", "check", "build", "serve", "new", "explain"):
        done = _run(PROJECT, *filter(None, [command]), "--help")
        assert done.stdout.startswith("Emploi : fiches")
        for english in ("Usage", "Show this", "Commands", "Arguments", "Error"):
            assert english not in done.stdout


def test_new_writes_a_draft_that_check_accepts(project: Path) -> None:
    """The sheet is ready to fill: it is a draft, and what is missing stops nothing."""
    done = _run(project, "new", 'L’œuvre « utile » \\ "vite"', "--company", "Apnos")

    file = project / "content" / "fiches" / "l-oeuvre-utile-vite.md"
    told = read_fiche(file.read_text(encoding="utf-8"))
    assert done.returncode == 0
    assert not any(diagnostic.is_error for diagnostic in told.diagnostics)
    assert _run(project, "check").returncode == 0


def test_new_refuses_to_overwrite(project: Path) -> None:
    """A sheet that stands is never touched."""
    file = project / "content" / "fiches" / "tri.md"
    before = file.read_bytes()

    done = _run(project, "new", "Tri")

    assert done.returncode == 1
    assert "existe déjà : rien n’a été changé" in done.stderr
    assert file.read_bytes() == before


@pytest.mark.parametrize("code", RULES)
def test_explain_prints_the_manual(code: str) -> None:
    """Each code is explained: what is checked, why, an example, the cure."""
    done = _run(PROJECT, "explain", code.lower())

    assert done.stdout.startswith(f"{code} · {RULES[code].name}")
    for part in ("Ce que vérifie.", "Pourquoi.", "Exemple.", "Correction."):
        assert part in done.stdout


def test_build_writes_the_site(project: Path) -> None:
    """The site is in the folder asked for."""
    done = _run(project, "build", "--site-dir", "out")

    assert done.returncode == 0, done.stderr
    assert (project / "out" / "fiches" / "trier-ses-dechets" / "index.html").is_file()


def test_refused_build_leaves_the_site_that_stands(project: Path) -> None:
    """An error is told with its place, without a traceback, and nothing is written."""
    _run(project, "build", "--site-dir", "out")
    before = {file: file.read_bytes() for file in (project / "out").rglob("*") if file.is_file()}
    write_content(project, {"fiches/a.md": fiche_text(title='"A"', maturity='"Progreser"')})

    done = _run(project, "build", "--site-dir", "out")

    after = {file: file.read_bytes() for file in (project / "out").rglob("*") if file.is_file()}
    assert done.returncode == 1
    assert "erreur[FP203] maturité inconnue : « Progreser »" in done.stderr
    assert "publication arrêtée (1 erreur)" in done.stderr
    assert "Traceback" not in done.stderr
    assert after == before


def test_strict_build_refuses_a_warning(project: Path) -> None:
    """With --strict a warning stops the build too; without, the site is built."""
    write_content(project, {"fiches/a.md": fiche_text(title='"A"', company=None)})

    assert _run(project, "build", "--site-dir", "out").returncode == 0
    done = _run(project, "build", "--strict", "--site-dir", "strict")

    assert done.returncode == 1
    assert "publication arrêtée en mode strict (1 avertissement)" in done.stderr
    assert not (project / "strict").exists()


def test_a_draft_just_begun_stops_no_strict_build(project: Path) -> None:
    """Its mistakes are told by a check, and stop nothing."""
    _run(project, "new", "Une fiche à venir")

    assert "avertissement[FP101]" in _run(project, "check").stdout
    done = _run(project, "build", "--strict", "--site-dir", "out")

    assert done.returncode == 0, done.stderr
    assert not (project / "out" / "fiches" / "une-fiche-a-venir").exists()


def test_missing_vocabulary_is_told_in_a_sentence(project: Path) -> None:
    """Without its vocabularies nothing can be read: one line says which file is missing."""
    (project / "content" / "vocabulaire.toml").unlink()

    for command in ("check", "build"):
        done = _run(project, command)
        assert done.returncode == 1
        assert "le fichier des vocabulaires content/vocabulaire.toml est absent" in done.stderr
        assert "Traceback" not in done.stderr
