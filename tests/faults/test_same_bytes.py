"""Same content, same bytes, whatever the machine, the clock and the folder."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from tests.faults.project import COMMANDS, make_project, read_site, run
from tests.sheets import fiche_text, temoin_text, write_content

if TYPE_CHECKING:
    from pathlib import Path

_PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415408d763f8cfc000000301010018dd8db00000000049454e44ae426082"
)
_FICHES = {
    f"fiches/f{rank}.md": fiche_text(
        f"## Objectifs\n\n![Un bac](/uploads/bac.png)\n\nMoins de déchets, {rank} fois.\n",
        title=f'"Pratique n° {rank}"',
        nature='["Social", "Gouvernance"]',
        date=f"2024-0{rank + 1}-01",
        company=f'"Société {rank % 3}"',
    )
    for rank in range(5)
}
_CONTENT: dict[str, str | bytes] = {
    **_FICHES,
    "temoins/societe-0.md": temoin_text(company='"Société 0"'),
    "uploads/bac.png": _PICTURE,
}


@dataclass(frozen=True, slots=True)
class Machine:
    """Where and how a build runs."""

    folder: str
    command: str = "fiches"
    variables: dict[str, str] = field(default_factory=dict)
    is_reversed: bool = False
    """Whether its disk lists files in another order, and they bear other dates."""


_ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
"""A system where Python reads and writes no accent unless it is told how."""

_MACHINES = (
    Machine("ici", variables={"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"}),
    Machine(
        "un autre dossier, bien à l’écart/très loin",
        variables={"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", **_ASCII},
        is_reversed=True,
    ),
    Machine(
        "x",
        "mkdocs",
        {"PYTHONHASHSEED": "4294967295", "TZ": "Pacific/Pago_Pago", "SOURCE_DATE_EPOCH": "0"},
        is_reversed=True,
    ),
    Machine("y", variables={"LC_ALL": "fr_FR.ISO-8859-1", "SOURCE_DATE_EPOCH": "4102444800"}),
)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, bytes]]:
    """Build the same content on each machine."""
    root = tmp_path_factory.mktemp("machines")
    return [_build(root / machine.folder, machine) for machine in _MACHINES]


def test_every_machine_publishes_the_same_bytes(sites: list[dict[str, bytes]]) -> None:
    """Names, pages, search index, feed, site map: all of it."""
    first, *others = sites

    assert any("/formes." in name for name in first)
    assert "feed.xml" in first
    for site in others:
        assert site.keys() == first.keys()
        assert [name for name in first if site[name] != first[name]] == []


def test_no_page_tells_where_it_was_built(sites: list[dict[str, bytes]]) -> None:
    """Neither the folder of the checkout nor that of the build is anywhere in the site."""
    second = sites[1]

    for trace in ("bien à l’écart", "fiches-nouveau", "machines"):
        assert [name for name, raw in second.items() if trace.encode() in raw] == []


def test_the_script_of_a_preview_is_not_published(sites: list[dict[str, bytes]]) -> None:
    """Nor does any page ask for it."""
    for name, raw in sites[0].items():
        assert "apercu" not in name
        assert b"apercu.js" not in raw


def _build(folder: Path, machine: Machine) -> dict[str, bytes]:
    make_project(folder)
    shutil.rmtree(folder / "content" / "fiches")
    names = sorted(_CONTENT, reverse=machine.is_reversed)
    content = write_content(folder, {name: _CONTENT[name] for name in names})
    if machine.is_reversed:
        for rank, path in enumerate(content.rglob("*")):
            os.utime(path, (rank, 10**9 + rank))
    code, said = run(folder, *COMMANDS[machine.command], **machine.variables)
    assert code == 0, said
    return read_site(folder / "site")
