"""FP412: one company under two names."""

from pathlib import Path

import pytest

from builder.library import read_library
from tests.sheets import fiche_text, read_content, shown, temoin_text, whole_body

Files = dict[str, str | bytes]


def _fiche(company: str, title: str = "Trier", **keys: str) -> str:
    return fiche_text(whole_body(), title=f'"{title}"', company=f"'{company}'", **keys)


def _told(folder: Path, files: Files) -> list[tuple[str, str, str]]:
    library = read_library(read_content(folder, files))
    return [(found.code, found.place.source.path.name, found.aide) for found in library.diagnostics]


def _is_told(folder: Path, one: str, other: str) -> bool:
    files: Files = {"fiches/a.md": _fiche(one, "A"), "fiches/b.md": _fiche(other, "B")}
    codes = [code for code, _, _ in _told(folder, files)]
    assert codes in (["FP411", "FP412"], ["FP411", "FP411"])
    return "FP412" in codes


def test_another_spelling_is_shown_with_that_of_the_witness(tmp_path: Path) -> None:
    """And that it has no file is not said besides."""
    files: Files = {
        "fiches/a.md": _fiche("Conexing"),
        "temoins/connexing.md": temoin_text(company='"Connexing"'),
    }

    assert shown(read_library(read_content(tmp_path, files)).diagnostics) == (
        "avertissement[FP412] « Conexing » ici, « Connexing » dans "
        "`content/temoins/connexing.md` : une entreprise sous deux noms\n"
        " --> content/fiches/a.md:4:12\n"
        "  |\n"
        "4 | company = 'Conexing'\n"
        "  |            ^^^^^^^^\n"
        "  = aide : vouliez-vous dire `Connexing` ?"
    )


def test_the_most_frequent_spelling_counts(tmp_path: Path) -> None:
    """Each sheet that has another is told; at equal numbers the first file is right."""
    files: Files = {
        "fiches/a.md": _fiche("Groupe APNOS", "A"),
        "fiches/b.md": _fiche("Groupe Apnos", "B"),
        "fiches/c.md": _fiche("Groupe Apnos", "C"),
        "fiches/d.md": _fiche("Ubeeqo / Groupe apnos", "D"),
    }

    assert [told for told in _told(tmp_path, files) if told[0] == "FP412"] == [
        ("FP412", "a.md", "écrivez `Groupe Apnos`"),
        ("FP412", "d.md", "écrivez `Groupe Apnos`"),
    ]


def test_a_draft_settles_no_spelling(tmp_path: Path) -> None:
    """It is told, and stops nothing."""
    files: Files = {
        "fiches/a.md": _fiche("Groupe APNOS", "A", draft="true"),
        "fiches/b.md": _fiche("Groupe Apnos", "B"),
    }
    found = read_library(read_content(tmp_path, files)).diagnostics

    assert [(one.code, one.place.source.path.name, one.is_draft) for one in found] == [
        ("FP412", "a.md", True),
        ("FP411", "b.md", False),
    ]


@pytest.mark.parametrize(
    ("written", "witness", "fix"),
    [
        ("'APNOS'", "Apnos", "Apnos"),
        ('"Ubeeqo / Apn\\u00f4s"', "Apnos", "Apnos"),
        ('"Apnos SARL"', "Apnos", None),
        ('"Conexing"', "Connexing", None),
        ('"l’ete"', "L'Été", None),
    ],
)
def test_the_name_of_a_witness_is_written_without_asking(
    tmp_path: Path, written: str, witness: str, fix: str | None
) -> None:
    """When only case, accents or marks differ, and whatever the quotes."""
    files: Files = {
        "fiches/a.md": fiche_text(whole_body(), company=written),
        "temoins/a.md": temoin_text(company=f'"{witness}"'),
    }
    found = read_library(read_content(tmp_path, files)).diagnostics

    assert [one.fix for one in found if one.code == "FP412"] == [fix]


