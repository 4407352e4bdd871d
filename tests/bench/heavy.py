"""How long one heavy sheet takes, from its bytes to its page: `python -m tests.bench.heavy`."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from tests.fuzz.heavy import heavy_fiches, heavy_temoins
from tests.fuzz.press import Press

LONGEST = 2.0
"""Seconds that no sheet may take."""


def main() -> None:
    """Print the seconds of each, the slowest first."""
    sheets: list[tuple[str, list[bytes], list[bytes]]] = [
        *((name, [raw], []) for name, raw in heavy_fiches().items()),
        *((name, [], [raw]) for name, raw in heavy_temoins().items()),
    ]
    with tempfile.TemporaryDirectory() as folder:
        press = Press(Path(folder))
        press.publish([], [])  # what is loaded once is nobody's
        timed = [(_seconds(press, fiches, temoins), name) for name, fiches, temoins in sheets]
    for seconds, name in sorted(timed, reverse=True):
        print(f"{seconds:6.2f} s  {name}{'  TOO LONG' if seconds > LONGEST else ''}")


def _seconds(press: Press, fiches: list[bytes], temoins: list[bytes]) -> float:
    start = time.perf_counter()
    press.publish(fiches, temoins)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
