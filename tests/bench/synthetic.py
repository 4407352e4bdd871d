"""A seeded generator of French practice sheets, as long and as varied as real ones.

Words follow a Zipf-like law: a few hundred come back everywhere, a long tail of made-up ones (place
names, trade names) appears once or twice, as in a real library. Companies number in the hundreds.
Half of the sheets are written as `[[blocs]]`, half with a Markdown body.
"""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from builder.model import EXPECTED_SECTIONS

if TYPE_CHECKING:
    from pathlib import Path

_NOUNS = (
    "entreprise équipe démarche action salarié client fournisseur énergie déchet eau électricité "
    "transport déplacement achat produit service formation atelier réunion comité indicateur "
    "objectif résultat coût budget temps année mois semaine projet plan charte label audit "
    "diagnostic mesure bilan rapport suivi tableau bord référent direction dirigeant partenaire "
    "territoire commune association insertion emploi recrutement accueil tutorat santé sécurité "
    "télétravail bureau atelier machine chauffage isolation éclairage bac tri recyclage réemploi "
    "compost papier carton plastique métal bois emballage livraison véhicule vélo covoiturage "
    "parking borne réseau collègue embauche stage apprenti retraite mutuelle prime salaire "
    "égalité handicap diversité dialogue confiance valeur mission statut assemblée associé "
    "qualité traçabilité contrat appel offre prix marge vente commande stock matière circuit "
    "voisin école mairie région filière métier compétence outil méthode étape obstacle limite "
    "difficulté frein réussite levier ressource guide fiche exemple témoignage retour expérience "
    "œuvre cœur main abeille haie arbre sol air bruit climat carbone empreinte biodiversité"
).split()
_VERBS = (
    "mesure réduit organise propose choisit confie installe remplace partage affiche explique "
    "prépare teste suit compare relève associe réunit forme accueille accompagne finance négocie "
    "récupère répare trie pèse note publie décide reporte abandonne reprend améliore simplifie"
).split()
_ADJECTIVES = (
    "local durable simple régulier collectif volontaire mensuel annuel concret chiffré visible "
    "modeste ambitieux lent rapide utile coûteux gratuit interne externe commun nouveau ancien "
    "responsable solidaire sobre économe propre partagé obligatoire"
).split()
_SYLLABLES = (
    "ba ver lan mor tis gue ron pel dou sai fra cham bel vi gny court mont ey rac os".split()
)
_PRACTICES = (
    "Trier {}", "Réduire {}", "Mesurer {}", "Partager {}", "Organiser {}", "Financer {}",
    "Choisir {}", "Former à {}", "Acheter {} autrement", "Confier {} à un voisin",
)  # fmt: skip
_NATURES = ("Gouvernance", "Social", "Environnemental", "Économique", "Territoire")
_MATURITIES = ("Premières actions", "Progresser", "Aller plus loin")
_LEVELS = ("Faible", "Moyen", "Important")
_SECTORS = ("Tous secteurs", "Industrie", "Numérique", "Commerce", "Bâtiment", "Agroalimentaire")
_SECTION_SENTENCES = (4, 9)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet before it is written."""

    slug: str
    head: dict[str, object]
    sections: tuple[tuple[str, str], ...]
    """Title, CommonMark."""
    is_blocs: bool


class Writer:
    """Writes sheets one after the other; the same seed writes the same sheets."""

    def __init__(self, seed: int = 1, companies: int = 300) -> None:
        self._random = random.Random(seed)  # noqa: S311 (no secret here)
        self._weights = list(accumulate(1 / rank for rank in range(1, len(_NOUNS) + 1)))
        self._companies = [self._name() for _ in range(companies)]

    def sheets(self, count: int) -> list[Sheet]:
        """Make sheets with addresses of their own."""
        return [self._sheet(number) for number in range(count)]

    def _sheet(self, number: int) -> Sheet:
        rng = self._random
        practice = rng.choice(_PRACTICES).format(f"{self._noun()} et {self._noun()}")
        title = f"{practice} ({number + 1})"
        head: dict[str, object] = {
            "title": title,
            "description": self._sentence()[:150],
            "company": rng.choice(self._companies),
            "sector": [rng.choice(_SECTORS)],
            "nature": rng.sample(_NATURES, rng.choice((1, 1, 2))),
            "maturity": rng.choice(_MATURITIES),
            "financialinvest": rng.choice(_LEVELS),
            "humaninvest": rng.choice(_LEVELS),
            "enbref": [f"Pourquoi : {self._sentence()}", f"Premier pas : {self._sentence()}"],
            "odd": sorted(rng.sample(range(1, 18), 2)),
        }
        sections = tuple((name, self._section()) for name in EXPECTED_SECTIONS)
        return Sheet(f"fiche-{number + 1:05d}", head, sections, is_blocs=number % 2 == 0)

    def _section(self) -> str:
        rng = self._random
        blocks = [self._paragraph(), self._paragraph()]
        if rng.random() < 0.6:
            blocks.append("\n".join(f"* {self._sentence()}" for _ in range(rng.randint(3, 6))))
        if rng.random() < 0.3:
            steps = (
                f"{step}. **{self._noun().capitalize()}.** {self._sentence()}" for step in (1, 2, 3)
            )
            blocks.append("\n".join(steps))
        rng.shuffle(blocks)
        return "\n\n".join(blocks)

    def _paragraph(self) -> str:
        return " ".join(self._sentence() for _ in range(self._random.randint(*_SECTION_SENTENCES)))

    def _sentence(self) -> str:
        rng = self._random
        rare = f" à {self._name()}" if rng.random() < 0.15 else ""
        figure = (
            f", soit {rng.randint(2, 90)} % en {rng.randint(2, 24)} mois"
            if rng.random() < 0.2
            else ""
        )
        return (
            f"L’{self._noun()} {rng.choice(_VERBS)} la {self._noun()} {rng.choice(_ADJECTIVES)} "
            f"avec un {self._noun()} {rng.choice(_ADJECTIVES)} d’{self._noun()}{rare}{figure}."
        )

    def _noun(self) -> str:
        return self._random.choices(_NOUNS, cum_weights=self._weights)[0]

    def _name(self) -> str:
        rng = self._random
        return "".join(rng.choices(_SYLLABLES, k=rng.randint(2, 4))).capitalize()


def write_text(sheet: Sheet) -> str:
    """Write a sheet as its file holds it."""
    lines = ["+++", *(f"{key} = {_toml(value)}" for key, value in sheet.head.items())]
    if sheet.is_blocs:
        for title, text in sheet.sections:
            lines += _bloc(title, text)
        return "\n".join([*lines, "+++", ""])
    body = "\n\n".join(f"## {title}\n\n{text}" for title, text in sheet.sections)
    return "\n".join([*lines, "+++", "", body, ""])


def write_library(folder: Path, count: int, seed: int = 1) -> None:
    """Write `count` sheets in `folder/fiches`."""
    fiches = folder / "fiches"
    fiches.mkdir(parents=True, exist_ok=True)
    for sheet in Writer(seed).sheets(count):
        (fiches / f"{sheet.slug}.md").write_text(write_text(sheet), encoding="utf-8")


def _bloc(title: str, text: str) -> list[str]:
    return [
        "[[blocs]]",
        f"forestrylabel = {_toml(title)}",
        'template = "bloc-personalise"',
        "[blocs.content]",
        'align = ""',
        'cta = ""',
        f"richtext = {_toml(text)}",
        f"title = {_toml(title)}",
        'titlelevel = "2"',
        "[blocs.media]",
        "media = []",
        'position = ""',
    ]


def _toml(value: object) -> str:
    """Write a TOML value: for strings, numbers and lists of them it is JSON."""
    return json.dumps(value, ensure_ascii=False)
