"""FP411: a company that no witness file tells of."""

from pathlib import Path

from builder.library import read_library
from tests.sheets import fiche_text, read_content, shown, temoin_text, whole_body


def _told(folder: Path, files: dict[str, str | bytes]) -> list[tuple[str, str]]:
    library = read_library(read_content(folder, files))
    return [(found.code, found.place.source.path.name) for found in library.diagnostics]


def _fiche(company: str, title: str = "Trier", **keys: str) -> str:
    return fiche_text(whole_body(), title=f'"{title}"', company=f'"{company}"', **keys)


def test_a_company_with_a_file_is_not_told(tmp_path: Path) -> None:
    """Found by its name, by the address its file asks for, even in a draft; both of « A / B »."""
    files: dict[str, str | bytes] = {
        "fiches/a.md": _fiche("Apnos", "A"),
        "fiches/b.md": _fiche("Apnos / Ubeeqo", "B"),
        "fiches/c.md": _fiche("Sogea Nord", "C"),
        "temoins/apnos.md": temoin_text(),
        "temoins/ubeeqo.md": temoin_text(company='"Ubeeqo"', draft="true"),
        "temoins/sogea.md": temoin_text(company='"Groupe Sogea"', slug='"sogea-nord"'),
    }

    assert _told(tmp_path, files) == []


def test_a_company_without_a_file_is_shown_at_its_name(tmp_path: Path) -> None:
    """Its page is made of its fiches: this only informs."""
    files: dict[str, str | bytes] = {
        "fiches/a.md": _fiche("Apnos / L’Été & Cie"),
        "temoins/apnos.md": temoin_text(),
    }

    assert shown(read_library(read_content(tmp_path, files)).diagnostics) == (
        "info[FP411] aucun fichier de `content/temoins/` ne raconte « L’Été & Cie »\n"
        " --> content/fiches/a.md:4:20\n"
        "  |\n"
        '4 | company = "Apnos / L’Été & Cie"\n'
        "  |                    ^^^^^^^^^^^\n"
        "  = aide : créez `content/temoins/l-ete-cie.md` si vous pouvez en dire plus que ses fiches"
    )


def test_a_file_that_names_nobody_may_be_the_one(tmp_path: Path) -> None:
    """It has the name of the company, or holds it: what is told of it is enough."""
    broken = temoin_text().replace("+++", "---", 1)
    nameless = temoin_text(company=None, activity='"Conseil"')
    for name, temoin in {"apnos": broken, "entreprise-3": broken, "Apnos": nameless}.items():
        files: dict[str, str | bytes] = {
            "fiches/a.md": _fiche("Apnos / Ubeeqo"),
            f"temoins/{name}.md": temoin,
        }
        library = read_library(read_content(tmp_path / name, files))

        told = [found.message for found in library.diagnostics if found.code == "FP411"]
        assert told == ["aucun fichier de `content/temoins/` ne raconte « Ubeeqo »"]


def test_a_company_is_told_once(tmp_path: Path) -> None:
    """In the first fiche that names it, a published one before a draft."""
    files: dict[str, str | bytes] = {
        "fiches/a.md": _fiche("Ubeeqo", "A", draft="true"),
        "fiches/b.md": _fiche("Ubeeqo", "B"),
        "fiches/c.md": _fiche("Ubeeqo", "C"),
    }

    assert _told(tmp_path, files) == [("FP411", "b.md")]


def test_a_fiche_without_a_company_or_with_errors_is_read(tmp_path: Path) -> None:
    """What is missing is told by another rule, what is wrong hides nothing."""
    files: dict[str, str | bytes] = {
        "fiches/a.md": fiche_text(whole_body(), title='"A"', company=None),
        "fiches/b.md": _fiche("Ubeeqo", "B", maturity='"Progreser"'),
    }

    assert _told(tmp_path, files) == [
        ("FP102", "a.md"),
        ("FP411", "b.md"),
        ("FP203", "b.md"),
    ]
