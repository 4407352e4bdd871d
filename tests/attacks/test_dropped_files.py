"""Files dropped among the sheets and their pictures: none is published that runs when opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builder.diagnostics import has_errors
from builder.publication import make_publication
from tests.attacks.site import build, picture
from tests.attacks.watch import provoke, watch
from tests.browser.server import StaticServer
from tests.sheets import fiche_text, mention_pages, read_content, shown, temoin_text

if TYPE_CHECKING:
    from pathlib import Path

_SCRIPT = "<script>alert(1)</script>"
_PAGE = f"<!doctype html><title>a</title>{_SCRIPT}<p onclick=alert(1)>a</p>"
_SPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
_HTML = 'xmlns="http://www.w3.org/1999/xhtml"'
_DROPPED: dict[str, str | bytes] = {
    **{f"uploads/a{end}": _PAGE for end in (".html", ".htm", ".shtml", ".HTML", ".xht")},
    "uploads/a.xhtml": f"<html {_HTML}>{_SCRIPT}</html>",
    "uploads/a.xml": f"<html {_HTML}>{_SCRIPT}</html>",
    "uploads/a.xsl": f"<html {_HTML}>{_SCRIPT}</html>",
    "uploads/a.js": "alert(1)",
    "uploads/a.mjs": "alert(1)",
    "uploads/a.css": "@import '//evil.test/'",
    "uploads/a.svgz": b"\x1f\x8b\x08",
    "uploads/a.swf": b"FWS\x09",
    "uploads/a.mht": _PAGE,
    "uploads/a.webmanifest": "{}",
    "uploads/sans-suffixe": _PAGE,
    "uploads/page.png": _PAGE,
    "uploads/page.pdf": _PAGE,
    **{f"uploads/b{end}": _PAGE for end in (".md", ".markdown", ".mdown", ".mkdn", ".mkd")},
    **{f"fiches/b{end}": _PAGE for end in (".markdown", ".mdown", ".mkdn", ".mkd", ".html", ".js")},
    **{f"temoins/b{end}": _PAGE for end in (".markdown", ".html", ".htm", ".js")},
}
"""Files that a browser, or the engine, would make a page or a program of."""
_DRAWINGS = {
    "script": f"<svg {_SPACES}><script>alert(1)</script></svg>",
    "elsewhere": f'<svg {_SPACES}><script xlink:href="//evil.test/x.js"/></svg>',
    "load": f'<svg {_SPACES} onload="alert(1)"/>',
    "begin": f'<svg {_SPACES}><animate onbegin="alert(1)" attributeName="x" dur="1s"/></svg>',
    "link": f'<svg {_SPACES}><a xlink:href="java&#10;script:alert(1)"><rect width="9"/></a></svg>',
    "set": f'<svg {_SPACES}><a><set attributeName="href" to="javascript:alert(1)"/></a></svg>',
    "page": f"<svg {_SPACES}><foreignObject><body {_HTML}/></foreignObject></svg>",
    "prefix": f"<svg {_SPACES} xmlns:h='http://www.w3.org/1999/xhtml'><h:script>x</h:script></svg>",
    "entity": f"<!DOCTYPE svg [<!ENTITY x '<script>alert(1)</script>'>]><svg {_SPACES}>&x;</svg>",
    "sheet": f"<?xml-stylesheet href='//evil.test/x.xsl' type='text/xsl'?><svg {_SPACES}/>",
    "style": f"<svg {_SPACES}><style>@import '//evil.test/x.css';</style></svg>",
    "picture": f'<svg {_SPACES}><image href="//evil.test/x.png"/></svg>',
    "use": f'<svg {_SPACES}><use href="data:image/svg+xml,x#a"/></svg>',
    "root": f"<html {_HTML}>{_SCRIPT}</html>",
    "broken": f"<svg {_SPACES}>{_SCRIPT}",
}


@pytest.mark.browser
def test_no_file_that_runs_is_published(tmp_path: Path) -> None:
    """What is published of those folders are pages of ours, pictures, documents: open them all."""
    drawing = f'<svg {_SPACES}><a xlink:href="https://a.fr/"><rect width="9"/></a></svg>'
    sound: dict[str, str | bytes] = {"uploads/a.txt": _PAGE, "uploads/dessin.svg": drawing}
    sheets = {"fiches/a.md": fiche_text(), "temoins/a.md": temoin_text(), **mention_pages()}
    sound["uploads/a.png"] = picture()

    site = build(tmp_path, {**_DROPPED, **sheets, **sound})

    files = [file for name in ("fiches", "temoins", "uploads") for file in (site / name).rglob("*")]
    names = {file.relative_to(site).as_posix() for file in files if file.is_file()}
    own = {name for name in names if not name.startswith("uploads/")}
    assert {name.rpartition("/")[2] for name in own} == {"index.html"}
    assert names - own == sound.keys()
    assert not [name for name in own if _SCRIPT in (site / name).read_text(encoding="utf-8")]
    (site / "favicon.ico").touch()  # a browser asks for one beside what is no page
    with StaticServer(site) as server:
        assert watch([server.url + name for name in sorted(names)], provoke) == []


@pytest.mark.parametrize("name", _DRAWINGS)
def test_a_drawing_that_is_more_than_a_drawing_is_refused(tmp_path: Path, name: str) -> None:
    """Shown by a sheet or not: opened by itself, it would act in the name of the site (FP309)."""
    files = {**mention_pages(), "fiches/a.md": fiche_text(), "uploads/dessin.svg": _DRAWINGS[name]}
    told = make_publication(read_content(tmp_path, files)).diagnostics

    assert has_errors(told), shown(told)
    assert {found.code for found in told if found.is_error} == {"FP309"}
