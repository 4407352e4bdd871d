"""FP501: a field left empty in the pages that law and honesty ask for."""

from pathlib import Path

import pytest

from builder.checking import check_content
from builder.mentions import MENTIONS, check_mentions
from tests.sheets import (
    fiche_text,
    mention_pages,
    read_content,
    shown,
    temoin_text,
    whole_body,
)


def test_three_pages_filled_in_are_not_told(tmp_path: Path) -> None:
    """Nor anything else in a content folder that is complete."""
    sheets = {"fiches/tri.md": fiche_text(whole_body()), "temoins/apnos.md": temoin_text()}
    reading = read_content(tmp_path, {**mention_pages(), **sheets})

    assert check_mentions(reading) == ()
    assert check_content(reading) == ()


def test_an_empty_field_is_shown_at_its_key(tmp_path: Path) -> None:
    """Below fields with accents."""
    assert shown(check_content(read_content(tmp_path, mention_pages(hebergeur='""')))) == (
        "avertissement[FP501] mention vide : `hebergeur` (Hébergeur)\n"
        " --> content/mentions-legales.md:6:1\n"
        "  |\n"
        '6 | hebergeur: ""\n'
        "  | ^^^^^^^^^^\n"
        "  = aide : remplissez `hebergeur` en tête de cette page"
    )


def test_an_absent_field_is_shown_at_the_fence(tmp_path: Path) -> None:
    """A line of the body that looks like the field is not taken for it."""
    told = check_mentions(read_content(tmp_path, mention_pages(contact=None)))

    assert [str(found.place.source.path) for found in told] == [
        f"content/{mention.file}" for mention in MENTIONS
    ]
    assert shown(told[1:2]) == (
        "avertissement[FP501] mention vide : `contact` (Contact)\n"
        " --> content/accessibilite.md:1:1\n"
        "  |\n"
        "1 | ---\n"
        "  | ^^^\n"
        "  = aide : remplissez `contact` en tête de cette page"
    )


@pytest.mark.parametrize("value", ["", '""', '"  "', "null", "~", "[]"])
@pytest.mark.parametrize("key", ["editeur", "date_audit", "hebergement"])
def test_each_way_to_be_empty_is_one_warning(tmp_path: Path, key: str, value: str) -> None:
    """In each of the pages; the site is published."""
    [told] = check_mentions(read_content(tmp_path, mention_pages(**{key: value})))

    assert (told.code, told.is_error) == ("FP501", False)
    assert f"`{key}`" in told.message
    assert told.place.source.line(told.place.position.line).startswith(f"{key}:")


def test_a_page_without_a_head_is_told_of_every_field(tmp_path: Path) -> None:
    """As one whose fields are all empty."""
    told = check_mentions(
        read_content(tmp_path, mention_pages() | {"ecoconception.md": "Sans tête.\n"})
    )

    assert [found.message.split("`")[1] for found in told] == [
        "date_mesure",
        "hebergement",
        "contact",
    ]
