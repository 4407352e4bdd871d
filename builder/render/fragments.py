"""The HTML of sections, for one page: ids are unique in it, addresses are relative to it."""

from __future__ import annotations

import html
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import unquote

from builder import commonmark
from builder.diagnostics.model import Diagnostic, Place, narrow
from builder.diagnostics.rules.contenu import (
    ImageAbsente,
    ImageHorsDossier,
    ImageSansAlternative,
    LienRefuse,
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
from builder.render.safe_html import (
    TABLE_FRAME,
    Adapter,
    adapt,
    addresses,
    link_tag,
    sanitise,
    sanitise_inline,
)
from builder.render.uploads import Fault, Upload, Uploads
from builder.validate.links import is_safe_link

if TYPE_CHECKING:
    from builder.diagnostics.model import Locate, Rule

_SIZES = {"Small": "petite", "Medium": "moyenne", "Large": "grande"}
_SIDES = {"Left": "gauche", "Right": "droite"}
_LONGEST_ADDRESS = 120
"""Characters of an address that a message shows."""


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
    ) -> None:
        """Start a page.

        Args:
            root: Relative address of the root of the site: `../../`.
            uploads: Where the pictures are.
            locate: Where to point for a text whose own place is not known.
            reserved_ids: Ids that the template of the page uses itself.
        """
        self.root = root
        self.uploads = uploads
        self._locate = locate
        self.diagnostics: list[Diagnostic] = []
        self._ids = set(reserved_ids)

    def section(self, section: Section) -> SectionView:
        """Render a section."""
        own_id = self.unique_id(section.title or "presentation")
        return SectionView(own_id, section.title, self.parts(section.parts, 2))

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
        self._check_addresses(written, text.locate)
        return adapt(sanitise(written), self._adapter(text.locate, level)).strip()

    def inline(self, text: str, locate: Locate | None = None) -> str:
        """Render one line of CommonMark, without a block around it."""
        written = commonmark.inline_to_html(text)
        self._check_addresses(written, locate)
        return adapt(sanitise_inline(written), self._adapter(locate, 2))

    def unique_id(self, text: str) -> str:
        """Make an id that the page does not have yet."""
        base = make_slug(text) or "section"
        own_id, number = base, 2
        while own_id in self._ids:
            own_id, number = f"{base}-{number}", number + 1
        self._ids.add(own_id)
        return own_id

    def link(self, url: str, locate: Locate | None = None) -> str | None:
        """Return the address to write for a link of a sheet; None when it is refused (FP308)."""
        if is_safe_link(url):
            return self._from_root(url)
        self._tell(LienRefuse, locate, url, value=_shorten(url))
        return None

    def picture(self, picture: Picture) -> str:
        """Render the `<img>` of a picture."""
        return self._image(picture.locate, picture.src, picture.alt)

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
        """Tell of the addresses of a text that are refused (FP303, FP308)."""
        for tag, address in addresses(written):
            if tag == "a" and not is_safe_link(address):
                self._tell(LienRefuse, locate, address, value=_shorten(unquote(address)))
            elif tag == "img" and self.uploads.find(address) is Fault.OUTSIDE:
                self._tell_fault(Fault.OUTSIDE, locate, address)

    def _rich_link(self, url: str) -> str | None:
        return self._from_root(url) if url and is_safe_link(url) else None

    def _rich_image(self, locate: Locate | None, src: str, alt: str) -> str:
        return "" if self.uploads.find(src) is Fault.OUTSIDE else self._image(locate, src, alt)

    def _from_root(self, url: str) -> str:
        return f"{self.root}{url.lstrip('/')}" if url.startswith("/") else url

    def _image(self, locate: Locate | None, src: str, alt: str) -> str:
        upload = self.uploads.find(src)
        if not isinstance(upload, Upload):
            self._tell_fault(upload, locate, src)
            return ""
        if not alt.strip():
            self._tell(ImageSansAlternative, locate, f"![]({src}", src, src=unquote(src))
        size = f' width="{upload.width}" height="{upload.height}"' if upload.width else ""
        address = html.escape(self.root + upload.address)
        text = html.escape(alt.strip())
        return f'<img src="{address}" alt="{text}"{size} loading="lazy" decoding="async">'

    def _tell_fault(self, fault: Fault, locate: Locate | None, src: str) -> None:
        if fault is Fault.OUTSIDE:
            self._tell(ImageHorsDossier, locate, src, src=_shorten(unquote(src)))
            return
        close = self.uploads.closest(src)
        cure = "ajoutez le fichier dans `content/uploads/`, ou retirez l’image de la fiche"
        if close:
            cure = f"vouliez-vous dire `{close}` ?"
        self._tell(ImageAbsente, locate, src, src=_shorten(unquote(src)), cure=cure)

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
        words = html.escape(video.text or "Voir la vidéo")
        image = self.picture(video.picture) if video.picture else ""
        if address is None:
            return f'<p class="fp-video">{image}{words}</p>'
        return f'<p class="fp-video">{link_tag(address)}{image}<span>{words}</span></a></p>'

    def _table(self, table: Table) -> str:
        heads = [self.inline(text) for text in table.headings]
        head = "".join(f'<th scope="col">{text}</th>' if text else "<td></td>" for text in heads)
        rows = "".join(self._row(name, values) for name, values in table.lines)
        thead = f"<thead><tr>{head}</tr></thead>" if head else ""
        return f"{TABLE_FRAME}<table>{thead}<tbody>{rows}</tbody></table></div>"

    def _row(self, name: str, values: tuple[str, ...]) -> str:
        title = self.inline(name)
        head = f'<th scope="row">{title}</th>' if title else "<td></td>"
        return f"<tr>{head}{''.join(f'<td>{self._cell(value)}</td>' for value in values)}</tr>"

    def _cell(self, text: str) -> str:
        """A cell of one paragraph stands without the `<p>`."""
        rendered = self.rich(RichText(text))
        inner = rendered.removeprefix("<p>").removesuffix("</p>")
        return inner if rendered == f"<p>{inner}</p>" and "</p>" not in inner else rendered

    def _link_item(self, item: LinkItem) -> str:
        image = self.picture(item.picture) if item.picture else ""
        address = self.link(item.url, item.locate) if item.url else None
        words = html.escape(item.text)
        if address is None:
            return f"{image}<span>{words}</span>"
        return f"{link_tag(address)}{image}<span>{words}</span></a>"

    def _columns(self, columns: Columns, level: int) -> str:
        cells = []
        for column in columns.columns:
            image = self.picture(column.picture) if column.picture else ""
            title = self.inline(column.title)
            name = f'<p class="fp-colonnes__titre">{title}</p>' if title else ""
            cells.append(f"<div>{image}{name}{self.parts(column.parts, level)}</div>")
        return f'<div class="fp-colonnes">{"".join(cells)}</div>'

    def _faq(self, faq: Faq, level: int) -> str:
        return "".join(
            f'<details class="fp-question"><summary>{self.inline(asked.question)}</summary>'
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
