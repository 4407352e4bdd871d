"""The HTML of sections, for one page: ids are unique in it, addresses are relative to it."""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import unquote

from builder import commonmark
from builder.diagnostics.model import Diagnostic, Place, narrow
from builder.diagnostics.rules.contenu import (
    AlternativeNomDeFichier,
    ImageAbsente,
    ImageHorsDossier,
    ImageSansAlternative,
    LienRefuse,
    TexteDeLienAdresse,
)
from builder.model import (
    Callout,
    Columns,
    Faq,
    Heading,
    LinkItem,
    Links,
    Part,
    Picture,
    RichText,
    Section,
    Table,
    Video,
)
from builder.normalise import make_slug
from builder.render.places import place_link
from builder.render.safe_html import (
    TABLE_FRAME,
    Adapter,
    adapt,
    addresses,
    is_plain,
    link_tag,
    make_safe,
    name_blanks,
    sanitise_inline,
)
from builder.render.typography import typeset, typeset_html
from builder.render.uploads import Fault, Upload, Uploads, explain_fault
from builder.validate.alternatives import is_file_name
from builder.validate.links import is_safe_link, refuse_link

if TYPE_CHECKING:
    from builder.diagnostics.model import Locate, Rule

_SIZES = {"Small": "petite", "Medium": "moyenne", "Large": "grande"}
_SIDES = {"Left": "gauche", "Right": "droite"}
_LONGEST_ADDRESS = 120
"""Characters of an address that a message shows."""
_BARE_LINK = re.compile(r"<a [^>]*>\s*((?:https?://|www\.)[^<\s]*)\s*</a>", re.IGNORECASE)
_BARE_TEXT = re.compile(r"(?:https?://|www\.|mailto:|tel:|/)\S*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a sheet that is accepted; it may lead to a page of this site."""

    url: str
    """As written."""
    locate: Locate


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section ready to print."""

    id: str
    title: str
    html: str


class Fragments:
    """Renders the texts of one page, and keeps what it finds wrong with them."""

    def __init__(
        self,
        root: str,
        uploads: Uploads,
        locate: Locate | None = None,
        reserved_ids: frozenset[str] = frozenset(),
        *,
        is_shown: bool = True,
    ) -> None:
        """Start a page.

        Args:
            root: Relative address of the root of the site: `../../`.
            uploads: Where the pictures are.
            locate: Where to point for a text whose own place is not known.
            reserved_ids: Ids that the template of the page uses itself.
            is_shown: Whether anybody will see it: else its typography is left as it is.
        """
        self.root = root
        self.uploads = uploads
        self._locate = locate
        self._typeset_html = typeset_html if is_shown else str
        self.diagnostics: list[Diagnostic] = []
        self.links: list[Link] = []
        self.pictures: dict[str, Upload | Fault] = {}
        """Address, as written → what `uploads` answered."""
        self._ids = set(reserved_ids)
        self._numbers: dict[str, int] = {}
        """Text → the last number its ids took."""

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the page so far."""
        return frozenset(self._ids)

    def forget(self) -> None:
        """Leave out what was found: the same texts are told of elsewhere."""
        self.diagnostics.clear()
        self.links.clear()

    def section(self, section: Section) -> SectionView:
        """Render a section."""
        own_id = self.unique_id(section.title or "presentation")
        return SectionView(own_id, typeset(section.title), self.parts(section.parts, 2))

    def parts(self, parts: tuple[Part, ...], level: int) -> str:
        """Render the parts of a section whose title is at `level`."""
        pieces = []
        for part in parts:
            if isinstance(part, Heading):
                level = part.level
            pieces.append(self._part(part, level))
        return "\n".join(filter(None, pieces))

    def rich(self, text: RichText, level: int = 2) -> str:
        """Render rich text that stands under a title at `level`."""
        written = commonmark.to_html(text.text)
        if is_plain(text.text, written):
            return self._typeset_html(name_blanks(written)).strip()
        self._check_addresses(written, text.locate)
        self._check_words(written, text.locate)
        safe = make_safe(text.text, written)
        return self._typeset_html(adapt(safe, self._adapter(text.locate, level))).strip()

    def inline(self, text: str, locate: Locate | None = None, *, cites: bool = False) -> str:
        """Render one line of CommonMark, without a block around it.

        Args:
            text: The line.
            locate: Where it stands.
            cites: Whether it names a document: a bare address may do.
        """
        written = commonmark.inline_to_html(text)
        if is_plain(text, written):
            return self._typeset_html(name_blanks(written))
        self._check_addresses(written, locate)
        if not cites:
            self._check_words(written, locate)
        safe = make_safe(text, written, sanitise_inline)
        return self._typeset_html(adapt(safe, self._adapter(locate, 2)))

    def unique_id(self, text: str) -> str:
        """Make an id that the page does not have yet."""
        base = own_id = make_slug(text) or "section"
        while own_id in self._ids:
            self._numbers[base] = number = self._numbers.get(base, 1) + 1
            own_id = f"{base}-{number}"
        self._ids.add(own_id)
        return own_id

    def link(self, url: str, locate: Locate | None = None) -> str | None:
        """Return the address to write for a link of a sheet; None when it is refused (FP308)."""
        if not self._check_link(url, locate):
            return None
        return self._from_root(url)

    def picture(self, picture: Picture) -> str:
        """Render the `<img>` of a picture."""
        return self._image(picture.locate, picture.src, picture.alt, picture.locate_alt)

    def _part(self, part: Part, level: int) -> str:  # noqa: PLR0911 - one a kind of part
        match part:
            case RichText():
                return self.rich(part, level)
            case Heading():
                return self._heading(part)
            case Picture():
                return self._figure(part)
            case Video():
                return self._video(part)
            case Table():
                return self._table(part)
            case Links(items):
                listed = "".join(f"<li>{self._link_item(item)}</li>" for item in items)
                return f'<ul class="fp-liens">{listed}</ul>'
            case Columns():
                return self._columns(part, level)
            case Faq():
                return self._faq(part, level)
            case Callout(parts):
                return f'<div class="fp-encadre">{self.parts(parts, level)}</div>'

    def _adapter(self, locate: Locate | None, level: int) -> Adapter:
        return Adapter(
            heading_level=min(level + 1, 6),
            image=partial(self._rich_image, locate),
            link=self._rich_link,
        )

    def _check_addresses(self, written: str, locate: Locate | None) -> None:
        """Tell of the addresses of a text that are refused (FP303, FP308), note its other links."""
        seen: Counter[str] = Counter()
        for tag, address in addresses(written):
            if tag == "a":
                self._check_link(address, locate, seen[address])
                seen[address] += 1
            elif self._is_outside(address):
                self._tell_fault(self._find(address), locate, address)

    def _check_link(self, url: str, locate: Locate | None, number: int = 0) -> bool:
        """Tell of an address that is refused (FP308), note another; `number` others came before."""
        locate = locate or self._locate
        cure = refuse_link(url)
        if locate is not None:
            own = partial(place_link, locate, url, number)
            if cure:
                told = LienRefuse.at(own(), value=_shorten(unquote(url)), cure=cure)
                self.diagnostics.append(told)
            else:
                self.links.append(Link(url, own))
        return not cure

    def _check_words(self, written: str, locate: Locate | None) -> None:
        """Tell of links whose words are an address (FP314)."""
        if ">http" not in written and ">www." not in written:
            return
        for match in _BARE_LINK.finditer(written):
            text = html.unescape(match[1])
            needles = (f"[{text}](", f"<{text}>", f"[{text}]", text)
            self._tell(TexteDeLienAdresse, locate, *needles, text=_shorten(text))

    def _is_outside(self, src: str) -> bool:
        found = self._find(src)
        return isinstance(found, Fault) and found.is_outside

    def _find(self, src: str) -> Upload | Fault:
        self.pictures[src] = found = self.uploads.find(src)
        return found

    def _rich_link(self, url: str) -> str | None:
        return self._from_root(url) if url and is_safe_link(url) else None

    def _rich_image(self, locate: Locate | None, src: str, alt: str) -> str:
        return "" if self._is_outside(src) else self._image(locate, src, alt)

    def _from_root(self, url: str) -> str:
        return f"{self.root}{url.lstrip('/')}" if url.startswith("/") else url

    def _image(
        self, locate: Locate | None, src: str, alt: str, locate_alt: Locate | None = None
    ) -> str:
        upload = self._find(src)
        if not isinstance(upload, Upload):
            self._tell_fault(upload, locate, src)
            return ""
        text = alt.strip()
        if not text:
            self._tell(ImageSansAlternative, locate, f"![]({src}", src, src=unquote(src))
        elif is_file_name(text, src):
            where = locate_alt or locate
            self._tell(AlternativeNomDeFichier, where, f"![{alt}](", text, alt=_shorten(text))
        size = f' width="{upload.width}" height="{upload.height}"' if upload.width else ""
        address = html.escape(self.root + upload.address)
        words = html.escape(text)
        return f'<img src="{address}" alt="{words}"{size} loading="lazy" decoding="async">'

    def _tell_fault(self, fault: Upload | Fault, locate: Locate | None, src: str) -> None:
        """Tell why a picture is not shown (FP301, FP303); what its own file is told for is told."""
        shown = _shorten(unquote(src))
        if fault is Fault.ABSENT:
            self._tell(ImageAbsente, locate, src, src=shown, cure=self.uploads.cure(src))
        elif isinstance(fault, Fault) and fault.is_outside:
            reason, cure = explain_fault(fault, src)
            self._tell(ImageHorsDossier, locate, src, src=shown, reason=reason, cure=cure)

    def _heading(self, heading: Heading) -> str:
        words = self.inline(heading.text, heading.locate)
        if not words.strip():
            return ""
        own_id = self.unique_id(commonmark.plain_text(heading.text))
        return f'<h{heading.level} id="{own_id}">{words}</h{heading.level}>'

    def _figure(self, picture: Picture) -> str:
        image = self.picture(picture)
        if not image:
            return ""
        marks = [_SIZES.get(picture.size), _SIDES.get(picture.side)]
        names = "".join(f" fp-image--{mark}" for mark in marks if mark)
        return f'<figure class="fp-image{names}">{image}</figure>'

    def _video(self, video: Video) -> str:
        address = self.link(video.url, video.locate)
        words = html.escape(typeset(video.text or "Voir la vidéo"))
        image = self.picture(video.picture) if video.picture else ""
        if address is None:
            return f'<p class="fp-video">{image}{words}</p>'
        return f'<p class="fp-video">{link_tag(address)}{image}<span>{words}</span></a></p>'

    def _table(self, table: Table) -> str:
        heads = [
            self.inline(text, _cell_place(table, -1, column))
            for column, text in enumerate(table.headings)
        ]
        head = "".join(f'<th scope="col">{text}</th>' if text else "<td></td>" for text in heads)
        rows = "".join(self._row(table, number) for number in range(len(table.lines)))
        thead = f"<thead><tr>{head}</tr></thead>" if head else ""
        return f"{TABLE_FRAME}<table>{thead}<tbody>{rows}</tbody></table></div>"

    def _row(self, table: Table, number: int) -> str:
        name, values = table.lines[number]
        title = self.inline(name, _cell_place(table, number, 0))
        head = f'<th scope="row">{title}</th>' if title else "<td></td>"
        cells = (
            self._cell(RichText(value, _cell_place(table, number, column)))
            for column, value in enumerate(values, 1)
        )
        return f"<tr>{head}{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"

    def _cell(self, text: RichText) -> str:
        """A cell of one paragraph stands without the `<p>`."""
        rendered = self.rich(text)
        inner = rendered.removeprefix("<p>").removesuffix("</p>")
        return inner if rendered == f"<p>{inner}</p>" and "</p>" not in inner else rendered

    def _link_item(self, item: LinkItem) -> str:
        image = self.picture(item.picture) if item.picture else ""
        address = self.link(item.url, item.locate) if item.url else None
        if address is not None and _BARE_TEXT.fullmatch(item.text):
            self._tell(TexteDeLienAdresse, item.locate, item.text, text=_shorten(item.text))
        words = html.escape(typeset(item.text))
        if address is None:
            return f"{image}<span>{words}</span>"
        return f"{link_tag(address)}{image}<span>{words}</span></a>"

    def _columns(self, columns: Columns, level: int) -> str:
        cells = []
        for column in columns.columns:
            image = self.picture(column.picture) if column.picture else ""
            title = self.inline(column.title, column.locate)
            name = f'<p class="fp-colonnes__titre">{title}</p>' if title else ""
            cells.append(f"<div>{image}{name}{self.parts(column.parts, level)}</div>")
        return f'<div class="fp-colonnes">{"".join(cells)}</div>'

    def _faq(self, faq: Faq, level: int) -> str:
        return "".join(
            f'<details class="fp-question"><summary>{self.inline(asked.question, asked.locate)}'
            "</summary>"
            f"{self.parts(asked.parts, level)}</details>"
            for asked in faq.questions
        )

    def _tell(
        self, rule: type[Rule], locate: Locate | None, *needles: str, **fields: object
    ) -> None:
        """Remark on the last needle, within the first that is found; else on the whole text."""
        locate = locate or self._locate
        if locate is None:
            return
        place: Place = locate()
        # HTML has other signs for some letters of an address.
        tries = (narrow(place, needle) for needle in (*needles, *map(unquote, needles)))
        found = next((found for found in tries if found != place), place)
        self.diagnostics.append(rule.at(narrow(found, needles[-1]), **fields))


def _shorten(address: str) -> str:
    """A picture pasted as `data:` is an address of a million signs: show where it starts."""
    return address if len(address) <= _LONGEST_ADDRESS else f"{address[:_LONGEST_ADDRESS]}…"


def _cell_place(table: Table, line: int, column: int) -> Locate | None:
    return partial(table.locate_cell, line, column) if table.locate_cell else None
