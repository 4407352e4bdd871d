"""Somebody who works on a project, at random."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from PIL import Image

from builder.normalise import make_slug
from tests.sheets import fiche_text, temoin_text, whole_body

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_COMPANIES = ("Cyclo", "Menuiserie Dupont", "L’Atelier", "Conexing")


class Editor:
    """Somebody who works on a project, at random."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 (no secret here)
        self._content = folder / "content"
        self._theme = folder / "theme"
        self._in_sheets: tuple[Callable[[], None], ...] = (
            *(self.add, self.add, self.change, self.change, self.rename, self.delete),
            *(self.rename_company, self.link, self.draft, self.tell_of_a_witness, self.tell_more),
        )
        self._anywhere = (
            *(*self._in_sheets, self.tell, self.show, self.show, self.change_vocabulary),
            *(self.change_lexique, self.change_template, self.change_style, self.change_text),
        )

    def edit(self) -> str:
        """Do something; return its name."""
        return self._do(self._anywhere)

    def edit_a_sheet(self) -> str:
        """Do something in the sheets that leaves no error; return its name."""
        return self._do(self._in_sheets)

    def _do(self, edits: tuple[Callable[[], None], ...]) -> str:
        done = self._random.choice(edits)
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

    def change_a_sheet_and_the_style(self) -> None:
        """Have all built again, with one sheet that is not as it was."""
        self.change()
        self.change_style()

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
