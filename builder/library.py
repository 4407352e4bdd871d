"""Read a whole content folder: every sheet, every remark, in one run.

This is the straight story of the builder: files, raw sheets, records, catalogue. Rendering and
publishing start from its result.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, TypeVar
from unicodedata import normalize

from builder.compose.fiche import compose_fiche, compose_sections
from builder.compose.temoin import compose_story, compose_temoin, temoins_without_file
from builder.compose.witnessed import with_witnesses
from builder.diagnostics.model import Diagnostic, Place, sort
from builder.diagnostics.rules.catalogue import AdresseEnDouble
from builder.diagnostics.rules.cles import FicheVierge
from builder.errors import ConfigurationError
from builder.index.facets import complete
from builder.lexique import Lexique, load_lexique
from builder.model import Catalogue, Fiche, Temoin
from builder.normalise import fold, make_slug
from builder.parse.raw import RawSheet, parse_sheet, tell_refusal
from builder.source import Refusal, SourceFile, Unreadable, decode, read_source
from builder.stopwatch import Stage, StoppedWatch, Stopwatch
from builder.validate.companies import Nameless, check_companies, namings_of
from builder.validate.review import review_fiche, review_temoin
from builder.validate.slugs import check_vocabulary_addresses
from builder.vocabulary import Vocabulary, load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from builder.diagnostics.model import Locate
    from builder.model import Section
    from builder.validate.companies import Naming

FICHES = "fiches"
TEMOINS = "temoins"
VOCABULARY = "vocabulaire.toml"
LEXIQUE = "lexique.toml"

Sheet = TypeVar("Sheet", Fiche, Temoin)
Found = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class LooseTexts:
    """The sections of a fiche whose head is wrong: no page is made of them, but they are checked.

    An author mends a whole sheet at once.
    """

    sections: tuple[Section, ...]
    locate: Locate
    is_draft: bool


@dataclass(frozen=True, slots=True)
class Library:
    """The content folder, read."""

    catalogue: Catalogue
    diagnostics: Found
    """Sorted by file and place."""
    loose: tuple[LooseTexts, ...] = ()
    drafts: frozenset[str] = frozenset()
    """Addresses that nobody has published yet, from the root: `fiches/x/`."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How to read a content folder."""

    content: Path
    """The folder that holds `fiches`, `temoins`, `uploads` and the vocabulary file."""
    shown_from: Path
    """Paths are shown relative to this folder: the project's."""
    with_drafts: bool = False
    on_sheet: Callable[[], None] = lambda: None
    """Called after each sheet, for a progress bar."""
    unsaved: Mapping[Path, bytes] = field(default_factory=dict)
    """Sheet → what is read instead of its file: a repair is tried before it is written."""
    stopwatch: Stopwatch = field(default_factory=StoppedWatch)

    def shown(self, file: Path) -> PurePosixPath:
        """Return a path as messages show it."""
        try:
            return PurePosixPath(file.relative_to(self.shown_from).as_posix())
        except ValueError:
            return PurePosixPath(file.as_posix())


def read_library(reading: Reading) -> Library:
    """Read everything.

    Raises:
        ConfigurationError: the folder or its vocabulary file is not there.
    """
    vocabulary, found = read_vocabulary(reading)
    if vocabulary is None:
        return Library(Catalogue(Vocabulary({}), (), ()), found)
    namings: list[Naming] = []
    fiches, loose, told = read_fiches(reading, vocabulary, namings)
    temoins, told_temoins = read_temoins(reading, vocabulary, namings)
    lexique, told_terms = read_lexique(reading)
    made = make_catalogue(vocabulary, fiches, temoins, with_drafts=reading.with_drafts)
    catalogue = replace(made, lexique=lexique)
    fiche_files, nameless = len(_files(reading.content / FICHES)), _nameless(reading, namings)
    with reading.stopwatch.during(Stage.CHECK):
        told_names = check_companies(namings, fiches=fiche_files, nameless=nameless)
    drafts = _draft_addresses(fiches, FICHES) | _draft_addresses(temoins, TEMOINS)
    everything = sort([*found, *told_terms, *told, *told_temoins, *told_names])
    return Library(catalogue, everything, loose, drafts)


