"""A seeded generator of French practice sheets and witnesses, as long and as varied as real ones.

Sheets take 8 to 16 KB each. Companies number in the hundreds, some with many sheets, most with
few; two in five have a file of their own, with their size, sector and figures. Half of the sheets
are written as `[[blocs]]`, half with a Markdown body. They name terms of the lexique and lead to
one another.
"""

from __future__ import annotations

import json
import random
from dataclasses import asdict, dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from builder.model import EXPECTED_SECTIONS
from builder.normalise import make_slug
from tests.bench.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PRACTICES = (
    "Trier {}", "Réduire {}", "Mesurer {}", "Partager {}", "Organiser {}", "Financer {}",
    "Choisir {}", "Former à {}", "Acheter {} autrement", "Confier {} à un voisin",
)  # fmt: skip
_NATURES = ("Gouvernance", "Social", "Environnemental", "Économique", "Territoire")
_MATURITIES = ("Premières actions", "Progresser", "Aller plus loin")
_LEVELS = ("Faible", "Moyen", "Important")
_SECTORS = ("Tous secteurs", "Industrie", "Numérique", "Commerce", "Bâtiment", "Agroalimentaire")
_ISO26000 = (
    "Gouvernance de l’organisation", "Droits de l’Homme", "Relations et conditions de travail",
    "Environnement", "Loyauté des pratiques", "Questions relatives aux consommateurs",
    "Communautés et développement local",
)  # fmt: skip
_KINDS = ("entreprise", "entreprise", "entreprise", "cluster", "structure d’insertion")
_INDICATORS = (
    ("Déchets recyclés", "tonnes", "Environnemental"),
    ("Eau consommée", "m³", "Environnemental"),
    ("Émissions de gaz à effet de serre", "t CO₂e", "Environnemental"),
    ("Heures de formation", "heures", "Social"),
    ("Accidents du travail", "accidents", "Social"),
    ("Achats à moins de cent kilomètres", "%", "Économique"),
    ("Heures d’insertion", "heures", "Territoire"),
    ("Réunions du comité", "réunions", "Gouvernance"),
)
_STORY = ("Contexte", "Ce qui a été fait", "Ce que cela a donné", "Ce qui n’a pas marché")
_COMPANIES = 300
_WITH_FILE = 0.4
"""Part of the companies that have a file of their own."""
_LENGTHS = (4, 9)
"""Sentences of a paragraph, from the shortest sheets to the longest."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a witness counts, year by year."""

    nom: str
    unite: str
    nature: str
    valeurs: dict[str, int]
    """Year → value."""
    source: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet before it is written: of a fiche, or of a witness."""

    slug: str
    head: dict[str, object]
    sections: tuple[tuple[str, str], ...]
    """Title, CommonMark."""
    is_blocs: bool = False
    indicators: tuple[Indicator, ...] = ()

    @property
    def title(self) -> str:
        """Name of the practice, or of the company."""
        return str(self.head.get("title") or self.head["company"])

    @property
    def description(self) -> str:
        """The sentence under it."""
        return str(self.head.get("description") or self.head["activity"])


class Writer:
    """Writes sheets one after the other; the same seed writes the same sheets."""

    def __init__(self, seed: int = 1, companies: int = _COMPANIES) -> None:
        self._words = Words(seed)
        self._random = random.Random(seed)  # noqa: S311 (no secret here)
        self._companies = self._name_companies(companies)
        self._named: set[str] = set()
        self._shares = list(accumulate(1 / (rank + 5) for rank in range(companies)))

    def sheets(self, count: int) -> Iterator[Sheet]:
        """Make fiches with addresses of their own."""
        titles = [self._title(number) for number in range(count)]
        for number, title in enumerate(titles):
            yield self._sheet(number, title, self._random.choice(titles))

    def temoins(self) -> Iterator[Sheet]:
        """Make the files of two in five of the companies that the sheets made so far name."""
        for company in self._companies:
            if company in self._named and self._random.random() < _WITH_FILE:
                yield self._temoin(company)

    def _name_companies(self, count: int) -> list[str]:
        names: dict[str, None] = {}
        while len(names) < count:
            names[f"{self._words.name()} {self._words.noun()}"] = None
        return list(names)

    def _title(self, number: int) -> str:
        words = f"{self._words.noun()} et {self._words.noun()}"
        return f"{self._random.choice(_PRACTICES).format(words)} ({number + 1})"

    def _sheet(self, number: int, title: str, other: str) -> Sheet:
        rng, words = self._random, self._words
        company = rng.choices(self._companies, cum_weights=self._shares)[0]
        self._named.add(company)
        head: dict[str, object] = {
            "title": title,
            "description": words.sentence()[:150],
            "company": company,
            "sector": [rng.choice(_SECTORS)],
            "nature": rng.sample(_NATURES, rng.choice((1, 1, 2))),
            "maturity": rng.choice(_MATURITIES),
            "financialinvest": rng.choice(_LEVELS),
            "humaninvest": rng.choice(_LEVELS),
            "odd": sorted(rng.sample(range(1, 18), 2)),
            "iso26000": [rng.choice(_ISO26000)],
            "duree": f"{rng.randint(2, 18)} mois",
            "cout": f"{rng.randint(2, 90) * 100} € ({rng.randint(2015, 2025)})",
            "enbref": [f"Pourquoi : {words.sentence()}", f"Premier pas : {words.sentence()}"],
            "sources": [f"{words.name()}, rapport annuel, {rng.randint(2015, 2025)}"],
        }
        sentences = rng.randint(*_LENGTHS)
        sections = [(name, self._section(sentences)) for name in EXPECTED_SECTIONS]
        name, text = sections[-1]
        sections[-1] = (name, f"{text}\n\nVoir aussi [{other}](/fiches/{make_slug(other)}/).")
        return Sheet(make_slug(title), head, tuple(sections), is_blocs=number % 2 == 0)

    def _section(self, sentences: int) -> str:
        rng, words = self._random, self._words
        blocks = [words.paragraph(sentences)]
        if rng.random() < 0.6:
            blocks.append("\n".join(f"* {words.sentence()}" for _ in range(rng.randint(3, 6))))
        if rng.random() < 0.3:
            steps = (
                f"{step}. **{words.noun().capitalize()}.** {words.sentence()}" for step in (1, 2, 3)
            )
            blocks.append("\n".join(steps))
        rng.shuffle(blocks)
        return "\n\n".join(blocks)

    def _temoin(self, company: str) -> Sheet:
        rng, words = self._random, self._words
        head: dict[str, object] = {
            "company": company,
            "activity": words.sentence()[:100],
            "sector": rng.choice(_SECTORS[1:]),
            "size": round(2 * 1.7 ** rng.uniform(0, 10)),
            "founded": rng.randint(1950, 2020),
            "territory": words.name(),
            "kind": rng.choice(_KINDS),
        }
        sections = tuple((name, words.paragraph(rng.randint(3, 6))) for name in _STORY)
        indicators = tuple(
            self._indicator(*known) for known in rng.sample(_INDICATORS, rng.randint(0, 4))
        )
        return Sheet(make_slug(company), head, sections, indicators=indicators)

    def _indicator(self, nom: str, unite: str, nature: str) -> Indicator:
        first, value = self._random.randint(2013, 2018), self._random.randint(5, 90)
        years = range(first, first + self._random.randint(2, 4))
        valeurs = {str(year): value + self._random.randint(-4, 9) for year in years}
        return Indicator(nom, unite, nature, valeurs, source="rapport annuel")


def write_text(sheet: Sheet) -> str:
    """Write a sheet as its file holds it."""
    lines = ["+++", *write_head(sheet, sheet.head)]
    if sheet.is_blocs:
        for title, text in sheet.sections:
            lines += _bloc(title, text)
        return "\n".join([*lines, "+++", ""])
    return "\n".join([*lines, "+++", "", write_body(sheet), ""])


def write_head(sheet: Sheet, keys: dict[str, object]) -> list[str]:
    """Write keys, then the indicators of a sheet, as lines of TOML."""
    lines = _keys(keys)
    for indicator in sheet.indicators:
        lines += ["[[indicateurs]]", *_keys(asdict(indicator))]
    return lines


def write_body(sheet: Sheet) -> str:
    """Write the sections of a sheet as a Markdown body."""
    return "\n\n".join(f"## {title}\n\n{text}" for title, text in sheet.sections)


def write_library(folder: Path, count: int, seed: int = 1) -> None:
    """Write `count` fiches in `folder/fiches`, whose witnesses have no file."""
    _write(folder / "fiches", Writer(seed).sheets(count))


def write_network(folder: Path, count: int, seed: int = 1) -> None:
    """Write `count` fiches in `folder/fiches`, and the files of their witnesses beside."""
    writer = Writer(seed)
    _write(folder / "fiches", writer.sheets(count))
    _write(folder / "temoins", writer.temoins())


def _write(folder: Path, sheets: Iterator[Sheet]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for sheet in sheets:
        (folder / f"{sheet.slug}.md").write_text(write_text(sheet), encoding="utf-8")


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


def _keys(table: dict[str, object]) -> list[str]:
    return [f"{key} = {_toml(value)}" for key, value in table.items()]


def _toml(value: object) -> str:
    """Write a TOML value: for strings, numbers and lists of them it is JSON."""
    if isinstance(value, dict):
        return (
            f"{{{', '.join(f'{json.dumps(key)} = {_toml(held)}' for key, held in value.items())}}}"
        )
    return json.dumps(value, ensure_ascii=False)
