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
        (
            'terme = "ENR"',
            "terme = 3",
            8,
            "`terme` attend un texte entre guillemets, pas un nombre",
        ),
        ('terme = "ENR"', "", 7, "`terme` manque"),
        ('definition = "Un label."', 'definition = ""', 9, "`definition` est vide"),
        (
            'definition = "Un label."',
            "definition = 12",
            9,
            "`definition` attend un texte entre guillemets, pas un nombre",
        ),
        ('definition = "Un label."', "", 7, "`definition` manque"),
        ('"responsabilité sociétale"]', '"ENR"]', 5, "« ENR » est déjà un autre terme, ligne 8"),
        (
            'definition = "Un label."',
            'definition = "Un label."\nformes = ["Responsabilité sociétale"]',
            10,
            "« Responsabilité sociétale » est déjà une écriture du terme « RSE », ligne 5",
        ),
        ('terme = "ENR"', 'terme = "RSE"', 8, "ce terme existe déjà, ligne 2"),
        (
            'definition = "Un label."',
            'definition = "Un label."\nadresse = "rse"',
            10,
            "l’adresse « rse » est déjà celle du terme « RSE », ligne 2",
        ),
        (
            'definition = "Un label."',
            'definition = "Un label."\nadresse = "Énergie"',
            10,
            "`adresse` ne convient pas : « Énergie »",
        ),
        ("formes = [", "forme = [", 5, "clé inconnue : `forme`"),
        (
            'sociétale"]',
            'sociétale", 3]',
            5,
            "`formes` attend des textes entre guillemets, pas un nombre",
        ),
        ('["responsabilité sociétale"]', '"x"', 5, "`formes` doit être une liste"),
        ('terme = "ENR"', 'terme = "?"', 8, "aucune adresse ne peut être faite de « ? »"),
        ("[[termes]]", "[[mots]]", 1, "table inconnue : `mots`"),
        ('[[termes]]\nterme = "ENR"', '[[terme]]\nterme = "ENR"', 7, "table inconnue : `terme`"),
    ],
)
def test_a_fault_is_told_at_its_line(
    tmp_path: Path, good: str, bad: str, line: int, message: str
) -> None:
    """The value, or the table that lacks it."""
    text = GOOD.replace(good, bad) if good == "[[termes]]" else GOOD.replace(good, bad, 1)

    assert _told(tmp_path, text) == [("FP505", line, message)]


def test_a_key_that_has_another_name_is_shown_at_its_name(tmp_path: Path) -> None:
    """The right one is proposed, and what it holds is read."""
    publication = make_publication(
        read_content(tmp_path, {"lexique.toml": GOOD.replace("formes", "forme")})
    )
    told = [found for found in publication.diagnostics if found.code == "FP505"]

    assert shown(told) == (
        "erreur[FP505] clé inconnue : `forme`\n"
        " --> content/lexique.toml:5:1\n"
        "  |\n"
        '5 | forme = ["responsabilité sociétale"]\n'
        "  | ^^^^^\n"
        "  = aide : vouliez-vous dire `formes` ?"
    )


@pytest.mark.parametrize(
    ("text", "line", "message", "aide"),
    [
        (
            GOOD.replace("[[termes]]", "[[terme]]"),
            1,
            "table inconnue : `terme`",
            "écrivez `[[termes]]`, ici et pour chacun des suivants",
        ),
        (
            GOOD.partition("\n\n")[0].replace("[[termes]]", "[termes]"),
            1,
            "un terme s’écrit entre doubles crochets",
            "écrivez `[[termes]]`",
        ),
        (
            GOOD.replace("[[termes]]\n", "", 1),
            1,
            "`terme` n’est dans aucun terme",
            "écrivez `[[termes]]` sur la ligne d’avant",
        ),
        (
            GOOD.replace('definition = "Un', 'définition = "Un'),
            9,
            "ce fichier ne peut pas être lu : ce nom de clé n’est pas fait d’un mot simple",
            "vouliez-vous dire `definition` ?",
        ),
        (
            'termes = ["RSE"]',
            1,
            "un terme doit être une table",
            "écrivez `[[termes]]`",
        ),
        (
            GOOD.replace('terme = "ENR"', 'terme = "Énergie"\nadresse = "Énergie"'),
            9,
            "`adresse` ne convient pas : « Énergie »",
            'écrivez `adresse = "energie"` (a-z, 0-9 et traits d’union)',
        ),
        (
            GOOD.replace('["responsabilité sociétale"]', '"responsabilité sociétale"'),
            5,
            "`formes` doit être une liste",
            'écrivez `formes = ["responsabilité sociétale"]`',
        ),
    ],
)
def test_the_help_can_be_copied(
    tmp_path: Path, text: str, line: int, message: str, aide: str
) -> None:
    """One remark, and what to write."""
    publication = make_publication(read_content(tmp_path, {"lexique.toml": text}))
    told = [found for found in publication.diagnostics if found.code == "FP505"]

    assert [(one.place.position.line, one.message, one.aide) for one in told] == [
        (line, message, aide)
    ]


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