def read_vocabulary(reading: Reading) -> tuple[Vocabulary | None, Found]:
    """Read `vocabulaire.toml`.

    Raises:
        ConfigurationError: it is not there or cannot be opened.
    """
    file = reading.content / VOCABULARY
    source = read_source(file, reading.shown(file))
    if isinstance(source, SourceFile):
        vocabulary, told = load_vocabulary(source)
        own = check_vocabulary_addresses(source, vocabulary) if vocabulary else ()
        return vocabulary, (*told, *own)
    if source.reason is not Unreadable.ABSENT:
        return None, (tell_refusal(source),)
    text = f"le fichier des vocabulaires {reading.shown(file)} est absent ou illisible"
    raise ConfigurationError(text)


def read_lexique(reading: Reading) -> tuple[Lexique, Found]:
    """Read `lexique.toml`; a site may have none."""
    file = reading.content / LEXIQUE
    source = read_source(file, reading.shown(file))
    if isinstance(source, SourceFile):
        return load_lexique(source)
    if source.reason is Unreadable.ABSENT:
        return Lexique(), ()
    return Lexique(), (tell_refusal(source),)


def read_fiches(
    reading: Reading, vocabulary: Vocabulary, namings: list[Naming]
) -> tuple[tuple[Fiche, ...], tuple[LooseTexts, ...], Found]:
    """Read `content/fiches`; of two fiches with one address, the first keeps it.

    The companies they name are added to `namings`.
    """
    found: list[Diagnostic] = []
    fiches: list[Fiche] = []
    loose: list[LooseTexts] = []
    for raw in _read_sheets(reading, FICHES, found):
        fiche, told = compose_fiche(raw, vocabulary)
        found += told
        if fiche is not None:
            fiches.append(fiche)
        else:
            loose.append(LooseTexts(compose_sections(raw), raw.place, raw.is_draft))
        if not _is_blank(told):
            with reading.stopwatch.during(Stage.CHECK):
                found += review_fiche(raw, fiche.sections if fiche else loose[-1].sections)
            namings += namings_of(raw, has_file=False)
    return _keep_unique(fiches, found, FICHES), tuple(loose), sort(found)


def read_temoins(
    reading: Reading, vocabulary: Vocabulary, namings: list[Naming]
) -> tuple[tuple[Temoin, ...], Found]:
    """Read `content/temoins`; the companies they tell of are added to `namings`."""
    found: list[Diagnostic] = []
    temoins: list[Temoin] = []
    for raw in _read_sheets(reading, TEMOINS, found):
        temoin, told = compose_temoin(raw, vocabulary)
        found += told
        temoins += [temoin] if temoin else []
        if not _is_blank(told):
            with reading.stopwatch.during(Stage.CHECK):
                found += review_temoin(raw, temoin.sections if temoin else compose_story(raw))
            namings += namings_of(raw, has_file=True)
    return _keep_unique(temoins, found, TEMOINS), sort(found)


def make_catalogue(
    vocabulary: Vocabulary,
    fiches: Iterable[Fiche],
    temoins: Iterable[Temoin],
    *,
    with_drafts: bool = False,
) -> Catalogue:
    """Put fiches and witnesses in order; drafts are left out unless asked for."""
    shown = [fiche for fiche in fiches if with_drafts or not fiche.is_draft]
    told = tuple(temoin for temoin in temoins if with_drafts or not temoin.is_draft)
    ordered = with_witnesses(
        sorted(shown, key=lambda fiche: (*fiche.effort, fiche.slug)), told, vocabulary
    )
    made = temoins_without_file(ordered, told)
    everyone = sorted([*told, *made], key=lambda temoin: temoin.slug)
    return Catalogue(complete(vocabulary, ordered), ordered, tuple(everyone))


def _is_blank(told: Iterable[Diagnostic]) -> bool:
    """Tell whether nothing is written in a sheet yet (FP106): that says all there is to say."""
    return any(diagnostic.rule is FicheVierge for diagnostic in told)


def published(catalogue: Catalogue) -> Catalogue:
    """Return a catalogue without its drafts, and without the witnesses that only they name."""
    told = [temoin for temoin in catalogue.temoins if temoin.has_file]
    made = make_catalogue(catalogue.vocabulary, catalogue.fiches, told)
    return replace(made, lexique=catalogue.lexique)


