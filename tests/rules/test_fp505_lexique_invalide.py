"""FP505: a file of the lexique that cannot serve."""

from pathlib import Path

import pytest

from builder.publication import make_publication
from tests.sheets import read_content, shown

GOOD = """\
[[termes]]
terme = "RSE"
developpe = "responsabilité sociétale des entreprises"
definition = "Ce qu’une entreprise fait pour la société."
formes = ["responsabilité sociétale"]

[[termes]]
terme = "ENR"
definition = "Un label."
"""


def _told(folder: Path, lexique: str) -> list[tuple[str, int, str]]:
    publication = make_publication(read_content(folder, {"lexique.toml": lexique}))
    return [
        (found.code, found.place.position.line, found.message)
        for found in publication.diagnostics
        if found.place.source.path.name == "lexique.toml"
    ]


@pytest.mark.parametrize("lexique", [GOOD, "", "# rien encore\n"])
def test_a_sound_file_is_not_told(tmp_path: Path, lexique: str) -> None:
    """Nor is one without a term yet."""
    assert _told(tmp_path, lexique) == []


@pytest.mark.parametrize(
    ("good", "bad", "line", "message"),
    [
        ('terme = "ENR"', "terme = 3", 8, "`terme` manque"),
        ('definition = "Un label."', "", 7, "`definition` manque"),
        ('"responsabilité sociétale"]', '"ENR"]', 7, "« ENR » est déjà dans un autre terme"),
        ("formes = [", "forme = [", 5, "un terme n’a pas de `forme`"),
        ('["responsabilité sociétale"]', '"x"', 5, "`formes` doit être une liste"),
        ('terme = "ENR"', 'terme = "?"', 7, "`adresse` manque ou ne convient pas"),
        ("[[termes]]", "[[mots]]", 1, "le lexique est une liste de termes"),
    ],
)
def test_a_fault_is_told_at_its_line(
    tmp_path: Path, good: str, bad: str, line: int, message: str
) -> None:
    """The value, or the table that lacks it."""
    text = GOOD.replace(good, bad) if good == "[[termes]]" else GOOD.replace(good, bad, 1)

    assert _told(tmp_path, text) == [("FP505", line, message)]


def test_a_file_that_is_no_toml_is_shown(tmp_path: Path) -> None:
    """As for any other: what is wrong, where, and what to do."""
    publication = make_publication(
        read_content(tmp_path, {"lexique.toml": '[[termes]]\nterme = "'})
    )
    told = [found for found in publication.diagnostics if found.code == "FP505"]

    assert shown(told).startswith(
        "erreur[FP505] ce fichier ne peut pas être lu : un guillemet ouvert n’est pas fermé à la "
        "fin de la ligne\n --> content/lexique.toml:2:9\n"
    )


def test_a_definition_is_a_text_of_the_site(tmp_path: Path) -> None:
    """Its links are checked as those of a fiche are (FP308, FP312)."""
    bad = GOOD.replace("Un label.", "Un [label](javascript:x) et [un autre](/fiches/absente/).")
    publication = make_publication(read_content(tmp_path, {"lexique.toml": bad}))

    assert [found.code for found in publication.diagnostics if found.code[:3] == "FP3"] == [
        "FP308",
        "FP312",
    ]
