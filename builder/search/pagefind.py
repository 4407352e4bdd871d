"""All that knows Pagefind on this side: how it is fed, run, and what it writes.

Pagefind indexes the words between spaces, without their accents, and knows no elision. So it is
fed one token for each token of the text (`index_token`), and the text as its author wrote it takes
the place of what was fed in the files excerpts are read from.
Source: https://pagefind.app/docs/, and the code of its version 1.5.2, read 2026-11-21.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from builder.errors import BuilderError
from builder.search.words import index_token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from builder.search.records import SearchRecord

_PUBLISHED = ("pagefind.js", "pagefind-entry.json", "wasm.fr.pagefind")
"""What the browser asks for by name. Its own interface, its worker and other languages stay out."""
_BY_CONTENT = ("pagefind.*.pf_meta", "index/*.pf_index", "fragment/*.pf_fragment")
_SIGNATURE = b"pagefind_dcd"
_CHUNK = 4_000
"""Places of words that one piece of the index holds. At the engine’s 20 000, a word that is
asked brings 30 KB; here, 10. The setting is told unstable: without it, all works the same.
"""
_LONGEST_RUN = 600
"""Seconds before a run is given up; a thousand fiches take a few."""


@dataclass(frozen=True, slots=True)
class Index:
    """What an engine made of the records."""

    files: dict[str, bytes]
    """Path in the folder of the search → content, sorted."""
    addresses: dict[str, str]
    """The engine’s id of a result → address of the page, sorted by address."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of a record, and how much its words count."""

    tag: str
    weight: float
    text: str


def build_index(records: Sequence[SearchRecord]) -> Index:
    """Index records; the same ones give the same bytes.

    Raises:
        BuilderError: the program is missing or fails.
    """
    with tempfile.TemporaryDirectory(prefix="recherche-") as name:
        source, output = Path(name, "source"), Path(name, "index")
        source.mkdir()
        for number, record in enumerate(records):
            (source / _file_name(number)).write_text(_write(record), encoding="utf-8")
        _run(source, output)
        return _read(output, records)


def _write(record: SearchRecord) -> str:
    """Write what is indexed of a record: no mark-up of its own can come out of `index_token`."""
    body = "".join(
        f'<{part.tag} data-pagefind-weight="{part.weight}">'
        f"{' '.join(map(index_token, part.text.split()))}</{part.tag}>"
        for part in (*_head(record), *_body(record))
        if part.text
    )
    return f'<!doctype html><html lang="fr"><body>{body}</body></html>'


def _head(record: SearchRecord) -> Iterator[_Part]:
    """What is found, but is no excerpt. Pagefind counts the words of an `h1` once more."""
    yield _Part("h1", 10, record.title)
    yield _Part("p", 6, " ".join(record.company))
    yield _Part("p", 2, " ".join(record.labels))


def _body(record: SearchRecord) -> Iterator[_Part]:
    yield _Part("p", 4, record.description)
    yield _Part("p", 1, record.text)


def _file_name(number: int) -> str:
    return f"{number:06}.html"


def _run(source: Path, output: Path) -> None:
    command = [str(_executable()), "--site", str(source), "--output-path", str(output), "--silent"]
    try:
        done = subprocess.run(  # noqa: S603 (its own program, on our own folders)
            command,
            cwd=source,
            env=_environment(),
            check=False,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=_LONGEST_RUN,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise BuilderError(f"le moteur de recherche n’a pas pu tourner : {error}") from error
    if done.returncode:
        told = (done.stderr or done.stdout).strip() or f"code {done.returncode}"
        raise BuilderError(f"le moteur de recherche a échoué : {told}")


def _environment() -> dict[str, str]:
    """Give our own settings and no other: Pagefind reads any `PAGEFIND_…` of the machine."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    return kept | {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": str(_CHUNK)}


def _executable() -> Path:
    """Find the program as Pagefind’s own package does; it is imported only when needed."""
    try:
        from pagefind.service import get_executable  # noqa: PLC0415

        found = get_executable()
    except (ImportError, FileNotFoundError):
        found = None
    if found is None:
        raise BuilderError(
            "le moteur de recherche est absent : installez-le avec « pip install 'pagefind[bin]' »"
        )
    return found


def _read(output: Path, records: Sequence[SearchRecord]) -> Index:
    by_url = {f"/{_file_name(number)}": record for number, record in enumerate(records)}
    paths = [output / name for name in _PUBLISHED]
    paths += [path for pattern in _BY_CONTENT for path in output.glob(pattern)]
    files, ids = {}, {}
    try:
        for path in sorted(paths):
            content = path.read_bytes()
            if path.suffix == ".pf_fragment":
                record = by_url[_unpack(content)["url"]]
                ids[record.address] = path.stem
                content = _pack(_fragment(record))
            files[path.relative_to(output).as_posix()] = content
    except (OSError, KeyError, ValueError) as error:
        raise BuilderError(
            f"le moteur de recherche a écrit ce que ce programme ne sait pas lire : {error}"
        ) from error
    return Index(files, {ids[address]: address for address in sorted(ids)})


def _fragment(record: SearchRecord) -> dict[str, Any]:
    """What the browser is given of a page: as many tokens as were fed, written as they were."""
    head = [part.text for part in _head(record) if part.text]
    text = " ".join([*head, *(part.text for part in _body(record) if part.text)])
    return {
        "url": record.address,
        "content": text,
        "word_count": len(text.split()),
        "filters": {},
        "meta": {"debut": len(" ".join(head).split())},
        "anchors": [],
    }


def _unpack(content: bytes) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(gzip.decompress(content).removeprefix(_SIGNATURE))
    return found


def _pack(fragment: dict[str, Any]) -> bytes:
    text = json.dumps(fragment, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(_SIGNATURE + text.encode(), mtime=0)
