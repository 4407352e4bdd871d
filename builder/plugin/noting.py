"""Notes a build for the next one, where all that it reads is known."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from builder.cache.unchanged import Built, forget_built, note_built

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs.config.defaults import MkDocsConfig

    from builder.cache.unchanged import Inputs

_PLUGINS = frozenset({"fiches"})
_EXTENSIONS = frozenset(
    {"abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code"}
    | {"footnotes", "md_in_html", "meta", "nl2br", "sane_lists", "smarty", "tables", "toc"}
)
"""Extensions of Markdown that read no file of their own."""


class Note:
    """What a build read, taken before it reads; nothing where that cannot be known."""

    def __init__(self, inputs: Inputs, config: MkDocsConfig) -> None:
        """Take the marks, and forget the build before: this one may stop on the way."""
        self._inputs = inputs
        self._site = Path(config.site_dir)
        self._roots = [config.docs_dir, *config.theme.dirs[:1]]
        self._is_known = _reads_only(config) and bool(inputs.mark(self._roots))
        forget_built(inputs.asked)

    def keep(self, told: Sequence[str]) -> None:
        """Note that the build came to its end, and what it told."""
        self._inputs.digests.keep()
        if self._is_known:
            note_built(self._inputs, self._roots, Built(self._site, tuple(told)))


def is_alone(config: MkDocsConfig) -> bool:
    """Tell whether the settings are in one file, and no one else has a hand in the pages."""
    if config.hooks or not config.config_file_path:
        return False
    settings = Path(config.config_file_path).read_bytes()
    is_whole = b"INHERIT" not in settings and b"!ENV" not in settings
    return is_whole and config.plugins.keys() <= _PLUGINS


def _reads_only(config: MkDocsConfig) -> bool:
    """Tell whether a build reads its settings, its content and its theme, and nothing else."""
    is_known = set(config.markdown_extensions) <= _EXTENSIONS
    return bool(is_known and config.theme.custom_dir and is_alone(config))
