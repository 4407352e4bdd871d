"""Sheets gone wrong: real ones, changed a little by a seeded hand, and worse."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from builder.parse.toml_strings import quote
from tests.sheets import PROJECT, SHARED, blocs_text, fiche_text, temoin_text

_BLOCS = (
    (
        'template = "bloc-personalise"\n[blocs.content]\ntitle = "Objectifs"\ntitlelevel = "2"\n'
        'richtext = """\nUn **texte**.\n\n- un\n  - deux\n"""\ncta = "https://exemple.fr"\n'
        '[blocs.media]\nposition = "Left"\n[[blocs.media.media]]\ntemplate = "image"\n'
        'image = "/uploads/x.png"\nalt = "Une image"\n[blocs.style]\ncontent = "Mise en valeur"'
    ),
    (
        'template = "ensemble-blocs-personalises"\ntitle = "Méthode"\ntitlelevel = "2"\n'
        '[[blocs.parts]]\ntemplate = "bloc-personalise"\n[blocs.parts.content]\ntitle = "A"\n'
        'richtext = "B"'
    ),
    (
        'template = "pour-aller-plus-loin"\ntitle = "Liens"\n'
        'parts = [{text = "a", link = "https://exemple.fr", image = ""}]'
    ),
    (
        'template = "bloc-table"\nheadtitle = "Chiffres"\ntableheadings = ["", "2022"]\n'
        'tablelines = [{name = "Eau", values = ["12"]}]'
    ),
    'template = "bloc-columns"\ntitle1 = "A"\nrichtext1 = "B"\nimage2 = "/uploads/y.png"',
    (
        'template = "bloc-logos"\ntitle = "Logos"\n'
        'logos = [{name = "N", url = "https://exemple.fr", logo = {image = "/uploads/l.svg"}}]'
    ),
    'template = "faq"\ntitle = "Questions"\nparts = [{question = "Q ?", answer = "R."}]',
    'template = "inconnu"\nx = "y"\nz = [{a = "b"}]',
    (
        'template = "bloc-personalise"\n[[blocs.media.media]]\ntemplate = "video"\n'
        'youtubeurl = "https://www.youtube.com/watch?v=x"'
    ),
)
_TEMOIN = temoin_text(
    indicateurs='[{nom = "Eau", unite = "m³", valeurs = {"2013" = 12, "2014" = 9.5}}]',
    citations='[{texte = "Bien.", auteur = "La direction", fonction = ""}]',
    size="12",
    founded="1990",
    website='"exemple.fr"',
)
_TOKENS = (
    *("+++", "\n+++\n", '"', "'", '"""', "'''", "[", "]", "{", "}", "[[blocs]]", "=", ",", "\\"),
    *("\\u0000", "\\ud800", "\\U0010ffff", "#", "\r", "\r\n", "\t", "\0", "\x1b[31m", "\ufeff"),
    *("\u202e", "\u200b", "\u2028", "\u00a0", "œ", "É", "e\u0301", "👩\u200d🏭", "\ufffd", "٣"),
    *("# ", "## ", "###### ", "- ", "1. ", "> ", "> " * 40, "    ", "```\n", "~~~", "---\n", "***"),
    *(
        "*",
        "**",
        "_",
        "`",
        "[",
        "](",
        "![](",
        "<",
        ">",
        "&",
        "&amp;",
        "&#0;",
        "&#x202e;",
        "|",
        "|-|",
    ),
    *("[a](javascript:alert(1))", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>"),
    *("<svg><style><img title='</style><img src=x onerror=alert(1)>'>", "</script>", "<!--", "]]>"),
    *("<title>", "<textarea>", "<plaintext>", "<math><mi//xlink:href='data:x'>", "<a href=//x>"),
    *("{{ 7*7 }}", "{% raw %}", "{: onclick=x }", "--8<-- 'x'", "[x]: data:x", "[x]", "[TOC]"),
    *("/uploads/../../etc/passwd", "//exemple.fr", "https://exemple.fr", "mailto:a@b.fr", "#x"),
    *("9" * 400, "-0", "1e999", "nan", "inf", "0x7f", "1979-05-27", "07:32:00", "true", "[[]]"),
    *("a" * 5000, "*a " * 500, "[" * 500, "(" * 500, "<b>" * 200, "\n" * 200, "é" * 300),
)
_VALUES = (
    *('""', '"x"', "[]", "{}", "1", "-1", "1.5", "true", "false", "2026-11-21", "[1, 2]", '["x"]'),
    *('[["x"]]', '{a = "b"}', '[{a = "b"}]', "nan", "inf", "07:32:00", "'''x\ny'''", '"\\u0000"'),
    *('["Social", "Social"]', '"Progresser"', '["Faible"]', '" Faible "', '"index"', '"../x"'),
    *(f'"{"x" * 300}"', '"<script>"', '"{{ 7*7 }}"', '"javascript:alert(1)"', "99999999999999999"),
)
_PAIR = re.compile(r"^(\s*[\w.\"-]+\s*=\s*)(.*)$", re.MULTILINE)
_MOST_CHANGES = 6
_ROUGH = 0.25
"""Share of the sheets that are changed without any care for their form."""

Change = Callable[[bytes], bytes]


_TITLE = re.compile(rb'^(?:title|company) = "', re.MULTILINE)
_STRING = re.compile(r'"{3}[^"]*"{3}|"[^"\\\n]*"')


