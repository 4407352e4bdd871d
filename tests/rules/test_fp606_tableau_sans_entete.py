"""FP606: a table whose columns have no name."""

import pytest

from tests.rules.blocs import text_bloc
from tests.rules.editing import marked, reviewed, whole_blocs, whole_fiche

LINES = '[[blocs.tablelines]]\nname = "2014"\nvalues = ["12"]'


@pytest.mark.parametrize(
    "text",
    [
        "| Année | Tonnes |\n|---|---|\n| 2014 | 12 |",
        "| | Tonnes |\n|---|---|\n| 2014 | 12 |",
        "Année | Tonnes\n---|---\n2014 | 12",
        "| Année | Tonnes |\n|---|---|\n| | |",
        "<table><tr><th>Année</th></tr><tr><td>2014</td></tr></table>",
        "```\n| | |\n|---|---|\n```",
        "un | deux",
    ],
)
def test_a_table_with_headings_is_not_told(text: str) -> None:
    """The first heading may be blank: it stands over the names of the lines."""
    assert reviewed(whole_fiche(text)).codes == []


def test_a_first_line_of_blanks_is_shown() -> None:
    """It is the line of the headings."""
    told = reviewed(whole_fiche("Été.\n\n| | |\n|---|---|\n| 2014 | 12 |"))

    assert told.codes == ["FP606"]
    assert told.text("FP606") == (
        "avertissement[FP606] les colonnes de ce tableau n’ont pas de nom\n"
        "  --> content/fiches/essai.md:31:1\n"
        "   |\n"
        "31 | | | |\n"
        "   | ^^^^^\n"
        "   = aide : nommez chaque colonne dans la première ligne, par exemple "
        "`| Année | Tonnes |`"
    )


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("|  |  |\n| :-- | --: |\n| 2014 | 12 |", "|  |  |"),
        ("| |\n|---|\n| 2014 |", "| |"),
        ('<table class="x"><tr><td>2014</td></tr></table>', '<table class="x">'),
        ("<TABLE>\n<tr><td>1</td></tr>\n</TABLE>", "<TABLE>"),
    ],
)
def test_each_bare_table_is_one_remark(text: str, mark: str) -> None:
    """In Markdown or in HTML."""
    assert marked(reviewed(whole_fiche(text)), "FP606") == [mark]


def test_the_headings_of_another_table_do_not_serve() -> None:
    """Each has its own."""
    text = "<table><tr><td>1</td></tr></table>\n\n<table><tr><th>A</th></tr></table>"

    assert reviewed(whole_fiche(text)).codes == ["FP606"]


@pytest.mark.parametrize(
    ("headings", "mark"),
    [
        ("tableheadings = []", "tableheadings"),
        ('tableheadings = ["", " "]', "tableheadings"),
        ("", "[[blocs]]"),
    ],
)
def test_a_bloc_without_headings_is_shown_at_their_key(headings: str, mark: str) -> None:
    """Or at the bloc when there is no such key."""
    bloc = f'template = "bloc-table"\nheadtitle = "Tri"\n{headings}\n{LINES}'

    assert marked(reviewed(whole_blocs(bloc)), "FP606") == [mark]


def test_a_bloc_with_headings_or_without_lines_is_not_told() -> None:
    """A table of no line is not shown."""
    full = f'template = "bloc-table"\nheadtitle = "Tri"\ntableheadings = ["", "T"]\n{LINES}'
    none = 'template = "bloc-table"\nheadtitle = "Tri"\nheadparagraph = "Rien."'

    assert reviewed(whole_blocs(full, none)).codes == []


def test_a_table_in_a_bloc_is_shown_in_its_text() -> None:
    """Escapes before it count for one character each."""
    text = "\\u00c9t\\u00e9.\\n\\n|  | |\\n|---|---|\\n| 1 | 2 |"

    assert marked(reviewed(whole_blocs(text_bloc(text))), "FP606") == ["|  | |"]
