"""The French of a built site: `python -m tests.site_checks.french site/ [content/]`.

Typography and spelling of what a reader sees. Without hunspell and a French dictionary spelling is
left out, but for CI, where that is a failure.
"""

import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.site_checks.french_text import Block, read_blocks
from tests.site_checks.spelling import Speller, project_words, words_of

_ROOT = Path(__file__).parents[2]
_AROUND = 30
"""Characters shown on either side of a fault."""
_SUGGESTED = 40
"""Words that others are looked for: hunspell takes 0.2 s for each."""
_NARROW = "une espace fine insécable (U+202F) avant « ; », « ! », « ? »"
_WIDE = "une espace insécable (U+00A0) avant « : », « % », « € », « » »"
_DOUBLED = r"(?i)(?<![\w’'-])(?!(?:nous|vous|faire)\b)([^\W\d_]{2,})[ \u00a0]\1\b(?![’'-])"
"""But « nous nous », « vous vous », « faire faire », « est-ce ce »."""
_STARTS = r"(?:^|[.!?…][ \u00a0]|«[ \u00a0])"
_ACCENTED = (
    "chance|chec|chelle|clair|co(?:l|n)|crire|dit|gal|labor|lectri|limin|lu|m(?:et|iss)|nerg|quip"
    "|tabli|tap|tat|tiquet|tre|tud|valu|vit|volu"
)
"""What follows an É or Ê at the start of a common word."""

_TYPOGRAPHY: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), cure)
    for pattern, cure in (
        (r" (?=[;!?]+(?:[\s»)\],.…]|$))", f"écrire {_NARROW}"),
        (r" (?=»|[:%€](?:[\s»)\],.;…]|$))", f"écrire {_WIDE}"),
        (r"(?<=«) ", "écrire une espace insécable (U+00A0) après « « »"),
        (r"(?<=[^\W\d_)»])[;!?](?=[\s»)]|$)", f"mettre {_NARROW}"),
        (r"(?<=[^\W\d_)»]):(?=\s)", f"mettre {_WIDE}"),
        (r"«(?=[^\s])|(?<=[^\s])»", "mettre une espace insécable (U+00A0) dans les guillemets"),
        (r"(?<=\w)'(?=\w)", "écrire l’apostrophe courbe « ’ »"),
        (r'"', "écrire les guillemets « et »"),
        (r"(?<!\.)\.\.\.(?!\.)", "écrire le signe « … »"),
        (r"[ \u00a0\u202f]{2,}", "n’écrire qu’une espace"),
        (_DOUBLED, "n’écrire le mot qu’une fois"),
        (rf"{_STARTS}A(?= [a-zà-ÿ«])", "écrire « À »"),
        (rf"{_STARTS}Ca(?= [a-zà-ÿ])", "écrire « Ça »"),
        (rf"{_STARTS}E(?={_ACCENTED})", "écrire l’accent : « É » ou « Ê »"),
    )
)
"""What is never right, and what to write."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something to write otherwise."""

    page: str
    excerpt: str
    cure: str


def typography_faults(blocks: list[Block]) -> Iterator[Fault]:
    """List the faults of spaces, quotes, apostrophes, accents and doubled words."""
    for block in blocks:
        for pattern, cure in _TYPOGRAPHY:
            for match in pattern.finditer(block.text):
                yield Fault(block.page, _excerpt(block.text, match.start(), match.end()), cure)


def spelling_faults(blocks: list[Block], speller: Speller) -> Iterator[Fault]:
    """List the words that are in no dictionary, each at every block that holds it."""
    found = [(block, list(words_of(block.text))) for block in blocks]
    unknown = speller.unknown(word for _, words in found for word in words)
    suggestions = speller.suggest(sorted(unknown)[:_SUGGESTED])
    for block, words in found:
        for word in sorted(unknown.intersection(words)):
            start = block.text.index(word)
            cure = f"« {word} » n’est pas au dictionnaire"
            if suggestions.get(word):
                cure += f" ; peut-être : {suggestions[word]}"
            yield Fault(block.page, _excerpt(block.text, start, start + len(word)), cure)


def main(site: str, content: str = "") -> int:
    """Print the faults; the exit code tells whether there was one, or no dictionary in CI."""
    blocks = read_blocks(Path(site))
    speller = Speller(project_words(Path(content) if content else _ROOT / "content"))
    faults = list(typography_faults(blocks))
    typography = len(faults)
    if speller.command:
        faults += spelling_faults(blocks, speller)
    _tell(faults)
    pages = len({block.page for block in blocks})
    spelling = (
        f"{len(faults) - typography} d’orthographe" if speller.command else "orthographe omise"
    )
    _print(f"{pages} page(s) lue(s) : {typography} faute(s) de typographie, {spelling}.")
    if not speller.command:
        _print("Sans hunspell et son dictionnaire français, l’orthographe n’est pas vérifiée.")
    is_blind = speller.command is None and os.environ.get("CI") == "true"
    return 1 if faults or is_blind else 0


def _tell(faults: list[Fault]) -> None:
    """Print a fault once, with its first page: the foot of every page is one text."""
    places = Counter((fault.cure, fault.excerpt) for fault in faults)
    firsts = {(fault.cure, fault.excerpt): fault.page for fault in reversed(faults)}
    for cure, excerpt in sorted(places, key=lambda told: (firsts[told], told)):
        times = places[cure, excerpt]
        more = f" ({times} fois)" if times > 1 else ""
        _print(f"{firsts[cure, excerpt]}{more} : {excerpt} : {cure}")


def _excerpt(text: str, start: int, end: int) -> str:
    """Cut out a fault with its neighbours."""
    first, last = max(start - _AROUND, 0), end + _AROUND
    cut = ("…" if first else "") + text[first:last] + ("…" if last < len(text) else "")
    return f"« {cut} »"


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
