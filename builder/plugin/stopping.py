"""Why a build stopped, in one French line: where it happened, and what."""

from __future__ import annotations

import logging
import re
import traceback
from pathlib import Path
from typing import IO, Any

import click
from jinja2 import TemplateNotFound, TemplateSyntaxError
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.utils import CountHandler

from builder.errors import BuilderError
from builder.os_errors import say_os_error

DETAIL = "mkdocs.plugins.fiches"
"""The log whose level DEBUG adds to the line of a failure where it comes from in the code."""

_ENGINE = "mkdocs.commands.build"
_TOLD = re.compile(r"Error (?:reading|building) page '(.+?)':")


class StoppedError(PluginError):
    """The build stops, and its one line says why."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the line as the command `fiches` does; click would write « Error »."""
        click.echo(f"erreur : {self.message}", file=file, err=file is None)


class PageNote(logging.Filter):
    """Notes the page at fault from what MkDocs tells in English, and keeps that from the terminal.

    MkDocs gives its plugins the exception only.
    """

    def __init__(self) -> None:
        super().__init__()
        self.page = ""
        """Source of the page, as MkDocs names it; empty when no page is at fault."""

    def install(self) -> None:
        """Listen to MkDocs."""
        logging.getLogger(_ENGINE).addFilter(self)

    def remove(self) -> None:
        """Listen no more."""
        logging.getLogger(_ENGINE).removeFilter(self)

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep the line back, but from who asks for the detail."""
        told = _TOLD.match(record.getMessage())
        if told is None:
            return True
        self.page = told[1]
        return logging.getLogger(DETAIL).isEnabledFor(logging.DEBUG)


def explain(error: BaseException, page: str = "") -> str:
    """Say in one line what stopped a build.

    Args:
        error: What was raised.
        page: The page it was raised for, as a reader of the line knows it.
    """
    if isinstance(error, BuilderError | MkDocsException):
        return _one_line(str(error))
    if isinstance(error, OSError) and not isinstance(error, TemplateNotFound):  # one to jinja
        return say_os_error(error)
    places = [f"page {page}" if page else "", _template_of(error)]
    return _one_line(" : ".join([", ".join(filter(None, places)), _say(error)]).removeprefix(" : "))


def refuse_warnings() -> None:
    """Stop where MkDocs would in strict mode, but before the site is in its place, not after.

    Raises:
        StoppedError: MkDocs warned of something.
    """
    handlers = logging.getLogger("mkdocs").handlers
    counts = [handler.get_counts() for handler in handlers if isinstance(handler, CountHandler)]
    total = sum(number for count in counts for _, number in count)
    if total:
        told = f"{total} avertissement{'s' if total > 1 else ''}"
        raise StoppedError(
            f"publication arrêtée en mode strict ({told}) ; le site en place n’a pas changé"
        )


def _say(error: BaseException) -> str:
    if isinstance(error, TemplateSyntaxError):
        return f"ce modèle ne peut pas être lu ({error.message})"
    if isinstance(error, TemplateNotFound):
        return f"le modèle « {error.name} » est absent"
    return f"{type(error).__name__} ({error})"


def _template_of(error: BaseException) -> str:
    """Name the template and its line; jinja puts them among the calls of the exception."""
    if isinstance(error, TemplateSyntaxError):
        return f"modèle {error.name}, ligne {error.lineno}"
    for call in reversed(traceback.extract_tb(error.__traceback__)):
        file = Path(call.filename)
        if file.suffix == ".html":
            return f"modèle {file.name}, ligne {call.lineno}"
    return ""


def _one_line(text: str) -> str:
    """Join lines; unbreakable spaces stay."""
    return re.sub(r"[ \t\r\n]+", " ", text).strip()
