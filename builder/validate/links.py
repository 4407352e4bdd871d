"""Which addresses a sheet may point to."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""Schemes of a link; all others may run code or read files at the reader's."""

_REFUSED = re.compile(r"[<>\"\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\\]")
_HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_WEB = "écrivez une adresse qui commence par `https://`"
_HIDING = "effacez cette adresse et tapez-la de nouveau au clavier"
_HOST = "écrivez l’adresse du site seule, telle que le navigateur l’affiche"
_LETTERS = "tapez l’adresse de nouveau au clavier : certaines de ses lettres imitent les nôtres"
_MAIL = "écrivez `mailto:nom@exemple.fr`, suivi au plus de `?subject=` et de `&body=`"
_PHONE = "écrivez le numéro avec des chiffres, par exemple `tel:+33327000000`"
_CURES = {"mailto": _MAIL, "tel": _PHONE}

_MAILBOX = re.compile(r"[^\s@,?&]+@[^\s@,?&]+\.[^\s@,?&]+")
_MAIL_HEADERS = {"subject", "body"}
"""Others would send the letter to people the page does not name, or join a file to it
(RFC 6068, section 4)."""
_NUMBER = re.compile(r"\+?[0-9](?:[0-9().\-]|%20)*[0-9]")
"""RFC 3966, without `*` and `#`, which give orders to the telephone itself."""
_IMITATORS = frozenset({"ARMENIAN", "CHEROKEE", "COPTIC", "CYRILLIC", "GREEK"})
"""Alphabets with letters that look like ours (https://www.unicode.org/reports/tr39/)."""


def is_safe_link(url: str) -> bool:
    """Tell whether an address may stand in a link: a scheme we know, or a page of this site."""
    return not refuse_link(url)


def is_web_address(url: str) -> bool:
    """Tell whether an address is a whole one, of a page somewhere."""
    return is_safe_link(url) and urlsplit(url).scheme in {"http", "https"}


def refuse_link(url: str) -> str:  # noqa: PLR0911 - one a kind of address
    """Return what to do about an address that no link may have; nothing when it may stand.

    Refused are the schemes that run code, protocol-relative addresses (`//host`), and whatever
    hides where a link leads: characters that no address has, a user before the host, letters of
    another alphabet among ours, a letter sent to more people than the page names.
    """
    if _REFUSED.search(url):
        return _HIDING if _HIDDEN.search(url) else _CURES.get(url.split(":", 1)[0].lower(), _WEB)
    if url.startswith("//"):
        return _WEB
    try:
        parts = urlsplit(url)
    except ValueError:
        return _WEB
    if parts.scheme in {"http", "https"}:
        return _refuse_host(parts)
    if parts.scheme == "mailto":
        return "" if _is_letter(parts) else _MAIL
    if parts.scheme == "tel":
        return "" if _NUMBER.fullmatch(url[len("tel:") :]) else _PHONE
    return _WEB if parts.scheme else ""


def _refuse_host(parts: SplitResult) -> str:
    host = unquote(parts.hostname or "")  # as a browser does, and CommonMark the other way
    if not host:
        return _WEB
    if "@" in unquote(parts.netloc):
        return _HOST
    return "" if host.isascii() and "xn--" not in host else _refuse_letters(host)


def _refuse_letters(host: str) -> str:
    """Refuse letters that imitate others: accented ones of our own alphabet do not."""
    try:
        host = ".".join(map(_as_read, host.split(".")))
    except UnicodeError:
        return _HOST
    alphabets = {unicodedata.name(char, "").split(" ")[0] for char in host if char.isalpha()}
    imitates = "LATIN" in alphabets and bool(alphabets & _IMITATORS)
    return _LETTERS if imitates or unicodedata.normalize("NFKC", host) != host else ""


def _as_read(label: str) -> str:
    """Return a part of a host name as a browser shows it: `xn--…` stands for other letters."""
    label = unicodedata.normalize("NFC", label)
    return label[4:].encode("ascii").decode("punycode") if label.startswith("xn--") else label


def _is_letter(parts: SplitResult) -> bool:
    """Tell whether a `mailto:` is addressed, or shared, and does no more than that."""
    boxes = unquote(parts.path).split(",") if parts.path else []
    headers = {name.lower(): text for name, text in parse_qsl(parts.query, keep_blank_values=True)}
    if not (boxes or headers) or not headers.keys() <= _MAIL_HEADERS:
        return False
    is_one_line = not set(headers.get("subject", "")) & set("\r\n")
    return is_one_line and all(map(_MAILBOX.fullmatch, boxes))
