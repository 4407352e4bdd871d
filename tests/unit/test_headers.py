"""One policy, said by the pages, by the file that hosts read and by the guide for the others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from builder.headers import EMBEDDED_POLICY, HEADERS, POLICY, headers_file
from builder.publication import make_publication
from builder.site import Site
from tests.sheets import PROJECT, fiche_text, read_content

if TYPE_CHECKING:
    from pathlib import Path

_GUIDE = (PROJECT / "docs" / "hebergement.md").read_text(encoding="utf-8")
_BLOCKS = dict(re.findall(r"^```(apache|ruby)\n(.*?)^```$", _GUIDE, re.MULTILINE | re.DOTALL))
_NGINX = "".join(re.findall(r"^```nginx\n(.*?)^```$", _GUIDE, re.MULTILINE | re.DOTALL))
_CLOUDFLARE_LINE = 2000
"""Characters of a line, at most (https://developers.cloudflare.com/pages/configuration/headers/)."""


def _rules(text: str) -> dict[str, dict[str, str]]:
    """Read `_headers`: path → name → value."""
    rules: dict[str, dict[str, str]] = {}
    for line in filter(None, text.splitlines()):
        assert len(line) < _CLOUDFLARE_LINE
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            rules[list(rules)[-1]][name] = value
        else:
            rules[line] = {}
    return rules


def test_nothing_is_allowed_that_is_not_named() -> None:
    """No code and no style in a page; nothing from elsewhere."""
    directives = dict(line.split(" ", 1) for line in POLICY.split("; "))

    assert directives["default-src"] == "'none'"
    assert directives["base-uri"] == "'none'"
    assert "unsafe-inline" not in POLICY
    assert "'unsafe-eval'" not in POLICY
    assert not re.search(r"https?:|\*", POLICY)
    assert "frame-ancestors" not in POLICY, "a browser ignores it in a <meta>, and says so"
    assert not set(POLICY) & set('"<>&'), "it stands in an attribute as it is"


def test_only_pages_made_for_it_stand_in_a_partner_s_page(tmp_path: Path) -> None:
    """One rule for the site, one for each such page; nothing else is told apart."""
    reading = read_content(
        tmp_path,
        {
            "fiches/a.md": fiche_text(title='"Seule"', contentonly="true"),
            "fiches/b.md": fiche_text(title='"Ordinaire"'),
        },
    )

    text = make_publication(reading).outputs(Site("Fiches"), [])["_headers"]

    assert _rules(text) == {
        "/*": HEADERS,
        "/fiches/seule/*": {"Content-Security-Policy": EMBEDDED_POLICY},
    }


def test_rules_have_a_stable_order() -> None:
    """The same content gives the same bytes."""
    assert headers_file(["fiches/b/", "fiches/a/"]) == headers_file(["fiches/a/", "fiches/b/"])


@pytest.mark.parametrize("name", HEADERS)
def test_the_guide_says_the_same_for_each_host(name: str) -> None:
    """Its blocks are ready to copy."""
    value = HEADERS[name]
    framed = f"{value}$encadrement" if name == "Content-Security-Policy" else value

    assert f'add_header {name} "{framed}" always;' in _NGINX
    assert f'Header always set {name} "{value}"' in _BLOCKS["apache"]
    assert f'"{name}: {value}"' in _BLOCKS["ruby"]


def test_the_guide_opens_the_same_pages() -> None:
    """With the very words of the policy."""
    assert f'Header always set Content-Security-Policy "{EMBEDDED_POLICY}"' in _BLOCKS["apache"]
    assert f'"{EMBEDDED_POLICY.removeprefix(POLICY)}";' in _NGINX
