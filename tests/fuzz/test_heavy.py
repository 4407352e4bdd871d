"""What is too much is refused or done; `python -m tests.bench.heavy` tells in how long."""

from pathlib import Path

import pytest

from tests.fuzz.heavy import heavy_fiches, heavy_temoins
from tests.fuzz.press import Press

FICHES, TEMOINS = heavy_fiches(), heavy_temoins()


@pytest.mark.parametrize("name", FICHES)
def test_a_heavy_fiche_is_refused_or_done(tmp_path: Path, name: str) -> None:
    """Its page is made, or something is told of it."""
    press = Press(tmp_path)
    told = press.check([FICHES[name]], [])
    pages = press.publish([FICHES[name]], [])

    assert any(item.is_error for item in told) or any(a.startswith("fiches/t") for a in pages)


@pytest.mark.parametrize("name", TEMOINS)
def test_a_heavy_witness_is_refused_or_done(tmp_path: Path, name: str) -> None:
    """The same."""
    press = Press(tmp_path)
    told = press.check([], [TEMOINS[name]])
    pages = press.publish([], [TEMOINS[name]])

    assert any(item.is_error for item in told) or "temoins/apnos/" in pages
