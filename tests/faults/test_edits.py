"""Whatever was edited before, a build gives byte for byte what one that starts from nothing gives.

`EDIT_SEQUENCES=200 python -m pytest tests/faults/test_edits.py` tries as many sequences of edits.
"""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from PIL import Image

from builder.cli import fiches
from builder.normalise import make_slug
from tests.faults.project import environment, make_project
from tests.sheets import fiche_text, temoin_text, whole_body

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

_SEQUENCES = int(os.environ.get("EDIT_SEQUENCES", "8"))
_EDITS = 5
_COMPANIES = ("Cyclo", "Menuiserie Dupont", "L’Atelier", "Conexing")


class Editor:
    """Somebody who works on a project, at random."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 (no secret here)
        self._content = folder / "content"
        self._theme = folder / "theme"
        self.edits: tuple[Callable[[], None], ...] = (
            *(self.add, self.add, self.change, self.change, self.rename, self.delete),
            *(self.rename_company, self.change_vocabulary, self.change_lexique),
            *(self.change_template, self.change_style, self.change_text, self.tell),
            *(self.link, self.draft, self.tell_of_a_witness, self.tell_more, self.show, self.show),
        )

    def edit(self) -> str:
        """Do something; return its name."""
        done = self._random.choice(self.edits)
        done()
        return done.__name__

    def add(self) -> None:
        """Write a new fiche."""
        name = f"fiche-{self._random.randrange(1000)}"
        company = self._random.choice(_COMPANIES)
        text = fiche_text(whole_body(), title=f'"Pratique {name}"', company=f'"{company}"')
        (self._content / "fiches" / f"{name}.md").write_text(text, encoding="utf-8")

    def change(self) -> None:
        """Add words to a fiche."""
        self._rewrite(lambda text: f"{text}\nUne phrase de plus, la {self._number()}e.\n")

    def rename(self) -> None:
        """Move a file: its address stays, its path changes."""
        file = self._fiche()
        file.rename(file.with_name(f"deplacee-{self._number()}.md"))

    def delete(self) -> None:
        """Leave at least two."""
        if len(list((self._content / "fiches").glob("*.md"))) > 2:
            self._fiche().unlink()

    def rename_company(self) -> None:
        """Rename a company in a fiche: its witness page goes with it."""
        self._rewrite(lambda text: text.replace("Cyclo", "Cyclo Nord", 1))

    def change_vocabulary(self) -> None:
        """Explain a value otherwise."""
        file = self._content / "vocabulaire.toml"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace('explanation = "', 'explanation = "Ainsi, ', 1), "utf-8")

    def change_lexique(self) -> None:
        """Explain a word that every fiche uses."""
        text = (
            f'[[termes]]\nterme = "trajet"\ndefinition = "Un chemin, dit {self._number()} fois."\n'
        )
        (self._content / "lexique.toml").write_text(text, encoding="utf-8")

    def change_template(self) -> None:
        """Change a part that several templates include."""
        self._append("components/carte/carte.html", "{# autre #}")

    def change_style(self) -> None:
        """Change the name of the style sheet, which every page gives."""
        self._append("components/carte/carte.css", f".fp-x{{order:{self._number()}}}")

    def change_text(self) -> None:
        """Write an ordinary page."""
        (self._content / "a-propos.md").write_text(f"# À propos {self._number()}\n", "utf-8")

    def tell(self) -> None:
        """Write something that a careful editor would remark on."""
        self._rewrite(lambda text: text + "\n![](/uploads/absente.jpg)\n")

    def link(self) -> None:
        """Link to another fiche, that may go."""
        target = self._fiche().stem
        self._rewrite(lambda text: f"{text}\n[Voir](/fiches/{target}/)\n")

    def draft(self) -> None:
        """Take a fiche back."""
        self._rewrite(lambda text: text.replace("+++\n", "+++\ndraft = true\n", 1))

    def tell_of_a_witness(self) -> None:
        """Write the file of a company: its page, its cards and its size go with it."""
        company = self._random.choice(_COMPANIES)
        story = f"## Ce qui n’a pas marché\n\nLe premier essai, {self._number()} fois.\n"
        folder = self._content / "temoins"
        folder.mkdir(exist_ok=True)
        text = temoin_text(story, company=f'"{company}"', size=str(self._number() + 1))
        (folder / f"{make_slug(company)}.md").write_text(text, encoding="utf-8")

    def tell_more(self) -> None:
        """Write limits, that another page gathers."""
        self._rewrite(lambda text: f"{text}\n## Contraintes et limites\n\n- **Prix.** Élevé.\n")

    def show(self) -> None:
        """Draw a picture again, in another size, and show it in a fiche."""
        picture = self._content / "uploads" / "velo.png"
        picture.parent.mkdir(exist_ok=True)
        Image.new("RGB", (self._number() + 1, 3)).save(picture)
        self._rewrite(lambda text: f"{text}\n![Un vélo](/uploads/velo.png)\n")

    def _number(self) -> int:
        return self._random.randrange(100)

    def _fiche(self) -> Path:
        return self._random.choice(sorted((self._content / "fiches").glob("*.md")))

    def _rewrite(self, change: Callable[[str], str]) -> None:
        file = self._fiche()
        file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")

    def _append(self, name: str, text: str) -> None:
        with (self._theme / name).open("a", encoding="utf-8") as file:
            file.write(text)


@pytest.mark.parametrize("seed", range(_SEQUENCES))
def test_a_build_after_edits_is_a_build_from_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Pages, search, feeds, measures, and what is told on the way."""
    project = make_project(tmp_path / "projet")
    monkeypatch.chdir(project)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    editor = Editor(project, seed)
    done = []
    for _ in range(_EDITS):
        done.append(editor.edit())
        after = _run("build", "-d", "apres")
        cold = _run("build", "-d", "neuf", "--no-cache")

        assert after.exit_code == cold.exit_code, done
        assert _tree(project / "apres") == _tree(project / "neuf"), done
        assert _run("check").output == _run("check", "--no-cache").output, done


