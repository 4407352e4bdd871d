"""Prices that no year dates: « 1 100 € par jour »."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from builder.diagnostics.rules.redaction import PrixSansAnnee
from builder.validate.texts import NOT_OURS, YEAR, one_line, without_addresses, without_code

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from builder.parse.keypath import KeyPath
    from builder.validate.report import Report
    from builder.validate.texts import Text

_NUMBER = r"\d{1,3}(?:[ .\u00a0\u2009\u202f]\d{3}){1,4}(?:,\d{1,6})?|\d{1,12}(?:[.,]\d{1,6})?"
_EUROS = (
    r"(?:(?:[kKM]|Md)?€|(?:[kKM]|Md)\s?euros?\b"
    r"|(?:(?:milliers?|millions?|milliards?)\s{1,2}d[’'])?(?:euros?|EUR)\b)"
)
_PRICE = re.compile(
    rf"(?<![\d,.])(?:(?:{_NUMBER})\s?(?:{_EUROS})?\s?(?:à|et|ou|-|–)\s?)?"
    rf"(?P<number>{_NUMBER})\s?{_EUROS}"
)
"""An amount in euros, or two: « entre 1 100 € et 1 600 € »."""

_NO_PRICE_BEFORE = re.compile(
    r"(?:chiffres?\s+d[’']affaires|\bCA\b|\bcapital|\bbilan|\bseuil|\bplafond|\brésultat"
    r"|\bamende|\bvaleur\s+ajoutée)[^.€]{0,60}\Z",
    re.IGNORECASE,
)
_NO_PRICE_AFTER = re.compile(
    r"\s+(?:HT\s+)?(?:de\s+(?:chiffre|CA\b|bilan|capital|recettes)|d[’']amende)", re.IGNORECASE
)
_BEFORE = 100
"""Characters before an amount that may say it is no price."""

_MOST = 200
"""Amounts looked at in one paragraph: one that holds more is no prose."""

_RATIO = re.compile(r"\b(?:pour|par)\s+(?:1|une?|chaque)\s*(?:€|euro)", re.IGNORECASE)
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]")
_TITLE = re.compile(r" {0,3}(#{1,6})[ \t]")
_TITLES = frozenset({"title", "headtitle"})


SIGNS = ("€", "euro", "EUR")
"""What the text of a file must have to hold an amount."""


def may_hold_prices(text: str) -> bool:
    """Tell quickly whether the text of a file may hold an amount in euros."""
    return "€" in text or "euro" in text or "EUR" in text


def check_prices(texts: Sequence[Text], report: Report) -> None:
    """Tell of prices that no year dates (FP613): the first of each paragraph, line or table.

    An amount that another place of the sheet dates is known to the reader.
    """
    units = list(_priced_units(texts))
    dated = {_amount(price) for unit in units if unit.is_dated for price in unit.prices}
    for unit in units:
        unknown = (price for price in unit.prices if _amount(price) not in dated)
        price = None if unit.is_dated else next(unknown, None)
        if price is not None:
            report.tell_at(PrixSansAnnee, unit.text.place(*price.span()), words=one_line(price[0]))


@dataclass(frozen=True, slots=True)
class _Unit:
    """A paragraph, a line of a list or a table that holds prices."""

    text: Text
    prices: Sequence[re.Match[str]]
    is_dated: bool


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A range of a text: lines without a blank one; in a list, those of one item."""

    start: int
    end: int
    is_item: bool
    titles: str
    """The titles it stands under."""


def _priced_units(texts: Sequence[Text]) -> Iterator[_Unit]:
    """Yield what holds prices, with whether a year stands by: in it, or in the titles over it."""
    blocs = _words_of_blocs(texts)
    for text in texts:
        if text.key in NOT_OURS or not may_hold_prices(text.text):
            continue
        shown = without_addresses(without_code(text.text))
        over = "\n".join(blocs.get(text.path[:2], ())) if text.path[:1] == ("blocs",) else ""
        for paragraph, around in _units(shown):
            own = shown[paragraph.start : paragraph.end]
            prices = _prices(shown, paragraph) if may_hold_prices(own) else []
            if prices:
                context = _PRICE.sub(" ", f"{over}\n{around}\n{own}")
                yield _Unit(text, prices, is_dated=YEAR.search(context) is not None)


def _words_of_blocs(texts: Sequence[Text]) -> dict[KeyPath, list[str]]:
    """Map the path of each bloc to what dates all that it holds.

    Its title, the headings and cells of its table, its questions; not its rich texts. A bloc
    without a title goes on with the section before it.
    """
    held = [text for text in texts if text.path[:1] == ("blocs",)]
    titles = {text.path[:2]: text.text for text in held if text.key in _TITLES}
    words: dict[KeyPath, list[str]] = {}
    last = ""
    for text in held:
        own = text.path[:2]
        if own not in words:
            last = titles.get(own, last)
            words[own] = [last]
        if not text.is_rich or text.key in {"text", "headparagraph"}:
            words[own].append(text.text)
    return words


def _units(text: str) -> Iterator[tuple[_Paragraph, str]]:
    """Yield the paragraphs, list items and tables of a text; each with what stands over it.

    Over an item there is the paragraph that opens its list; beside a table, the paragraphs before
    and after it; over all, the titles.
    """
    paragraphs = list(_paragraphs(text))
    intro = ""
    for at, paragraph in enumerate(paragraphs):
        around = paragraph.titles
        if paragraph.is_item:
            around += f"\n{intro}"
        else:
            intro = text[paragraph.start : paragraph.end]
            if "|" in intro:
                beside = (*paragraphs[max(0, at - 1) : at], *paragraphs[at + 1 : at + 2])
                around += "".join(f"\n{text[near.start : near.end]}" for near in beside)
        yield paragraph, around


def _paragraphs(text: str) -> Iterator[_Paragraph]:
    titles: dict[int, str] = {}
    at, start, is_item = 0, -1, False
    for line in [*text.split("\n"), ""]:
        title = _TITLE.match(line)
        opens_item = _ITEM.match(line) is not None
        if start >= 0 and (title or opens_item or not line.strip()):
            yield _Paragraph(start, min(at, len(text)), is_item, "\n".join(titles.values()))
            start = -1
        if title:
            level = len(title[1])
            titles = {over: words for over, words in titles.items() if over < level}
            titles[level] = line
        elif start < 0 and line.strip():
            start, is_item = at, opens_item
        at += len(line) + 1


def _prices(text: str, paragraph: _Paragraph) -> list[re.Match[str]]:
    start, end = paragraph.start, paragraph.end
    if _RATIO.search(text, start, end):
        return []
    return [
        price
        for price in islice(_PRICE.finditer(text, start, end), _MOST)
        if float(_amount(price)) > 1
        and not _NO_PRICE_BEFORE.search(text[max(start, price.start() - _BEFORE) : price.start()])
        and not _NO_PRICE_AFTER.match(text, price.end())
    ]


def _amount(price: re.Match[str]) -> str:
    """Return the digits of an amount, the same however it is spaced."""
    return re.sub(r"[^\d,]", "", price["number"]).replace(",", ".")
