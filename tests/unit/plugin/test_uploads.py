"""The engine copies what is published of the folder of pictures, and no more."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.sheets import PROJECT, fiche_text, mention_pages, write_content

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_refused_is_in_no_build(tmp_path: Path) -> None:
    """Neither as it is nor as a page; a shortcut neither."""
    write_content(
        tmp_path,
        {
            **mention_pages(),
            "fiches/tri.md": fiche_text("## Méthode\n\n![Un bac](/uploads/faux.png)"),
            "uploads/bon.pdf": b"%PDF-1.7",
            "uploads/faux.png": b"<script>x</script>",
            "uploads/page.html": b"<script>x</script>",
            "uploads/dossier/note.md": b"# Note",
            "secret.txt": b"secret",
        },
    )
    uploads = tmp_path / "content" / "uploads"
    (uploads / "lien.txt").symlink_to(tmp_path / "mkdocs.yml")
    (uploads / "ailleurs").symlink_to(PROJECT / "docs")
    shutil.copytree(PROJECT / "theme", tmp_path / "theme")
    shutil.copy(PROJECT / "mkdocs.yml", tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=tmp_path,
        env={"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "PYTHONPATH": str(PROJECT)},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )

    assert done.returncode == 0, done.stderr
    site = tmp_path / "site"
    written = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    assert {name for name in written if name.startswith("uploads/")} == {"uploads/bon.pdf"}
    assert done.stderr.count("FP310") == 5
    assert "faux.png" not in (site / "fiches/trier-ses-dechets/index.html").read_text()
