"""A hundred mistakes, each in a sheet of its own that is sound but for it.

A mistake says what it writes instead of what, and marks with `‸` where an author should be shown:
the code and the mark are what the builder is asked for, not what it answered.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image

from builder.template import new_sheet
from tests.sheets import mention_pages, write_content

if TYPE_CHECKING:
    from pathlib import Path

MARK = "‸"
TAKEN = "bonne-pratique"
"""The address of a sound sheet, that a mistake asks for too."""

_NUMBER = "№"
"""Stands in a sheet for its own number: no two have one title."""

FICHE = """\
+++
title = "Trier ses déchets (№)"
description = "Des bacs et un repreneur."
company = "Apnos"
sector = ["Industrie"]
nature = ["Environnemental"]
maturity = "Premières actions"
financialinvest = "Faible"
humaninvest = "Moyen"
date = 2024-05-13
+++

## Entreprise témoin

Apnos imprime des étiquettes.

## Objectifs

Moins de déchets.

## Contexte

Une benne pour tout.

## Méthode

Des bacs, puis des affiches.

## En pratique

- Peser
- Afficher

## Résultats

Deux bennes de moins par an.

## Facteurs clés de succès

Une personne référente.

## Contraintes et limites

La place manque.

## Outils et ressources

[Le guide du tri](https://exemple.fr/guide.pdf)
"""

TEMOIN = """\
+++
company = "Imprimerie №"
activity = "Étiquettes"
size = 24
founded = 1992
website = "https://exemple.fr/"

[[indicateurs]]
nom = "Électricité"
unite = "kWh"
nature = "Environnemental"
valeurs = { "2013" = 58000, "2014" = 52000 }
source = "Factures"
+++

## Contexte

Une équipe de quartier.
"""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake in one sheet."""

    code: str
    old: str
    """What stands in the sound sheet; empty for the whole of it."""
    new: str
    """What is written instead; without a mark, the whole file is meant."""
    folder: str = "fiches"
    encoding: str = "utf-8"

    def text(self, number: int) -> str:
        """Write the sheet, its mark in place."""
        sound = FICHE if self.folder == "fiches" else TEMOIN
        assert not self.old or sound.count(self.old) == 1, self
        broken = sound.replace(self.old, self.new) if self.old else self.new
        return broken.replace(_NUMBER, str(number))

    def raw(self, number: int) -> bytes:
        """Write the file."""
        return self.text(number).replace(MARK, "").encode(self.encoding)

    def line(self, number: int) -> int | None:
        """Return the line of the mark, from 1."""
        before, mark, _ = self.text(number).partition(MARK)
        return before.count("\n") + 1 if mark else None


def _head(code: str, line: str, *, folder: str = "fiches") -> Mistake:
    """Add a line to the head of a sheet."""
    first = "date = 2024-05-13\n" if folder == "fiches" else "founded = 1992\n"
    return Mistake(code, first, f"{first}{line}\n", folder)


def _body(code: str, text: str) -> Mistake:
    """Write a paragraph in the body of a fiche."""
    return Mistake(code, "Une benne pour tout.", text)


MISTAKES: tuple[Mistake, ...] = (
    # --- The file
    Mistake("FP002", "déchets (№)", "d‸échets (№)", encoding="cp1252"),
    Mistake("FP002", "+++\ntitle", "‸+++\ntitle", encoding="utf-16"),
    Mistake("FP003", "Une benne pour tout.", "Une benne pour tout. " * 100_000),
    Mistake("FP004", "Une benne", "Une‸\0benne"),
    Mistake("FP005", "", ""),
    _body("FP006", f"‸{'>' * 40} Trop loin"),
    Mistake("FP011", "", "‸## Objectifs\n\nMoins de déchets.\n"),
    Mistake("FP011", "", '‸---\ntitle: "Trier"\n---\n\nMoins de déchets.\n'),
    Mistake("FP012", "", '‸+++\ntitle = "Trier (№)"\n\nMoins de déchets.\n'),
    Mistake("FP012", "", '‸+++\ntitle = "Trier (№)"\n++++\n\nMoins de déchets.\n'),
    Mistake("FP013", '"Trier ses déchets (№)"', "‸Trier ses déchets (№)"),
    Mistake("FP013", '"Des bacs et un repreneur."', '"Des bacs et un repreneur.‸'),
    Mistake("FP013", '"Apnos"', "‸“Apnos”"),
    Mistake("FP013", 'company = "Apnos"', 'company ‸"Apnos"'),
    Mistake("FP013", '"Apnos"', r'"Apnos ‸\ Associés"'),
    Mistake("FP013", '"Apnos"', '"Apnos" ‸"Associés"'),
    Mistake("FP013", "2024-05-13", "‸2024-13-45"),
    Mistake("FP013", "sector =", "‸Une note pour plus tard\nsector ="),
    Mistake("FP013", "financialinvest =", '‸maturity = "Progresser"\nfinancialinvest ='),
    _head("FP013", '[[blocs]‸\ntemplate = "faq"'),
    # --- Its keys
    Mistake("FP101", 'title = "Trier ses déchets (№)"', '‸title = ""\nslug = "sans-titre"'),
    Mistake("FP101", 'nature = ["Environnemental"]', "‸nature = []"),
    Mistake("FP101", '\nmaturity = "Premières actions"', '\n‸maturity = "  "'),
    Mistake("FP101", 'financialinvest = "Faible"', '‸financialinvest = ""'),
    Mistake("FP101", 'humaninvest = "Moyen"', "‸humaninvest = ''"),
    Mistake("FP101", 'company = "Imprimerie №"', '‸company = ""\nslug = "sans-nom"', "temoins"),
    Mistake("FP102", 'description = "Des bacs et un repreneur."', '‸description = ""'),
    Mistake("FP102", 'company = "Apnos"', '‸company = " "'),
    _head("FP103", 'draft = ‸"oui"'),
    _head("FP103", "noindex = ‸1"),
    Mistake("FP103", "2024-05-13", '‸"hier"'),
    Mistake("FP103", '"Des bacs et un repreneur."', "‸12"),
    _head("FP103", 'odd = [8, ‸"douze"]'),
    _head("FP103", 'enbref = [\n  "Pourquoi : trier.",\n  ‸3,\n]'),
    Mistake("FP103", "size = 24", 'size = ‸"vingt"', "temoins"),
    Mistake("FP103", '"2014" = 52000', '"2014" = ‸"beaucoup"', "temoins"),
    Mistake("FP104", '"Apnos"', '‸["Apnos"]'),
    Mistake("FP104", '["Environnemental"]', '‸"Environnemental"'),
    _head("FP104", 'enbref = ‸"Pourquoi : trier."'),
    _head("FP104", "odd = ‸12"),
    _head("FP105", '‸tittle = "Trier"'),
    _head("FP105", '‸secteurs = ["Industrie"]'),
    _head("FP105", '‸telephone = "demander"', folder="temoins"),
    Mistake("FP106", "", f"‸{new_sheet('Une fiche (№)', '')}"),
    Mistake("FP107", '"Trier ses déchets (№)"', f'"‸Trier ses déchets (№) {"et les peser " * 10}"'),
    Mistake("FP108", "Trier ses déchets", "Trier ‸\u200bses déchets"),
    Mistake("FP108", "Des bacs et un", "Des bacs ‸\u202eet un"),
    Mistake("FP108", "Deux bennes de moins", "Deux ‸\u2060bennes de moins"),
    # --- Its words
    Mistake("FP201", '["Environnemental"]', '[‸"Ecolo"]'),
    Mistake("FP201", '["Environnemental"]', '[\n  "Environnemental",\n  ‸"Climat",\n]'),
    Mistake("FP203", '"Premières actions"', '‸"Progreser"'),
    Mistake("FP204", 'financialinvest = "Faible"', 'financialinvest = ‸"500 €"'),
    Mistake("FP204", 'financialinvest = "Faible"', 'financialinvest = ‸"Fable"'),
    Mistake("FP205", '"Moyen"', '‸"3 jours"'),
    Mistake("FP205", '"Moyen"', '‸"Énorme"'),
    _head("FP206", "odd = [8, ‸18]"),
    _head("FP207", 'kind = ‸"association"', folder="temoins"),
    Mistake("FP210", '["Environnemental"]', '[‸"Environnement"]'),
    Mistake("FP210", '"Premières actions"', '‸"premieres actions"'),
    Mistake("FP210", 'financialinvest = "Faible"', 'financialinvest = ‸"FAIBLE"'),
    Mistake("FP210", '["Industrie"]', '["Industrie", ‸"tous  secteurs"]'),
    # --- What it holds
    _body("FP301", "Voici :\n\n‸![Deux bacs](/uploads/absents.png)"),
    Mistake("FP301", "Une équipe de quartier.", "‸![L’équipe](/uploads/equipe.png)", "temoins"),
    _body("FP302", "‸![](/uploads/bacs.png)"),
    _body("FP303", "‸![Deux bacs](https://exemple.fr/bacs.png)"),
    _body("FP303", "‸![Deux bacs](/uploads/../bacs.png)"),
    _head(
        "FP304",
        '[[blocs]]\ntemplate = ‸"bloc-carrousel"\n[blocs.content]\ntitle = "Images"\n'
        'richtext = "Une image après l’autre."',
    ),
    _head("FP305", '‸[[trackers]]\nlocation = "head"\ntracker = "<script></script>"'),
    _head("FP306", "schemajson = ‸\"{name: 'x'}\""),
    _head("FP307", 'hreflangs = [‸"exemple.fr/en/"]'),
    _head("FP307", 'hreflangs = [{ lang = "en", url = ‸"http://exemple.fr/en/" }]'),
    _body("FP308", "Voir [la suite](‸javascript:alert(1))."),
    Mistake("FP308", '"https://exemple.fr/"', '‸"javascript:alert(1)"', "temoins"),
    _body("FP311", "‸![bacs.png](/uploads/bacs.png)"),
    _body("FP312", "Voir [le tri](‸/fiches/nulle-part/)."),
    _body("FP313", "Voir [la suite](‸#nulle-part)."),
    _body("FP314", "Voir ‸<https://exemple.fr/guide.pdf>."),
    # --- Its place in the catalogue
    _head("FP401", f'slug = ‸"{TAKEN}"'),
    _head("FP402", 'slug = ‸"Tri Été №"'),
    _head("FP402", 'slug = ‸"tri_et_compost_№"', folder="temoins"),
    Mistake("FP403", '"Trier ses déchets (№)"', '‸"?!"'),
    _head("FP404", 'slug = ‸"index"'),
    _head("FP405", 'slug = "‸../accueil"'),
    _head("FP406", f'slug = "‸{"trier-" * 14}№"'),
    Mistake("FP411", '"Apnos"', '"‸Ubeeqo"'),
    Mistake("FP412", '"Apnos"', '"‸APNOS"'),
    Mistake("FP413", 'unite = "kWh"', '‸unite = ""', "temoins"),
    Mistake("FP414", '"2013" =', '‸"20013" =', "temoins"),
    # --- How it is written
    Mistake(
        "FP601",
        "## Facteurs clés de succès\n\nUne personne référente.\n\n## Contraintes et limites\n\n",
        "## ‸Facteurs clés de succès\n\nUne personne référente.\n\n",
    ),
    Mistake("FP601", "## Résultats", "## ‸Résultat"),
    Mistake("FP602", "## Résultats\n\nDeux bennes de moins par an.\n", "## ‸Résultats\n"),
    Mistake("FP603", "## Entreprise témoin\n\nApnos", "‸Apnos"),
    _body("FP604", "Une benne.\n\n#### ‸Les bacs\n\nPour tout."),
    _body("FP605", "‸**Les bacs**\n\nUne benne pour tout."),
    _body("FP606", "‸|   |   |\n|---|---|\n| 1 | 2 |"),
    Mistake("FP611", '"Des bacs et un repreneur."', f'"Des bacs‸ {"et un repreneur " * 12}"'),
    _body("FP612", "Nous trions ‸depuis deux ans."),
    _body("FP613", "L’audit coûte ‸1 100 € par jour."),
    _body("FP621", "Écrire à ‸jeanne.martin@exemple.fr."),
    _body("FP622", "Appeler le ‸06 12 34 56 78."),
)


def write_hundred(folder: Path) -> Path:
    """Write the mistakes among twenty sound sheets; return the content folder."""
    sound = {"fiches/bonne.md": FICHE.replace("(№)", "sans faute")}
    sound["fiches/bonne.md"] = sound["fiches/bonne.md"].replace(
        "date =", f'slug = "{TAKEN}"\ndate ='
    )
    sound["temoins/apnos.md"] = TEMOIN.replace("Imprimerie №", "Apnos")
    for number in range(1, 10):
        sound[f"fiches/bonne-{number}.md"] = FICHE.replace(_NUMBER, f"bonne {number}")
        sound[f"temoins/bon-{number}.md"] = TEMOIN.replace(_NUMBER, f"bonne {number}")
    content = write_content(folder, {**sound, **mention_pages()})
    (content / "uploads").mkdir()
    Image.new("RGB", (4, 3)).save(content / "uploads" / "bacs.png")
    for number, mistake in enumerate(MISTAKES):
        (content / file_of(number)).write_bytes(mistake.raw(number))
    return content


def file_of(number: int) -> str:
    """Name the file of a mistake, in the content folder; sound sheets come before."""
    mistake = MISTAKES[number]
    return f"{mistake.folder}/faute-{number:03}-{mistake.code.lower()}.md"
