"""Builds the real site for an address: `python -m tests.site_checks.build ADDRESS FOLDER CONTENT`.

`mkdocs build` takes no address on its command line, hence this module. Each build is a process
of its own, as those of authors are.
"""

import logging
import os
import subprocess
import sys
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.site_checks.site import BuiltSite

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"


def build_site(
    folder: Path, site_url: str, *, content: Path = CONTENT, hash_seed: int = 0
) -> BuiltSite:
    """Build strictly into a folder.

    Args:
        folder: Where to write.
        site_url: Address of the home page.
        content: What to publish.
        hash_seed: Order of Python's sets in that process; it must not show in the output.

    Raises:
        AssertionError: The build failed or warned; the message holds what it printed.
    """
    command = [sys.executable, "-m", "tests.site_checks.build", site_url]
    command += [str(folder), str(content)]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": str(hash_seed)},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}\n{done.stderr}"
    return BuiltSite(folder, site_url)


def main(site_url: str, folder: str, content: str) -> None:
    """Do what `mkdocs build --strict` does, for that address."""
    logging.basicConfig(level=logging.WARNING)
    config = load_config(
        str(ROOT / "mkdocs.yml"), site_url=site_url, site_dir=folder, docs_dir=content, strict=True
    )
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()


if __name__ == "__main__":
    main(*sys.argv[1:])
