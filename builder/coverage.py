"""What the library covers, and where it lacks: for who decides which fiche to write or revise next.

Only what lists show is counted; drafts are told apart, when the catalogue has them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from builder.diagnostics import Severity, sort
from builder.diagnostics.rules.contenu import ImageSansAlternative
from builder.index.facets import ValueCount, count_facet
from builder.normalise import make_slug
from builder.render.addresses import fiche_address, temoin_address
from builder.render.french import date_words, plural

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping

    from builder.diagnostics import Diagnostic
    from builder.model import Catalogue, Fiche, Temoin
    from builder.vocabulary import Value

THIN = 2
"""Fiches: under that number, a cell leaves its reader no choice."""

SHOWN = 10
"""Lines of a list that a page or a terminal shows."""

FAULTS = "fichiers-a-corriger"
"""Key of the gap that only a whole check fills: rendering alone tells a part of the faults."""

_MONTH, _YEAR = 30.44, 365.25
"""Days."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The fiches of a nature and a maturity."""

    nature: Value
    maturity: Value
    count: int

    @property
    def label(self) -> str:
        """« Social – Progresser »."""
        return f"{self.nature.label}\u00a0– {self.maturity.label}"

    @property
    def state(self) -> str:
        """« vide », « mince », or nothing to say."""
        if not self.count:
            return "vide"
        return "mince" if self.count < THIN else ""


@dataclass(frozen=True, slots=True)
class Row:
    """The fiches of a nature."""

    nature: Value
    cells: tuple[Cell, ...]
    """One a maturity, in order."""
    count: int


