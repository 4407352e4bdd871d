"""FP314: a link that reads as an address."""

from pathlib import Path

import pytest

from builder.checking import check_content
from tests.sheets import blocs_text, fiche_text, read_content, read_fiche

CURE = "donnez au lien un texte qui dit où il mène : `[le guide du tri](https://…)`"
URL = "https://exemple.fr/guide?a=1&b=2"


@pytest.mark.parametrize(
    "text",
    [
        f"[le guide]({URL})",
        f"[le guide de https://exemple.fr]({URL})",
        "<a@exemple.fr>",
        "https://exemple.fr, sans lien",
        f"`<{URL}>`",
        "[exemple.fr](https://exemple.fr)",
    ],
)
def test_words_are_not_told(text: str) -> None:
    """An e-mail address and the name of a site are read as such."""
    assert read_fiche(fiche_text(f"## Outils\n\n{text}\n")).codes == []


def test_an_address_between_chevrons_is_shown() -> None:
    """A habit worth knowing."""
    told = read_fiche(fiche_text(f"## Été\n\nDéjà : <{URL}>\n"))

    assert told.codes == ["FP314"]
    assert told.text("FP314") == (
        f"info[FP314] le texte du lien est une adresse : « {URL} »\n"
        "  --> content/fiches/essai.md:13:9\n"
        "   |\n"
        f"13 | Déjà : <{URL}>\n"
        "   |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        f"   = aide : {CURE}"
    )


@pytest.mark.parametrize(
    ("text", "column"),
    [
        (f"[{URL}]({URL})", 2),
        (f"Voir [www.exemple.fr/a]({URL}).", 7),
        (f'<a href="{URL}">{URL}</a>', 10),
    ],
)
def test_each_way_to_write_one_is_one_remark(text: str, column: int) -> None:
    """The words are marked, not what they point to."""
    [told] = read_fiche(fiche_text(text)).diagnostics

    assert (told.code, told.severity.value) == ("FP314", "info")
    assert told.place.position.column == column or text.startswith("<a")


@pytest.mark.parametrize(
    ("bloc", "line"),
    [
        (f'template = "pour-aller-plus-loin"\n[[blocs.parts]]\nlink = "{URL}"', 12),
        (f'template = "bloc-personalise"\n[blocs.content]\ncta = "{URL}"', 12),
        (f'template = "bloc-logos"\n[[blocs.logos]]\nurl = "{URL}"', 12),
    ],
    ids=["link", "cta", "logo"],
)
def test_a_link_of_a_list_without_words_is_told(bloc: str, line: int) -> None:
    """Its address is what is shown."""
    [told] = read_fiche(blocs_text(bloc)).diagnostics

    assert (told.code, told.place.position.line) == ("FP314", line)


def test_a_source_may_be_cited_by_its_address(tmp_path: Path) -> None:
    """A short line may not."""
    keys = {"sources": f'["<{URL}>"]', "enbref": f'["<{URL}>"]'}
    told = check_content(read_content(tmp_path, {"fiches/a.md": fiche_text(**keys)}))
    found = [item for item in told if item.code == "FP314"]

    assert [item.place.source.line(item.place.position.line)[:6] for item in found] == ["enbref"]
