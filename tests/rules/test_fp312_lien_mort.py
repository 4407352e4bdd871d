"""FP312: a link to a page of the site that is not there."""

from pathlib import Path

import pytest

from builder.checking import check_content
from builder.diagnostics import Diagnostic
from builder.publication import make_publication
from tests.sheets import fiche_text, read_content, shown, temoin_text

OTHERS: dict[str, str | bytes] = {
    "fiches/bacs.md": fiche_text(title='"Trier le verre"'),
    "fiches/cachee.md": fiche_text(title='"Cachée"', noindex="true"),
    "fiches/brouillon.md": fiche_text(title='"Composter"', draft="true", company='"Dupont"'),
    "fiches/rompue.md": fiche_text(title='"Peser"', maturity=None),
    "fiches/illisible.md": "## Objectifs",
    "temoins/apnos.md": temoin_text(),
    "contribuer.md": "# Contribuer",
    "contribuer/format.md": "# Format",
    "uploads/guide.pdf": b"%PDF-1.7",
    "uploads/été.csv": b"a;b",
    "mkdocs.yml": "",
}


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
        "/",
        "/fiches/",
        "/fiches/trier-le-verre/",
        "/fiches/trier-le-verre",
        "/fiches/trier-le-verre/index.html",
        "/fiches/cachee/",
        "/fiches/?cout=faible",
        "?a=b",
        "../trier-le-verre/",
        "../../temoins/apnos/",
        "/nature/social/",
        "/selection/",
        "/contribuer/",
        "/contribuer/format/",
        "/contribuer/diagnostics/fp312/",
        "/uploads/guide.pdf",
        "/uploads/été.csv",
        "/uploads/%C3%A9t%C3%A9.csv",
        "/fiches.csv",
        "/fiches/peser/",
        "/fiches/illisible/",
        "https://exemple.fr/fiches/absente/",
        "mailto:a@exemple.fr",
    ],
)
def test_what_is_there_is_not_told(tmp_path: Path, url: str) -> None:
    """Nor a sheet with an error, which is told; nor another site."""
    assert _told(tmp_path, f"Voir [ici]({url}).") == []


def test_another_address_is_shown_with_the_closest(tmp_path: Path) -> None:
    """In the text, after accents."""
    told = _told(tmp_path, "## Été\n\nDéjà trié : [ici](/fiches/trier-le-vere/).\n")

    assert shown(told) == (
        "avertissement[FP312] lien mort : aucune page du site n’a l’adresse "
        "« /fiches/trier-le-vere/ »\n"
        "  --> content/fiches/essai.md:13:19\n"
        "   |\n"
        "13 | Déjà trié : [ici](/fiches/trier-le-vere/).\n"
        "   |                   ^^^^^^^^^^^^^^^^^^^^^^\n"
        "   = aide : vouliez-vous dire `/fiches/trier-le-verre/` ?"
    )


@pytest.mark.parametrize(
    ("url", "aide", "fix"),
    [
        ("/fiches/absente/", "corrigez l’adresse, ou retirez le lien", None),
        ("/Fiches/Trier-le-verre/", "vouliez-vous dire `/fiches/trier-le-verre/` ?", None),
        ("/trier-le-verre/", "vouliez-vous dire `/fiches/trier-le-verre/` ?", None),
        ("trier-le-verre/", "vouliez-vous dire `/fiches/trier-le-verre/` ?", None),
        ("bacs.md", "vouliez-vous dire `/fiches/trier-le-verre/` ?", "/fiches/trier-le-verre/"),
        ("../bacs/", "vouliez-vous dire `/fiches/trier-le-verre/` ?", "/fiches/trier-le-verre/"),
        ("www.apnos.fr", "écrivez `https://www.apnos.fr`", "https://www.apnos.fr"),
        ("apnos.fr/contact", "écrivez `https://apnos.fr/contact`", "https://apnos.fr/contact"),
        ("a@apnos.fr", "écrivez `mailto:a@apnos.fr`", "mailto:a@apnos.fr"),
        ("/uploads/Guide.pdf", "vouliez-vous dire `/uploads/guide.pdf` ?", None),
        ("/uploads/plan.pdf", "ajoutez le fichier dans `content/uploads/`", None),
        ("/contribuer.md", "vouliez-vous dire `/contribuer/` ?", None),
        ("/vocabulaire.toml", "corrigez l’adresse, ou retirez le lien", None),
        ("", "écrivez l’adresse entre les parenthèses", None),
        (
            "http://127.0.0.1:8000/fiches/trier-le-verre/",
            "écrivez `/fiches/trier-le-verre/`",
            "/fiches/trier-le-verre/",
        ),
    ],
)
def test_each_dead_link_is_one_warning(
    tmp_path: Path, url: str, aide: str, fix: str | None
) -> None:
    """With its own way out, and a repair when it can mean one thing only."""
    [told] = _told(tmp_path, f"Voir [ici]({url}).")

    assert told.code == "FP312"
    assert not told.is_error
    assert told.aide.startswith(aide)
    assert told.fix == fix