def test_two_files_of_one_address_are_one_remark(tmp_path: Path) -> None:
    """Their address is what must change (FP401)."""
    files: Files = {
        "fiches/a.md": _fiche("Apnos"),
        "temoins/a.md": temoin_text(company='"Apnos"'),
        "temoins/b.md": temoin_text(company='"APNOS"'),
    }

    assert [code for code, _, _ in _told(tmp_path, files)] == ["FP401"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Groupe Apnos", "Groupe APNOS"),
        ("Groupe Apnos", "Groupe apnos"),
        ("Lavéo", "Laveo"),
        ("Conexing", "Connexing"),
        ("Mont-Blanc Industries", "Mont Blanc Industries"),
        ("Montblanc Industries", "Mont-Blanc Industries"),
        ("Mont-Blanc Industrie", "Mont-Blanc Industries"),
        ("Apnos SARL", "Apnos"),
        ("SAS Connexing", "Connexing"),
        ("Dupont & Fils", "Dupont et Fils"),
        ("Alienor.net", "Alienor net"),
        ("Emakina France", "Emakima France"),
        ("Vegepolys", "Végépolys"),
        ("Vegepolys", "Vegeoplys"),
        ("Transports Petit", "Transport Petit"),
        ("France IT", "France iT"),
        ("Schneider Electric", "Schnieder Electric"),
        ("Schneider Electric", "Schneider Électric"),
        ("L’Atelier SIIS", "L’atelier SIIS"),
        ("Recyclivre", "Recylivre"),
        ("Monoprix", "Monopprix"),
        ("A.B.C.", "ABC"),
        ("Initiative Emploi 92", "Iniciative Emploi 92"),
        ("Planète Urgence", "Planete Urgence"),
        ("Hydreos", "Hydréos"),
        ("Terralia", "Teralia"),
        ("Storengy", "Storrengy"),
        ("Ateliers Sans Frontières", "Ateliers sans Frontieres"),
        ("La Petite Reine", "la petite reine"),
        ("Boulangerie Martin", "Boulangerie MARTIN"),
        ("Alpha 1", "Alpha1"),
        ("Menuiserie Lefebvre", "Menuiserie Lefevbre"),
    ],
)
def test_a_name_typed_otherwise_is_one_company(tmp_path: Path, one: str, other: str) -> None:
    """Case, accents, marks, a legal form, a slip in a long word."""
    assert _is_told(tmp_path, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Alpha 1", "Alpha 2"),
        ("ABC Nord", "ABC Sud"),
        ("SEB", "SIB"),
        ("Martin", "Marin"),
        ("Menuiserie Martin", "Menuiserie Marin"),
        ("Apnos", "Groupe Apnos"),
        ("Solaria", "Solaris"),
        ("Novalis", "Novalia"),
        ("Durand", "Durant"),
        ("Renault", "Renaud"),
        ("Calor", "Calora"),
        ("EDF", "ERDF"),
        ("Groupe A", "Groupe B"),
        ("Atelier Nord", "Atelier Est"),
        ("Emmaüs Lyon", "Emmaüs Laon"),
        ("Ubeeqo", "Uber"),
        ("Lucie", "Lucia"),
        ("Boulanger", "Boulangerie"),
        ("SNCF", "SNCB"),
        ("Orange", "Grange"),
        ("Bertille", "Mertille"),
        ("Vinci", "Vinco"),
        ("Agence 2015", "Agence 2016"),
        ("Club Tri-Ad", "Club Tri-Ac"),
        ("Bois du Nord", "Bois du Nod"),
        ("France Clusters", "France Clusters Sud"),
        ("Theys", "Thays"),
        ("Dupont", "Dupond"),
        ("Valotik", "Valotec"),
        ("T2i", "T2A"),
        ("Optima", "Optimo"),
        ("Lorrain", "Lorraine"),
        ("Maison Verte", "Maison Vertu"),
        ("Ecole Nord 1", "Ecole Nord 11"),
    ],
)
def test_two_companies_are_not_one(tmp_path: Path, one: str, other: str) -> None:
    """Numbers, places, short names, acronyms, another ending."""
    assert not _is_told(tmp_path, one, other)
