"""Run MkDocs for the command `fiches`, without its tracebacks."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING, Any

import click
from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from builder.errors import BuilderError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def build(config_file: Path, site_dir: Path | None, *, strict: bool) -> None:
    """Build the site.

    Raises:
        click.exceptions.Exit: the build was refused; what for was told on the way.
        BuilderError: the configuration cannot be read, or the disk refuses.
    """
    options: dict[str, Any] = {"strict": True} if strict else {}
    if site_dir is not None:
        options["site_dir"] = str(site_dir)
    _log()

    def run() -> None:
        config = load_config(str(config_file), **options)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build.build(config)
        finally:
            config.plugins.on_shutdown()
        click.echo(f"Site construit dans {config.site_dir}")

    _run(run)


def serve(config_file: Path, address: str) -> None:
    """Show the site until it is stopped.

    Raises:
        BuilderError: the site cannot be shown at all.
    """
    _log()
    _run(lambda: mkdocs_serve.serve(str(config_file), dev_addr=address))


def _run(action: Callable[[], None]) -> None:
    try:
        action()
    except Abort as stop:
        if "BuildError" not in str(stop):  # the reason of that one was told on the way
            click.echo(str(stop), err=True)
        raise click.exceptions.Exit(1) from stop
    except MkDocsException as error:
        raise BuilderError(str(error)) from error
    except OSError as error:
        raise BuilderError(f"{error.strerror or error}") from error


def _log() -> None:
    """Print MkDocs' warnings and above, bare."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    logger.setLevel(logging.WARNING)
