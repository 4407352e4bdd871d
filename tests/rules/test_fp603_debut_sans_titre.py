"""FP603: a text that comes before the first title of a section."""

import pytest

from tests.rules.editing import marked, reviewed, reviewed_temoin, whole_blocs, whole_fiche
from tests.sheets import temoin_text


def _without_first_title() -> str:
    return whole_fiche().replace("## Entreprise témoin\n\n", "")


def test_a_start_without_a_title_is_shown_at_its_first_line() -> None:
    """« Entreprise témoin » is not said to be absent as well: one cause."""
    sheet = _without_first_title().replace("Dit ici.", "Apnos\ncompte seize personnes.", 1)
    told = reviewed(sheet)

    assert told.codes == ["FP603"]
    assert told.text("FP603") == (
        "avertissement[FP603] ce texte vient avant le premier titre de section\n"
        "  --> content/fiches/essai.md:11:1\n"
        "   |\n"
        "11 | Apnos\n"
        "   | ^^^^^\n"
        "   = aide : ajoutez au-dessus un titre, par exemple `## Entreprise témoin`"
    )


def test_another_section_that_is_missing_is_told_besides() -> None:
    """Two causes."""
    sheet = _without_first_title().replace("## Contexte\n\nDit ici.\n\n", "")

    assert reviewed(sheet).codes == ["FP603", "FP601"]


def test_a_first_bloc_without_a_title_is_shown_at_its_text() -> None:
    """The help says what to write in it."""
    bloc = 'template = "bloc-personalise"\n[blocs.content]\ntitle = ""\nrichtext = "Été.\\n\\nFin."'
    told = reviewed(whole_blocs(bloc))

    assert told.codes == ["FP603"]
    assert marked(told, "FP603") == ["Été."]
    assert told.diagnostics[0].aide == ('donnez un titre à ce bloc, par exemple `title = "Titre"`')


@pytest.mark.parametrize("text", ["<!-- à relire -->\n\n", "\n\n"])
def test_what_is_not_shown_starts_nothing(text: str) -> None:
    """A comment, blank lines."""
    sheet = whole_fiche().replace("## Entreprise", f"{text}## Entreprise", 1)

    assert reviewed(sheet).codes == []


def test_a_later_bloc_without_a_title_is_not_told() -> None:
    """It goes on with the section before it."""
    title = 'template = "bloc-personalise"\n[blocs.content]\ntitle = "Tri"\nrichtext = "Un."'
    more = 'template = "bloc-personalise"\n[blocs.content]\ntitle = ""\nrichtext = "Deux."'

    assert reviewed(whole_blocs(title, more)).codes == []


def test_a_story_may_start_without_a_title() -> None:
    """That of a witness is free."""
    assert reviewed_temoin(temoin_text("Une équipe.\n\n## Contexte\n\nDouai.\n")).codes == []
