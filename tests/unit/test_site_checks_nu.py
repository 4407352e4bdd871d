"""What the Nu HTML Checker says is read in full; where it is at hand, it runs."""

import json
from pathlib import Path

import pytest

from tests.site_checks import nu
from tests.site_checks.example import example_page, example_site


def test_messages_are_read_and_sorted(tmp_path: Path) -> None:
    """Errors and warnings count alike, and pages are named by their path in the site."""
    url = (tmp_path / "fiches/index.html").resolve().as_uri()
    report = {
        "messages": [
            {"type": "info", "subType": "warning", "url": url, "lastLine": 9, "message": "b"},
            {"type": "error", "url": url, "lastLine": 2, "message": "a"},
        ]
    }

    found = nu.read_messages(json.dumps(report), tmp_path)

    assert found == [
        nu.Message("fiches/index.html", 2, "a"),
        nu.Message("fiches/index.html", 9, "b"),
    ]


def test_a_missing_checker_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing checked is not the same as nothing found."""
    monkeypatch.setenv("VNU_JAR", "absent.jar")

    assert nu.main("site") == 2
    assert "pas de vérificateur Nu" in capsys.readouterr().err


@pytest.mark.skipif(nu.nu_command() is None, reason="Java or vnu.jar is not at hand")
def test_the_checker_tells_a_good_page_from_a_bad_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The exit code says which."""
    good, bad = tmp_path / "good", tmp_path / "bad"
    example_site(good, {"index.html": example_page()})
    example_site(bad, {"index.html": '<h1>a</h1><img src="x.png" border="0">'})

    assert nu.main(str(good)) == 0
    assert nu.main(str(bad)) == 1
    assert "index.html:4" in capsys.readouterr().out
