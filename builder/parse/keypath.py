"""The path of a value in a TOML head: `("blocs", 2, "content", "richtext")`."""

from __future__ import annotations

KeyPath = tuple[str | int, ...]


def show(path: KeyPath) -> str:
    """Write a path as an author reads it: `blocs[2].content.richtext`."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            text += f".{part}" if text else part
    return text