def sheet_addresses(reading: Reading) -> Mapping[str, str]:
    """Map every sheet, `fiches/x.md`, to the address it has or would have, mistakes or not."""
    found: dict[str, str] = {}
    for file in sheet_files(reading.content):
        name = file.relative_to(reading.content)
        raw, _ = parse_sheet(_read(reading, file))
        values = raw.values if raw else {}
        names = (values.get("slug"), values.get("title" if name.parts[0] == FICHES else "company"))
        texts = [text for text in names if isinstance(text, str) and make_slug(text)]
        slug = make_slug(texts[0] if texts else file.stem)
        found[name.as_posix()] = f"{name.parts[0]}/{slug}/"
    return found


def sheet_files(content: Path) -> list[Path]:
    """List the files of fiches and witnesses, in a stable order."""
    return [file for folder in (FICHES, TEMOINS) for file in _files(content / folder)]


def _files(folder: Path) -> list[Path]:
    """Hidden files are no sheets: some systems leave one beside each file they copy."""
    paths = sorted(file.relative_to(folder).parts for file in folder.rglob("*.md"))
    return [folder.joinpath(*parts) for parts in paths if not any(map(_is_hidden, parts))]


def _is_hidden(name: str) -> bool:
    return name.startswith(".")


def _read_sheets(reading: Reading, folder: str, found: list[Diagnostic]) -> Iterator[RawSheet]:
    for file in _files(reading.content / folder):
        raw, told = parse_sheet(_read(reading, file))
        found += told
        if raw is not None:
            yield raw
        reading.on_sheet()


def _read(reading: Reading, file: Path) -> SourceFile | Refusal:
    unsaved = reading.unsaved.get(file)
    if unsaved is not None:
        return decode(unsaved, reading.shown(file))
    return read_source(file, reading.shown(file), within=reading.content)


def _nameless(reading: Reading, namings: Iterable[Naming]) -> tuple[Nameless, ...]:
    """List the witness files whose company is not known."""
    named = {naming.file for naming in namings if naming.has_file}
    files = _files(reading.content / TEMOINS)
    unknown = [file for file in files if str(reading.shown(file)) not in named]
    sources = [(file.stem, _read(reading, file)) for file in unknown]
    return tuple(
        Nameless(stem, source.text if isinstance(source, SourceFile) else "")
        for stem, source in sources
    )


def _keep_unique(sheets: list[Sheet], found: list[Diagnostic], folder: str) -> tuple[Sheet, ...]:
    """Tell of addresses taken twice (FP401). A draft never takes the address of a published one."""
    kept: dict[str, Sheet] = {}
    for sheet in sorted(sheets, key=lambda sheet: sheet.is_draft):
        other = kept.setdefault(sheet.slug, sheet)
        if other is not sheet:
            found.append(_tell_double(sheet, other, folder))
    return tuple(sheet for sheet in sheets if kept[sheet.slug] is sheet)


def _draft_addresses(sheets: Iterable[Sheet], folder: str) -> frozenset[str]:
    return frozenset(f"{folder}/{sheet.slug}/" for sheet in sheets if sheet.is_draft)


def _tell_double(sheet: Sheet, other: Sheet, folder: str) -> Diagnostic:
    place = sheet.locate() if sheet.locate else Place(SourceFile(PurePosixPath(folder), ""))
    told = AdresseEnDouble.at(
        place,
        address=f"/{folder}/{sheet.slug}/",
        other=f"`{other.path}`",
        likeness=_likeness(_name(sheet), _name(other)),
        example=f"{sheet.slug}-2",
    )
    return told.in_draft() if sheet.is_draft else told


def _name(sheet: Fiche | Temoin) -> str:
    """Return what the address of a sheet is made from, when it asks for none itself."""
    return sheet.title if isinstance(sheet, Fiche) else sheet.company


def _likeness(name: str, other: str) -> str:
    """Say how two names that give one address differ, when it is hard to see."""
    if name == other or fold(name) != fold(other):
        return ""
    if normalize("NFC", name) == normalize("NFC", other):
        return " : les deux noms se lisent pareil, leurs accents sont tapés autrement"
    return " : les deux noms ne diffèrent que par les majuscules, les accents ou les espaces"
