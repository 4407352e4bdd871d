"""Run MkDocs for the command `fiches`, without its tracebacks."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING, Any, cast

import click
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config

from builder.cache.pages import FormerPages
from builder.errors import BuilderError
from builder.plugin.noting import Note
from builder.plugin.settings import settings_told
from builder.plugin.stopping import DETAIL, explain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

    from builder.cache.unchanged import Inputs
    from builder.plugin import FichesPlugin
    from builder.stopwatch import Stopwatch

_PLUGIN = "fiches"
_INTERRUPTED = 130
"""Exit code of a command that Ctrl+C stops, as shells have it."""


def build(inputs: Inputs, stopwatch: Stopwatch, *, verbose: bool = False) -> None:
    """Build the site, and note that it stands; tell where the time went, if that was counted.

    Raises:
        click.exceptions.Exit: it was interrupted, which was told on the way.
        BuilderError: nothing was published, for the reason it tells.
    """
    asked = inputs.asked
    options: dict[str, Any] = {"strict": True} if asked.is_strict else {}
    if asked.site_dir:
        options["site_dir"] = asked.site_dir
    told = _log(verbose=verbose)

    def run() -> None:
        config = _load(asked.config_file, **options)
        plugin = cast("FichesPlugin", config.plugins[_PLUGIN])
        plugin.stopwatch, plugin.has_cache = stopwatch, asked.is_cached
        if asked.is_cached:
            plugin.former, plugin.folders = FormerPages(asked.pages), asked.folders
        note = Note(inputs, config)
        plugin.digests = inputs.digests
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build.build(config)
        except KeyboardInterrupt:
            raise click.exceptions.Exit(_INTERRUPTED) from None
        finally:
            config.plugins.on_shutdown()
        note.keep(told.lines)
        click.echo(f"Site construit dans {config.site_dir}")
        if spent := stopwatch.told():
            click.echo(spent, err=True)

    _run(run)


def serve(config_file: Path, address: str, *, verbose: bool = False) -> None:
    """Show the site until it is stopped.

    Raises:
        BuilderError: the site cannot be shown at all.
    """
    from mkdocs.commands import serve as mkdocs_serve  # noqa: PLC0415 (only a preview has a server)

    _log(verbose=verbose)

    def run() -> None:
        _load(config_file, dev_addr=address)  # MkDocs would tell in English what is wrong there
        mkdocs_serve.serve(str(config_file), dev_addr=address)

    _run(run)


def _load(config_file: Path, **options: Any) -> MkDocsConfig:
    with settings_told():
        config = load_config(str(config_file), **options)
    if _PLUGIN not in config.plugins:
        raise BuilderError(f"{config_file} n’appelle pas l’extension « {_PLUGIN} »")
    return config


def _run(action: Callable[[], None]) -> None:
    """Run, and turn whatever stops it into one line."""
    try:
        action()
    except (BuilderError, click.exceptions.Exit):
        raise
    except Exception as error:
        logging.getLogger(DETAIL).debug("Détail :", exc_info=error)
        raise BuilderError(explain(error)) from error


class _Told(logging.Handler):
    """Keeps what is printed, for the builds that will have nothing else to do."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line."""
        self.lines.append(record.getMessage())


def _log(*, verbose: bool) -> _Told:
    """Print MkDocs' warnings and above, bare; and where a failure comes from, if asked."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger = logging.getLogger("mkdocs")
    told = _Told()
    logger.addHandler(handler)
    logger.addHandler(told)
    logger.setLevel(logging.WARNING)
    if verbose:
        logging.getLogger(DETAIL).setLevel(logging.DEBUG)
    return told
