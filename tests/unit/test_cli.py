"""The command `fiches`, as an animator uses it."""

from __future__ import annotations

import gc
import json
import shutil
import subprocess
import sys
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from builder import cli
from builder.diagnostics import RULES, Diagnostic, Place
from builder.diagnostics.formats import FORMATS
from builder.diagnostics.rules.vocabulaires import OrthographeDuVocabulaire
from builder.repair import Repairs
from builder.source import SourceFile, Span
from tests.sheets import (
    PROJECT,
    fiche_text,
    read_fiche,
    temoin_text,
    whole_body,
    write_content,
)

if TYPE_CHECKING:
    from pathlib import Path

_MENTIONS = ("mentions-legales.md", "accessibilite.md", "ecoconception.md")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a small project without a fault."""
    pages = {name: (PROJECT / "content" / name).read_bytes() for name in _MENTIONS}
    sheets = {"fiches/tri.md": fiche_text(whole_body()), "temoins/apnos.md": temoin_text()}
    write_content(tmp_path, {**sheets, **pages})
    shutil.copytree(PROJECT / "theme", tmp_path / "theme")
    shutil.copy(PROJECT / "mkdocs.yml", tmp_path)
    return tmp_path


def _fiche(**keys: str | None) -> str:
    """Write a fiche with its nine sections."""
    return fiche_text(whole_body(), **keys)


def _run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    own = {"PYTHONPATH": str(PROJECT), "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", "builder.cli", *arguments],
        cwd=folder,
        env=own | environment,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )


def test_check_of_good_content_says_so_and_exits_0(project: Path) -> None:
    """Nothing to mend: one line, code 0."""
    done = _run(project, "check")

    assert done.stdout == "Aucune remarque (2\u00a0fichiers vérifiés)\n"
    assert done.returncode == 0


def test_check_tells_every_fault_of_every_file_and_exits_1(project: Path) -> None:
    """Faults of two files come in one run, in the order of the files."""
    write_content(
        project,
        {
            "fiches/a.md": fiche_text(whole_body(), title='"A"', maturity='"Progreser"'),
            "fiches/b.md": fiche_text(
                whole_body(), title='"B"', nature='["Ecolo"]', humaninvest='"Enorme"'
            ),
        },
    )

    done = _run(project, "check")

    told = [line for line in done.stdout.splitlines() if "[FP" in line]
    assert told == [
        "erreur[FP203] maturité inconnue : « Progreser »",
        "erreur[FP201] nature inconnue : « Ecolo »",
        "erreur[FP205] investissement humain inconnu : « Enorme »",
    ]
    assert done.stdout.endswith(
        "\n3 erreurs dans 2 fichiers\npour comprendre un message : `fiches explain FP203`\n"
    )
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


def test_strict_counts_a_warning_as_an_error(project: Path) -> None:
    """It is still called a warning; the last line says why the code is 1."""
    write_content(project, {"fiches/a.md": _fiche(title='"A"', company=None)})

    done = _run(project, "check", "--strict")

    assert "avertissement[FP102]" in done.stdout
    assert done.stdout.endswith("en mode strict, un avertissement compte comme une erreur\n")
    assert done.returncode == 1


def test_what_is_said_of_a_draft_is_never_strict(project: Path) -> None:
    """As in a build: an author begins a sheet without stopping the others."""
    write_content(project, {"fiches/a.md": _fiche(draft="true", maturity='"Progreser"')})

    done = _run(project, "check", "--strict")

    assert "avertissement[FP203]" in done.stdout
    assert "en mode strict" not in done.stdout
    assert done.returncode == 0


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_fills_the_standard_output_alone(project: Path, name: str) -> None:
    """It tells what a person would have been told, and the code is the same."""
    write_content(project, {"fiches/a.md": _fiche(title='"A"', maturity='"Progreser"')})

    done = _run(project, "check", "--format", name)

    assert done.stderr == ""
    assert done.returncode == 1
    assert "maturité inconnue : « Progreser »" in done.stdout
    assert "https://example.org/contribuer/diagnostics/fp203/" in done.stdout
    if name == "github":
        assert done.stdout.startswith("::error file=content/fiches/a.md,line=")
        assert len(done.stdout.splitlines()) == 1
    else:
        assert json.loads(done.stdout)["version"] in {1, "2.1.0"}


def test_annotations_of_good_content_are_none(project: Path) -> None:
    """Not even an empty line."""
    assert _run(project, "check", "--format", "github").stdout == ""


@pytest.mark.parametrize("settings", ["", "site_url: [", "site_url: 12", "- a", None])
def test_a_format_does_without_the_address_of_the_site(project: Path, settings: str | None) -> None:
    """A check needs no site: the addresses of the manual are left out."""
    write_content(project, {"fiches/a.md": _fiche(title='"A"', maturity='"Progreser"')})
    (project / "mkdocs.yml").unlink()
    if settings is not None:
        (project / "mkdocs.yml").write_text(settings, encoding="utf-8")

    done = _run(project, "check", "--format", "json")

    assert json.loads(done.stdout)["diagnostics"][0]["url"] is None
    assert done.stderr == ""


def test_colours_are_for_a_terminal_or_who_asks(project: Path) -> None:
    """A file or a pipe gets none, unless the environment says so."""
    write_content(project, {"fiches/a.md": _fiche(title='"A"', maturity='"Progreser"')})

    assert "\x1b[" not in _run(project, "check").stdout
    assert "\x1b[31m" in _run(project, "check", FORCE_COLOR="1").stdout
    assert "\x1b[" not in _run(project, "check", FORCE_COLOR="1", NO_COLOR="1").stdout


def test_fix_repairs_and_says_what_is_left(project: Path) -> None:
    """The file keeps its comments and its spaces; repairing again changes nothing."""
    sheet = _fiche(title='"A"', slug='  "Tri Été" # note', odd="[18]")
    write_content(project, {"fiches/a.md": sheet})

    assert "1 réparable avec `fiches check --fix`" in _run(project, "check").stdout
    done = _run(project, "check", "--fix")

    assert done.stdout.startswith("Réparé : content/fiches/a.md (1 correction)\n\nerreur[FP206]")
    assert done.stdout.endswith("\n1 correction faite ; 1 remarque à traiter vous-même\n")
    assert done.returncode == 1
    repaired = (project / "content/fiches/a.md").read_text(encoding="utf-8")
    assert repaired == sheet.replace("Tri Été", "tri-ete")
    again = _run(project, "check", "--fix")
    assert again.stdout.endswith("\naucune correction faite ; 1 remarque à traiter vous-même\n")
    assert (project / "content/fiches/a.md").read_text(encoding="utf-8") == repaired


def test_fix_of_all_there_is_ends_well(project: Path) -> None:
    """Nothing is left, and the code is 0, strict or not."""
    write_content(project, {"fiches/a.md": _fiche(title='"A"', slug='"Tri Été"')})

    done = _run(project, "check", "--fix", "--strict")

    assert done.stdout == (
        "Réparé : content/fiches/a.md (1 correction)\n\n"
        "Aucune remarque (3\u00a0fichiers vérifiés)\n"
        "1 correction faite ; plus rien à corriger\n"
    )
    assert done.returncode == 0


def test_fix_of_some_files_leaves_the_others(project: Path) -> None:
    """Only what was named is written, and told."""
    files = {name: _fiche(title=f'"{name}"', slug=f'"Tri {name}"') for name in "AB"}
    write_content(project, {f"fiches/{name}.md": text for name, text in files.items()})

    done = _run(project, "check", "--fix", "content/fiches/B.md")

    assert "content/fiches/A.md" not in done.stdout
    assert (project / "content/fiches/A.md").read_text(encoding="utf-8") == files["A"]
    assert b'"tri-b"' in (project / "content/fiches/B.md").read_bytes()


def test_a_file_that_is_left_says_why(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And the same command is not proposed for it again."""
    path = PurePosixPath("content/fiches/tri.md")
    place = Place(SourceFile(path, "faible"), Span(0, 6))
    rule = OrthographeDuVocabulaire
    told = Diagnostic(rule, place, rule.severity, "mot mal écrit", fix="Faible")
    done = Repairs((told,), {}, {path: "il est protégé contre l’écriture"})
    monkeypatch.chdir(project)
    monkeypatch.setattr(gc, "disable", lambda: None)
    monkeypatch.setattr("builder.repair.repair", lambda *_: done)

    shown = CliRunner().invoke(cli.fiches, ["check", "--fix"]).output

    assert shown.startswith(
        "Non réparé : content/fiches/tri.md (il est protégé contre l’écriture)\n\navertissement"
    )
    assert "réparable" not in shown
    assert shown.endswith("\naucune correction faite ; 1 remarque à traiter vous-même\n")


