"""FP313: a link to a title that its page does not have."""

from pathlib import Path

import pytest

from builder.checking import check_content
from builder.diagnostics import Diagnostic
from builder.publication import make_publication
from tests.sheets import fiche_text, read_content, shown, temoin_text

OTHERS: dict[str, str | bytes] = {
    "fiches/bacs.md": fiche_text("## Objectifs\n\nÀ.\n\n### Peser\n\nB.", title='"Verre"'),
    "temoins/apnos.md": temoin_text(
        indicateurs='[{ nom = "Papier", unite = "kg", valeurs = { "2013" = 2, "2014" = 1 } }]'
    ),
    "contribuer.md": "# Contribuer",
}
BODY = "## Méthode\n\nVoir [ici]({}).\n\n### Été\n\nUn mot.\n"


def _told(folder: Path, body: str, **files: str | bytes) -> list[Diagnostic]:
    """Check one fiche among others, named `fiches__verre` for `fiches/verre.md`."""
    written = {name.replace("__", "/"): text for name, text in files.items()}
    named = {name if "." in name else f"{name}.md": text for name, text in written.items()}
    reading = read_content(folder, {**OTHERS, **named, "fiches/essai.md": fiche_text(body)})
    checked = _of_links(check_content(reading))
    published = _of_links(make_publication(reading).diagnostics)
    assert [found for found in checked if not found.is_draft] == published
    return published


def _of_links(told: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    return [found for found in told if found.code in {"FP308", "FP312", "FP313"}]


@pytest.mark.parametrize(
    "url",
    [
        "#methode",
        "#ete",
        "#en-bref",
        "#top",
        "#",
        "#:~:text=mot",
        "/fiches/verre/#objectifs",
        "../verre/#peser",
        "/temoins/apnos/#contexte",
        "/temoins/apnos/#papier",
        "/contribuer/#partout",
        "/fiches/#fiches",
        "https://exemple.fr/#rien",
    ],
)
def test_a_title_that_is_there_is_not_told(tmp_path: Path, url: str) -> None:
    """Nor a place that the browser or the template makes; other pages are not read."""
    assert _told(tmp_path, BODY.format(url)) == []


def test_another_is_shown_with_the_closest(tmp_path: Path) -> None:
    """In the text."""
    told = _told(tmp_path, BODY.format("#metode"))

    assert shown(told) == (
        "avertissement[FP313] « #metode » n’est le repère d’aucun titre de cette page\n"
        "  --> content/fiches/essai.md:13:12\n"
        "   |\n"
        "13 | Voir [ici](#metode).\n"
        "   |            ^^^^^^^\n"
        "   = aide : vouliez-vous dire `#methode` ?"
    )


@pytest.mark.parametrize(
    ("url", "page", "aide", "fix"),
    [
        ("#Méthode", "cette page", "vouliez-vous dire `#methode` ?", "#methode"),
        ("/fiches/verre/#Peser", "`/fiches/verre/`", "vouliez-vous dire", "/fiches/verre/#peser"),
        ("../verre/#objectif", "`/fiches/verre/`", "vouliez-vous dire `#objectifs` ?", None),
        ("#rien", "cette page", "choisissez parmi : `#ete`, `#methode`", None),
        ("/temoins/apnos/#rien", "`/temoins/apnos/`", "choisissez parmi : `#contexte`", None),
    ],
)
def test_each_is_one_warning(
    tmp_path: Path, url: str, page: str, aide: str, fix: str | None
) -> None:
    """On this page or another; the repair is sure where only the typing differs."""
    [told] = _told(tmp_path, BODY.format(url))

    assert told.code == "FP313"
    assert told.message.endswith(f" de {page}")
    assert told.aide.startswith(aide)
    assert told.fix == fix


def test_a_link_to_a_page_that_is_not_there_is_dead_only(tmp_path: Path) -> None:
    """One cause, one remark."""
    assert [found.code for found in _told(tmp_path, BODY.format("../absente/#x"))] == ["FP312"]


def test_a_page_without_titles_says_so(tmp_path: Path) -> None:
    """There is nothing to choose from."""
    text = fiche_text("", title='"Vide"')
    [told] = _told(tmp_path, BODY.format("/fiches/vide/#x"), fiches__vide=text)

    assert told.aide == "retirez ce qui suit `#` : cette page n’a pas de titres"
