"""Who takes part in the race, and what each is asked: our builder, and the others beside it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tests.bench.measuring import Command

    Edit = Callable[[Path, str], None]
    """Changes something in a folder; the words make each change a new one."""


OURS = "fiches"
MATERIAL = "MkDocs + Material"
HUGO = "Hugo + Pagefind"
PAGEFIND = "Pagefind seul, sur notre site"


class Scenario(Enum):
    """What is measured, in the words of the table."""

    CHECK_COLD = "`check` à froid"
    CHECK_SAME = "`check`, rien n’a changé"
    COLD = "à froid"
    EDIT = "après une fiche retouchée"
    VOCABULARY = "après le vocabulaire retouché"
    THEME = "après le thème retouché"
    SAME = "rien n’a changé"


@dataclass(frozen=True, slots=True)
class Step:
    """A thing to do, and the commands whose time is measured after it."""

    scenario: Scenario
    before: Edit
    commands: Sequence[Command]


@dataclass(frozen=True, slots=True)
class Server:
    """A preview, and a page to look at in it."""

    command: Callable[[int], Command]
    """From a port to the command that serves there."""
    save: Edit
    address: str
    """Of the page that such a save changes, from the root."""


@dataclass(frozen=True, slots=True)
class Contender:
    """Makes a site from the sheets that it is given."""

    name: str
    version: str
    folder: Path
    """Its own, for one number of sheets."""
    output: Path
    """Where it writes its site."""
    steps: Sequence[Step]
    """In order: each begins where the one before it ended."""
    server: Server | None = None


def do_nothing(_folder: Path, _words: str) -> None:
    """Leave everything as it is."""
