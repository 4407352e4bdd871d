"""An address that could run code or hide where it leads is no link."""

import pytest

from builder.validate.links import is_safe_link, is_web_address

UNSAFE = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "java\tscript:alert(1)",
    "\x01javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox",
    "file:///etc/passwd",
    "blob:https://a.fr/x",
    "//exemple.fr/a",
    "/\\exemple.fr",
    "\\\\exemple.fr",
    "https:exemple.fr",
    "Voir <le guide>",
    "https:///exemple.fr",
    "https://[exemple.fr",
    "https://a.fr/\u202ecod.exe",
    "https://a.fr/\u200b",
    "https://a.fr/a b",
    "https://a.fr/a\u00a0b",
    "\u00a0javascript:alert(1)",
    "https://b.fr@a.fr/",
    "https://b.fr%40a.fr/",
    "https://a.fr\\@b.fr/",
    "https://\u0430.fr/",
    "https://%D0%B0.fr/",
]


@pytest.mark.parametrize("url", UNSAFE, ids=ascii)
def test_an_unsafe_address_is_refused(url: str) -> None:
    """Other schemes, another host in disguise, hidden characters."""
    assert not is_safe_link(url)
    assert not is_web_address(url)


@pytest.mark.parametrize(
    ("url", "is_web"),
    [
        ("https://exemple.fr/é?a=b#c", True),
        ("http://exemple.fr", True),
        ("HTTPS://EXEMPLE.FR", True),
        ("mailto:nom@exemple.fr", False),
        ("tel:+33123456789", False),
        ("https://été.fr/", True),
        ("https://%C3%A9t%C3%A9.fr/", True),
        ("https://e\u0301te\u0301.fr/", True),
        ("https://a.fr:8080/@b", True),
        ("/fiches/trier/", False),
        ("../trier/", False),
        ("trier.md", False),
        ("#methode", False),
        ("?nature=social", False),
    ],
)
def test_a_plain_address_is_accepted(url: str, *, is_web: bool) -> None:
    """Pages here and elsewhere, e-mail, telephone."""
    assert is_safe_link(url)
    assert is_web_address(url) is is_web
