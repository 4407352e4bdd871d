"""People's addresses and numbers, which a page must not give to the whole web."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from builder.diagnostics.rules.redaction import CourrielPersonnel, TelephoneEnClair
from builder.normalise import fold
from builder.validate.texts import ADDRESSES, without_addresses, without_comments

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from builder.validate.report import Report
    from builder.validate.texts import Text

_MAIL = re.compile(
    r"(?<![\w.%+@/-])(?P<local>[\w.%+-]+)@(?P<host>[\w-]+(?:\.[\w-]+)*)\.(?P<top>[^\W\d_]{2,})\b"
)
_PICTURES = frozenset({"avif", "gif", "jpeg", "jpg", "pdf", "png", "svg", "webp"})
"""« bacs@2x.png » is the name of a file."""

_ROLES = frozenset(
    {
        *("abuse", "accueil", "achat", "achats", "adherent", "adherents"),
        *("adhesion", "adhesions", "admin", "administratif", "administration", "agence"),
        *("agenda", "animation", "annuaire", "appui", "assistance", "asso"),
        *("association", "atelier", "audit", "billetterie", "bonjour", "boutique", "bureau"),
        *("cabinet", "candidature", "candidatures", "centre", "club", "cluster"),
        *("collectif", "com", "comite", "comm", "commande", "commandes"),
        *("commercial", "communication", "compta", "comptabilite", "conseil", "contact"),
        *("contacts", "coordination", "courrier", "cse", "dd", "directeur"),
        *("direction", "directrice", "documentation", "dpo", "ecologie", "ecoute"),
        *("emploi", "energie", "engagement", "entreprise", "entreprises", "environnement"),
        *("equipe", "evenement", "evenements", "export", "facturation", "federation"),
        *("fondation", "formation", "formations", "gestion", "groupe", "hello"),
        *("hotline", "hse", "info", "information", "informations", "infos"),
        *("inscription", "inscriptions", "insertion", "jobs", "juridique", "label"),
        *("laboratoire", "logistique", "maintenance", "mairie", "marketing", "media"),
        *("mission", "noreply", "partenaire", "partenaires", "partenariat", "partenariats"),
        *("pole", "postmaster", "presidence", "president", "presidente", "presse"),
        *("production", "projet", "projets", "qse", "qualite", "rdv"),
        *("reception", "reclamation", "recrutement", "redaction", "reparation", "reply"),
        *("reseau", "reservation", "reservations", "responsable", "rgpd", "rh"),
        *("rse", "salon", "sante", "sav", "secretariat", "securite"),
        *("service", "services", "siege", "site", "social", "societe"),
        *("soutien", "sponsor", "stage", "stages", "support", "syndicat"),
        *("team", "technique", "tourisme", "tresorier", "tri", "urgence"),
        *("usine", "vente", "ventes", "vie", "web", "webmaster", "welcome"),
    }
)
"""Words of an address that belongs to a post, not to a person: whoever holds it answers.

One of them is enough (`contact.lyon@`, `rse-groupe@`, `no-reply@`). Without accents.
"""

_STARTS = ("accueil", "contact", "info", "secretariat", "service")
"""Starts of such words, when two are written in one: `contactrse@`."""

_SPACE = r"[ \u00a0\u2009\u202f]{1,2}"
_PHONE = re.compile(
    rf"""
    (?<![\w/=+]) (?<!\d[ .\u00a0\u202f-])
    (?:
        (?:\(?\+|00) 33 \)? (?:{_SPACE}|[.-])? (?:\(0\))? (?:{_SPACE}|[.-])?
        [1-79] (?:(?:{_SPACE}|[.-])? \d){{8}}
      | 0[1-79] (?: \d{{8}} | (?:{_SPACE} \d\d){{4}} | (?:\.\d\d){{4}} | (?:-\d\d){{4}} )
    )
    (?!\w) (?![ .\u00a0\u202f-]\d)
    """,
    re.VERBOSE,
)
"""Numbers of the French plan, 08 left out: those are numbers of services, paid or free.

Pairs are told apart in one way from end to end: a date or an amount is not.
Source: plan national de numérotation, Arcep, décision n° 2018-0881 (read November 2026).
"""
_START_OF_PHONE = re.compile(
    r"0[1-79](?:\d{8}|(?:[ .\u00a0\u2009\u202f-]{1,2}\d\d){2}[ .\u00a0\u2009\u202f-])"
)
"""What no number goes without, but those that start with 33: ten times as quick to look for."""

_NUMBER_OF_A_FILE = re.compile(
    r"(?:réf(?:érence)?s?|siren|siret|iban|isbn|ean|agrément|dossier|commande|facture|lot|code)"
    r"\.?\s*(?:n[°o]\s*)?:?\s*\Z",
    re.IGNORECASE,
)
_BEFORE = 30
"""Characters in front of a number that may say what it is."""


SIGNS = ("@", "+33", "0033", "01", "02", "03", "04", "05", "06", "07", "09")
"""What the text of a file must have to hold an address or a number."""


def may_hold_contacts(text: str) -> bool:
    """Tell quickly whether the text of a file may hold an address or a number."""
    return "@" in text or _may_hold_phones(text)


def check_contacts(texts: Iterable[Text], report: Report) -> None:
    """Tell of addresses and numbers in clear (FP621, FP622).

    The message never repeats them: the records of a build are often public.
    """
    for text in texts:
        if text.key in ADDRESSES and not text.text.startswith(("mailto:", "tel:")):
            continue
        shown = without_addresses(without_comments(text.text))
        for start, end in _once_a_line(shown, _mails(shown)):
            report.tell_at(CourrielPersonnel, text.place(start, end))
        for start, end in _once_a_line(shown, _phones(shown)):
            report.tell_at(TelephoneEnClair, text.place(start, end))


def is_personal(local: str, host: str) -> bool:
    """Tell whether the first part of a mail address names a person rather than a post.

    Args:
        local: What stands before the `@`.
        host: The domain, without its last part.
    """
    words = re.findall(r"[^\W\d_]+", fold(local.partition("+")[0]))
    named = set(re.findall(r"[^\W\d_]+", fold(host)))
    is_role = any(word in _ROLES or word.startswith(_STARTS) for word in words)
    return not (is_role or named.issuperset(words))


def _mails(text: str) -> Iterator[tuple[str, int, int]]:
    if "@" not in text:
        return
    for match in _MAIL.finditer(text):
        if match["top"].lower() not in _PICTURES and is_personal(match["local"], match["host"]):
            yield fold(match[0]), *match.span()


def _phones(text: str) -> Iterator[tuple[str, int, int]]:
    if not _may_hold_phones(text):
        return
    for match in _PHONE.finditer(text):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        if not (match[0].isdigit() and _NUMBER_OF_A_FILE.search(before)):
            yield re.sub(r"\D", "", match[0])[-9:], *match.span()


def _may_hold_phones(text: str) -> bool:
    return "+33" in text or "0033" in text or _START_OF_PHONE.search(text) is not None


def _once_a_line(text: str, found: Iterable[tuple[str, int, int]]) -> Iterator[tuple[int, int]]:
    """Keep the first of what comes twice in one line: a link often shows its own address."""
    told: set[tuple[str, int]] = set()
    for value, start, end in found:
        key = (value, text.rfind("\n", 0, start))
        if key not in told:
            told.add(key)
            yield start, end
