"""FP601: a section that a fiche should have, or a title that is almost its own."""

import pytest

from builder.model import EXPECTED_SECTIONS
from tests.rules.blocs import text_bloc
from tests.rules.editing import marked, reviewed, whole_fiche
from tests.sheets import blocs_text, fiche_text


def _titled(old: str, new: str) -> str:
    return whole_fiche().replace(f"## {old}\n", f"## {new}\n")


def test_nine_sections_are_not_told() -> None:
    """In any order, with others among them, in capitals or in a body of another level."""
    sheet = whole_fiche()

    assert reviewed(sheet).codes == []
    assert reviewed(sheet.replace("## Contexte", "## CONTEXTE")).codes == []
    assert reviewed(sheet.replace("## Méthode", "## METHODE")).codes == []
    assert reviewed(sheet.replace("## Contexte", "# Contexte")).codes == []
    assert reviewed(sheet + "\n\n## Et après\n\nLa suite.").codes == []


def test_a_missing_section_is_shown_where_it_should_come() -> None:
    """Under the title of the one before it."""
    told = reviewed(whole_fiche().replace("## Méthode\n\nDit ici.\n\n", ""))

    assert told.codes == ["FP601"]
    assert told.text("FP601") == (
        "avertissement[FP601] section absente : « Méthode »\n"
        "  --> content/fiches/essai.md:19:4\n"
        "   |\n"
        "19 | ## Contexte\n"
        "   |    ^^^^^^^^\n"
        "   = aide : ajoutez `## Méthode` et son texte"
    )


def test_all_that_is_missing_is_one_remark() -> None:
    """At the title of the fiche when nothing comes before."""
    told = reviewed(fiche_text("## Objectifs\n\nTrier.\n\n## Résultats\n\nTrié."))

    [found] = told.diagnostics
    assert found.message == (
        "sections absentes : « Entreprise témoin », « Contexte », « Méthode », « En pratique », "
        "« Facteurs clés de succès », « Contraintes et limites », « Outils et ressources »"
    )
    assert found.aide == "ajoutez `## Entreprise témoin` et son texte, puis les autres"
    assert marked(told, "FP601") == ["title"]


@pytest.mark.parametrize(
    "body", ["## Le tri\n\nTrier.\n\n## Le verre\n\nTrié.", "Un texte sans titre.", ""]
)
def test_none_of_the_nine_is_one_remark(body: str) -> None:
    """Titles of one's own, or none."""
    [found] = reviewed(fiche_text(body)).diagnostics

    assert (found.code, found.message) == (
        "FP601",
        "aucune des neuf sections attendues n’est là",
    )


@pytest.mark.parametrize("flag", ["noindex", "contentonly"])
def test_a_page_apart_has_its_sections_too(flag: str) -> None:
    """It is read all the same."""
    assert reviewed(fiche_text(**{flag: "true"})).codes == ["FP601"]


def test_an_error_of_the_head_hides_nothing() -> None:
    """An author mends the whole sheet at once; a draft as well."""
    assert reviewed(fiche_text(maturity=None)).codes == ["FP101", "FP601"]
    [found] = reviewed(fiche_text(draft="true")).diagnostics
    assert found.is_draft


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Résultats", "Résultat"),
        ("Résultats", "Resultats"),
        ("Facteurs clés de succès", "Facteurs clés de succes"),
        ("Facteurs clés de succès", "Facteurs de succès"),
        ("Contraintes et limites", "Contraintes et limite"),
        ("Contraintes et limites", "Limites"),
        ("Outils et ressources", "Outils"),
        ("Objectifs", "Objectif"),
        ("Méthode", "Methode"),
        ("Méthode", "Méthodes"),
        ("Entreprise témoin", "Entreprises témoins"),
        ("Entreprise témoin", "L’entreprise témoin"),
        ("Entreprise témoin", "Entreprise témoin : Apnos"),
    ],
)
def test_a_title_almost_right_is_shown_with_the_right_one(name: str, written: str) -> None:
    """At that title, and the section is not said to be absent as well."""
    told = reviewed(_titled(name, written))

    assert told.codes == ["FP601"]
    assert told.diagnostics[0].aide == f"vouliez-vous dire `{name}` ?"
    assert marked(told, "FP601") == [written]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Contexte", "Le contexte"),
        ("Objectifs", "Nos objectifs"),
        ("Résultats", "Résultats obtenus"),
        ("Méthode", "Méthode, pas à pas"),
        ("Méthode", "**Méthode**"),
    ],
)
def test_a_title_that_holds_the_expected_one_is_not_told(name: str, written: str) -> None:
    """It says the same, and more."""
    assert reviewed(_titled(name, written)).codes == []


def test_one_title_may_hold_two_sections() -> None:
    """« Contexte et objectifs »."""
    sheet = _titled("Contexte", "Contexte et objectifs").replace("## Objectifs\n\nDit ici.", "")

    assert reviewed(sheet).codes == []


@pytest.mark.parametrize("mark", ["###", "####"])
def test_a_section_one_level_too_deep_is_one_remark(mark: str) -> None:
    """It is there, but part of the one before."""
    told = reviewed(whole_fiche().replace("## Contexte", f"{mark} Contexte"))

    assert [(found.code, found.message, found.aide) for found in told.diagnostics] == [
        ("FP601", "« Contexte » est un sous-titre, pas une section", "écrivez `## Contexte`")
    ]


def test_a_title_in_a_bloc_is_shown_at_its_value() -> None:
    """Escapes before it, in the same bloc, move nothing."""
    bloc = text_bloc(r"Été \u00e0 \"neuf\" heures").replace("Méthode", r"M\u00e9thodes")
    told = reviewed(blocs_text(bloc))

    assert marked(told, "FP601") == ["title", r'"M\u00e9thodes"']
    assert told.diagnostics[0].message.count("« ") == len(EXPECTED_SECTIONS) - 1


def test_only_missing_accents_are_mended_without_asking() -> None:
    """In a body or in a bloc, as each is written."""
    body = reviewed(_titled("Résultats", "Resultats")).diagnostics
    bloc = reviewed(blocs_text(text_bloc("Un.").replace("Méthode", "Methode"))).diagnostics
    other = reviewed(_titled("Résultats", "Résultat")).diagnostics

    assert [found.fix for found in body] == ["Résultats"]
    assert [found.fix for found in bloc] == [None, '"Méthode"']
    assert [found.fix for found in other] == [None]
