"""Where the links of the sheets lead, once every page of the site is known."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from builder.closest import find_closest
from builder.diagnostics.rules.contenu import AncreAbsente, LienMort
from builder.library import VOCABULARY, published, sheet_addresses
from builder.normalise import make_slug
from builder.reading import FICHES, TEMOINS
from builder.render.addresses import fiche_address, temoin_address
from builder.render.texts import PAGE_IDS, render_temoin

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from urllib.parse import SplitResult

    from builder.diagnostics import Diagnostic
    from builder.library import Library
    from builder.model import Catalogue
    from builder.reading import Reading
    from builder.render.fragments import Link
    from builder.render.renderer import PageLinks, Renderer

OUTPUTS = frozenset({"feed.xml", "fiches.csv", "fiches.json", "robots.txt", "sitemap.xml"})
"""Files of the site that are no page, and that a sheet may point to."""

_UPLOADS = "uploads/"
_PREVIEW = frozenset({"0.0.0.0", "127.0.0.1", "::1", "localhost"})  # noqa: S104 - only compared
_BARE_HOST = re.compile(
    r"(?:www\.[\w.-]+|[\w.-]+\.(?:be|ch|com|coop|eu|fr|info|io|net|org))(?:[/?#].*)?", re.IGNORECASE
)
_SIGNS = frozenset("?#%;\\")
"""What means something else in an address than in the name of a file."""
_MAILBOX = re.compile(r"[^\s@/]+@[^\s@/]+\.[^\s@/]+")
_LONGEST = 120
"""Characters of an address that a message shows."""


def check_links(
    reading: Reading, library: Library, renderer: Renderer, site_url: str
) -> tuple[Diagnostic, ...]:
    """Tell of the links that lead to no page, file or title of the site (FP312, FP313).

    Args:
        reading: How the content was read.
        library: What was read.
        renderer: What rendered the pages of the sheets, and the texts of sheets that have none.
        site_url: Whole address of the site, or nothing.
    """
    checker = _Checker(reading, library, renderer, site_url)
    told: list[Diagnostic] = []
    for page in renderer.links:
        found = filter(None, (checker.check(page, link) for link in page.links))
        told += [item.in_draft() for item in found] if page.is_draft else found
    return tuple(told)


class _Checker:
    """Knows every address of a site; what is long to list is listed at the first need."""

    def __init__(
        self, reading: Reading, library: Library, renderer: Renderer, site_url: str
    ) -> None:
        self.reading = reading
        self.library = library
        self.renderer = renderer
        self.ids = {page.address: page.ids for page in renderer.links}
        self.made = {temoin_address(one): one for one in renderer.catalogue.temoins}
        self.own = urlsplit(site_url)

    def check(self, page: PageLinks, link: Link) -> Diagnostic | None:
        """Return what is wrong with where a link leads, if anything is."""
        if not link.url:
            cure = "écrivez l’adresse entre les parenthèses"
            return LienMort.at(link.locate(), reason="son adresse est vide", cure=cure)
        if self._is_whole(page, link.url):
            return None
        parts = urlsplit(link.url)
        if parts.hostname in _PREVIEW:
            return self._tell_preview(link, parts.path)
        path = self._path(link.url, parts, page.address)
        if path is None:
            return None
        address = self._address(path, is_draft=page.is_draft)
        if address is None:
            return self._tell(link, path)
        return self._check_anchor(page, link, address, unquote(parts.fragment))

    @cached_property
    def published(self) -> Catalogue:
        """What everybody sees."""
        return published(self.library.catalogue)

    @cached_property
    def common(self) -> frozenset[str]:
        """Addresses of the pages of published sheets: most links lead to one of them."""
        fiches, temoins = self.published.fiches, self.published.temoins
        return frozenset([*map(fiche_address, fiches), *map(temoin_address, temoins)])

    @cached_property
    def public(self) -> frozenset[str]:
        """Addresses of the pages that everybody sees."""
        return self._pages(self.published).union(_text_addresses(self.reading.content))

    @cached_property
    def previewed(self) -> frozenset[str]:
        """The same, and those of drafts: drafts may be published together."""
        return self._pages(self.renderer.catalogue) | self.public | self.library.drafts

    @cached_property
    def sheets(self) -> dict[str, str]:
        """Sheet → its address, that of a sheet with an error included: its error is told."""
        return dict(sheet_addresses(self.reading))

    def _pages(self, catalogue: Catalogue) -> frozenset[str]:
        # Every kind of page: most sheets have no link that asks for them.
        from builder.pages.addresses import page_addresses  # noqa: PLC0415
        from builder.render.viewer import Viewer  # noqa: PLC0415

        return page_addresses(Viewer(catalogue, self.renderer.uploads, self.library.rendered))

    def _is_whole(self, page: PageLinks, url: str) -> bool:
        """Tell whether a link is the address of a page as it stands: most are, and need no more."""
        if not url.startswith("/") or not _SIGNS.isdisjoint(url):
            return False
        address = url[1:]
        return address in self.common or address in (
            self.previewed if page.is_draft else self.public
        )

    def _path(self, url: str, parts: SplitResult, address: str) -> str | None:
        """Return where a link leads, from the root of the site; None when it leaves it."""
        if not parts.scheme:
            target = urlsplit(urljoin(f"/{address}", url)).path
            return unquote(target).removeprefix("/")
        own = self.own
        is_own = parts.netloc.lower() == own.netloc.lower() and parts.path.startswith(own.path)
        if parts.scheme not in {"http", "https"} or not is_own:
            return None
        return unquote(parts.path.removeprefix(own.path or "/")).removeprefix("/")

    def _address(self, path: str, *, is_draft: bool) -> str | None:
        """Return the address of the page or of the file that a path means; None for neither."""
        known = self.previewed if is_draft else self.public
        bare = re.sub(r"(?:^|(?<=/))index\.html$", "", path)
        for address in (bare, f"{bare}/"):
            if address in known:
                return address
        return path if path in OUTPUTS or self._is_file(path) else None

    def _is_file(self, path: str) -> bool:
        """Tell whether a file is there; one that is not published was told of by itself."""
        steps = path.split("/")
        is_hidden = any(step.startswith(".") for step in steps)
        is_read = path.startswith((f"{FICHES}/", f"{TEMOINS}/")) or path == VOCABULARY
        is_page = path.endswith(".md") and not path.startswith(_UPLOADS)
        if is_hidden or is_read or is_page or path.endswith("/") or "\0" in path:
            return False
        try:
            return (self.reading.content / path).is_file()
        except OSError:
            return False

    def _check_anchor(
        self, page: PageLinks, link: Link, address: str, anchor: str
    ) -> Diagnostic | None:
        """Compare what follows `#` with the titles of a fiche or of a witness."""
        if not anchor or anchor == "top" or ":~:" in anchor:  # those of browsers
            return None
        ids = page.ids if address == page.address else self._ids_of(address)
        if ids is None or anchor in ids:
            return None
        where = "cette page" if address == page.address else f"`/{address}`"
        return _tell_anchor(link, anchor, ids, where)

    def _ids_of(self, address: str) -> frozenset[str] | None:
        """Return the titles of a page that is made from sheets; None for another."""
        if address not in self.ids and address in self.made:
            lexique, uploads = self.renderer.catalogue.lexique, self.renderer.uploads
            self.ids[address] = render_temoin(self.made[address], lexique, uploads).findings.ids
        return self.ids.get(address)

    def _tell(self, link: Link, path: str) -> Diagnostic | None:
        address = f"{path.removesuffix('/')}/"
        url = _shorten(unquote(link.url))
        if address in self.library.drafts:
            reason = f"« {url} » est un brouillon, qui n’est pas publié"
            return LienMort.at(link.locate(), reason=reason, cure="publiez-le, ou retirez ce lien")
        if address in self.sheets.values():
            return None
        if path.startswith(_UPLOADS):
            reason = f"« {url} » n’est pas dans `content/uploads/`"
            return LienMort.at(link.locate(), reason=reason, cure=self._file_cure(path))
        reason = f"aucune page du site n’a l’adresse « {url} »"
        whole = _whole_address(link.url)
        if whole:
            cure = f"écrivez `{whole}`"
            return _fixed(link, LienMort.at(link.locate(), reason=reason, cure=cure), whole)
        own = self._named(path)
        close = f"/{own}" if own else self._closest(path)
        cure = (
            f"vouliez-vous dire `{close}` ?" if close else "corrigez l’adresse, ou retirez le lien"
        )
        told = LienMort.at(link.locate(), reason=reason, cure=cure)
        return _fixed(link, told, close) if own else told

    def _named(self, path: str) -> str:
        """Return the address of the one sheet whose file has the name that a link gives."""
        name = path.removesuffix("/").rpartition("/")[2].removesuffix(".md")
        found = [
            address
            for file, address in self.sheets.items()
            if file.endswith(f"/{name}.md") and address in self.public
        ]
        return found[0] if len(found) == 1 else ""

    def _closest(self, path: str) -> str:
        """Return the address of a page whose last part comes closest, those of its folder first."""
        *folders, name = [step for step in path.split("/") if step] or [""]
        wanted = make_slug(re.sub(r"\.(?:html?|md)$", "", name))
        pages: dict[str, str] = {}
        for address in sorted(self.public, key=lambda known: (_top(known) != folders[:1], known)):
            pages.setdefault(address.removesuffix("/").rpartition("/")[2], address)
        close = find_closest(wanted, pages)
        return f"/{pages[close]}" if wanted and close else ""

    def _file_cure(self, path: str) -> str:
        folder = self.reading.content / _UPLOADS
        names = {file.relative_to(folder).as_posix(): file for file in sorted(folder.rglob("*.*"))}
        folded = {name.lower(): name for name in reversed(names)}
        wanted = path.removeprefix(_UPLOADS).lower()
        close = find_closest(wanted, folded)
        if close:
            return f"vouliez-vous dire `/{_UPLOADS}{folded[close]}` ?"
        return "ajoutez le fichier dans `content/uploads/`, ou retirez le lien"

    def _tell_preview(self, link: Link, path: str) -> Diagnostic:
        reason = f"« {_shorten(link.url)} » est l’aperçu, sur votre ordinateur seulement"
        told = LienMort.at(link.locate(), reason=reason, cure=f"écrivez `{path or '/'}`")
        is_known = unquote(path).removeprefix("/") in self.public
        return _fixed(link, told, path) if is_known and path else told


def _top(address: str) -> list[str]:
    return address.split("/", 1)[:1]


def _tell_anchor(link: Link, anchor: str, ids: frozenset[str], where: str) -> Diagnostic:
    titles = sorted(ids - PAGE_IDS)
    same = make_slug(anchor)
    close = find_closest(same, titles)  # itself comes first
    if close:
        cure = f"vouliez-vous dire `#{close}` ?"
    elif titles:
        cure = "choisissez parmi : " + ", ".join(f"`#{name}`" for name in titles)
    else:
        cure = "retirez ce qui suit `#` : cette page n’a pas de titres"
    told = AncreAbsente.at(link.locate(), anchor=_shorten(anchor), page=where, cure=cure)
    return _fixed(link, told, f"{link.url.partition('#')[0]}#{same}") if same in titles else told


def _fixed(link: Link, told: Diagnostic, url: str) -> Diagnostic:
    """Have the address written anew, where the place is that of the address and nothing else."""
    passage = told.place.passage
    is_exact = passage is not None and unquote(passage.text) == unquote(link.url)
    return told.fixed_by(url) if is_exact else told


def _whole_address(url: str) -> str:
    """Return the address that a site or an e-mail written without its scheme means."""
    if _MAILBOX.fullmatch(url):
        return f"mailto:{url}"
    return f"https://{url}" if _BARE_HOST.fullmatch(url) else ""


def _text_addresses(content: Path) -> Iterator[str]:
    """List the addresses of the ordinary pages, as the engine gives them."""
    folders = [
        top
        for top in content.iterdir()
        if top.is_dir() and not top.is_symlink() and top.name not in {FICHES, TEMOINS, "uploads"}
    ]
    inside = (file for folder in folders for file in folder.rglob("*.md"))
    for file in chain(content.glob("*.md"), inside):
        name = file.relative_to(content)
        folder = "".join(f"{part}/" for part in name.parts[:-1])
        yield folder if name.stem in {"index", "README"} else f"{folder}{name.stem}/"


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
