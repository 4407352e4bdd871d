"""Print how heavy the pages are: `python -m tests.bench.pages [COUNT …]` (50, 500 and 1 000)."""

from __future__ import annotations

import gzip
import sys
import tempfile
from pathlib import Path

from tests.bench.measuring import folder_size, run
from tests.bench.ours import BUILD, our_builder

_PAGES = ("", "fiches/", "temoins/")


def main(counts: list[int]) -> None:
    """Build each size in turn, and print a table."""
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            _print(Path(folder) / "project", count)


def _print(folder: Path, count: int) -> None:
    ours = our_builder(folder, count)
    run([BUILD], folder)
    print(f"{count} fiches, {folder_size(ours.output) / 1000:.0f} KB")
    for address in _PAGES:
        _print_file(f"/{address}", ours.output / address / "index.html")
    for sheet in (ours.output / "assets").glob("*.css"):
        _print_file("style sheet", sheet)


def _print_file(name: str, file: Path) -> None:
    raw = file.read_bytes()
    packed = len(gzip.compress(raw, 6))
    print(f"  {name:<23} {len(raw) / 1000:>7.1f} KB, gzip {packed / 1000:.1f} KB")


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [50, 500, 1000])
