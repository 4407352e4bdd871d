"""The style sheet and the scripts of the theme, as they are published."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from builder.vocabulary import Vocabulary

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SCRIPT_COMMENT = re.compile(r"^[ \t]*(?:/\*\*.*?\*/|//[^\n]*)[ \t]*\n", re.MULTILINE | re.DOTALL)
_FIRST, _LAST = "base", "impression"
"""Components whose rules must come before, and after, all the others."""


def make_stylesheet(components: Path, vocabulary: Vocabulary) -> str:
    """Join the style sheets of the components, in a stable order, and the colours of natures."""
    files = sorted(components.glob("*/*.css"), key=_order)
    sheets = [_compact(file.read_text(encoding="utf-8")) for file in files]
    return "\n".join([*sheets[:1], nature_colours(vocabulary), *sheets[1:]])


def compact_script(text: str) -> str:
    """Leave out the comments that have lines of their own: they are for who reads the project.

    The rest is published as it is written: no bundler, and the same lines in a debugger.
    """
    return _SCRIPT_COMMENT.sub("", text)


def nature_colours(vocabulary: Vocabulary) -> str:
    """Write one class a nature: `.fp-nature--social`, light, dark, and light again on paper."""
    light = _classes({value.slug: value.light for value in vocabulary["nature"].values})
    dark = _classes({value.slug: value.dark for value in vocabulary["nature"].values})
    return f"{light}@media screen and (prefers-color-scheme:dark){{{dark}}}\n"


def fingerprint(text: str) -> str:
    """Return eight characters that change with the text, for the name of a file."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _classes(colours: dict[str, str]) -> str:
    return "".join(
        f".fp-nature--{slug}{{--fp-nature:{colour}}}\n" for slug, colour in colours.items()
    )


def _compact(css: str) -> str:
    """Leave out comments and margins: a reader's phone has no use for them."""
    lines = (line.strip() for line in _COMMENT.sub("", css).splitlines())
    return "\n".join(line for line in lines if line)


def _order(file: Path) -> tuple[bool, bool, str]:
    name = file.parent.name
    return (name != _FIRST, name == _LAST, file.as_posix())
