"""`mkdocs gh-deploy` builds as any build does, then sends the folder that the settings name."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.sheets import PROJECT, fiche_text, mention_pages, write_content

if TYPE_CHECKING:
    from pathlib import Path


def test_the_site_is_where_the_settings_say(tmp_path: Path) -> None:
    """MkDocs reads the folder after the build, from the settings that the build was given."""
    write_content(tmp_path, {**mention_pages(), "fiches/tri.md": fiche_text()})
    shutil.copytree(PROJECT / "theme", tmp_path / "theme")
    shutil.copy(PROJECT / "mkdocs.yml", tmp_path)
    config = load_config(str(tmp_path / "mkdocs.yml"))

    config.plugins.on_startup(command="gh-deploy", dirty=False)
    build(config)
    config.plugins.on_shutdown()

    assert config.site_dir == str(tmp_path / "site")
    assert (tmp_path / "site" / "index.html").is_file()
