"""The HTML check sees what it must."""

from pathlib import Path

import pytest

from tests.site_checks.example import example_page, example_site
from tests.site_checks.html5 import html_problems


def _problems(folder: Path, page: str) -> list[str]:
    return html_problems(example_site(folder, {"index.html": page}))


def test_a_sound_page_has_no_problem(tmp_path: Path) -> None:
    """Headings may go down by one and up by any number."""
    page = "<h1>a</h1><h2 id=b>b</h2><h3>c</h3><h4>d</h4><h2>e</h2><svg><path d='M0 0'/></svg>"

    assert _problems(tmp_path, page) == []


@pytest.mark.parametrize(
    ("page", "problem"),
    [
        ("<h1>a</h1><p><div>b</div></p>", "/ : parse error 4:41 unexpected-end-tag p"),
        (example_page().replace("<!doctype html>\n", ""), "expected-doctype-but-got-start-tag"),
        ("<h1>a</h1><b>", "end-tag-too-early main"),
        ("<h1>a</h1><p id=x></p><p id=x></p>", "/ : id 'x' stands 2 times"),
        ("<p>a</p>", "/ : 0 h1"),
        ("<h1>a</h1><h1>b</h1>", "/ : 2 h1"),
        ("<h1>a</h1><h3>b</h3>", "/ : h3 follows h1"),
        ("<h2>a</h2><h1>b</h1>", "/ : the first heading is h2"),
    ],
)
def test_each_defect_is_told(tmp_path: Path, page: str, problem: str) -> None:
    """One page, one defect."""
    assert any(problem in found for found in _problems(tmp_path, page))
