"""Read a whole content folder: every sheet, every remark, in one run.

This is the straight story of the builder: files, records and their texts, catalogue. Publishing
starts from its result.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, TypeVar
from unicodedata import normalize

from builder.compose.witnessed import temoins_without_file, with_witnesses
from builder.diagnostics.model import Diagnostic, Place, sort
from builder.diagnostics.rules.catalogue import AdresseEnDouble
from builder.errors import ConfigurationError
from builder.index.facets import complete
from builder.lexique import Lexique, load_lexique
from builder.model import Catalogue, Fiche, Temoin
from builder.normalise import fold, make_slug
from builder.parse.raw import parse_sheet, tell_refusal
from builder.press import Press
from builder.reading import FICHES, TEMOINS, Reading, files_in, sheet_files
from builder.render.texts import RenderedFiche, RenderedSheets, RenderedTemoin
from builder.render.uploads import Uploads
from builder.sheets import ReadSheet
from builder.source import SourceFile, Unreadable, read_source
from builder.stopwatch import Stage
from builder.validate.companies import Nameless, check_companies
from builder.validate.slugs import check_vocabulary_addresses
from builder.vocabulary import Vocabulary, load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from builder.cache.store import Store
    from builder.sheets import LooseTexts
    from builder.validate.companies import Naming

UPLOADS = "uploads"
VOCABULARY = "vocabulaire.toml"
LEXIQUE = "lexique.toml"

Sheet = TypeVar("Sheet", bound=Fiche | Temoin)
Rendered = TypeVar("Rendered", RenderedFiche, RenderedTemoin)
Found = tuple[Diagnostic, ...]
_Read = ReadSheet[Fiche] | ReadSheet[Temoin]


@dataclass(frozen=True, slots=True)
class Library:
    """The content folder, read."""

    catalogue: Catalogue
    diagnostics: Found
    """Sorted by file and place."""
    loose: tuple[LooseTexts, ...] = ()
    """Texts of fiches that cannot be made."""
    rendered: RenderedSheets = field(default_factory=RenderedSheets)
    drafts: frozenset[str] = frozenset()
    """Addresses that nobody has published yet, from the root: `fiches/x/`."""


def read_library(
    reading: Reading, uploads: Uploads | None = None, store: Store | None = None
) -> Library:
    """Read everything, and render the texts of what is shown.

    Args:
        reading: How to read.
        uploads: The pictures that texts show.
        store: What the builds before this one kept.

    Raises:
        ConfigurationError: the folder or its vocabulary file is not there.
    """
    vocabulary, found = read_vocabulary(reading)
    if vocabulary is None:
        return Library(Catalogue(Vocabulary({}), (), ()), found)
    lexique, told_terms = read_lexique(reading)
    pictures = uploads or Uploads(reading.content / UPLOADS)
    press = Press(reading, vocabulary, lexique, pictures, store)
    files = (files_in(reading.content / folder) for folder in (FICHES, TEMOINS))
    fiches, temoins = press.take(*files)
    read: list[_Read] = [*(one for one, _ in fiches), *(one for one, _ in temoins)]
    told = [remark for one in read for remark in one.told]
    kept = _keep_unique([one.sheet for one, _ in fiches if one.sheet], told, FICHES)
    known = _keep_unique([one.sheet for one, _ in temoins if one.sheet], told, TEMOINS)
    made = make_catalogue(vocabulary, kept, known, with_drafts=reading.with_drafts)
    namings = [naming for one in read for naming in one.namings]
    with reading.stopwatch.during(Stage.CHECK):
        told += check_companies(namings, fiches=len(fiches), nameless=_nameless(reading, namings))
    return Library(
        catalogue=replace(made, lexique=lexique),
        diagnostics=sort([*found, *told_terms, *told]),
        loose=tuple(one.loose for one in read if one.loose),
        drafts=_draft_addresses(kept, FICHES) | _draft_addresses(known, TEMOINS),
        rendered=RenderedSheets(dict(_by_path(fiches)), dict(_by_path(temoins))),
    )


def _by_path(
    taken: Iterable[tuple[ReadSheet[Sheet], Rendered | None]],
) -> Iterator[tuple[PurePosixPath, Rendered]]:
    for read, rendered in taken:
        if read.sheet and read.sheet.path and rendered:
            yield read.sheet.path, rendered


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


def published(catalogue: Catalogue) -> Catalogue:
    """Return a catalogue without its drafts, and without the witnesses that only they name."""
    if not (_draft_addresses(catalogue.fiches, "") or _draft_addresses(catalogue.temoins, "")):
        return catalogue
    told = [temoin for temoin in catalogue.temoins if temoin.has_file]
    made = make_catalogue(catalogue.vocabulary, catalogue.fiches, told)
    return replace(made, lexique=catalogue.lexique)


def sheet_addresses(reading: Reading) -> Mapping[str, str]:
    """Map every sheet, `fiches/x.md`, to the address it has or would have, mistakes or not."""
    found: dict[str, str] = {}
    for file in sheet_files(reading.content):
        name = file.relative_to(reading.content)
        raw, _ = parse_sheet(reading.read(file))
        values = raw.values if raw else {}
        names = (values.get("slug"), values.get("title" if name.parts[0] == FICHES else "company"))
        texts = [text for text in names if isinstance(text, str) and make_slug(text)]
        slug = make_slug(texts[0] if texts else file.stem)
        found[name.as_posix()] = f"{name.parts[0]}/{slug}/"
    return found


def _nameless(reading: Reading, namings: Iterable[Naming]) -> tuple[Nameless, ...]:
    """List the witness files whose company is not known."""
    named = {naming.file for naming in namings if naming.has_file}
    files = files_in(reading.content / TEMOINS)
    unknown = [file for file in files if str(reading.shown(file)) not in named]
    sources = [(file.stem, reading.read(file)) for file in unknown]
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