class Mutator:
    """Makes sheets; the same seed makes the same ones.

    Three in four stay sheets that a parser reads, so that what follows it is tried too.
    """

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 (no secret here)
        self._fiches, self._temoins = _corpus()
        self._number = 0
        self._rough: tuple[Change, ...] = (
            *(self._flip, self._cut, self._repeat, self._insert),
            *(self._token, self._value, self._lines, self._truncate, self._splice),
        )
        self._fine: tuple[Change, ...] = (self._in_body, self._in_string, self._body_lines)

    def fiche(self) -> bytes:
        """Make a fiche gone wrong, or nearly."""
        return self._spoil(self._random.choice(self._fiches))

    def temoin(self) -> bytes:
        """Make a witness gone wrong, or nearly."""
        return self._spoil(self._random.choice(self._temoins))

    def _spoil(self, raw: bytes) -> bytes:
        self._number += 1
        # A title of its own: of two pages of one address, one is not made.
        raw = _TITLE.sub(lambda key: key[0] + b"%d " % self._number, raw, count=1)
        is_rough = self._random.random() < _ROUGH
        for _ in range(self._random.randrange(_MOST_CHANGES)):
            raw = self._random.choice(self._rough if is_rough else self._fine)(raw)
        return raw

    # --- Changes --------------------------------------------------------------------------------

    def _range(self, raw: bytes, longest: int = 200) -> tuple[int, int]:
        start = self._random.randrange(len(raw) + 1)
        return start, min(len(raw), start + self._random.randrange(longest))

    def _flip(self, raw: bytes) -> bytes:
        start, _ = self._range(raw)
        return raw[:start] + self._random.randbytes(1) + raw[start + 1 :]

    def _cut(self, raw: bytes) -> bytes:
        start, end = self._range(raw)
        return raw[:start] + raw[end:]

    def _repeat(self, raw: bytes) -> bytes:
        start, end = self._range(raw)
        return raw[:end] + raw[start:end] * self._random.randrange(1, 8) + raw[end:]

    def _insert(self, raw: bytes) -> bytes:
        start, _ = self._range(raw)
        return raw[:start] + self._random.randbytes(self._random.randrange(1, 9)) + raw[start:]

    def _token(self, raw: bytes) -> bytes:
        start, _ = self._range(raw)
        return raw[:start] + self._random.choice(_TOKENS).encode() + raw[start:]

    def _value(self, raw: bytes) -> bytes:
        """Give a key a value that it does not wait for."""
        text = raw.decode(errors="replace")
        pairs = list(_PAIR.finditer(text))
        if not pairs:
            return raw
        pair = self._random.choice(pairs)
        value = self._random.choice(_VALUES)
        return (text[: pair.end(1)] + value + text[pair.end() :]).encode()

    def _in_body(self, raw: bytes) -> bytes:
        """Put a token in the text below the head."""
        head, fence, body = raw.rpartition(b"\n+++")
        start, _ = self._range(body)
        return head + fence + b"\n" + body[:start] + self._random_token().encode() + body[start:]

    def _in_string(self, raw: bytes) -> bytes:
        """Put a token in a string of the head, with the escapes it needs."""
        text = raw.decode(errors="replace")
        strings = [match.span() for match in _STRING.finditer(text.rpartition("\n+++")[0])]
        if not strings:
            return raw
        start, end = self._random.choice(strings)
        quotes = 3 if text.startswith('"""', start) else 1
        at = self._random.randrange(start + quotes, end - quotes + 1)
        return (text[:at] + quote(self._random_token())[1:-1] + text[at:]).encode()

    def _body_lines(self, raw: bytes) -> bytes:
        head, fence, body = raw.rpartition(b"\n+++")
        return head + fence + b"\n" + self._lines(body)

    def _random_token(self) -> str:
        return " ".join(self._random.choices(_TOKENS, k=self._random.randrange(1, 4)))

    def _lines(self, raw: bytes) -> bytes:
        lines = raw.split(b"\n")
        one, other = self._random.randrange(len(lines)), self._random.randrange(len(lines))
        lines[one], lines[other] = lines[other], lines[one]
        return b"\n".join(lines)

    def _truncate(self, raw: bytes) -> bytes:
        return raw[: self._random.randrange(len(raw) + 1)]

    def _splice(self, raw: bytes) -> bytes:
        other = self._random.choice(self._fiches + self._temoins)
        return raw[: self._random.randrange(len(raw) + 1)] + other[self._range(other)[0] :]


def _corpus() -> tuple[list[bytes], list[bytes]]:
    """Real sheets, the seed where it is at hand, and made-up ones that hold every bloc."""
    content = PROJECT / "content"
    fiches = [file.read_bytes() for file in sorted((content / "fiches").glob("*.md"))[:6]]
    temoins = [file.read_bytes() for file in sorted((content / "temoins").glob("*.md"))[:3]]
    seed = SHARED / "seeds" / "003_ce77a5272f81afd1.txt"
    fiches += [seed.read_bytes()] if seed.is_file() else []
    fiches += [blocs_text(bloc).encode() for bloc in _BLOCS]
    fiches += [blocs_text(*_BLOCS).encode(), fiche_text().encode()]
    return fiches, [*temoins, _TEMOIN.encode()]