@dataclass(frozen=True, slots=True)
class Line:
    """A thing to look at."""

    label: str
    note: str = ""
    address: str = ""
    """Of its page, from the root; empty when it has none."""
    file: str = ""
    """Its path, as messages show it; empty when it has none."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A kind of lack, and where it is."""

    key: str
    """Its name for programs; it never changes."""
    title: str
    advice: str
    """What to do, in one sentence."""
    lines: tuple[Line, ...]

    @property
    def shown(self) -> tuple[Line, ...]:
        """The first lines."""
        return self.lines[:SHOWN]

    @property
    def others(self) -> int:
        """How many lines are not shown."""
        return max(0, len(self.lines) - SHOWN)


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a catalogue covers."""

    count: int
    """Of the listed fiches: a fiche of several natures counts in each, so rows add up to more."""
    maturities: tuple[ValueCount, ...]
    rows: tuple[Row, ...]
    """One a nature, in order."""
    gaps: tuple[Gap, ...]
    """Always the same kinds, in the same order; a kind may have no line."""

    def cells(self, state: str) -> str:
        """Name the cells of a state, row after row; nothing when there is none."""
        labels = [cell.label for row in self.rows for cell in row.cells if cell.state == state]
        words = ", ".join(labels[:SHOWN])
        others = len(labels) - SHOWN
        return f"{words} et {plural(others, 'autre')}" if others > 0 else words


def make_coverage(catalogue: Catalogue, diagnostics: Iterable[Diagnostic]) -> Coverage:
    """Count and list.

    Args:
        catalogue: With or without its drafts.
        diagnostics: What was told of its files: the more is given, the more is listed.
    """
    fiches = tuple(fiche for fiche in catalogue.listed if not fiche.is_draft)
    told = tuple(found for found in sort(diagnostics) if not found.is_draft)
    return Coverage(
        count=len(fiches),
        maturities=count_facet(catalogue.vocabulary["maturity"], fiches),
        rows=tuple(_rows(catalogue, fiches)),
        gaps=(
            *_witness_gaps(catalogue, fiches),
            *_date_gaps(fiches),
            *_remark_gaps(catalogue, told),
            _draft_gap(catalogue),
        ),
    )


# --- Cells -------------------------------------------------------------------------------------


def _rows(catalogue: Catalogue, fiches: tuple[Fiche, ...]) -> Iterator[Row]:
    natures, maturities = catalogue.vocabulary["nature"], catalogue.vocabulary["maturity"]
    pairs = Counter(
        (nature.slug, fiche.maturity.slug) for fiche in fiches for nature in fiche.nature
    )
    for counted in count_facet(natures, fiches):
        nature = counted.value
        cells = tuple(
            Cell(nature, maturity, pairs[nature.slug, maturity.slug])
            for maturity in maturities.values
        )
        yield Row(nature, cells, counted.count)


# --- Witnesses ---------------------------------------------------------------------------------


def _witness_gaps(catalogue: Catalogue, fiches: tuple[Fiche, ...]) -> Iterator[Gap]:
    named = Counter(slug for fiche in fiches for slug in {*map(make_slug, fiche.company)})
    yield Gap(
        "fiches-sans-temoin",
        "Fiches sans témoin",
        "Nommez, dans la clé company, une entreprise qui l’a fait.",
        tuple(_fiche_line(fiche) for fiche in fiches if not fiche.company),
    )
    yield Gap(
        "entreprises-sans-fichier",
        "Entreprises citées sans fichier de témoin",
        "Racontez-les dans un fichier du dossier temoins, les plus citées d’abord.",
        tuple(_without_file(catalogue, named)),
    )
    yield Gap(
        "temoins-sans-fiche",
        "Témoins qu’aucune fiche ne cite",
        "Écrivez la fiche de ce qu’ils ont fait, ou citez-les dans une fiche qui existe.",
        tuple(
            _temoin_line(temoin)
            for temoin in catalogue.temoins
            if temoin.has_file
            and not temoin.is_draft
            and not named.keys() & {temoin.slug, make_slug(temoin.company)}
        ),
    )


def _without_file(catalogue: Catalogue, named: Mapping[str, int]) -> Iterator[Line]:
    counted = [
        (named[make_slug(temoin.company)], temoin)
        for temoin in catalogue.temoins
        if not temoin.has_file and make_slug(temoin.company) in named
    ]
    for count, temoin in sorted(counted, key=lambda pair: (-pair[0], pair[1].slug)):
        yield _temoin_line(temoin, plural(count, "fiche"))


# --- Dates -------------------------------------------------------------------------------------


def _date_gaps(fiches: tuple[Fiche, ...]) -> Iterator[Gap]:
    yield Gap(
        "revisions-anciennes",
        "Révisions les plus anciennes",
        "Relisez-les, puis mettez à jour la clé updated.",
        tuple(_oldest(fiches)),
    )
    yield Gap(
        "fiches-sans-date",
        "Fiches sans date",
        "Ajoutez la clé date, et updated après une révision.",
        tuple(_fiche_line(fiche) for fiche in fiches if fiche.last_change is None),
    )


def _oldest(fiches: tuple[Fiche, ...]) -> Iterator[Line]:
    """Yield the oldest fiches, none as recent as the newest.

    An age is counted from that one, never from today: the same content gives the same bytes.
    """
    dated = [(fiche.last_change, fiche) for fiche in fiches if fiche.last_change]
    dated.sort(key=lambda pair: (pair[0], pair[1].slug))
    for day, fiche in dated[:SHOWN]:
        newest = dated[-1][0]
        if day < newest:
            yield _fiche_line(
                fiche, f"{date_words(day)}, {_age(day, newest)} avant la plus récente"
            )


def _age(day: dt.date, newest: dt.date) -> str:
    """« 12 jours », « 8 mois », « 3 ans »: whole units, the largest of which there are two."""
    days = (newest - day).days
    if days >= 2 * _YEAR:
        return plural(int(days / _YEAR), "an")
    if days >= 2 * _MONTH:
        return plural(int(days / _MONTH), "mois", "mois")
    return plural(days, "jour")


# --- Remarks -----------------------------------------------------------------------------------


def _remark_gaps(catalogue: Catalogue, told: tuple[Diagnostic, ...]) -> Iterator[Gap]:
    mute = _by_file(found for found in told if found.rule is ImageSansAlternative)
    faults = _by_file(found for found in told if found.severity is not Severity.INFO)
    known = _lines_of(catalogue)
    yield Gap(
        "images-sans-alternative",
        "Images sans texte de remplacement",
        "Dites en quelques mots ce que montre chaque image.",
        tuple(_file_line(file, _where(found), known) for file, found in mute.items()),
    )
    ordered = sorted(faults.items(), key=lambda pair: -len(pair[1]))
    yield Gap(
        FAULTS,
        "Fichiers à corriger",
        "La commande fiches check montre chaque défaut et sa correction.",
        tuple(_file_line(file, plural(len(found), "remarque"), known) for file, found in ordered),
    )


def _by_file(told: Iterable[Diagnostic]) -> Mapping[str, list[Diagnostic]]:
    files: dict[str, list[Diagnostic]] = {}
    for found in told:
        files.setdefault(str(found.place.source.path), []).append(found)
    return files


def _where(told: Iterable[Diagnostic]) -> str:
    """« ligne 12 », « lignes 12, 40 »."""
    lines = dict.fromkeys(found.place.position.line for found in told)
    word = "lignes" if len(lines) > 1 else "ligne"
    return f"{word}\u00a0{', '.join(map(str, lines))}"


def _lines_of(catalogue: Catalogue) -> Mapping[str, Line]:
    """Map the path of every sheet to its line."""
    lines = [*map(_fiche_line, catalogue.fiches), *map(_temoin_line, catalogue.temoins)]
    return {line.file: line for line in lines}


def _file_line(file: str, note: str, known: Mapping[str, Line]) -> Line:
    """Make the line of a file; a sheet that cannot be made has no page."""
    return replace(known.get(file) or Line(file, file=file), note=note)


# --- Drafts and lines --------------------------------------------------------------------------


def _draft_gap(catalogue: Catalogue) -> Gap:
    fiches = [_fiche_line(fiche) for fiche in catalogue.fiches if fiche.is_draft]
    temoins = [_temoin_line(temoin, "témoin") for temoin in catalogue.temoins if temoin.is_draft]
    return Gap(
        "brouillons",
        "Brouillons en attente",
        "Relisez-les, puis ôtez la clé draft pour les publier.",
        (*fiches, *temoins),
    )


def _fiche_line(fiche: Fiche, note: str = "") -> Line:
    return Line(fiche.title, note, fiche_address(fiche), str(fiche.path))


def _temoin_line(temoin: Temoin, note: str = "") -> Line:
    return Line(temoin.company, note, temoin_address(temoin), str(temoin.path or ""))
