"""Small sites written by tests of the checks."""

from collections.abc import Mapping
from pathlib import Path

from tests.site_checks.site import BuiltSite


def example_page(body: str = "<h1>Titre</h1>", head: str = "") -> str:
    """Write a whole page around what a test is about."""
    return (
        '<!doctype html>\n<html lang="fr">\n<head><meta charset="utf-8"><title>Page</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        # Else browsers ask for /favicon.ico.
        '<link rel="icon" href="data:,">'
        f"{head}</head>\n<body><main>{body}</main></body>\n</html>\n"
    )


def example_site(
    folder: Path, files: Mapping[str, str], site_url: str = "https://exemple.fr/"
) -> BuiltSite:
    """Write files, whole or as the body of a page where HTML has no `html` element."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        is_body = name.endswith(".html") and "<html" not in text
        path.write_text(example_page(text) if is_body else text, encoding="utf-8")
    return BuiltSite(folder, site_url)
