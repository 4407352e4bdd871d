"""What a sheet, a witness and the catalogue are, once read and checked.

Records are frozen. Where they come from (`locate`) never counts in a comparison: the same content
written as blocs or as a Markdown body gives equal sections.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from builder.lexique import Lexique
from builder.normalise import fold

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import PurePosixPath

    from builder.diagnostics.model import Locate, Place
    from builder.vocabulary import Value, Vocabulary

EXPECTED_SECTIONS = (
    "Entreprise témoin",
    "Objectifs",
    "Contexte",
    "Méthode",
    "En pratique",
    "Résultats",
    "Facteurs clés de succès",
    "Contraintes et limites",
    "Outils et ressources",
)
"""The nine sections of a fiche, in order (FORMAT, « Sections »)."""
_WITNESS, _LIMITS = (fold(EXPECTED_SECTIONS[number]) for number in (0, 7))
_FAILURES = fold("Ce qui n’a pas marché")

WITNESS_KINDS = ("entreprise", "cluster", "structure d’insertion")

# --- The parts of a section --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RichText:
    """CommonMark without headings of its own at the top level."""

    text: str
    locate: Locate | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Heading:
    """A sub-heading inside a section."""

    level: int
    """From 3: a section is at 2, the title of the page at 1. Never a jump."""
    text: str
    """Inline CommonMark."""
    locate: Locate | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that stands by itself."""

    src: str
    """As written: `/uploads/x.jpg`."""
    alt: str
    size: str = ""
    """Small, Medium, Large, or empty."""
    side: str = ""
    """Left or Right of the text that follows, or empty."""
    locate: Locate | None = field(default=None, compare=False, repr=False)
    locate_alt: Locate | None = field(default=None, compare=False, repr=False)
    """Where its text stands, when it is not beside the address."""


@dataclass(frozen=True, slots=True)
class Video:
    """A link to a video, with its picture: nothing is loaded from elsewhere."""

    url: str
    text: str
    picture: Picture | None
    locate: Locate | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first row and first column are headings."""

    headings: tuple[str, ...]
    """Inline CommonMark; the first stands over the names of the lines."""
    lines: tuple[tuple[str, tuple[str, ...]], ...]
    """Name of the line, then its values."""
    locate_cell: Callable[[int, int], Place] | None = field(default=None, compare=False, repr=False)
    """Where a cell stands: its line (-1 for the headings), and its column (0 for the name)."""


@dataclass(frozen=True, slots=True)
class LinkItem:
    """One line of a list of links."""

    text: str
    url: str
    picture: Picture | None = None
    locate: Locate | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Links:
    """A list of links."""

    items: tuple[LinkItem, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One of a few figures side by side."""

    title: str
    picture: Picture | None
    parts: tuple[Part, ...]
    locate: Locate | None = field(default=None, compare=False, repr=False)
    """Where the title stands."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Figures side by side."""

    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question and its answer."""

    question: str
    parts: tuple[Part, ...]
    locate: Locate | None = field(default=None, compare=False, repr=False)
    """Where the question stands."""


@dataclass(frozen=True, slots=True)
class Faq:
    """Questions that open on their answers."""

    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """Content set apart (« Mise en valeur »)."""

    parts: tuple[Part, ...]


Part = RichText | Heading | Picture | Video | Table | Links | Columns | Faq | Callout


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a fiche or of a witness's story."""

    title: str
    """Plain text; empty for what stands before the first title."""
    parts: tuple[Part, ...]

    @property
    def is_witness(self) -> bool:
        """Whether it presents the witness company."""
        return fold(self.title) == _WITNESS

    @property
    def is_limits(self) -> bool:
        """Whether it tells the limits of the practice."""
        return fold(self.title) == _LIMITS

    @property
    def is_failures(self) -> bool:
        """Whether it tells what did not work for the witness."""
        return fold(self.title) == _FAILURES


# --- The sheets --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Hreflang:
    """The same page in another language."""

    lang: str
    """`x-default` when the sheet does not say."""
    url: str


