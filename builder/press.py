"""Takes sheets from their files, one at a time, ready to be printed.

With a store, a sheet in which nothing is wrong is kept for the next build, and the texts of a fiche
wait there for their page: a thousand of them need not be in memory at once.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cached_property, partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from builder.cache.sheets import KeptFiche, KeptFindings, KeptNaming, KeptTemoin, SheetCache
from builder.diagnostics.model import Place
from builder.errors import BuilderError
from builder.memory import states_in
from builder.model import Fiche, Temoin
from builder.render.fragments import Link
from builder.render.texts import (
    FicheTexts,
    Findings,
    Glance,
    RenderedFiche,
    RenderedTemoin,
    Texts,
    hold,
    look_over_fiche,
    render_fiche,
    render_temoin,
)
from builder.render.uploads import Upload
from builder.sheets import ReadSheet
from builder.source import Refusal, SourceFile, Span, Unopened, decode
from builder.stopwatch import Stage
from builder.taking import take_all
from builder.validate.companies import Naming

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from builder.cache.store import Store
    from builder.diagnostics.model import Locate
    from builder.lexique import Lexique
    from builder.reading import Reading
    from builder.render.uploads import Uploads
    from builder.vocabulary import Vocabulary

Sheet = TypeVar("Sheet", bound=Fiche | Temoin)
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
        self._store = store
        folder = reading.shown(reading.content)
        self._cache = SheetCache(store, folder, vocabulary, lexique) if store else None
        self._marks: dict[Path, bytes] = {}
        """Of the sheets that were looked for: they are read once."""
        if reading.memory is not None:
            shown = reading.with_drafts
            reading.memory.begin((vocabulary, lexique, shown, states_in(uploads.folder)))

    def take(
        self, fiches: Sequence[Path], temoins: Sequence[Path]
    ) -> tuple[list[ReadyFiche], list[ReadyTemoin]]:
        """Take fiches and witnesses; one that is not shown is read and not rendered."""
        told = frozenset(temoins)

        def find(file: Path) -> ReadyFiche | ReadyTemoin | None:
            return self._find_temoin(file) if file in told else self._find_fiche(file)

        def keep(file: Path) -> Callable[[], ReadyFiche | ReadyTemoin]:
            return self._keep_temoin(file) if file in told else self._keep_fiche(file)

        def make(file: Path) -> ReadyFiche | ReadyTemoin:
            return keep(file)()

        files, memory, count = [*fiches, *temoins], self._reading.memory, len(fiches)
        if memory is None:
            taken = take_all(files, find, make, keep, self._store)
        else:
            again = memory.remembering(find), memory.remembering(make)
            taken = take_all(files, *again, keep, self._store)
        return cast("list[ReadyFiche]", taken[:count]), cast("list[ReadyTemoin]", taken[count:])

    # --- Fiches ---------------------------------------------------------------------------------

    def _find_fiche(self, file: Path) -> ReadyFiche | None:
        mark = self._find_mark(file)
        kept = self._cache.find_fiche(mark) if self._cache and mark else None
        if mark is None or kept is None or not self._has_same_pictures(kept.findings):
            return None
        if not (kept.has_texts or self._reading.is_check):
            return None
        self._reading.on_sheet()
        return self._restore_fiche(kept, mark, file)

    def _keep_fiche(self, file: Path) -> Callable[[], ReadyFiche]:
        """Read a fiche and render it, and keep that; return what takes it from there."""
        source, mark = self._open(file)
        read = self._read_fiche(source)
        self._reading.on_sheet()
        fiche = read.sheet
        if fiche is None or not self._is_shown(fiche):
            return lambda: (read, None)
        texts, glance, findings = self._look_over_or_render(fiche)
        light = fiche.without_texts()
        sound = None if read.told else _sound(findings)
        if self._cache is not None and sound is not None and mark is not None:
            own = KeptFiche(light, _named(read), glance, sound, has_texts=texts is not None)
            kept = self._cache.keep_fiche(mark, own, texts)
            if kept is not None:
                return lambda: self._restore_fiche(kept(), mark, file)
        held = hold(texts) if texts else Texts(b"", lambda: self._render_fiche(fiche)[0])
        rendered = RenderedFiche(held, glance, findings)
        return lambda: (replace(read, sheet=light), rendered)

    def _restore_fiche(self, kept: KeptFiche, mark: bytes, file: Path) -> ReadyFiche:
        again = _Again(lambda: self._reread(file), self._read_fiche, self._links_of_fiche)
        fiche = replace(kept.fiche, locate=again.place, locate_item=again.item)
        read = ReadSheet(fiche, (), _namings(kept.namings, fiche, again, has_file=False))
        found = _findings(kept.findings, again)
        return read, RenderedFiche(self._at(mark, file, kept.findings), kept.glance, found)

    def _links_of_fiche(self, fiche: Fiche) -> tuple[Link, ...]:
        return self._render_fiche(fiche)[2].links

    def _at(self, mark: bytes, file: Path, kept: KeptFindings) -> Texts:
        """Tell where texts are: those that show another picture are others."""
        pictures = repr(kept.pictures).encode(errors="surrogatepass")
        whole = hashlib.blake2b(pictures, key=mark, digest_size=len(mark)).digest()
        return Texts(whole, partial(self._load, mark, file))

    def _load(self, mark: bytes, file: Path) -> FicheTexts:
        """Take texts from the store; lost there, they are rendered again."""
        found = self._cache.find_texts(mark) if self._cache else None
        if found is not None:
            return found
        return self._render_fiche(_unchanged(self._read_fiche(self._reread(file))))[0]

    def _read_fiche(self, source: _Source) -> ReadSheet[Fiche]:
        from builder.readers import read_fiche  # noqa: PLC0415 (where all is kept, none is read)

        return read_fiche(source, self._vocabulary, self._reading.stopwatch)

    def _look_over_or_render(self, fiche: Fiche) -> tuple[FicheTexts | None, Glance, Findings]:
        if not self._reading.is_check:
            return self._render_fiche(fiche)
        with self._reading.stopwatch.during(Stage.RENDER):
            return None, *look_over_fiche(fiche, self._uploads)

    def _render_fiche(self, fiche: Fiche) -> tuple[FicheTexts, Glance, Findings]:
        with self._reading.stopwatch.during(Stage.RENDER):
            return render_fiche(fiche, self._lexique, self._uploads)

    # --- Witnesses ------------------------------------------------------------------------------

    def _find_temoin(self, file: Path) -> ReadyTemoin | None:
        mark = self._find_mark(file)
        kept = self._cache.find_temoin(mark) if self._cache and mark else None
        if kept is None or not self._has_same_pictures(kept.findings):
            return None
        self._reading.on_sheet()
        return self._restore_temoin(kept, file)

    def _keep_temoin(self, file: Path) -> Callable[[], ReadyTemoin]:
        """Do the same with a witness."""
        source, mark = self._open(file)
        read = self._read_temoin(source)
        self._reading.on_sheet()
        temoin = read.sheet
        if temoin is None or not self._is_shown(temoin):
            return lambda: (read, None)
        rendered = self._render_temoin(temoin)
        sound = None if read.told else _sound(rendered.findings)
        if self._cache is not None and sound is not None and mark is not None:
            own = KeptTemoin(temoin, _named(read), rendered.story, sound)
            kept = self._cache.keep_temoin(mark, own)
            if kept is not None:
                return lambda: self._restore_temoin(kept(), file)
        return lambda: (read, rendered)

    def _restore_temoin(self, kept: KeptTemoin, file: Path) -> ReadyTemoin:
        again = _Again(lambda: self._reread(file), self._read_temoin, self._links_of_temoin)
        temoin = replace(kept.temoin, locate=again.place)
        read = ReadSheet(temoin, (), _namings(kept.namings, temoin, again, has_file=True))
        return read, RenderedTemoin(kept.story, _findings(kept.findings, again))

    def _links_of_temoin(self, temoin: Temoin) -> tuple[Link, ...]:
        return self._render_temoin(temoin).findings.links

    def _read_temoin(self, source: _Source) -> ReadSheet[Temoin]:
        from builder.readers import read_temoin  # noqa: PLC0415

        return read_temoin(source, self._vocabulary, self._reading.stopwatch)

    def _render_temoin(self, temoin: Temoin) -> RenderedTemoin:
        with self._reading.stopwatch.during(Stage.RENDER):
            return render_temoin(temoin, self._lexique, self._uploads)

    # --- Both -----------------------------------------------------------------------------------

    def _find_mark(self, file: Path) -> bytes | None:
        """Return the mark of a sheet, as it was when it was first looked for."""
        known = self._marks.pop(file, None)
        if known is not None:
            return known
        if self._cache is None:
            return None
        mark = self._mark(file, self._digest(file))
        if mark is not None and self._reading.memory is None:
            self._marks[file] = mark  # else what is remembered could be older than its state
        return mark

    def _open(self, file: Path) -> tuple[_Source, bytes | None]:
        """Read a sheet; return its mark too, where there can be one."""
        digests, name = self._reading.digests, str(file)
        if self._cache is not None:
            digests.find(name)  # which looks at the state that it has before it is read
        content = self._reading.read_bytes(file)
        source = decode(content, self._reading.shown(file))
        if self._cache is None or isinstance(content, Unopened):
            return source, None
        return source, self._mark(file, digests.put(name, content))

    def _digest(self, file: Path) -> str | None:
        """Return the digest of a sheet, which is read for that if nothing else knows it."""
        digests, name = self._reading.digests, str(file)
        known = digests.find(name)
        if known is not None:
            return known
        content = self._reading.read_bytes(file)
        return None if isinstance(content, Unopened) else digests.put(name, content)

    def _mark(self, file: Path, digest: str | None) -> bytes | None:
        if self._cache is None or digest is None:
            return None
        return self._cache.mark(str(file).removeprefix(str(self._reading.content)), digest)

    def _reread(self, file: Path) -> _Source:
        return self._reading.read(file)

    def _is_shown(self, sheet: Fiche | Temoin) -> bool:
        return self._reading.with_drafts or not sheet.is_draft

    def _has_same_pictures(self, kept: KeptFindings) -> bool:
        return all(self._uploads.find(src) == was for src, was in kept.pictures)


# --- Places -------------------------------------------------------------------------------------


class _Again(Generic[Sheet]):
    """Finds places in a sheet that was kept, by reading it again: as little of it as serves."""

    def __init__(
        self,
        source: Callable[[], _Source],
        read: Callable[[_Source], ReadSheet[Sheet]],
        links: Callable[[Sheet], tuple[Link, ...]],
    ) -> None:
        self._open = source
        self._read = read
        self._render = links

    def place(self) -> Place:
        """Find what its address is made of."""
        return _located(self._sheet, self._sheet.locate)

    def item(self, key: str, index: int) -> Place:
        """Find an item of a list of its head."""
        sheet = self._sheet
        locate = sheet.locate_item if isinstance(sheet, Fiche) else None
        return _located(sheet, partial(locate, key, index) if locate else sheet.locate)

    def at(self, span: Span) -> Place:
        """Return a place whose range is known."""
        source = self._source
        return Place(source if isinstance(source, SourceFile) else source.source, span)

    def link(self, number: int) -> Place:
        """Find a link of its texts."""
        if number >= len(self._links):
            raise _changed(self._sheet.path)
        return self._links[number].locate()

    @cached_property
    def _source(self) -> _Source:
        return self._open()

    @cached_property
    def _sheet(self) -> Sheet:
        return _unchanged(self._read(self._source))

    @cached_property
    def _links(self) -> tuple[Link, ...]:
        return self._render(self._sheet)


def _located(sheet: Fiche | Temoin, locate: Locate | None) -> Place:
    return locate() if locate else Place(SourceFile(sheet.path or PurePosixPath(), ""))


def _unchanged(read: ReadSheet[Sheet]) -> Sheet:
    if read.sheet is None:
        raise _changed("une fiche")
    return read.sheet


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


def _findings(kept: KeptFindings, again: _Again[Sheet]) -> Findings:
    links = (Link(url, partial(again.link, number)) for number, url in enumerate(kept.urls))
    return Findings(frozenset(kept.ids), tuple(links), (), kept.pictures)


def _named(read: ReadSheet[Sheet]) -> tuple[KeptNaming, ...]:
    return tuple(
        KeptNaming(naming.name, naming.slug, span.start, span.end)
        for naming in read.namings
        if (span := naming.place().span)
    )


def _namings(
    kept: tuple[KeptNaming, ...], sheet: Sheet, again: _Again[Sheet], *, has_file: bool
) -> tuple[Naming, ...]:
    return tuple(
        Naming(
            name=one.name,
            path=sheet.path,
            is_draft=sheet.is_draft,
            has_file=has_file,
            slug=one.slug,
            locate=partial(again.at, Span(one.start, one.end)),
        )
        for one in kept
        if sheet.path is not None
    )
