"""A site of attack sheets, built as its users build theirs."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING
from urllib.parse import quote

from PIL import Image

from tests.attacks.sheets import PICTURES, attack_fiche, attack_temoin, batches, toml
from tests.sheets import PROJECT, blocs_text, mention_pages, write_content

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_MINOR = ("avertissement", "info")


def build_attacked(folder: Path) -> Path:
    """Publish every attack that is no error; return the folder of the site."""
    files: dict[str, str | bytes] = {**mention_pages(), "fiches/images.md": _pictures_fiche()}
    for batch in batches():
        files[f"fiches/f{batch.number}.md"] = attack_fiche(batch)
        files[f"temoins/t{batch.number}.md"] = attack_temoin(batch)
    return build(folder, {**files, **{f"uploads/{name}": picture() for name in PICTURES}})


def build(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Run `mkdocs build` on a content; return the folder of the site."""
    write_content(folder, files)
    shutil.copytree(PROJECT / "theme", folder / "theme")
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=folder,
        env={"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "PYTHONPATH": str(PROJECT)},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    told = [block for block in done.stderr.split("\n\n") if not block.startswith(_MINOR)]
    assert done.returncode == 0, "\n\n".join(told)
    return folder / "site"


def picture() -> bytes:
    """Make a picture of four pixels."""
    written = io.BytesIO()
    Image.new("RGB", (2, 2)).save(written, "PNG")
    return written.getvalue()


def _pictures_fiche() -> str:
    """Show each picture, in a text and in a bloc."""
    blocs = []
    for name in sorted(PICTURES):
        text = f"![{name}](/uploads/{quote(name)})"
        media = {"media": [{"template": "image", "image": f"/uploads/{name}", "alt": name}]}
        content = {"title": "Méthode", "richtext": text}
        lines = ['template = "bloc-personalise"', f"content = {toml(content)}"]
        blocs.append("\n".join([*lines, f"media = {toml(media)}"]))
    return blocs_text(*blocs, title='"Images"')
