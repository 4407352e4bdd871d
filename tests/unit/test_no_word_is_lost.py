"""All that an author wrote in a section is on the page, and nothing else.

The words of the source are counted without our code: the head is read by the standard library, rich
text is rendered by markdown-it.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from markdown_it import MarkdownIt

from tests.sheets import (
    PROJECT,
    SHARED,
    Told,
    own_vocabulary,
    read_fiche,
    read_temoin,
    shown,
    text_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

SEED = SHARED / "seeds" / "003_ce77a5272f81afd1.txt"
FICHES = sorted((PROJECT / "content" / "fiches").rglob("*.md"))
TEMOINS = sorted((PROJECT / "content" / "temoins").rglob("*.md"))

_MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable("table")
_KEYS_WITH_WORDS = re.compile(
    "(?:title|richtext|cta)[0-9]*|headtitle|headparagraph|tableheadings|name|values|text|question|answer"
)
_KEYS_OF_THE_CMS = {"template", "forestrylabel"}


def _source_words(text: str) -> Counter[str]:
    _, head, body = re.split(r"^\+\+\+\s*$", text, maxsplit=2, flags=re.MULTILINE)
    blocs = tomllib.loads(head).get("blocs", [])
    texts = [body, *(text for bloc in blocs for text in _texts(bloc, is_known=_is_known(bloc)))]
    return Counter(word for text in texts for word in _words(_MARKDOWN.render(text)))


def _is_known(bloc: dict[str, Any]) -> bool:
    return str(bloc["template"]) != "bloc-mystere"


def _texts(value: object, key: str = "", *, is_known: bool) -> Iterator[str]:
    if isinstance(value, str):
        if not is_known or _KEYS_WITH_WORDS.fullmatch(key):
            yield value
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item, key, is_known=is_known)
    elif isinstance(value, dict):
        if not value.get("text") and "link" in value:
            yield value["link"]
        for name, item in value.items():
            if name not in _KEYS_OF_THE_CMS:
                yield from _texts(item, name, is_known=is_known)


def _words(html: str) -> list[str]:
    return re.findall(r"\w+", text_of(html))


def _page_words(told: Told) -> Counter[str]:
    assert told.sheet is not None, shown(told.diagnostics)
    titles = [_words(section.title) for section in told.sheet.sections]
    return Counter(word for words in [*titles, *map(_words, told.sections)] for word in words)


@pytest.mark.parametrize("file", FICHES, ids=lambda file: file.stem)
def test_no_word_of_a_fiche_of_the_project_is_lost(file: Path) -> None:
    """Each of the fiches that are published."""
    text = file.read_text(encoding="utf-8")

    assert _page_words(read_fiche(text, words=own_vocabulary())) == _source_words(text)


@pytest.mark.parametrize("file", TEMOINS, ids=lambda file: file.stem)
def test_no_word_of_a_witness_of_the_project_is_lost(file: Path) -> None:
    """Each of the stories that are published."""
    text = file.read_text(encoding="utf-8")

    assert _page_words(read_temoin(text, words=own_vocabulary())) == _source_words(text)


def test_no_word_of_any_bloc_is_lost() -> None:
    """A sheet with every template and every key that holds words."""
    text = (Path(__file__).parent / "every-bloc.md").read_text(encoding="utf-8")

    assert _page_words(read_fiche(text)) == _source_words(text)


@pytest.mark.skipif(not SEED.is_file(), reason=f"no seed sheet at {SEED}")
def test_no_word_of_the_sheet_of_the_cms_is_lost() -> None:
    """A real one, of nearly two thousand words."""
    text = SEED.read_text(encoding="utf-8")
    words = _source_words(text)

    assert words.total() > 1_800
    assert _page_words(read_fiche(text, words=own_vocabulary())) == words