@pytest.mark.parametrize(
    "spoil",
    [
        lambda base: base.write_bytes(b""),
        lambda base: base.write_bytes(b"SQLite format 3\0" + bytes(5000)),
        lambda base: base.write_bytes(os.urandom(9000)),
        lambda base: base.write_bytes(base.read_bytes()[: base.stat().st_size // 2]),
        lambda base: base.write_bytes(_flip(base.read_bytes())),
        lambda base: (base.unlink(), base.mkdir()),
        lambda base: _forge(base, "[]"),
        lambda base: _forge(base, "<script>alert(1)</script>"),
        lambda base: _forge(base, "[5]"),
    ],
)
def test_a_cache_that_is_none_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[Path], object]
) -> None:
    """Cut, altered, foreign, of another kind: it is left out, and nothing is said of it."""
    project = make_project(tmp_path)
    monkeypatch.chdir(project)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    _run("build")
    made = _tree(project / "site")
    spoil(project / ".cache" / "fiches" / "fiches.sqlite")
    for note in (project / ".cache" / "fiches").glob("site-*"):
        note.unlink()

    assert _run("build").exit_code == 0
    assert _tree(project / "site") == made


def test_two_builds_at_once_share_a_cache(tmp_path: Path) -> None:
    """Each publishes its own site, and both are right."""
    project = make_project(tmp_path)
    command = (sys.executable, "-m", "builder.cli", "build", "-d")
    running = [
        subprocess.Popen([*command, name], cwd=project, env=environment(), stderr=subprocess.PIPE)
        for name in ("un", "deux")
    ]
    told = [process.communicate()[1] for process in running]

    assert [process.returncode for process in running] == [0, 0], told
    assert _tree(project / "un") == _tree(project / "deux")


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(fiches, arguments)


def _tree(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def _flip(content: bytes) -> bytes:
    """Change a byte in every thousand."""
    altered = bytearray(content)
    for at in range(500, len(altered), 1000):
        altered[at] ^= 1
    return bytes(altered)


def _forge(base: Path, content: str) -> None:
    """Put the same content under every mark, without its sum."""
    with closing(sqlite3.connect(base)) as forged:
        forged.execute("UPDATE kept SET content = ?", (content.encode() * 9,))
        forged.commit()
