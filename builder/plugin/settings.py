"""What is wrong with `mkdocs.yml`, in one French line: MkDocs tells it in English, and in parts."""

from __future__ import annotations

import logging
import os
import re
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import Abort, ConfigurationError
from yaml import MarkedYAMLError, YAMLError

from builder.errors import BuilderError

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEY = re.compile(r"Config value '([^']+)': (.*)", re.DOTALL)
_SENTENCES = (
    (r"Required configuration not provided.*", "cette clé manque"),
    (r"The path '(.+)' isn't an existing directory.*", r"le dossier « \1 » n’existe pas"),
    (
        r"The path set in .*custom_dir \('(.+)'\) does not exist.*",
        r"le dossier « \1 » n’existe pas",
    ),
    (r"The \"(.+)\" plugin is not installed.*", r"l’extension « \1 » n’est pas installée"),
    (r"Unrecognised theme name: '(.+?)'.*", r"le thème « \1 » n’est pas installé"),
    (r"Expected (?:type: |a string).*", "la valeur n’est pas de la sorte attendue"),
    (r"Must be a string of format 'IP:PORT'.*", "la valeur attendue est HÔTE:PORT"),
    (r"The configuration is invalid.*", "mkdocs.yml doit être une suite de « clé: valeur »"),
    (r"Config file '(.+)' does not exist.*", r"le fichier « \1 » n’existe pas"),
    (r"The 'site_dir' should not be within.*", "ce dossier ne peut pas être dans celui du contenu"),
    (r"The 'docs_dir' should not be within.*", "ce dossier ne peut pas contenir celui du contenu"),
)
"""Those that are met most, as MkDocs 1.6 words them; any other stays English."""


@contextmanager
def settings_told() -> Iterator[None]:
    """Turn what MkDocs says of its settings into one `BuilderError`.

    Raises:
        BuilderError: `mkdocs.yml` cannot serve.
    """
    told = _Told()
    logger = logging.getLogger("mkdocs.config")
    logger.addFilter(told)
    try:
        yield
    except Abort as error:
        if not told.sentences:
            raise
        raise BuilderError(f"réglages du site : {' ; '.join(told.sentences)}") from error
    except ConfigurationError as error:
        raise BuilderError(f"réglages du site : {_say_refusal(error)}") from error
    finally:
        logger.removeFilter(told)


class _Told(logging.Filter):
    """Keeps the errors of MkDocs back, to tell them in one line."""

    def __init__(self) -> None:
        super().__init__()
        self.sentences: list[str] = []

    def filter(self, record: logging.LogRecord) -> bool:
        if record.levelno < logging.ERROR:
            return True
        found = _KEY.fullmatch(record.getMessage())
        said = f"clé « {found[1]} », {_translate(found[2])}" if found else record.getMessage()
        self.sentences.append(said)
        return False


def _say_refusal(error: ConfigurationError) -> str:
    """Point at the line of a file that is no YAML."""
    cause = error.__context__
    if isinstance(cause, MarkedYAMLError) and cause.problem_mark is not None:
        mark = cause.problem_mark
        return f"mkdocs.yml, ligne {mark.line + 1} : ce n’est pas du YAML ({cause.problem})"
    if isinstance(cause, YAMLError):
        return "mkdocs.yml n’est pas du YAML en UTF-8"
    return _translate(str(error))


def _translate(sentence: str) -> str:
    sentence = sentence.replace(f"{Path.cwd()}{os.sep}", "")
    for english, french in _SENTENCES:
        found = re.fullmatch(english, sentence, re.DOTALL)
        if found:
            return found.expand(french)
    return " ".join(sentence.split())
