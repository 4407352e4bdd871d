"""What a drawing must not hold: an SVG is a document, and may be a program.

Shown by `<img>` it runs nothing; opened by itself it acts in the name of the site. Only drawings
are published: no script, no web page inside, nothing taken from elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.parsers import expat  # stopped before the first entity: none is expanded

from builder.errors import BuilderError
from builder.validate.links import is_safe_link

_SVG = "http://www.w3.org/2000/svg"
_PAGE_SPACES = frozenset(
    {
        "http://www.w3.org/1998/Math/MathML",  # a browser draws it, and runs its handlers
        "http://www.w3.org/1999/xhtml",
        "http://www.w3.org/2001/xml-events",
    }
)
_XML_BASE = "http://www.w3.org/XML/1998/namespace base"
_PROGRAMS = frozenset({"handler", "listener", "script"})
_PAGES = frozenset({"audio", "canvas", "embed", "foreignobject", "iframe", "object", "video"})
_ANIMATIONS = frozenset({"animate", "animatecolor", "animatemotion", "animatetransform", "set"})
_PICTURE = re.compile(r"data:image/(?:avif|gif|jpe?g|png|webp)[;,]", re.IGNORECASE)
_IN_STYLE = r"(?:\#|data:(?:image/(?:avif|gif|jpe?g|png|webp)|font/|application/(?:x-)?font))"
_LOADS = re.compile(
    rf"@import|image-set\(|(?:url|src)\(\s*+['\"]?+\s*+(?!{_IN_STYLE})[^)]", re.IGNORECASE
)
_RUNS = re.compile(r"(?:java|vb)script:|data:text/|expression\(", re.IGNORECASE)
_BLANK = re.compile(r"[\x00-\x20]+")
_STYLE_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|(.))", re.IGNORECASE)
_STYLE_NOISE = re.compile(r"/\*.*?\*/|@namespace[^;]*;", re.DOTALL)
_LAST_CHARACTER = 0x10FFFF

_IS_PROGRAM = "il contient un programme (`{}`)"
_IS_PAGE = "il contient une page web (`{}`)"
_CALLS = "il fait appel à un autre fichier ou à un autre site (`{}`)"


@dataclass(frozen=True, slots=True)
class SvgFault:
    """Why a drawing is not published."""

    reason: str
    """In French, after « ce dessin SVG n’est pas publié : »."""
    at: int
    """Where, in bytes of the file (octets)."""


def find_svg_fault(raw: bytes) -> SvgFault | None:
    """Return the first thing in a drawing that is no drawing, or nothing."""
    reader = _Reader()
    try:
        reader.parser.Parse(raw, True)  # noqa: FBT003 - expat takes no keyword
    except _FaultError as error:
        return SvgFault(str(error), reader.at)
    except (expat.ExpatError, ValueError, LookupError):
        reason = "il est mal formé, et ne peut pas être vérifié"
        return SvgFault(reason, max(reader.parser.ErrorByteIndex, 0))
    return None


class _FaultError(BuilderError):
    """Stops the reading at a fault."""


class _Reader:
    """Reads a drawing once, from its first element to its last."""

    def __init__(self) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        self.parser = parser
        self.at = 0
        """First byte of the tag being read."""
        self.is_begun = False
        self.style: list[str] | None = None
        """Text of the `<style>` being read."""

    def _doctype(self, _name: str, *ids_and_subset: object) -> None:
        """Accept the old public doctype, which many programs write and nobody loads."""
        self.at = self.parser.CurrentByteIndex
        *_, has_subset = ids_and_subset
        if has_subset:
            raise _FaultError("il définit des abréviations (`<!DOCTYPE … [`) qui cachent le reste")

    def _instruction(self, target: str, _text: str) -> None:
        self.at = self.parser.CurrentByteIndex
        if target.lower() == "xml-stylesheet":
            raise _FaultError(_CALLS.format("<?xml-stylesheet?>"))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.at = self.parser.CurrentByteIndex
        space, _, tag = name.rpartition(" ")
        if not self.is_begun and (space, tag) != (_SVG, "svg"):
            raise _FaultError(f'il commence par `<{tag}>`, pas par `<svg xmlns="{_SVG}">`')
        self.is_begun = True
        if space in _PAGE_SPACES or (space == _SVG and tag.lower() in _PAGES):
            raise _FaultError(_IS_PAGE.format(f"<{tag}>"))
        if space != _SVG:
            return  # notes of a drawing program: a browser draws none of them
        if tag.lower() in _PROGRAMS:
            raise _FaultError(_IS_PROGRAM.format(f"<{tag}>"))
        for attribute, value in attributes.items():
            _check_attribute(tag.lower(), attribute, value)
        if tag.lower() == "style":
            self.style = []

    def _text(self, text: str) -> None:
        if self.style is not None:
            self.style.append(text)

    def _end(self, _name: str) -> None:
        if self.style is not None:
            _check_style("".join(self.style))
            self.style = None


def _check_attribute(tag: str, attribute: str, value: str) -> None:
    name = attribute.rpartition(" ")[2].lower()
    if name.startswith("on"):
        raise _FaultError(_IS_PROGRAM.format(name))
    if attribute == _XML_BASE:
        raise _FaultError(_CALLS.format("xml:base"))
    if _RUNS.search(_BLANK.sub("", value)):
        raise _FaultError(_IS_PROGRAM.format(_short(value)))
    if tag in _ANIMATIONS and name == "attributename" and _is_acting(value):
        raise _FaultError(_IS_PROGRAM.format(f"<{tag}>"))
    if name in {"href", "src"}:
        _check_address(tag, value.strip())
    else:
        _check_style(value)


def _is_acting(attribute: str) -> bool:
    """Tell whether an animation changes where a link leads or what an event does."""
    name = attribute.rpartition(":")[2].strip().lower()
    return name == "href" or name.startswith("on")


def _check_address(tag: str, value: str) -> None:
    is_picture = tag in {"image", "feimage"} and _PICTURE.match(value)
    is_link = tag == "a" and is_safe_link(value)
    if value and not (value.startswith("#") or is_picture or is_link):
        raise _FaultError(_CALLS.format(_short(value)))


def _check_style(text: str) -> None:
    read = _STYLE_NOISE.sub("", _STYLE_ESCAPE.sub(_as_read, text))
    found = _LOADS.search(read) or _RUNS.search(read)
    if found:
        raise _FaultError(_CALLS.format(_short(read[found.start() :])))


def _as_read(escape: re.Match[str]) -> str:
    r"""Write a character of a style sheet for its escape: `\75 rl(` is `url(`."""
    if not escape[1]:
        return escape[2]
    code = int(escape[1], base=16)
    return chr(code) if code <= _LAST_CHARACTER else "?"


def _short(text: str, length: int = 60) -> str:
    line = " ".join(text.replace("`", "").split())
    return line if len(line) <= length else f"{line[:length]}…"
