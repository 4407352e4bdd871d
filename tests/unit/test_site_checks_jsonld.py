"""The check of structured data sees what it must."""

import json
from pathlib import Path

import pytest

from tests.site_checks.example import example_site
from tests.site_checks.jsonld import jsonld_problems


def _problems(folder: Path, json_text: str) -> list[str]:
    page = f'<h1>a</h1><script type="application/ld+json">{json_text}</script>'
    return jsonld_problems(example_site(folder, {"index.html": page}))


def _breadcrumb(*items: dict[str, object]) -> str:
    return json.dumps({"@graph": [{"@type": "BreadcrumbList", "itemListElement": items}]})


def test_a_sound_breadcrumb_has_no_problem(tmp_path: Path) -> None:
    """Its last item, the page itself, needs no address."""
    home = {"position": 1, "name": "Accueil", "item": "https://exemple.fr/"}
    fiches = {"position": 2, "name": "Fiches", "item": {"@id": "https://exemple.fr/fiches/"}}

    assert _problems(tmp_path, _breadcrumb(home, fiches, {"position": 3, "name": "Tri"})) == []


@pytest.mark.parametrize(
    ("json_text", "problem"),
    [
        ("{", "JSON-LD does not parse"),
        ('"a"', "neither an object nor a list"),
        (_breadcrumb(), "empty BreadcrumbList"),
        (_breadcrumb({"position": 1, "item": "/fiches/"}), "not absolute: '/fiches/'"),
        (_breadcrumb({"position": 1}, {"position": 2}), "not absolute: ''"),
        (_breadcrumb({"position": 2, "item": "https://exemple.fr/"}), "do not count from 1"),
    ],
)
def test_each_defect_is_told(tmp_path: Path, json_text: str, problem: str) -> None:
    """One block, one defect."""
    (found,) = _problems(tmp_path, json_text)

    assert problem in found
