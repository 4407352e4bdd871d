"""No sheet, however broken, ends in an exception or opens a page to its author's code.

`make fuzz` goes on for longer, from other seeds: FUZZ_BATCHES and FUZZ_SEED.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, TypeVar

import pytest

from tests.fuzz.mutate import Mutator
from tests.fuzz.press import Press

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

T = TypeVar("T")

BATCHES = int(os.environ.get("FUZZ_BATCHES", "60"))
FIRST_SEED = int(os.environ.get("FUZZ_SEED", "0"))
FICHES, TEMOINS = 160, 10
"""Sheets a batch: 60 batches are 10 200 of them."""

_TAG = re.compile(r"""</?([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[^\s="'<>/]+(?:="[^"]*")?)*)\s*/?>""")
_ATTRIBUTE = re.compile(r"""([^\s="'<>/]+)(?:="([^"]*)")?""")
_OPENINGS = re.compile("<(?!!doctype html>|!--)")
_FORBIDDEN_TAGS = frozenset({"iframe", "object", "embed", "base", "style", "template", "portal"})
_ADDRESSES = frozenset({"href", "src", "action", "formaction", "xlink:href", "srcset"})
_LEAVES = re.compile(
    r"\s*(?:[/\\]\s*[/\\]|(?!(?:https?|mailto|tel):|data:image/svg)[a-z][a-z0-9+.-]*\s*:)",
    re.IGNORECASE,
)
"""An address of another host, or of a scheme that we do not know."""


@pytest.mark.parametrize("seed", range(FIRST_SEED, FIRST_SEED + BATCHES))
def test_no_sheet_breaks_a_site(tmp_path: Path, seed: int) -> None:
    """From bytes to pages; what `check` says and what a build makes are told of the same sheets."""
    mutator = Mutator(seed)
    fiches = [mutator.fiche() for _ in range(FICHES)]
    temoins = [mutator.temoin() for _ in range(TEMOINS)]
    press = Press(tmp_path)

    pages = _or_culprit(press.publish, fiches, temoins)
    told = _or_culprit(press.check, fiches, temoins)

    assert "" in pages
    del pages["selection/"]  # it holds nothing of a sheet, and templates of its own
    assert told
    assert [fault for address in pages for fault in _faults(address, pages[address])] == []


def _or_culprit(
    action: Callable[[list[bytes], list[bytes]], T], fiches: list[bytes], temoins: list[bytes]
) -> T:
    """Run; when it raises, find the one sheet that is enough, and show it."""
    try:
        return action(fiches, temoins)
    except Exception:
        for one, other in [*(([raw], []) for raw in fiches), *(([], [raw]) for raw in temoins)]:
            try:
                action(one, other)
            except Exception as error:  # noqa: BLE001 (whatever it is, it is a bug of ours)
                pytest.fail(f"{type(error).__name__}: {error}\n{(one or other)[0]!r}")
        raise


def _faults(address: str, page: str) -> list[str]:
    """List what a sheet may have put on its page that a browser would run, load or misread."""
    tags = list(_TAG.finditer(page))
    stray = len(_OPENINGS.findall(page)) - len(tags)
    found = [f"{stray} signs < that open no tag"] if stray else []
    for tag in tags:
        if tag[1].lower() in _FORBIDDEN_TAGS or (tag[1] == "script" and _is_foreign(tag[2])):
            found.append(tag[0])
        for name, value in _ATTRIBUTE.findall(tag[2]):
            is_handler = name.startswith("on") or name in {"style", "srcdoc"}
            if is_handler or (name in _ADDRESSES and _LEAVES.match(value)):
                found.append(tag[0])
    return [f"{address}: {fault[:120]}" for fault in found]


def _is_foreign(attributes: str) -> bool:
    return 'src="' in attributes and "components/" not in attributes


@pytest.mark.parametrize(
    "page",
    [
        '<p onclick="x">a</p>',
        '<p style="x">a</p>',
        "<iframe></iframe>",
        '<script src="https://exemple.fr/x.js"></script>',
        '<a href="javascript:alert(1)">a</a>',
        '<a href=" JavaScript:alert(1)">a</a>',
        '<a href="//exemple.fr">a</a>',
        '<img src="data:text/html,x">',
        '<p title="a"b">a</p>',
        "a < b",
    ],
)
def test_the_watch_sees_what_it_watches_for(page: str) -> None:
    """A check that could not fail would prove nothing."""
    assert _faults("x/", page)


def test_the_watch_lets_sound_pages_be() -> None:
    """Links, pictures, quotes in a text, our own scripts."""
    page = (
        '<!doctype html><p title="a &quot; onclick=">Un « mot » : <a href="https://exemple.fr"'
        ' rel="noopener">a</a> <a href="../x/#y">b</a><img src="../x.png" alt=""><br></p>'
        '<script type="module" src="../components/x.js"></script>'
    )

    assert _faults("x/", page) == []
