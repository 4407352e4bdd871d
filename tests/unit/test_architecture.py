"""Data moves one way, and the core knows no engine."""

from __future__ import annotations

import ast
import subprocess
import sys
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING

import pytest

from tests.sheets import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

PACKAGE = PROJECT / "builder"

LAYERS: tuple[tuple[str, ...], ...] = (
    ("errors", "source", "normalise", "odd", "site", "french_click", "progress", "headers"),
    ("os_errors", "linux", "ecoindex", "stopwatch", "writing", "cache.framing", "spare"),
    ("closest", "cache.digests"),
    ("switch", "beside", "cache.store", "memory"),
    ("taking",),
    ("commonmark", "cache.folder", "cache.versions"),
    ("diagnostics", "reading"),
    ("parse",),
    ("vocabulary", "lexique"),
    ("model",),
    ("validate",),
    ("compose",),
    ("index",),
    ("render",),
    ("index.compact", "index.feeds", "index.sitemap"),
    ("cache.codec", "cache.neighbours", "cache.sheets", "sheets", "readers"),
    ("press",),
    ("library",),
    ("mentions", "coverage"),
    ("pages",),
    ("search", "dead_links"),
    ("checking",),
    ("publication", "assets", "template", "measures"),
    ("repair", "report"),
    ("cache",),
    ("plugin",),
    ("cli",),
)
"""From the ground up: a module imports only from its own layer and those below.

A package stands for all its modules but those that are named themselves: what is counted (`index`)
is shown (`render`), and what is shown is written in feeds and records (`index.feeds`…).
"""


def _name(file: Path) -> str:
    parts = file.relative_to(PROJECT).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


MODULES = {_name(file): file for file in sorted(PACKAGE.rglob("*.py"))}


def _layer(module: str) -> int:
    """Find the layer of a module: its own, or that of the nearest package that has one."""
    name = module.removeprefix("builder.")
    while True:
        for rank, names in enumerate(LAYERS):
            if name in names:
                return rank
        if "." not in name:
            pytest.fail(f"{module} has no layer: say in `LAYERS` what it may import")
        name = name.rpartition(".")[0]


def _imports(module: str) -> set[str]:
    """List the modules of ours that a module names in an import, those for types included."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                found.add(whole if whole in MODULES else node.module)
    return found & MODULES.keys() - {"builder", module}


@pytest.mark.parametrize("module", sorted(MODULES.keys() - {"builder"}))
def test_a_module_imports_only_from_below(module: str) -> None:
    """Imports made for types count: a name that is known is a thing that is known."""
    above = {name for name in _imports(module) if _layer(name) > _layer(module)}

    assert above == set()


def test_no_two_modules_need_each_other() -> None:
    """Inside a layer as well."""
    graph = {module: _imports(module) for module in MODULES if module != "builder"}

    assert set(TopologicalSorter(graph).static_order()) == graph.keys()


def test_the_core_runs_without_an_engine() -> None:
    """Every module but the plugin is imported, and neither MkDocs nor Material is."""
    core = [name for name in MODULES if not name.startswith("builder.plugin")]
    script = (
        "import importlib, sys\n"
        f"for name in {core!r}: importlib.import_module(name)\n"
        "print([name for name in ('mkdocs', 'material', 'markdown') if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=PROJECT, capture_output=True, text=True, check=True
    )

    assert run.stdout.strip() == "[]"


def test_a_command_loads_what_it_does() -> None:
    """A build that has nothing to do is a tenth of a second, which any of these would double."""
    heavy = ("builder.checking", "builder.plugin", "mkdocs", "rich", "yaml")
    script = f"import builder.cli, sys; print([name for name in {heavy!r} if name in sys.modules])"
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=PROJECT, capture_output=True, text=True, check=True
    )

    assert run.stdout.strip() == "[]"


def test_only_the_plugin_names_an_engine() -> None:
    """Even where an import waits inside a function."""
    naming = {
        module
        for module, file in MODULES.items()
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        and {"mkdocs", "material"} & {_root(name) for name in _targets(node)}
    }

    assert naming
    assert all(module.startswith("builder.plugin") for module in naming)


def _targets(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""]
    return [alias.name for alias in node.names]


def _root(name: str) -> str:
    return name.partition(".")[0]