def test_a_link_to_a_draft_is_dead_once_published(tmp_path: Path) -> None:
    """Preview or not."""
    [told] = _told(tmp_path, "Voir [ici](/fiches/composter/).")

    assert (
        told.message == "lien mort : « /fiches/composter/ » est un brouillon, qui n’est pas publié"
    )


def test_a_link_from_a_draft_to_another_is_not_told(tmp_path: Path) -> None:
    """They may be published together."""
    draft = fiche_text("Voir [ici](/fiches/composter/) et [là](/temoins/dupont/).", draft="true")
    told = check_content(read_content(tmp_path, {**OTHERS, "fiches/essai.md": draft}))

    assert _of_links(told) == []


@pytest.mark.parametrize("url", ["https://rse.exemple.fr/sous/", "'https://rse.exemple.fr/sous'"])
def test_a_whole_address_of_the_site_is_one_of_its_pages(tmp_path: Path, url: str) -> None:
    """Below the folder that the site is in; the rest of the host is another site."""
    (tmp_path / "mkdocs.yml").write_text(f"site_name: x\nsite_url: {url} # ici\n")
    here = "https://rse.exemple.fr/sous/fiches"
    body = f"[a]({here}/absente/) [b]({here}/trier-le-verre/) [c](https://rse.exemple.fr/autre/)"

    assert [found.place.position.column for found in _told(tmp_path, body)] == [5]


@pytest.mark.parametrize(
    ("bloc", "line", "column"),
    [
        ('template = "pour-aller-plus-loin"\n[[blocs.parts]]\ntext = "a"\nlink = "X"', 13, 9),
        (
            'template = "bloc-table"\n[[blocs.tablelines]]\nvalues = ["", "\\"é\\u00e9 [b](X)"]',
            12,
            30,
        ),
        ('template = "bloc-columns"\ncta1 = "[Ici](X)"', 11, 15),
    ],
)
def test_a_link_of_a_bloc_is_shown_in_it(tmp_path: Path, bloc: str, line: int, column: int) -> None:
    """Escapes before it are counted as they are written."""
    head, _, _ = fiche_text("").rpartition("\n+++")
    text = f"{head}\n[[blocs]]\n{bloc.replace('X', '/fiches/absente/')}\n+++\n"
    told = check_content(read_content(tmp_path, {**OTHERS, "fiches/essai.md": text}))
    [found] = _of_links(told)

    assert (found.place.position.line, found.place.position.column) == (line, column)


def test_sources_and_short_lines_are_looked_at(tmp_path: Path) -> None:
    """Each at its own place."""
    keys = {
        "enbref": '["", "Pourquoi : [ici](/a/)"]',
        "sources": '["Un livre", "[ici](/a/)"]',
    }
    told = check_content(read_content(tmp_path, {"fiches/a.md": fiche_text("", **keys)}))

    assert [
        (found.place.position.line, found.place.position.column) for found in _of_links(told)
    ] == [(9, 33), (10, 31)]


def test_a_fiche_with_an_error_has_its_links_checked(tmp_path: Path) -> None:
    """An author mends a whole sheet at once."""
    text = fiche_text("## M\n\n[a](../absente/) [b](#m) [c](#n)", maturity=None)
    told = check_content(read_content(tmp_path, {"fiches/a.md": text}))

    assert [found.code for found in _of_links(told)] == ["FP312", "FP313"]
