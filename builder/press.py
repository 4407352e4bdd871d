"""Takes sheets from their files, one at a time, ready to be printed.

With a store, a sheet in which nothing is wrong is kept for the next build, and the texts of a fiche
wait there for their page: a thousand of them need not be in memory at once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from builder.cache.sheets import KeptFiche, KeptFindings, KeptNaming, KeptTemoin, SheetCache
from builder.diagnostics.model import Place
from builder.errors import BuilderError
from builder.model import Fiche, Temoin
from builder.render.fragments import Link
from builder.render.texts import (
    FicheTexts,
    Findings,
    RenderedFiche,
    RenderedTemoin,
    Texts,
    hold,
    render_fiche,
    render_temoin,
)
from builder.render.uploads import Upload
from builder.sheets import ReadSheet, read_fiche, read_temoin
from builder.source import Refusal, SourceFile
from builder.stopwatch import Stage, StoppedWatch
from builder.validate.companies import Naming

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from builder.cache.store import Store
    from builder.diagnostics.model import Locate
    from builder.lexique import Lexique
    from builder.reading import Reading
    from builder.render.uploads import Uploads
    from builder.vocabulary import Vocabulary

Sheet = TypeVar("Sheet", Fiche, Temoin)
_Source = SourceFile | Refusal
ReadyFiche = tuple[ReadSheet[Fiche], RenderedFiche | None]
ReadyTemoin = tuple[ReadSheet[Temoin], RenderedTemoin | None]


class Press:
    """Reads and renders sheets, or takes them as they were kept."""

    def __init__(
        self,
        reading: Reading,
        vocabulary: Vocabulary,
        lexique: Lexique,
        uploads: Uploads,
        store: Store | None = None,
    ) -> None:
        """Prepare.

        Args:
            reading: How to read.
            vocabulary: The values that sheets may name.
            lexique: The terms that texts explain.
            uploads: The pictures that texts show.
            store: What the builds before this one kept; without it, texts stay in memory.
        """
        self._reading = reading
        self._vocabulary = vocabulary
        self._lexique = lexique
        self._uploads = uploads
        self._cache = SheetCache(store, vocabulary, lexique) if store else None

    def fiche(self, file: Path) -> ReadyFiche:
        """Take a fiche; one that is not shown is read and not rendered."""
        source = self._reading.read(file)
        if self._cache is None or not isinstance(source, SourceFile):
            return self._print_fiche(source, file)
        mark = self._cache.mark(source)
        kept = self._cache.find_fiche(mark)
        if kept is not None and self._has_same_pictures(kept.findings):
            return self._restore_fiche(kept, mark, file)
        return self._print_fiche(source, file, mark)

    def temoin(self, file: Path) -> ReadyTemoin:
        """Take a witness; one that is not shown is read and not rendered."""
        source = self._reading.read(file)
        if self._cache is None or not isinstance(source, SourceFile):
            return self._print_temoin(source)
        mark = self._cache.mark(source)
        kept = self._cache.find_temoin(mark)
        if kept is not None and self._has_same_pictures(kept.findings):
            return self._restore_temoin(kept, file)
        return self._print_temoin(source, mark)

    def is_kept(self, file: Path) -> bool:
        """Tell whether a fiche need not be read and rendered."""
        source = self._reading.read(file)
        if self._cache is None or not isinstance(source, SourceFile):
            return False
        return self._cache.find_fiche(self._cache.mark(source)) is not None

    # --- Fiches ---------------------------------------------------------------------------------

    def _print_fiche(self, source: _Source, file: Path, mark: bytes = b"") -> ReadyFiche:
        read = read_fiche(source, self._vocabulary, self._reading.stopwatch)
        fiche = read.sheet
        if fiche is None or not self._is_shown(fiche):
            return read, None
        texts, minutes, findings = self._render_fiche(fiche)
        light = fiche.without_texts()
        kept = None if read.told or self._cache is None else _sound(findings)
        if self._cache is None or not mark or kept is None:
            return replace(read, sheet=light), RenderedFiche(hold(texts), minutes, findings)
        self._cache.keep_fiche(mark, KeptFiche(light, _named(read), minutes, kept), texts)
        return replace(read, sheet=light), RenderedFiche(self._at(mark, file), minutes, findings)

    def _restore_fiche(self, kept: KeptFiche, mark: bytes, file: Path) -> ReadyFiche:
        again = _Again(lambda: self._again_fiche(file))
        fiche = replace(kept.fiche, locate=again.place, locate_item=again.item)
        read = ReadSheet(fiche, (), _namings(kept.namings, fiche, again, has_file=False))
        found = _findings(kept.findings, again)
        return read, RenderedFiche(self._at(mark, file), kept.minutes, found)

    def _again_fiche(self, file: Path) -> _Found:
        read = read_fiche(self._reading.read(file), self._vocabulary, StoppedWatch())
        if read.sheet is None:
            raise _changed(self._reading.shown(file))
        return _Found(read.sheet, read.namings, self._render_fiche(read.sheet)[2].links)

    def _at(self, mark: bytes, file: Path) -> Texts:
        return Texts(mark, partial(self._load, mark, file))

    def _load(self, mark: bytes, file: Path) -> FicheTexts:
        """Take texts from the store; lost there, they are rendered again."""
        found = self._cache.find_texts(mark) if self._cache else None
        if found is not None:
            return found
        read = read_fiche(self._reading.read(file), self._vocabulary, StoppedWatch())
        if read.sheet is None:
            raise _changed(self._reading.shown(file))
        return self._render_fiche(read.sheet)[0]

    def _render_fiche(self, fiche: Fiche) -> tuple[FicheTexts, int, Findings]:
        with self._reading.stopwatch.during(Stage.RENDER):
            return render_fiche(fiche, self._lexique, self._uploads)

    # --- Witnesses ------------------------------------------------------------------------------

    def _print_temoin(self, source: _Source, mark: bytes = b"") -> ReadyTemoin:
        read = read_temoin(source, self._vocabulary, self._reading.stopwatch)
        temoin = read.sheet
        if temoin is None or not self._is_shown(temoin):
            return read, None
        rendered = self._render_temoin(temoin)
        kept = None if read.told else _sound(rendered.findings)
        if self._cache is not None and mark and kept is not None:
            own = KeptTemoin(temoin, _named(read), rendered.story, kept)
            self._cache.keep_temoin(mark, own)
        return read, rendered

    def _restore_temoin(self, kept: KeptTemoin, file: Path) -> ReadyTemoin:
        again = _Again(lambda: self._again_temoin(file))
        temoin = replace(kept.temoin, locate=again.place)
        read = ReadSheet(temoin, (), _namings(kept.namings, temoin, again, has_file=True))
        return read, RenderedTemoin(kept.story, _findings(kept.findings, again))

    def _again_temoin(self, file: Path) -> _Found:
        read = read_temoin(self._reading.read(file), self._vocabulary, StoppedWatch())
        if read.sheet is None:
            raise _changed(self._reading.shown(file))
        return _Found(read.sheet, read.namings, self._render_temoin(read.sheet).findings.links)

    def _render_temoin(self, temoin: Temoin) -> RenderedTemoin:
        with self._reading.stopwatch.during(Stage.RENDER):
            return render_temoin(temoin, self._lexique, self._uploads)

    # --- Both -----------------------------------------------------------------------------------

    def _is_shown(self, sheet: Fiche | Temoin) -> bool:
        return self._reading.with_drafts or not sheet.is_draft

    def _has_same_pictures(self, kept: KeptFindings) -> bool:
        return all(self._uploads.find(src) == was for src, was in kept.pictures)


# --- Places -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Found:
    """A sheet read again: where things stand in it."""

    sheet: Fiche | Temoin
    namings: tuple[Naming, ...]
    links: tuple[Link, ...]


class _Again:
    """Finds places in a sheet that was kept, by reading it again, once."""

    def __init__(self, read: Callable[[], _Found]) -> None:
        self._read = read
        self._found: _Found | None = None

    def place(self) -> Place:
        """Find what its address is made of."""
        return self._locate(self.found.sheet.locate)

    def item(self, key: str, index: int) -> Place:
        """Find an item of a list of its head."""
        sheet = self.found.sheet
        locate = sheet.locate_item if isinstance(sheet, Fiche) else None
        return self._locate(partial(locate, key, index) if locate else sheet.locate)

    def naming(self, number: int) -> Place:
        """Find what it says of its company."""
        return self.found.namings[number].locate()

    def link(self, number: int) -> Place:
        """Find a link of its texts."""
        return self.found.links[number].locate()

    @property
    def found(self) -> _Found:
        """The sheet with its places."""
        if self._found is None:
            self._found = self._read()
        return self._found

    def _locate(self, locate: Locate | None) -> Place:
        return locate() if locate else Place(SourceFile(self.found.namings[0].path, ""))


def _changed(path: object) -> BuilderError:
    """A sheet is not as it was a moment ago."""
    return BuilderError(f"{path} a changé pendant la lecture : recommencez")


# --- What is kept -------------------------------------------------------------------------------


def _sound(findings: Findings) -> KeptFindings | None:
    """Return what to keep of texts; nothing when something is wrong with them."""
    pictures = [(src, found) for src, found in findings.pictures if isinstance(found, Upload)]
    if findings.diagnostics or len(pictures) < len(findings.pictures):
        return None
    urls = tuple(link.url for link in findings.links)
    return KeptFindings(tuple(sorted(findings.ids)), urls, tuple(pictures))


def _findings(kept: KeptFindings, again: _Again) -> Findings:
    links = (Link(url, partial(again.link, number)) for number, url in enumerate(kept.urls))
    return Findings(frozenset(kept.ids), tuple(links), (), kept.pictures)


def _named(read: ReadSheet[Sheet]) -> tuple[KeptNaming, ...]:
    return tuple(KeptNaming(naming.name, naming.slug) for naming in read.namings)


def _namings(
    kept: tuple[KeptNaming, ...], sheet: Sheet, again: _Again, *, has_file: bool
) -> tuple[Naming, ...]:
    return tuple(
        Naming(
            name=one.name,
            path=sheet.path,
            is_draft=sheet.is_draft,
            has_file=has_file,
            slug=one.slug,
            locate=partial(again.naming, number),
        )
        for number, one in enumerate(kept)
        if sheet.path is not None
    )
