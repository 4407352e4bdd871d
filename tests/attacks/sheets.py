"""Sheets whose every text field holds attacks, as TOML that Python writes.

What the rules refuse as an error never reaches a page: it is left out of the field that it stands
in, and of no other.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from builder.model import (
    Callout,
    Column,
    Columns,
    Faq,
    Heading,
    LinkItem,
    Links,
    Picture,
    Question,
    RichText,
    Section,
    Table,
    Video,
)
from tests.attacks.strings import ATTACKS, A
from tests.sheets import blocs_text, fiche_text, read_fiche, read_temoin, temoin_text, vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

Value: TypeAlias = "str | bool | float | Sequence[Value] | Mapping[str, Value]"
Bloc: TypeAlias = "Mapping[str, Value]"
Item = TypeVar("Item")

PICTURES = {
    "a.png",
    "b c.png",
    "d' onerror='alert(1).png",
    "e&quot; onload=alert(1) .png",
    "{{ 7*7 }}.png",
    *([] if sys.platform == "win32" else ['f"><img src=x onerror=alert(1)>.png']),
}
"""Names of pictures; Windows knows no file with such signs as `<`."""
FICHE_TEXTS = ("title", "description", "company", "breadcrumb", "duree", "cout", "slug")
TEMOIN_TEXTS = ("company", "activity", "territory", "slug")
"""Keys that hold one text, shown without marks."""
_WORDS = vocabulary()


@dataclass(frozen=True, slots=True)
class Batch:
    """The attacks of one class: a key of one text holds them all, one after the other."""

    number: int
    texts: tuple[str, ...]

    @property
    def marked(self) -> list[str]:
        """Those that may stand in a text with marks: none shows a picture of elsewhere (FP303)."""
        return _kept(self.texts, lambda texts: rich_fiche(*texts))

    @property
    def body(self) -> str:
        """Those that a file may hold as they are, each as a section, a title in it and a text."""
        parts = [f"## {text}\n\n### {text}\n\n{text}" for text in self.texts]
        return "\n\n".join(_kept(parts, lambda parts: fiche_text("\n\n".join(parts))))

    def heads(self, keys: Iterable[str], write: Callable[..., str]) -> dict[str, Value]:
        """Put in each key, as one text, those that it may hold."""
        return {key: self._joined(key, write) for key in keys}

    def _joined(self, key: str, write: Callable[..., str]) -> str:
        def join(texts: Sequence[str]) -> str:
            return " ".join([str(self.number), *texts])

        return join(_kept(self.texts, lambda texts: write(**{key: toml(join(texts))})))


@cache
def batches() -> tuple[Batch, ...]:
    """Make one of each class, or several where together they are refused (FP006)."""
    numbers = count(1)
    return tuple(batch for texts in ATTACKS.values() for batch in _cut(texts, numbers))


def _cut(texts: tuple[str, ...], numbers: Iterator[int]) -> list[Batch]:
    batch, half = Batch(next(numbers), texts), len(texts) // 2
    if half and (_is_refused(attack_fiche(batch)) or _is_refused(attack_temoin(batch))):
        return [*_cut(texts[:half], numbers), *_cut(texts[half:], numbers)]
    return [batch]


def rich_fiche(*texts: str) -> str:
    """Write a fiche with rich texts and nothing else."""
    return _fiche_of(*map(_rich_bloc, texts))


@cache
def attack_fiche(batch: Batch) -> str:
    """Write a fiche with a batch in every field."""
    texts, marked = batch.texts, batch.marked
    heads = batch.heads(FICHE_TEXTS, fiche_text)
    joined = str(heads["title"])
    linked = {text: [text] for text in texts}
    blocs = _kept([bloc for text in texts for bloc in _blocs(text)], lambda some: _fiche_of(*some))
    keys: dict[str, Value] = {
        **heads,
        "sector": [joined],
        "hreflangs": [*texts, *({"lang": text, "url": "https://a.fr/"} for text in texts)],
        "schemajson": json.dumps({"@type": "Article", "name": joined, **linked}),
        "trackers": [{"location": "head", "tracker": text} for text in texts],
        "seotexts": [*marked, *({"template": text, "text": text} for text in marked)],
        "enbref": [*marked, *(f"Premier pas : {text}" for text in marked)],
        "sources": marked,
        "contentonly": batch.number % 6 == 0,
        "blocs": blocs,
        joined: joined,
    }
    return fiche_text(batch.body, **_raw(keys), date="2026-01-02")


@cache
def attack_temoin(batch: Batch) -> str:
    """Write the witness of that fiche."""
    texts = batch.texts
    heads = batch.heads(TEMOIN_TEXTS, temoin_text)
    keys: dict[str, Value] = {
        **heads,
        "website": texts[0],
        "labels": texts,
        "citations": [{"texte": text, "auteur": text, "fonction": text} for text in texts],
        "indicateurs": [_indicateur(text) for text in texts],
    }
    return temoin_text(batch.body, **_raw(keys))


def everywhere(text: str) -> Section:
    """Put a text wherever a section may hold one."""
    rich = RichText(text)
    link = LinkItem(text, text, Picture(text, text))
    return Section(
        text,
        (
            rich,
            Heading(3, text),
            Picture(text, text, text, text),
            Video(text, text, Picture(text, text)),
            Table((text, text), ((text, (text, text)),)),
            Links((link,)),
            Columns((Column(text, Picture(text, text), (rich, Heading(4, text))),)),
            Faq((Question(text, (rich,)),)),
            Callout((rich, Heading(4, text), rich)),
            rich,
        ),
    )


def toml(value: Value) -> str:
    """Write a TOML value on one line: JSON's escapes are TOML's, but for the delete character."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, bool | int | float):
        return str(value).lower()
    if isinstance(value, dict):
        return f"{{{', '.join(f'{toml(key)} = {toml(item)}' for key, item in value.items())}}}"
    return f"[{', '.join(map(toml, value))}]"


