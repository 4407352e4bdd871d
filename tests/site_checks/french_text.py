"""The French of a page as a reader meets it: block by block, code and drawings left out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

CODE = "\ufffc"
"""Stands for code, and for words of another language, inside a sentence."""

_INLINE = frozenset("a abbr b cite del em i ins mark q s strong sub sup u".split())  # noqa: SIM905
_VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
_CODE = frozenset({"code", "kbd", "samp"})
_UNREAD = frozenset({"pre", "script", "style", "svg", "textarea"})
_SPOKEN = frozenset({"alt", "aria-label", "placeholder", "title"})
"""Attributes that are shown or spoken."""
_BLANKS = re.compile(r"[ \t\n\r\f]+")
"""What a browser shows as one space: not those that do not break."""
_QUOTED_CODE = re.compile(r"`[^`]*`")
"""Code as a terminal shows it, in the messages that the guide quotes."""


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """A paragraph, a title, a cell, a button, an attribute that is spoken."""

    page: str
    """File of the site."""
    text: str


def read_blocks(folder: Path) -> list[Block]:
    """List the blocks of all pages of a built site.

    The standard parser does: that the pages are sound is another check’s work (`html5`), and
    html5lib takes 14 s for 248 pages where this takes one.
    """
    return [
        Block(file.relative_to(folder).as_posix(), text)
        for file in sorted(folder.rglob("*.html"))
        for text in texts_of(file.read_text(encoding="utf-8"))
    ]


def texts_of(page: str) -> list[str]:
    """List the blocks of a page; what is said to be in another language is left out."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return list(_cleaned(reader.blocks))


def _cleaned(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        clean = _BLANKS.sub(" ", _QUOTED_CODE.sub(CODE, text)).strip(" ")
        if clean.strip(CODE):
            yield clean


class _Reader(HTMLParser):
    """Cuts what it reads where a block starts or ends."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self._text = ""
        self._left_out: list[str] = []
        """The element that is left out and those inside it, none when words are read."""
        self._follows_link = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if self._left_out:
            self._left_out += [] if tag in _VOID else [tag]
            return
        self._part(tag)
        if _is_left_out(tag, values):
            self._text += CODE
            self._left_out = [tag]
            return
        self.blocks += [value for name, value in values.items() if name in _SPOKEN]
        if tag == "meta" and values.get("name") == "description":
            self.blocks.append(values.get("content", ""))

    def handle_endtag(self, tag: str) -> None:
        if self._left_out:
            self._left_out.pop()
        else:
            self._part(tag)
            self._follows_link = tag == "a"

    def handle_data(self, data: str) -> None:
        if not self._left_out:
            self._text += data
            self._follows_link = self._follows_link and not data.strip()

    def close(self) -> None:
        super().close()
        self._end_block()

    def _part(self, tag: str) -> None:
        """Two links with no word in between are a menu, not a sentence."""
        is_menu = tag == "a" and self._follows_link
        if is_menu or tag not in _INLINE | _CODE:
            self._end_block()
        self._follows_link = False

    def _end_block(self) -> None:
        self.blocks.append(self._text)
        self._text = ""


def _is_left_out(tag: str, values: dict[str, str]) -> bool:
    is_foreign = values.get("lang", "fr").partition("-")[0] != "fr"
    return tag in _UNREAD | _CODE or is_foreign
