"""What is fed to the engine, and what is kept of what it writes."""

from __future__ import annotations

import gzip
import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

from builder.errors import BuilderError
from builder.search import pagefind
from builder.search.pagefind import build_index
from builder.search.records import SearchRecord

if TYPE_CHECKING:
    from pathlib import Path

_RECORDS = (
    SearchRecord(
        address="fiches/eau/",
        title="Économiser l’eau",
        description="Un compteur\u00a0: « l’œil » du <b>réseau</b>.",
        company=("Apnos",),
        labels=("Environnemental",),
        text="Aujourd’hui ___PAGEFIND_WEIGHT___9 & &amp; 25\u202f% d’eau 🙂 en moins.",
    ),
    SearchRecord("fiches/tri/", "Trier", "", (), (), "Des bacs, de l’eau."),
    SearchRecord("temoins/apnos/", "Apnos", "", (), (), ""),
)


def _fragments(files: dict[str, bytes]) -> dict[str, dict[str, Any]]:
    found = {}
    for name, raw in files.items():
        if name.startswith("fragment/"):
            signature, _, text = gzip.decompress(raw).partition(b"{")
            assert signature == b"pagefind_dcd"
            found[name.removeprefix("fragment/").removesuffix(".pf_fragment")] = json.loads(
                b"{" + text
            )
    return found


def test_only_what_a_browser_asks_for_is_kept() -> None:
    """No interface, no worker, no other language."""
    names = {name.partition("/")[0] for name in build_index(_RECORDS).files}
    metadata = {name for name in names if name.endswith(".pf_meta")}

    assert len(metadata) == 1
    assert names - metadata == {
        "fragment",
        "index",
        "pagefind-entry.json",
        "pagefind.js",
        "wasm.fr.pagefind",
    }


def test_every_result_has_its_address() -> None:
    """The browser knows a page without asking for its text."""
    index = build_index(_RECORDS)

    assert list(index.addresses.values()) == [record.address for record in _RECORDS]
    assert index.addresses.keys() == _fragments(index.files).keys()


def test_excerpts_are_read_from_what_the_author_wrote() -> None:
    """Written as it was, after what is no excerpt: title, companies, labels."""
    index = build_index(_RECORDS)
    found = {fragment["url"]: fragment for fragment in _fragments(index.files).values()}
    eau = found["fiches/eau/"]

    fed = pagefind._write(_RECORDS[0])  # noqa: SLF001 - what is fed is the heart of the matter
    assert eau["content"] == (
        "Économiser l’eau Apnos Environnemental Un compteur\u00a0: « l’œil » du <b>réseau</b>. "
        "Aujourd’hui ___PAGEFIND_WEIGHT___9 & &amp; 25\u202f% d’eau 🙂 en moins."
    )
    assert eau["content"].split()[eau["meta"]["debut"]] == "Un"
    assert "aujourdhui" in fed
    assert fed.count("<b>") == 0


def test_positions_are_those_of_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine itself counts as many words as the text shown has."""
    fragments: list[dict[str, Any]] = []
    unpack = pagefind._unpack  # noqa: SLF001

    def spy(content: bytes) -> dict[str, Any]:
        fragments.append(unpack(content))
        return fragments[-1]

    monkeypatch.setattr(pagefind, "_unpack", spy)
    shown = _fragments(build_index(_RECORDS).files)

    assert sorted(len(fed["content"].split()) for fed in fragments) == sorted(
        len(fragment["content"].split()) for fragment in shown.values()
    )


def test_the_same_records_give_the_same_bytes() -> None:
    """Two runs, file by file."""
    first, second = build_index(_RECORDS), build_index(_RECORDS)

    assert list(first.files) == sorted(first.files)
    assert first == second


def test_another_program_of_the_machine_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings that Pagefind would read from the environment are not passed on."""
    expected = build_index(_RECORDS)
    monkeypatch.setenv("PAGEFIND_FORCE_LANGUAGE", "de")

    assert build_index(_RECORDS) == expected


def test_a_missing_program_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to install."""
    monkeypatch.setattr("pagefind.service.get_executable", lambda: None)

    with pytest.raises(BuilderError, match=r"moteur de recherche est absent.*pip install"):
        build_index(_RECORDS)


def test_a_program_that_cannot_start_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A path that leads nowhere."""
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "nowhere"))

    with pytest.raises(BuilderError, match="le moteur de recherche n’a pas pu tourner"):
        build_index(_RECORDS)


def test_a_program_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what it says. Python knows no `--site`."""
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", sys.executable)

    with pytest.raises(BuilderError, match="le moteur de recherche a échoué"):
        build_index(_RECORDS)


def test_an_unknown_output_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A later version may write other files."""
    monkeypatch.setattr(pagefind, "_run", lambda source, output: None)  # noqa: ARG005

    with pytest.raises(BuilderError, match="ne sait pas lire"):
        build_index(_RECORDS)
