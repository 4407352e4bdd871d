"""FP503: a page that law or honesty asks for is not there."""

from pathlib import Path

from builder.mentions import MENTIONS, check_mentions
from tests.sheets import mention_pages, read_content, shown


def test_three_pages_that_are_there_are_not_told(tmp_path: Path) -> None:
    """Nothing is said of a complete folder."""
    assert check_mentions(read_content(tmp_path, mention_pages())) == ()


def test_an_absent_page_is_one_warning(tmp_path: Path) -> None:
    """Not one a field; the help is to write the page, for it has no head to fill in."""
    pages = mention_pages()
    del pages["accessibilite.md"]

    assert shown(check_mentions(read_content(tmp_path, pages))) == (
        "avertissement[FP503] la page « Accessibilité » n’existe pas\n"
        " --> content/accessibilite.md\n"
        "  = aide : reprenez-la du projet d’origine et remplissez ses champs"
    )


def test_each_absent_page_is_told(tmp_path: Path) -> None:
    """In their order."""
    told = check_mentions(read_content(tmp_path, {}))

    assert [found.code for found in told] == ["FP503"] * len(MENTIONS)
