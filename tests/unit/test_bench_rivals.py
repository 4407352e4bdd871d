"""The sheets that rivals are given, and where rivals are found."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import yaml

from tests.bench.rivals import find_program, program_version, stock_material
from tests.bench.synthetic import Writer, write_head

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_wheels_of_tools_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then the path: the program itself, not the script that starts it."""
    inside = tmp_path / "tools/lib/python3.11/site-packages/hugo/binaries/hugo"
    onpath = tmp_path / "bin" / "hugo"
    for file in (inside, onpath):
        file.parent.mkdir(parents=True)
        file.write_text("#!/bin/sh\necho hugo v0.168.0-e27a676+extended\n")
        file.chmod(0o755)
    monkeypatch.setenv("PATH", str(onpath.parent))
    monkeypatch.setattr("sys.prefix", str(tmp_path))

    assert find_program("hugo", tmp_path / "tools") == inside
    assert find_program("hugo", None) == onpath
    assert program_version(inside) == "0.168.0"


def test_a_rival_that_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is found, and nothing breaks."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("sys.prefix", str(tmp_path))

    assert find_program("hugo", tmp_path) is None


def test_pages_of_material_have_the_text_of_the_sheets(tmp_path: Path) -> None:
    """With a head that YAML reads, and tags."""
    stock_material(tmp_path / "site", 3)
    pages = sorted((tmp_path / "site" / "docs" / "fiches").glob("*.md"))
    sheets = {sheet.slug: sheet for sheet in Writer().sheets(3)}

    assert [page.stem for page in pages] == sorted(sheets)
    for page in pages:
        sheet = sheets[page.stem]
        _, head, body = page.read_text("utf-8").split("---\n", 2)
        assert yaml.safe_load(head)["title"] == sheet.title
        assert set(yaml.safe_load(head)["tags"]) > {sheet.head["maturity"]}
        assert all(text in body for _, text in sheet.sections)


def test_head_of_a_witness_is_toml() -> None:
    """Its figures included, as Hugo and we read them."""
    writer = Writer()
    list(writer.sheets(20))
    for sheet in writer.temoins():
        told = tomllib.loads("\n".join(write_head(sheet, sheet.head)))

        assert told["company"] == sheet.title
        assert len(told.get("indicateurs", [])) == len(sheet.indicators)
