"""A key path reads as an author would write it."""

import pytest

from builder.parse.keypath import KeyPath, show


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (("title",), "title"),
        (("nature", 1), "nature[1]"),
        (("blocs", 2, "content", "richtext"), "blocs[2].content.richtext"),
        ((), ""),
    ],
)
def test_a_path_is_shown_with_dots_and_brackets(path: KeyPath, text: str) -> None:
    """Indexes count from 0, as in the diagnostics of every TOML reader."""
    assert show(path) == text