def _raw(keys: Mapping[str, Value]) -> dict[str, str]:
    return {key if key.isidentifier() else toml(key): toml(keys[key]) for key in keys}


def _fiche_of(*blocs: Bloc) -> str:
    raw = (_raw(bloc) for bloc in blocs)
    return blocs_text(*("\n".join(f"{key} = {bloc[key]}" for key in bloc) for bloc in raw))


def _rich_bloc(text: str) -> Bloc:
    return {"template": "bloc-personalise", "content": {"richtext": text}}


def _kept(items: Sequence[Item], write: Callable[[Sequence[Item]], str]) -> list[Item]:
    """Leave out those whose sheet is refused, by halves."""
    if not _is_refused(write(items)):
        return [*items]
    half = len(items) // 2
    return [*_kept(items[:half], write), *_kept(items[half:], write)] if half else []


@cache
def _is_refused(sheet: str) -> bool:
    read = read_fiche if "\nmaturity = " in sheet else read_temoin
    return any(found.is_error for found in read(sheet, words=_WORDS).diagnostics)


def _indicateur(text: str) -> Value:
    years = {"2013": 1, "2014": 2.5}
    return {"nom": text, "unite": text, "valeurs": years, "estime": [text], "source": text}


def _blocs(text: str) -> Iterator[Bloc]:
    """One bloc of each kind, those that show texts with marks last."""
    picture: Value = {"template": "image", "image": A, "alt": text, "size": text, "shadowed": text}
    button: Value = {"image": A, "alt": text, "text": text}
    video: Value = {"template": "video", "youtubeurl": text, "borders": text, "button": button}
    personal: dict[str, Value] = {
        "template": "bloc-personalise",
        "forestrylabel": text,
        "content": {"title": text, "titlelevel": text, "align": text},
        "media": {"position": text, "media": [picture, video]},
        "style": {"content": text, "compacttop": text, "background": [{"color": text}]},
    }
    link: Value = {"text": text, "link": text, "image": A, "alt": text}
    logo: Value = {"name": text, "url": text, "logo": {"image": A, "alt": text}}
    yield personal
    yield {"template": "pour-aller-plus-loin", "title": text, "parts": [link]}
    yield {"template": "bloc-logos", "title": text, "logos": [logo]}
    yield from _marked_blocs(text)


def _marked_blocs(text: str) -> Iterator[Bloc]:
    content = {"title": text, "titlelevel": "3", "richtext": text, "cta": text}
    personal: Value = {"template": "bloc-personalise", "content": content}
    unknown: Value = {"template": f"{text} ?", text: text, "texte": [text]}
    parts = [personal, unknown]
    yield {"template": "ensemble-blocs-personalises", "title": text, "style": text, "parts": parts}
    head = {"headtitle": text, "headparagraph": text}
    lines = [{"name": text, "values": [text, text]}]
    yield {"template": "bloc-table", **head, "tableheadings": [text, text], "tablelines": lines}
    for template in ("bloc-columns", "bloc-icon"):
        words = {f"{key}1": text for key in ("title", "alt", "richtext", "cta")}
        yield {"template": template, **head, "image1": A, **words}
    yield {"template": "faq", "title": text, "parts": [{"question": text, "answer": text}]}
