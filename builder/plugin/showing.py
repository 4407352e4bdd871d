"""What is published, or shown in a preview; and what is refused."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import click
from mkdocs.exceptions import PluginError

from builder.diagnostics import has_errors, stopping
from builder.diagnostics.text import render, render_one, summary
from builder.plugin.stopping import DETAIL, StoppedError

if TYPE_CHECKING:
    from builder.publication import Publication

log = logging.getLogger(DETAIL)


class Showcase:
    """What was read last, and the last of it without an error."""

    def __init__(self) -> None:
        self._last: Publication | None = None
        self._good: Publication | None = None
        """What a preview goes on showing after a broken save."""

    def publish(self, publication: Publication, *, is_strict: bool) -> None:
        """Refuse an error, in strict mode a warning too, before anything is written.

        What is said of a draft stops nothing, nor does an info.
        """
        told = publication.diagnostics
        if stopping(told, is_strict=is_strict):
            click.echo(render(told), err=True)
            mode = "" if has_errors(told) else " en mode strict"
            raise StoppedError(
                f"publication arrêtée{mode} ({summary(told)}) ; le site en place n’a pas changé"
            )
        asking = set(stopping(told, is_strict=True))
        for diagnostic in told:
            level = logging.WARNING if diagnostic in asking else logging.INFO
            log.log(level, "%s", click.unstyle(render_one(diagnostic)))
        self._last = publication

    def preview(self, publication: Publication) -> None:
        """Tell what is wrong, and show what can be."""
        if publication.diagnostics:
            click.echo(render(publication.diagnostics), err=True)
        if self._good is None and not publication.pages.slots:
            raise StoppedError("le site ne peut pas être montré sans ses vocabulaires")
        if not has_errors(publication.diagnostics):
            self._good = publication
        self._last = publication

    def shown(self) -> Publication:
        """Return what is shown: under `serve`, the last good site rather than a broken one."""
        if self._last is None:
            raise PluginError("le contenu n’a pas été lu")
        if self._good is not None and has_errors(self._last.diagnostics):
            return self._good
        return self._last

    def remarks(self) -> list[str]:
        """Return the errors to show above the pages of a preview."""
        errors = [told for told in self._last.diagnostics if told.is_error] if self._last else []
        return [click.unstyle(render_one(told)) for told in errors]

    def summary(self) -> str:
        """Say in a few words how much there was to say."""
        return summary(self._last.diagnostics) if self._last else ""
