"""FP504: the head of an ordinary page is no YAML."""

from pathlib import Path

import pytest

from builder.mentions import check_mentions
from tests.sheets import mention_pages, read_content, shown


def test_a_head_that_can_be_read_is_not_told(tmp_path: Path) -> None:
    """Nothing is said of a complete folder."""
    assert check_mentions(read_content(tmp_path, mention_pages())) == ()


@pytest.mark.parametrize("value", ['"Non conforme', "[", "{a: b", "- a\n b: c: d"])
def test_a_head_that_is_no_yaml_is_one_warning(tmp_path: Path, value: str) -> None:
    """One cause, one remark: its fields are not told as empty."""
    told = check_mentions(read_content(tmp_path, mention_pages(conformite=value)))

    assert shown(told) == (
        "avertissement[FP504] la tête de cette page ne peut pas être lue\n"
        " --> content/accessibilite.md:1:1\n"
        "  |\n"
        "1 | ---\n"
        "  | ^^^\n"
        "  = aide : vérifiez les guillemets et les deux-points entre les deux lignes `---`"
    )
