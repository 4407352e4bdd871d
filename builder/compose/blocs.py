"""Sections written as `[[blocs]]`, as the CMS wrote them (FORMAT, « Sections »)."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from builder.compose.outline import SECTION_LEVEL, Item, Title, as_parts, read_rich_text
from builder.model import (
    Callout,
    Column,
    Columns,
    Faq,
    LinkItem,
    Links,
    Picture,
    Question,
    Table,
    Video,
)
from builder.normalise import fold
from builder.validate.sheets import MAX_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from builder.diagnostics.model import Locate, Place
    from builder.parse.keypath import KeyPath
    from builder.parse.raw import RawSheet
    from builder.validate.shapes import Checked

_ADDRESS = re.compile(r"(?:https?://|mailto:|/)\S+")
_HIGHLIGHTED = "mise en valeur"
_NO_WORDS = {
    *("align", "color", "forestrylabel", "image", "position"),
    *("size", "style", "template", "titlelevel"),
}
"""Keys of an unknown bloc that hold the CMS's own words, not the author's."""


def read_blocs(blocs: list[Checked], raw: RawSheet) -> Iterator[Item]:
    """Return the stream of a list of checked blocs."""
    return _Blocs(raw).read_all(blocs, ("blocs",), SECTION_LEVEL)


class _Blocs:
    """Reads blocs of one sheet. `under` is the level of the title they stand under, or open."""

    def __init__(self, raw: RawSheet) -> None:
        self.raw = raw

    def read_all(self, blocs: list[Checked], path: KeyPath, level: int) -> Iterator[Item]:
        for index, bloc in enumerate(blocs):
            own_path = (*path, index)
            if "raw" in bloc:
                yield from self._unknown(bloc["raw"], own_path)
            else:
                yield from self._READERS[bloc["template"]](self, bloc, own_path, level)

    def _personalise(self, bloc: Checked, path: KeyPath, level: int) -> Iterator[Item]:
        content, media = bloc["content"], bloc["media"]
        under = _level(content["titlelevel"], level)
        if content["title"]:
            yield Title(under, content["title"])
        text = [
            *self._rich(content["richtext"], (*path, "content", "richtext"), under),
            *self._cta(content["cta"], (*path, "content", "cta"), under),
        ]
        pictures = list(self._media(media, (*path, "media")))
        items = [*text, *pictures] if media["position"] in {"", "Bottom"} else [*pictures, *text]
        if fold(bloc["style"]["content"]) == _HIGHLIGHTED and items:
            yield Callout(as_parts(items))
        else:
            yield from items

    def _set(self, bloc: Checked, path: KeyPath, level: int) -> Iterator[Item]:
        under = _level(bloc["titlelevel"], level)
        if bloc["title"]:
            yield Title(under, bloc["title"])
        inner = under + 1 if bloc["title"] else level
        yield from self.read_all(bloc["parts"], (*path, "parts"), inner)

    def _links(self, bloc: Checked, path: KeyPath, level: int) -> Iterator[Item]:
        yield from _title(bloc["title"], level)
        items = tuple(
            LinkItem(
                part["text"] or part["link"],
                part["link"],
                self._picture(part, (*path, "parts", index)),
                self._locate((*path, "parts", index, "link")),
            )
            for index, part in enumerate(bloc["parts"])
        )
        yield from _links(items)

    def _table(self, bloc: Checked, path: KeyPath, level: int) -> Iterator[Item]:
        yield from self._intro(bloc, path, level)
        lines = tuple((line["name"], tuple(line["values"])) for line in bloc["tablelines"])
        if lines or bloc["tableheadings"]:
            yield Table(tuple(bloc["tableheadings"]), lines, partial(self._locate_cell, path))

    def _columns(self, bloc: Checked, path: KeyPath, level: int) -> Iterator[Item]:
        yield from self._intro(bloc, path, level)
        columns = [self._column(bloc, path, level, number) for number in range(1, MAX_COLUMNS + 1)]
        filled = tuple(column for column in columns if column != Column("", None, ()))
        if filled:
            yield Columns(filled)

    def _column(self, bloc: Checked, path: KeyPath, level: int, number: int) -> Column:
        image = {"image": bloc[f"image{number}"], "alt": bloc[f"alt{number}"], "size": ""}
        items = [
            *self._rich(bloc[f"richtext{number}"], (*path, f"richtext{number}"), level),
            *self._cta(bloc[f"cta{number}"], (*path, f"cta{number}"), level),
        ]
        keys = (f"image{number}", f"alt{number}")
        picture = self._picture(image, path, keys=keys)
        locate = self._locate((*path, f"title{number}"))
        return Column(bloc[f"title{number}"], picture, as_parts(items), locate)

    def _logos(self, bloc: Checked, path: KeyPath, level: int) -> Iterator[Item]:
        yield from _title(bloc["title"], level)
        items = tuple(
            LinkItem(
                logo["name"] or logo["url"],
                logo["url"],
                self._picture(
                    {**logo["logo"], "alt": logo["logo"]["alt"] or logo["name"]},
                    (*path, "logos", index, "logo"),
                ),
                self._locate((*path, "logos", index, "url")),
            )
            for index, logo in enumerate(bloc["logos"])
        )
        yield from _links(items)

    def _faq(self, bloc: Checked, path: KeyPath, level: int) -> Iterator[Item]:
        yield from _title(bloc["title"], level)
        questions = tuple(
            Question(
                part["question"],
                as_parts(self._rich(part["answer"], (*path, "parts", index, "answer"), level)),
                self._locate((*path, "parts", index, "question")),
            )
            for index, part in enumerate(bloc["parts"])
        )
        if questions:
            yield Faq(questions)

    def _unknown(self, value: object, path: KeyPath) -> Iterator[Item]:
        """Show every text of a bloc of an unknown kind, in order."""
        if isinstance(value, dict):
            for key, inner in value.items():
                if key not in _NO_WORDS:
                    yield from self._unknown(inner, (*path, key))
        elif isinstance(value, list):
            for index, inner in enumerate(value):
                yield from self._unknown(inner, (*path, index))
        elif isinstance(value, str):
            yield from self._rich(value, path, SECTION_LEVEL)

    def _intro(self, bloc: Checked, path: KeyPath, level: int) -> Iterator[Item]:
        yield from _title(bloc["headtitle"], level)
        yield from self._rich(bloc["headparagraph"], (*path, "headparagraph"), level)

    def _rich(self, text: str, path: KeyPath, under: int) -> Iterator[Item]:
        return read_rich_text(text, under, self._locate(path))

    def _cta(self, text: str, path: KeyPath, under: int) -> Iterator[Item]:
        if _ADDRESS.fullmatch(text):
            yield Links((LinkItem(text, text, locate=self._locate(path)),))
        else:
            yield from self._rich(text, path, under)

    def _media(self, media: Checked, path: KeyPath) -> Iterator[Item]:
        for index, medium in enumerate(media["media"]):
            own_path = (*path, "media", index)
            if "raw" in medium:
                yield from self._unknown(medium["raw"], own_path)
            elif "youtubeurl" in medium:
                yield from self._video(medium, own_path)
            else:
                picture = self._picture(medium, own_path, side=media["position"])
                if picture:
                    yield picture

    def _video(self, medium: Checked, path: KeyPath) -> Iterator[Item]:
        button = medium["button"]
        if medium["youtubeurl"]:
            picture = self._picture(button, (*path, "button"))
            locate = self._locate((*path, "youtubeurl"))
            yield Video(medium["youtubeurl"], button["text"], picture, locate)

    def _picture(
        self,
        image: Checked,
        path: KeyPath,
        *,
        side: str = "",
        keys: tuple[str, str] = ("image", "alt"),
    ) -> Picture | None:
        if not image["image"]:
            return None
        side = side if side in {"Left", "Right"} else ""
        locate, locate_alt = (self._locate((*path, key)) for key in keys)
        size = image.get("size", "")
        return Picture(image["image"], image["alt"], size, side, locate, locate_alt)

    def _locate_cell(self, path: KeyPath, line: int, column: int) -> Place:
        if line < 0:
            return self.raw.place((*path, "tableheadings", column))
        cell = ("values", column - 1) if column else ("name",)
        return self.raw.place((*path, "tablelines", line, *cell))

    def _locate(self, path: KeyPath) -> Locate:
        return partial(self.raw.place, path)

    _READERS: ClassVar[dict[str, Callable[[_Blocs, Checked, KeyPath, int], Iterator[Item]]]] = {
        "bloc-personalise": _personalise,
        "ensemble-blocs-personalises": _set,
        "pour-aller-plus-loin": _links,
        "bloc-table": _table,
        "bloc-columns": _columns,
        "bloc-icon": _columns,
        "bloc-logos": _logos,
        "faq": _faq,
    }
    """Not bound: an instance would hold itself, and its sheet, until garbage is collected."""


def _links(items: Iterable[LinkItem]) -> Iterator[Links]:
    filled = tuple(item for item in items if item.text or item.picture)
    if filled:
        yield Links(filled)


def _title(text: str, level: int) -> Iterator[Title]:
    if text:
        yield Title(level, text)


def _level(written: str, least: int) -> int:
    return max(least, int(written)) if written in {"1", "2", "3", "4"} else least
