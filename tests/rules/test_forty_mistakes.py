"""One mistake gives one remark, whatever else is checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builder.checking import check_content
from builder.template import new_sheet
from tests.rules.blocs import text_bloc
from tests.rules.editing import whole_blocs, whole_fiche
from tests.sheets import fiche_text, mention_pages, read_content, shown, temoin_text, whole_body

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = whole_fiche()
"""A fiche that an editor has nothing to say of."""

FIGURE = '[{ nom = "Eau", unite = "m³", valeurs = { "2013" = 5, "2014" = 4 } }]'
TABLE = """\
template = "bloc-table"
headtitle = "Tri"
tableheadings = ["", "Tonnes"]
[[blocs.tablelines]]
name = "2014"
values = ["12"]
"""


def _without(text: str) -> str:
    assert text in WHOLE
    return WHOLE.replace(text, "", 1)


def _with(old: str, new: str) -> str:
    assert old in WHOLE
    return WHOLE.replace(old, new, 1)


FICHES = {
    "no Objectifs": ("FP601", _without("## Objectifs\n\nDit ici.\n\n")),
    "no title Objectifs": ("FP601", _without("## Objectifs\n\n")),
    "no Entreprise témoin": ("FP601", _without("## Entreprise témoin\n\nDit ici.\n\n")),
    "no Outils": ("FP601", _without("## Outils et ressources\n\nDit ici.")),
    "Résultat": ("FP601", _with("## Résultats", "## Résultat")),
    "Limites": ("FP601", _with("## Contraintes et limites", "## Limites")),
    "succes": ("FP601", _with("clés de succès", "clés de succes")),
    "Contexte too deep": ("FP601", _with("## Contexte", "### Contexte")),
    "Contexte far too deep": ("FP601", _with("## Contexte", "#### Contexte")),
    "a space less": ("FP601", _with("## Contexte", "##Contexte")),
    "no section": ("FP601", fiche_text("Un texte.")),
    "no text": ("FP602", whole_fiche("")),
    "a comment": ("FP602", whole_fiche("<!-- à écrire -->")),
    "last empty": ("FP602", _with("ressources\n\nDit ici.", "ressources\n")),
    "sub-heading empty": ("FP602", whole_fiche("Un.\n\n### Deux")),
    "no first title": ("FP603", _without("## Entreprise témoin\n\n")),
    "before the first title": ("FP603", _with("## Entreprise", "Un mot.\n\n## Entreprise")),
    "skips a level": ("FP604", whole_fiche("#### Un\n\nDeux.")),
    "skips two": ("FP604", whole_fiche("##### Un\n\nDeux.")),
    "bold": ("FP605", whole_fiche("**Un :**\n\nDeux.")),
    "bold over a list": ("FP605", whole_fiche("**Un**\n- deux\n- trois")),
    "bare table": ("FP606", whole_fiche("| | |\n|---|---|\n| a | b |")),
    "bare HTML table": ("FP606", whole_fiche("<table><tr><td>a</td></tr></table>")),
    "bare bloc": ("FP606", whole_blocs(TABLE.replace('"", "Tonnes"', ""))),
    "long description": ("FP611", whole_fiche(description=f'"{"a" * 161}"')),
    "two years ago": ("FP612", whole_fiche("Tout a changé il y a deux ans.")),
    "last year": ("FP612", whole_fiche("- L’an dernier, rien.\n- En 2022, tout.")),
    "recently, in a description": (
        "FP612",
        whole_fiche(description='"Nous avons récemment trié."'),
    ),
    "today, in a bloc": ("FP612", whole_blocs(text_bloc(r"\u00c0 ce jour, rien."))),
    "price": ("FP613", whole_fiche("Un bac coûte 50 €.")),
    "cost": ("FP613", whole_fiche(cout='"1 100 € par jour"')),
    "price in a list": ("FP613", whole_fiche("- Un bac : 50 €\n- Une balance")),
    "mail": ("FP621", whole_fiche("Écrire à jeanne.martin@exemple.fr.")),
    "mail as a link": ("FP621", whole_fiche("[Jeanne](mailto:jeanne.martin@exemple.fr)")),
    "bare link to a mail": ("FP621", whole_fiche("<jeanne.martin@exemple.fr>")),
    "mail in the head": ("FP621", whole_fiche(enbref='["Écrire à j.martin@exemple.fr"]')),
    "mobile": ("FP622", whole_fiche("Appeler le 06 12 34 56 78.")),
    "phone as a link": ("FP622", whole_fiche("[03 27 00 00 00](tel:+33327000000)")),
    "phone in a bloc": ("FP622", whole_blocs(text_bloc(r"Au 03\u00a027\u00a000\u00a000\u00a000."))),
    "unknown company": ("FP411", whole_fiche(company='"Ubeeqo"')),
    "company in capitals": ("FP412", whole_fiche(company='"APNOS"')),
    "company in a hurry": ("FP412", whole_fiche(company='"Apnos / Conexing"')),
}

TEMOINS = {
    "no unit": ("FP413", temoin_text(indicateurs=FIGURE.replace("m³", ""))),
    "no year": ("FP414", temoin_text(indicateurs=FIGURE.replace("2014", "20014"))),
    "year before": ("FP414", temoin_text(indicateurs=FIGURE.replace("2013", "N-1"))),
    "mail in a citation": (
        "FP621",
        temoin_text(citations='[{ texte = "Oui.", auteur = "a.b@exemple.fr" }]'),
    ),
    "price in a story": ("FP613", temoin_text("## Contexte\n\nUn bac à 50 €.\n")),
    "empty part of a story": ("FP602", temoin_text("## Contexte\n\n## Après\n\nUn mot.\n")),
}


_NAMING = fiche_text(whole_body(), title='"Nommer ses témoins"', company='"Apnos / Connexing"')


def _check(folder: Path, fiche: str, temoin: str) -> tuple[list[str], str]:
    files = {
        "fiches/essai.md": fiche,
        "fiches/temoins.md": _NAMING,
        "temoins/apnos.md": temoin,
        "temoins/connexing.md": temoin_text(company='"Connexing"'),
        **mention_pages(),
    }
    found = check_content(read_content(folder, files))
    return [one.code for one in found], shown(found)


def test_a_whole_sheet_gives_no_remark(tmp_path: Path) -> None:
    """Nor does the witness that the mistakes are made in."""
    assert _check(tmp_path, WHOLE, temoin_text(indicateurs=FIGURE)) == ([], "")
    assert _check(tmp_path, whole_blocs(TABLE), temoin_text()) == ([], "")


@pytest.mark.parametrize(("code", "sheet"), FICHES.values(), ids=FICHES)
def test_a_mistake_in_a_fiche_is_one_remark(tmp_path: Path, code: str, sheet: str) -> None:
    """The whole check is run, on the whole content."""
    told, text = _check(tmp_path, sheet, temoin_text())

    assert told == [code], text


@pytest.mark.parametrize(("code", "sheet"), TEMOINS.values(), ids=TEMOINS)
def test_a_mistake_in_a_witness_is_one_remark(tmp_path: Path, code: str, sheet: str) -> None:
    """The same for its own keys."""
    told, text = _check(tmp_path, WHOLE, sheet)

    assert told == [code], text


def test_a_draft_is_told_and_stops_nothing(tmp_path: Path) -> None:
    """As of any other mistake."""
    sheet = fiche_text(whole_body(methode=None, contexte="Il y a deux ans."), draft="true")
    files = {"fiches/essai.md": sheet, "temoins/apnos.md": temoin_text(), **mention_pages()}
    found = check_content(read_content(tmp_path, files))

    assert [(one.code, one.is_draft) for one in found] == [("FP601", True), ("FP612", True)]


def test_a_template_gives_one_remark_and_none_of_an_editor(tmp_path: Path) -> None:
    """Nothing is written in it yet: that says all."""
    files = {"fiches/essai.md": new_sheet("Trier", "Ubeeqo"), **mention_pages()}

    assert [one.code for one in check_content(read_content(tmp_path, files))] == ["FP106"]