def test_fix_with_a_format_tells_aside_what_it_did(project: Path) -> None:
    """The standard output holds the format and nothing else."""
    write_content(project, {"fiches/a.md": _fiche(title='"A"', slug='"Tri Été"')})

    done = _run(project, "check", "--fix", "--format", "json")

    assert json.loads(done.stdout)["diagnostics"] == []
    assert "Réparé : content/fiches/a.md (1 correction)" in done.stderr
    assert "1 correction faite" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check", "content/absent.md"], "« content/absent.md » n’existe pas"),
        (["check", "--faux"], "option inconnue : « --faux »"),
        (["nouveau"], "commande inconnue"),
        (["new"], "il manque « TITRE »"),
        (["new", "deux", "mots"], "il y a un mot de trop"),
        (["new", "?!"], "aucun nom de fichier ne peut être fait"),
        (["report", "--format", "xml"], "une de ces valeurs : text, json"),
        (["check", "--format", "xml"], "une de ces valeurs : text, json, github, sarif"),
        (["explain", "FP999"], "code inconnu : « FP999 » ; `fiches explain` sans code"),
        (["explain", "FP230"], "vouliez-vous dire FP203 (La maturité n’est pas dans la liste) ?"),
        (["explain", "fp209"], "vouliez-vous dire FP201 ("),
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
    for command in ("", "check", "build", "serve", "new", "report", "explain"):
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


