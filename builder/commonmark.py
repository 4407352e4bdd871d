"""The CommonMark engine, behind a few functions: nothing else imports it.

pyromark (pulldown-cmark) was chosen over markdown-it-pyrs on the 655 examples of the
specification: it builds the same tree for all but one (example 177, white space after a list
marker), where the other fails three (currency signs beside emphasis, two comments); it is four
times faster and released often (measured November 2026, `tests/unit/test_commonmark.py`).
Tables are the one extension: a sheet may hold them as a bloc, so its body may too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

import pyromark

from builder.source import DEEPEST, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyromark.event import Event

_OPTIONS = pyromark.Options.ENABLE_TABLES
_ATX = re.compile(r"\s*#{1,6}(?:[ \t]+(?P<text>.*?))?(?:[ \t]+#+)?[ \t]*\n?", re.DOTALL)
_BLANK_LINES = re.compile(r"\A(?:[ \t]*\n)+")
_SPACES = re.compile(r"[ \t\r\n]+")
"""Without the no-break spaces of French typography."""
_CONTINUATION = re.compile(r"[ \t]*\n[ \t>]*")
"""Between two lines of a definition, which may stand in a quotation."""
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.)+)\]", re.DOTALL)
_BREAK = re.compile(r"<br\b", re.IGNORECASE)


_DEEP_START = re.compile(rf"[ >*+\-0-9.)]{{{DEEPEST + 1}}}")
_DEEP_LINE = re.compile(rf"\n{_DEEP_START.pattern}")
"""A line with as many marks or spaces as it takes to nest that deep; quick to look for."""
_HTML_TAG = re.compile(
    r"<(?P<closes>/?)(?P<name>[a-z][a-z0-9-]*)(?:[^<>]*(?P<alone>/)>)?", re.IGNORECASE
)
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
_FOREIGN = frozenset({"math", "svg"})
"""Where a tag that ends with `/>` holds nothing, as in XML."""
_ENDED_BY_ITSELF = frozenset({"dd", "dt", "li", "option", "p", "td", "th", "tr"})
"""Elements that another of their name ends, unless a list or a table opened in between."""
_HOLDERS = frozenset({"blockquote", "div", "dl", "ol", "table", "ul"})
_FORMATTING = frozenset(
    {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt"}
    | {"u"}
)
"""Elements that go on after the end of what holds them, until they are closed themselves (HTML,
« the list of active formatting elements »): a page of them grows with the square of their number.
"""

_UNDERLINE = re.compile(r"\n[ \t]*(?:=+|-+)[ \t]*(?:\n|\Z)")
"""What makes a heading of the line before."""

NOWHERE = Span(0, 0)
_REMEMBERED = 16_384
"""Lines whose plain words are kept: the titles of sections come back in every sheet."""


@dataclass(frozen=True, slots=True)
class HeadingFragment:
    """A heading that stands by itself in the text, outside any list or quotation."""

    level: int
    """1 to 6, as written."""
    text: str
    """Inline CommonMark."""
    span: Span = field(default=NOWHERE, compare=False)
    """Characters of the text that it was cut from; so for the others."""


@dataclass(frozen=True, slots=True)
class ImageFragment:
    """A paragraph that is one picture and nothing else."""

    src: str
    alt: str
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class TextFragment:
    """All that stands between two of the others."""

    text: str
    """CommonMark."""
    span: Span = field(default=NOWHERE, compare=False)


Fragment = HeadingFragment | ImageFragment | TextFragment


def to_html(text: str) -> str:
    """Render CommonMark (with tables) to HTML. The result is not safe."""
    return pyromark.html(text, options=_OPTIONS)


def inline_to_html(text: str) -> str:
    """Render one line of CommonMark without the block around it. The result is not safe."""
    line = _one_line(text)
    # As a heading, so that « 1. » or « - » at its start opens no list; the closing mark
    # protects a last « # » of the text itself.
    html = pyromark.html(f"# {line} #")
    return html.removeprefix("<h1>").removesuffix("</h1>\n") if line else ""


@lru_cache(maxsize=_REMEMBERED)
def plain_text(text: str) -> str:
    """Return the words of one line of CommonMark, without marks."""
    return _one_line("".join(map(_words, pyromark.events(f"# {_one_line(text)} #"))))


def split(text: str) -> tuple[Fragment, ...]:
    """Cut a text at its own headings and lone pictures; joined again, nothing is lost.

    Definitions of link references (`[x]: https://…`) hold for the whole text: they are repeated
    in every fragment that could use them.
    """
    definitions = _definitions(text)
    fragments: list[Fragment] = []
    start = 0
    for fragment in _landmarks(text):
        fragments += _text_fragment(text, Span(start, fragment.span.start), definitions)
        fragments.append(fragment)
        start = fragment.span.end
    fragments += _text_fragment(text, Span(start, len(text)), definitions)
    return tuple(fragments)


def _in_characters(raw: bytes, places: Iterable[Span]) -> Iterator[Span]:
    """Turn ranges of bytes into ranges of characters; they come in order, apart."""
    at = before = 0
    for place in places:
        start = before + len(raw[at : place.start].decode())
        at, before = place.end, start + len(raw[place.start : place.end].decode())
        yield Span(start, before)


def _landmarks(text: str) -> list[HeadingFragment | ImageFragment]:
    """Find headings and lone pictures at the top level."""
    if not _may_hold_landmarks(text):
        return []
    found: list[HeadingFragment | ImageFragment] = []
    blocks = [(block, span) for block, span in _top_blocks(text) if _may_be_landmark(block)]
    spans = _in_characters(text.encode(), (span for _, span in blocks))
    for (block, _), span in zip(blocks, spans, strict=True):
        match block[0]:
            case {"Start": {"Heading": {"level": level}}}:
                words = _heading_text(text[span.start : span.end])
                found.append(HeadingFragment(int(level[1]), words, span))
            case {"Start": "Paragraph"} if image := _lone_image(block[1:-1]):
                found.append(replace(image, span=span))
    return found


def _may_hold_landmarks(text: str) -> bool:
    """Tell whether a text may have a heading or a picture, from its marks alone."""
    lines = text.replace("\r", "\n") if "\r" in text else text
    return "#" in text or "![" in text or _UNDERLINE.search(lines) is not None


def _may_be_landmark(block: list[Event]) -> bool:
    match block[0]:
        case {"Start": {"Heading": _}}:
            return True
        case {"Start": "Paragraph"}:
            return _image_source(block[1]) is not None
    return False


def _top_blocks(text: str) -> Iterator[tuple[list[Event], Span]]:
    """Group the events of each outermost block, with its range in bytes."""
    block: list[Event] = []
    depth = 0
    for event, place in pyromark.events_with_range(text, options=_OPTIONS):
        if not depth:
            block, span = [], Span(place["start"], place["end"])
        block.append(event)
        if "Start" in event:  # those that are no `dict` have no such letters
            depth += 1
        elif "End" in event:
            depth -= 1
            if not depth:
                yield block, span


def _heading_text(source: str) -> str:
    match = _ATX.fullmatch(source)
    if match:
        return _one_line(match["text"] or "")
    return _one_line(" ".join(source.strip().split("\n")[:-1]))


def _lone_image(events: list[Event]) -> ImageFragment | None:
    """Return the picture that the events of a paragraph are, if they are one and no more."""
    src = _image_source(events[0]) if events else None
    if src is None or events.index({"End": "Image"}) != len(events) - 1:
        return None
    return ImageFragment(src, "".join(map(_words, events)))


def _image_source(event: Event) -> str | None:
    match event:
        case {"Start": {"Image": {"dest_url": url}}}:
            return str(url)
    return None


def _words(event: Event) -> str:
    match event:
        case {"Text": text} | {"Code": text}:
            return str(text)
        case "SoftBreak" | "HardBreak":
            return " "
        case {"InlineHtml": tag} if _BREAK.match(str(tag)):
            return " "
    return ""


def _one_line(text: str) -> str:
    return _SPACES.sub(" ", text).strip(" ")


def _text_fragment(text: str, span: Span, definitions: dict[int, str]) -> list[Fragment]:
    own = _BLANK_LINES.sub("", text[span.start : span.end]).rstrip()
    if not own:
        return []
    others: list[str] = []
    if definitions and "[" in own:
        used = set(map(_label, _LABEL.findall(own)))
        others = [
            line
            for at, line in definitions.items()
            if not span.start <= at < span.end and _label(line[1 : line.index("]:")]) in used
        ]
    # Before the text: what follows a code block that is never closed would be code.
    return [TextFragment("\n".join([*others, "", own]) if others else own, span)]


def _label(written: str) -> str:
    return " ".join(written.split()).casefold()


def _definitions(text: str) -> dict[int, str]:
    """Map the place of each definition of a link reference to its text on one line."""
    if "]:" not in text:
        return {}
    spans = [definition["span"] for definition in pyromark.reference_definitions(text).values()]
    places = _in_characters(text.encode(), sorted(Span(at["start"], at["end"]) for at in spans))
    return {
        place.start: _CONTINUATION.sub(" ", text[place.start : place.end].strip())
        for place in places
    }


def find_too_deep(text: str) -> tuple[Span, str] | None:
    """Find what `DEEPEST` others hold: quotations and lists, or elements of HTML.

    The time to make HTML safe grows with the square of the depth.

    Returns:
        Its range in characters, and the French name of what is nested; None in a sound text.
    """
    if not may_be_too_deep(text):
        return None
    depth = 0
    opened: list[str] = []
    for event, place in pyromark.events_with_range(text, options=_OPTIONS):
        at = place["start"]
        match event:
            case {"Start": {"List": _} | {"BlockQuote": _}}:
                depth += 1
            case {"End": {"List": _} | {"BlockQuote": _}}:
                depth -= 1
            case {"Html": html} | {"InlineHtml": html}:
                for tag in _HTML_TAG.finditer(str(html)):
                    opened = _follow(opened, tag)
                    if len(opened) > DEEPEST:
                        at += len(str(html)[: tag.start()].encode())
                        span = Span(at, at + tag.end("name") - tag.start())
                        return next(_in_characters(text.encode(), [span])), "balises"
        if depth > DEEPEST:
            span = Span(at, at + 1)
            return next(_in_characters(text.encode(), [span])), "listes ou citations"
    return None


def may_be_too_deep(text: str) -> bool:
    """Tell by its look alone whether a text may nest that deep: hardly any does."""
    if text.count("<") > DEEPEST:
        return True
    if "\t" in text or "\r" in text:
        text = text.replace("\r", "\n").expandtabs(4)
    return bool(_DEEP_START.match(text) or _DEEP_LINE.search(text))


def _follow(opened: list[str], tag: re.Match[str]) -> list[str]:
    """Return the names of the elements that are open after a tag."""
    name = tag["name"].lower()
    if name in _VOID or (tag["alone"] and not _FOREIGN.isdisjoint(opened)):
        return opened
    at = next((at for at in range(len(opened) - 1, -1, -1) if opened[at] == name), None)
    if tag["closes"]:
        if at is None:
            return opened
        inner = [] if name in _FORMATTING else opened[at + 1 :]
        outer = opened[at + 1 :] if name in _FORMATTING else []
        return [*opened[:at], *outer, *filter(_FORMATTING.__contains__, inner)]
    if name in _ENDED_BY_ITSELF and at is not None and _HOLDERS.isdisjoint(opened[at:]):
        return [*opened[:at], *filter(_FORMATTING.__contains__, opened[at:]), name]
    return [*opened, name]
