"""What the builder is told about the site."""

from pathlib import Path

import pytest

from builder.site import configured_url


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("site_url: https://exemple.fr/", "https://exemple.fr/"),
        ("site_name: x\nsite_url: 'https://exemple.fr/rse' # ici", "https://exemple.fr/rse/"),
        ('site_url: "http://exemple.fr"', "http://exemple.fr/"),
        ("# site_url: https://exemple.fr/", ""),
        ("extra:\n  site_url: https://exemple.fr/", ""),
        ("site_url: !ENV SITE_URL", ""),
        ("", ""),
    ],
)
def test_the_address_of_the_site_is_read_in_its_settings(
    tmp_path: Path, text: str, url: str
) -> None:
    """With its final slash; nothing when it is not written there."""
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")

    assert configured_url(tmp_path) == url


def test_a_project_without_settings_has_no_address(tmp_path: Path) -> None:
    """A check needs none."""
    assert configured_url(tmp_path) == ""