def test_report_exits_0_whatever_lacks(project: Path) -> None:
    """Drafts are told apart, a sheet with an error is told to be mended."""
    write_content(
        project,
        {
            "fiches/a.md": _fiche(title='"A"', draft="true"),
            "fiches/b.md": _fiche(title='"B"', maturity='"Progreser"'),
        },
    )

    done = _run(project, "report")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Ce que couvre la bibliothèque : 1\u00a0fiche\n")
    assert "Brouillons en attente (1)\n" in done.stdout
    assert "\n  - content/fiches/a.md\n" in done.stdout
    assert "\n  - content/fiches/b.md : 1\u00a0remarque\n" in done.stdout


def test_report_of_another_folder_for_a_program(project: Path) -> None:
    """JSON fills the standard output alone."""
    (project / "content").rename(project / "ailleurs")

    done = _run(project, "report", "--content", "ailleurs", "--format", "json")

    assert json.loads(done.stdout)["fiches"] == 1


def test_report_without_vocabularies_says_where_to_look(project: Path) -> None:
    """Nothing can be counted: that is a failure, not a lack."""
    write_content(project, {"vocabulaire.toml": "[nature"})

    done = _run(project, "report")

    assert done.returncode == 1
    assert "les vocabulaires ne peuvent pas être lus ; `fiches check` dit pourquoi" in done.stderr


@pytest.mark.parametrize("code", RULES)
def test_explain_prints_the_manual(code: str) -> None:
    """Each code is explained: what is checked, why, an example, the cure."""
    done = _run(PROJECT, "explain", code.lower())

    assert done.stdout.startswith(f"{code} · {RULES[code].name}")
    for part in ("Ce que vérifie.", "Pourquoi.", "Exemple.", "Correction."):
        assert part in done.stdout


def test_explain_without_a_code_lists_them_all() -> None:
    """By what they are about, with their titles."""
    shown = _run(PROJECT, "explain").stdout

    assert "Les mots des listes\n  FP201  La nature de l’impact n’est pas dans la liste\n" in shown
    assert [line.split()[0] for line in shown.splitlines() if line.startswith("  ")] == list(RULES)


def test_build_writes_the_site(project: Path) -> None:
    """The site is in the folder asked for."""
    done = _run(project, "build", "--site-dir", "out")

    assert done.returncode == 0, done.stderr
    assert (project / "out" / "fiches" / "trier-ses-dechets" / "index.html").is_file()


def test_refused_build_leaves_the_site_that_stands(project: Path) -> None:
    """An error is told with its place, without a traceback, and nothing is written."""
    _run(project, "build", "--site-dir", "out")
    before = {file: file.read_bytes() for file in (project / "out").rglob("*") if file.is_file()}
    sheet = fiche_text(whole_body(), title='"A"', maturity='"Progreser"')
    write_content(project, {"fiches/a.md": sheet})

    done = _run(project, "build", "--site-dir", "out")

    after = {file: file.read_bytes() for file in (project / "out").rglob("*") if file.is_file()}
    assert done.returncode == 1
    assert "erreur[FP203] maturité inconnue : « Progreser »" in done.stderr
    assert "publication arrêtée (1 erreur)" in done.stderr
    assert "Traceback" not in done.stderr
    assert after == before


def test_strict_build_refuses_a_warning(project: Path) -> None:
    """With --strict a warning stops the build too; without, the site is built."""
    sheet = fiche_text(whole_body(), title='"A"', company=None)
    write_content(project, {"fiches/a.md": sheet})

    assert _run(project, "build", "--site-dir", "out").returncode == 0
    done = _run(project, "build", "--strict", "--site-dir", "strict")

    assert done.returncode == 1
    assert "publication arrêtée en mode strict (1 avertissement)" in done.stderr
    assert not (project / "strict").exists()


def test_a_draft_just_begun_stops_no_strict_build(project: Path) -> None:
    """Its mistakes are told by a check, and stop nothing."""
    _run(project, "new", "Une fiche à venir")

    assert "avertissement[FP106]" in _run(project, "check").stdout
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