@dataclass(frozen=True, slots=True)
class Fiche:
    """A practice sheet. The fields are the keys of its head (FORMAT, « Head of a fiche »)."""

    path: PurePosixPath
    """Of its file, relative to the project."""
    slug: str
    title: str
    description: str
    company: tuple[str, ...]
    sector: tuple[Value, ...]
    nature: tuple[Value, ...]
    """The first gives the colour."""
    maturity: Value
    financialinvest: Value
    humaninvest: Value
    sections: tuple[Section, ...]
    """Once its texts are rendered, those that the page of its witness may tell too."""
    is_draft: bool = False
    is_noindex: bool = False
    is_contentonly: bool = False
    date: dt.date | None = None
    updated: dt.date | None = None
    breadcrumb: str = ""
    hreflangs: tuple[Hreflang, ...] = ()
    schemajson: str = ""
    """JSON, checked; empty for the automatic one."""
    seotexts: tuple[RichText, ...] = ()
    enbref: tuple[str, ...] = ()
    """Inline CommonMark."""
    odd: tuple[Value, ...] = ()
    """Sustainable development goals; their rank is their number."""
    iso26000: tuple[Value, ...] = ()
    """Core subjects: those that the sheet names, else those of its natures."""
    duree: str = ""
    cout: str = ""
    sources: tuple[str, ...] = ()
    temoin_size: tuple[Value, ...] = ()
    """Of its witnesses, as their files say; so is their sector."""
    temoin_sector: tuple[Value, ...] = ()
    locate: Locate | None = field(default=None, compare=False, repr=False)
    locate_item: Callable[[str, int], Place] | None = field(default=None, compare=False, repr=False)
    """Where an item of `enbref` or of `sources` stands."""

    @property
    def effort(self) -> tuple[int, int]:
        """Maturity first, then money and time together: the order « du plus simple »."""
        return (self.maturity.rank, self.financialinvest.rank + self.humaninvest.rank)

    @property
    def last_change(self) -> dt.date | None:
        """Last revision, else first publication."""
        return self.updated or self.date

    def without_texts(self) -> Fiche:
        """Return the fiche for lists: its own page has its texts rendered."""
        told = tuple(section for section in self.sections if section.is_witness)
        return replace(self, sections=told, seotexts=())

    def values(self, key: str) -> tuple[Value, ...]:
        """Return the values of a facet, one or several."""
        found = getattr(self, key)
        return found if isinstance(found, tuple) else (found,)


@dataclass(frozen=True, slots=True)
class Citation:
    """What somebody said."""

    texte: str
    auteur: str
    fonction: str


@dataclass(frozen=True, slots=True)
class Indicateur:
    """A figure followed over the years."""

    nom: str
    unite: str
    nature: Value | None
    valeurs: tuple[tuple[str, float], ...]
    """Year, value; in the order of the years."""
    estime: frozenset[str]
    """Years whose value is an estimate."""
    source: str


@dataclass(frozen=True, slots=True)
class Temoin:
    """A witness: the company, cluster or insertion structure that tells."""

    slug: str
    company: str
    kind: str = WITNESS_KINDS[0]
    activity: str = ""
    sector: tuple[Value, ...] = ()
    size: int | None = None
    """People."""
    size_class: Value | None = None
    """When how many is not known: the size of the vocabulary that holds it."""
    founded: int | None = None
    """Year."""
    territory: str = ""
    website: str = ""
    labels: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    indicateurs: tuple[Indicateur, ...] = ()
    sections: tuple[Section, ...] = ()
    is_draft: bool = False
    has_file: bool = True
    """False when the page is made of its fiches' « Entreprise témoin » sections."""
    path: PurePosixPath | None = None
    locate: Locate | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All that is published (or previewed)."""

    vocabulary: Vocabulary
    """Closed vocabularies, and the sectors that the sheets name."""
    fiches: tuple[Fiche, ...]
    """By effort, then title."""
    temoins: tuple[Temoin, ...]
    """By company."""
    lexique: Lexique = field(default_factory=Lexique)

    @property
    def listed(self) -> tuple[Fiche, ...]:
        """The fiches that lists, feeds and search show."""
        return tuple(fiche for fiche in self.fiches if not fiche.is_noindex)
