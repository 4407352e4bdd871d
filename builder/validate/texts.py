"""Every text of a sheet, head and body, with its place: what the rules on writing read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.diagnostics.model import Place
    from builder.parse.keypath import KeyPath
    from builder.parse.raw import RawSheet

NO_WORDS = frozenset(
    {
        *("align", "background", "color", "date", "estime", "forestrylabel", "hreflangs"),
        *("financialinvest", "humaninvest", "image", "kind", "maturity", "nature", "position"),
        *("schemajson", "sector", "shadowed", "size", "slug", "style", "template", "titlelevel"),
        *("trackers", "unite", "valeurs", "website"),
    }
)
"""Keys that hold a word of a list, the CMS's own, a figure or a machine's text: no sentence.

`trackers` is never published, `website` is an address of its own.
"""

ADDRESSES = frozenset({"link", "url", "youtubeurl"})
"""Keys that hold an address, not words."""

NOT_OURS = ADDRESSES | {"company", "sources", "labels", "texte", "auteur", "fonction", "source"}
"""Keys whose words are not the editor's own: names, titles of documents, what somebody said."""

YEAR = re.compile(r"(?<![\d,.])(?:19|20)\d\d(?!\d)")

_RICH = re.compile(r"richtext\d*|answer|headparagraph|text")
_HIDDEN = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_FENCED = re.compile(r"^[ ]{0,3}(`{3,}|~{3,}).*?(?:^[ ]{0,3}\1|\Z)", re.DOTALL | re.MULTILINE)
_DESTINATION = re.compile(r"(?<=\]\()(?!mailto:|tel:)[^)\s]+|https?://[^\s)>\]\"]+")


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a sheet, as its author means it: escapes of TOML are read."""

    raw: RawSheet
    path: KeyPath
    """Its key path; nothing for the body."""
    text: str
    _whole: list[Place] = field(default_factory=list, repr=False, compare=False)
    """Its place, once it has been asked for: reading the escapes of a long text takes time."""

    @property
    def key(self) -> str:
        """The name of the key that holds it: `richtext` for an item of a list of them too."""
        for part in reversed(self.path):
            if isinstance(part, str):
                return part
        return ""

    @property
    def is_rich(self) -> bool:
        """Whether it is CommonMark of several lines."""
        return not self.path or bool(_RICH.fullmatch(self.key)) or self.path[0] == "seotexts"

    def place(self, start: int, end: int) -> Place:
        """Return the place of a range of the text."""
        if not self._whole:
            place = self.raw.place(self.path) if self.path else self.raw.body_place()
            self._whole.append(place)
        return self._whole[0].part(start, end)


def read_texts(raw: RawSheet) -> Iterator[Text]:
    """Yield the texts of a sheet in the order of the file, the body last.

    The walk keeps its own stack: a head may be as deep as tomli reads.
    """
    waiting: list[tuple[KeyPath, object]] = [((), raw.values)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, str):
            if value:
                yield Text(raw, path, value)
        elif isinstance(value, dict):
            held = [((*path, key), item) for key, item in value.items() if key not in NO_WORDS]
            waiting += reversed(held)
        elif isinstance(value, list):
            waiting += reversed([((*path, at), item) for at, item in enumerate(value)])
    if raw.body:
        yield Text(raw, (), raw.body)


def without_comments(text: str) -> str:
    """Return the text with blanks for the HTML comments, which no page shows; same length."""
    return _blank(_HIDDEN, text) if "<!--" in text else text


def without_code(text: str) -> str:
    """Return the text with blanks for comments and fenced code; same length."""
    shown = without_comments(text)
    return _blank(_FENCED, shown) if "```" in shown or "~~~" in shown else shown


def without_addresses(text: str) -> str:
    """Return the text with blanks for the addresses of pages and pictures; same length."""
    return _blank(_DESTINATION, text) if "](" in text or "://" in text else text


def one_line(words: str) -> str:
    """Return words of a text as a message quotes them: line ends and runs of spaces made one."""
    return " ".join(words.split())


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
