"""The keys of a fiche, of its blocs and of a witness (FORMAT.md, heads and sections)."""

from __future__ import annotations

from dataclasses import replace

from builder.validate.shapes import (
    Anything,
    ByTemplate,
    Day,
    Flag,
    Key,
    Listed,
    Number,
    NumberOrWord,
    Prose,
    Table,
    Text,
    TextOr,
    Years,
)

_TEXT = Key(Text())
_WORD = Text(is_word=True)
_PROSE = Key(Prose())
_FLAG = Key(Flag())
_DAY = Key(Day())
_TEXTS = Key(Listed(Text()))
_CELLS = Key(Listed(Text(), keeps_blanks=True))
_ANY = Key(Anything())
_LABEL = {"template": _TEXT, "forestrylabel": _ANY}

_IMAGE = Table({"template": _ANY, "image": _TEXT, "alt": _TEXT, "size": _TEXT, "shadowed": _ANY})
_BUTTON = Table({"image": _TEXT, "alt": _TEXT, "text": _TEXT})
_VIDEO = Table({"template": _ANY, "youtubeurl": _TEXT, "borders": _ANY, "button": Key(_BUTTON)})
_MEDIUM = ByTemplate({"image": _IMAGE, "video": _VIDEO}, fallback=True)
_MEDIA = Table({"position": _TEXT, "media": Key(Listed(_MEDIUM))})
_CONTENT = Table(
    {"title": _TEXT, "titlelevel": _TEXT, "richtext": _PROSE, "align": _ANY, "cta": _TEXT}
)
_STYLE = Table({"content": _TEXT, "compacttop": _ANY, "compactbottom": _ANY, "background": _ANY})
_PERSONALISE = Table(
    {**_LABEL, "content": Key(_CONTENT), "media": Key(_MEDIA), "style": Key(_STYLE)}
)
_LINK = Table({"text": _TEXT, "link": _TEXT, "image": _TEXT, "alt": _TEXT})
_LINE = Table({"name": _TEXT, "values": _CELLS})
_LOGO = Table({"image": _TEXT, "alt": _TEXT})
_LOGOS = Table({"name": _TEXT, "url": _TEXT, "logo": Key(_LOGO)})
_QUESTION = Table({"question": _TEXT, "answer": _PROSE})

MAX_COLUMNS = 12
"""Figures side by side: the CMS wrote three or four; more are read all the same."""

_COLUMNS = Table(
    {
        **_LABEL,
        "headtitle": _TEXT,
        "headparagraph": _PROSE,
        "style": _ANY,
        **{
            f"{name}{number}": _PROSE if name == "richtext" else _TEXT
            for number in range(1, MAX_COLUMNS + 1)
            for name in ("title", "image", "alt", "richtext", "cta")
        },
    }
)

_TEMPLATES: dict[str, Table] = {
    "bloc-personalise": _PERSONALISE,
    "pour-aller-plus-loin": Table(
        {**_LABEL, "title": _TEXT, "parts": Key(Listed(_LINK)), "style": _ANY}
    ),
    "bloc-table": Table(
        {
            **_LABEL,
            "headtitle": _TEXT,
            "headparagraph": _PROSE,
            "tableheadings": _CELLS,
            "tablelines": Key(Listed(_LINE)),
            "style": _ANY,
        }
    ),
    "bloc-columns": _COLUMNS,
    "bloc-icon": _COLUMNS,
    "bloc-logos": Table({**_LABEL, "title": _TEXT, "logos": Key(Listed(_LOGOS)), "style": _ANY}),
    "faq": Table({**_LABEL, "title": _TEXT, "parts": Key(Listed(_QUESTION)), "style": _ANY}),
}
_BLOC = ByTemplate(_TEMPLATES, fallback=True)
_TEMPLATES["ensemble-blocs-personalises"] = Table(
    {
        **_LABEL,
        "title": _TEXT,
        "titlelevel": _TEXT,
        "parts": Key(Listed(_BLOC)),
        "style": _ANY,
    }
)  # a set may hold any bloc, another set included


