"""Titles as they are written, and what stands between them."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from builder.parse.raw import parse_sheet
from builder.source import decode
from builder.validate.outline import Title, read_outline
from tests.sheets import blocs_text, fiche_text


def _outline(text: str) -> list[str]:
    """Write a title as `level title`, what is shown as `-`."""
    raw, told = parse_sheet(decode(text.encode(), PurePosixPath("essai.md")))
    assert raw is not None, told
    return [
        f"{item.level} {item.text}" if isinstance(item, Title) else "-"
        for item in read_outline(raw)
    ]


def test_a_body_is_its_titles_and_texts() -> None:
    """A title of level 1 is a section too; emphasis is not kept."""
    body = "Un.\n\n# *A*\n\nx\n\n## B\n\n### C\n\n![d](/uploads/d.png)\n\n<!-- e -->\n"

    assert _outline(fiche_text(body)) == ["-", "2 A", "-", "2 B", "3 C", "-"]


def test_blocs_come_before_the_body() -> None:
    """Those of a set are a level deeper; titles of a rich text are under their bloc's."""
    sheet = blocs_text(
        'template = "ensemble-blocs-personalises"\ntitle = "A"\n[[blocs.parts]]\n'
        'template = "bloc-personalise"\n[blocs.parts.content]\ntitle = "B"\n'
        'richtext = "# C\\n\\nx"',
        'template = "bloc-table"\nheadtitle = "D"\ntablelines = [{ name = "x" }]',
    )

    assert _outline(f"{sheet}\n## E\n\ny\n") == ["2 A", "3 B", "4 C", "-", "2 D", "-", "2 E", "-"]


@pytest.mark.parametrize(
    "blocs",
    ["3", '"x"', "[]", "[1, [2], 'x']", "{ a = 1 }", "[{ content = 3, parts = 4, title = 5 }]"],
)
def test_blocs_of_another_shape_have_no_titles(blocs: str) -> None:
    """What is wrong with them is told by their shapes."""
    assert [item for item in _outline(fiche_text("", blocs=blocs)) if item != "-"] == []


def test_what_only_decorates_is_not_shown() -> None:
    """Labels, styles, alignments."""
    bloc = (
        'template = "bloc-personalise"\nforestrylabel = "x"\n'
        '[blocs.content]\ntitle = "A"\nalign = "Center"\nrichtext = ""\n'
        '[blocs.style]\ncontent = "Standard"'
    )

    assert _outline(blocs_text(bloc)) == ["2 A"]
