"""What a build writes for the rarer keys of a sheet, and for the real one."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from builder.model import EXPECTED_SECTIONS
from tests.sheets import PROJECT, SHARED, fiche_text, mention_pages, whole_body, write_content

if TYPE_CHECKING:
    from pathlib import Path

_SEED = SHARED / "seeds" / "003_ce77a5272f81afd1.txt"


def _build(folder: Path, files: dict[str, str | bytes], *options: str) -> Path:
    """Run `mkdocs build` as its users do; return the folder of the site."""
    write_content(folder, {**mention_pages(), **files})
    shutil.copytree(PROJECT / "theme", folder / "theme")
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *options],
        cwd=folder,
        env={"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "PYTHONPATH": str(PROJECT)},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Build a small site strictly; slug → HTML of its fiche."""
    site = _build(
        tmp_path_factory.mktemp("build"),
        {
            "fiches/a.md": fiche_text(
                whole_body(),
                title='"Un & deux"',
                hreflangs='[{lang = "en", url = "https://exemple.fr/en/"}]',
                breadcrumb='"Court"',
                seotexts='["Un **complément**."]',
                enbref='["Pourquoi : pour rien.", "Premier pas : écrire."]',
            ),
            "fiches/b.md": fiche_text(whole_body(), title='"Seule"', contentonly="true"),
            "fiches/c.md": fiche_text(whole_body(), title='"Cachée"', noindex="true"),
            "fiches/d.md": fiche_text(whole_body(), title='"Brouillon"', draft="true"),
            "fiches/e.md": fiche_text(
                whole_body(), title='"{{ 7 * 7 }} {% raw %} <script>alert(1)</script>"'
            ),
        },
        "--strict",
    )
    return {file.parent.name: file.read_text() for file in site.glob("fiches/*/index.html")}


def test_head_of_a_fiche(pages: dict[str, str]) -> None:
    """Title, canonical address, Open Graph, translations; what is typed stays text."""
    html = pages["un-deux"]

    assert "<title>Un &amp; deux – Fiches RSE</title>" in html
    assert '<link rel="canonical" href="https://example.org/fiches/un-deux/">' in html
    assert '<meta property="og:type" content="article">' in html
    assert '<link rel="alternate" hreflang="en" href="https://exemple.fr/en/">' in html
    assert '<span aria-current="page">Court</span>' in html


def test_texts_of_a_fiche(pages: dict[str, str]) -> None:
    """« En bref » sets its first words off; the extra texts are at the foot."""
    html = pages["un-deux"]

    assert "<strong>Premier pas\u00a0:</strong> écrire." in html
    assert "Un <strong>complément</strong>." in html


def test_contentonly_page_has_no_header_and_no_footer(pages: dict[str, str]) -> None:
    """It is made to be embedded in a partner's page."""
    html = pages["seule"]

    assert "<h1>Seule</h1>" in html
    for mark in ("fp-entete", "fp-pied", "fp-fil", "fp-evitement"):
        assert f'class="{mark}' not in html


def test_noindex_page_asks_not_to_be_listed(pages: dict[str, str]) -> None:
    """It has no canonical address either."""
    assert '<meta name="robots" content="noindex">' in pages["cachee"]
    assert "canonical" not in pages["cachee"]


def test_draft_is_not_published(pages: dict[str, str]) -> None:
    """It has no page, and no other page tells of it."""
    assert "brouillon" not in pages
    assert all("Brouillon" not in html for html in pages.values())


def test_templates_expand_nothing_that_a_sheet_holds(pages: dict[str, str]) -> None:
    """Braces and scripts of a title are shown as they were typed."""
    title = "<h1>{{ 7 * 7 }} {% raw %} &lt;script&gt;alert(1)&lt;/script&gt;</h1>"

    assert sum(title in html for html in pages.values()) == 1
    assert all("<script>alert(1)" not in html for html in pages.values())


def test_the_real_sheet_builds_as_it_is(tmp_path: Path) -> None:
    """Ten blocs give nine sections in order; its absent picture is no broken image."""
    if not _SEED.is_file():
        pytest.skip(f"{_SEED.name} is not there: it comes with the folder `shared`")
    text = _SEED.read_text(encoding="utf-8").replace("draft = true", "draft = false", 1)

    site = _build(tmp_path, {"fiches/seed.md": text})

    html = (site / "fiches" / "devenir-societe-a-mission" / "index.html").read_text()
    assert re.findall(r"<section>\s*<h2 id=\"[^\"]+\">([^<]+)</h2>", html) == [*EXPECTED_SECTIONS]
    assert "<img" not in html
    assert "panneau_odd" not in html
    assert (
        html.index("4/ Elaboration") < html.index("5/ Suivi de l") < html.index("En pratique</h2>")
    )