def _required(meaning: str, example: str, shape: Text | None = None) -> Key:
    return Key(shape or Text(), meaning, example, is_required=True)


_FICHE = Table(
    {
        "title": _required("le nom de la pratique", 'title = "Trier ses déchets"'),
        "description": Key(
            Text(),
            "une phrase, lue sur la carte",
            'description = "…"',
            is_advised=True,
        ),
        "company": Key(Text(), "l’entreprise témoin", 'company = "…"', is_advised=True),
        "sector": Key(Listed(_WORD, lone_ok=True, keeps_blanks=True)),
        "nature": Key(
            Listed(_WORD, lone_ok=True, keeps_blanks=True),
            "la nature de l’impact",
            'nature = ["Social"]',
            is_required=True,
        ),
        "maturity": _required("le niveau de maturité", 'maturity = "Premières actions"', _WORD),
        "financialinvest": _required(
            "l’investissement financier", 'financialinvest = "Faible"', _WORD
        ),
        "humaninvest": _required("l’investissement humain", 'humaninvest = "Faible"', _WORD),
        "draft": _FLAG,
        "slug": _TEXT,
        "date": _DAY,
        "updated": _DAY,
        "breadcrumb": _TEXT,
        "noindex": _FLAG,
        "contentonly": _FLAG,
        "hreflangs": Key(Listed(TextOr(Table({"lang": _TEXT, "url": _TEXT})), keeps_blanks=True)),
        "schemajson": _TEXT,
        "seotexts": Key(
            Listed(TextOr(Table({"template": _ANY, "text": _PROSE}), Prose()), keeps_blanks=True)
        ),
        "trackers": _ANY,
        "enbref": _TEXTS,
        "odd": Key(Listed(Number(), keeps_blanks=True)),
        "iso26000": Key(Listed(_WORD, lone_ok=True, keeps_blanks=True)),
        "duree": _TEXT,
        "cout": _TEXT,
        "sources": _TEXTS,
        "blocs": Key(Listed(_BLOC)),
    }
)

_TEMOIN = Table(
    {
        "company": _required("le nom de l’entreprise", 'company = "…"'),
        "activity": _TEXT,
        "sector": Key(Listed(_WORD, lone_ok=True, keeps_blanks=True)),
        "size": Key(NumberOrWord()),
        "founded": Key(Number("1998")),
        "territory": _TEXT,
        "website": _TEXT,
        "labels": _TEXTS,
        "kind": _TEXT,
        "draft": _FLAG,
        "slug": _TEXT,
        "citations": Key(Listed(Table({"texte": _TEXT, "auteur": _TEXT, "fonction": _TEXT}))),
        "indicateurs": Key(
            Listed(
                Table(
                    {
                        "nom": _TEXT,
                        "unite": _TEXT,
                        "nature": Key(_WORD),
                        "valeurs": Key(Years()),
                        "estime": _TEXTS,
                        "source": _TEXT,
                    }
                )
            )
        ),
    }
)

_FRENCH = {
    "brouillon": "draft",
    "creation": "founded",
    "effectif": "size",
    "entreprise": "company",
    "metier": "activity",
    "site": "website",
    "taille": "size",
}
"""Words that come to mind for a key and do not look like it."""


def _hints(own: Table, other: Table, place: str) -> dict[str, str]:
    """Say what to do of the French names of keys, and of the keys of the other kind of sheet.

    Args:
        own: The head where they are unknown.
        other: The head of the other kind.
        place: Where that one stands: « le fichier du témoin ».
    """
    meant = {key: key for key in other.keys if key not in own.keys} | _FRENCH
    return {
        name: f"vouliez-vous dire `{key}` ?"
        if key in own.keys
        else f"déplacez cette ligne : `{key}` va dans {place}"
        for name, key in meant.items()
    }


FICHE = replace(_FICHE, hints=_hints(_FICHE, _TEMOIN, "le fichier du témoin"))
TEMOIN = replace(_TEMOIN, hints=_hints(_TEMOIN, _FICHE, "la fiche"))
