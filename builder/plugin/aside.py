"""Has MkDocs write beside the site, and puts that in its place at the end."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.errors import BuilderError
from builder.plugin.stopping import DETAIL
from builder.switch import Staging, open_staging

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = logging.getLogger(DETAIL)

_SHOWN = ".apercu"
"""Folder of the preview, hidden in MkDocs' own: a build without this plugin leaves it alone."""


class Aside:
    """The folder that MkDocs was told of, and the one it writes in."""

    def __init__(self) -> None:
        self.is_preview = False
        self._asked = Path()
        self._staging: Staging | None = None

    @property
    def site(self) -> Path:
        """The folder that is published or previewed."""
        return self._asked / _SHOWN if self.is_preview else self._asked

    def begin(self, config: MkDocsConfig) -> None:
        """Turn MkDocs to a new folder; wait until no other build has one.

        Raises:
            BuilderError: the site cannot go where it was asked to.
        """
        self._asked = Path(config.site_dir)
        if self.site.resolve() in Path(config.config_file_path).resolve().parents:
            raise BuilderError(f"« {self.site} » contient mkdocs.yml : le site l’effacerait")
        self._staging = open_staging(self.site, on_wait=_tell_wait)
        config.site_dir = str(self._staging.folder)

    def take_folders(self, spare: Path) -> None:
        """Have the folders of a former site, put by there, serve again; MkDocs removes none now."""
        if self._staging is not None:
            self._staging.take_folders(spare)

    def settle(self) -> None:
        """Have the disk begin to hold the site; a preview has no such need."""
        if self._staging is not None and not self.is_preview:
            self._staging.settle()

    def finish(self, config: MkDocsConfig) -> None:
        """Put the new site in its place, and MkDocs back where it was: `gh-deploy` sends that."""
        if self._staging is None:
            raise BuilderError("rien n’a été écrit")
        is_at_once = self._staging.publish(is_lasting=not self.is_preview)
        self._staging = None
        config.site_dir = str(self._asked)
        if self.is_preview:
            return
        log.info("Site mis en place dans %s", self._asked)
        if not is_at_once:
            told = "ne se remplace pas d’un coup : il l’a été fichier par fichier"
            click.echo(f"le dossier du site {told}", err=True)

    def drop(self) -> None:
        """Forget what was written, if anything was."""
        if self._staging is not None:
            self._staging.drop()
            self._staging = None


def _tell_wait() -> None:
    click.echo("Une autre publication est en cours : on attend qu’elle finisse.", err=True)
