"""What the site holds beside its pages: style sheet, scripts, open data, feeds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from builder.assets import compact_script, fingerprint, make_stylesheet
from builder.plugin.files import is_script, take_material_sheets

if TYPE_CHECKING:
    from collections.abc import Container

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from builder.publication import Publication
    from builder.site import Site


def add_assets(files: Files, config: MkDocsConfig, shown: Publication) -> dict[str, str]:
    """Add what browsers may keep, its name changing with its text; return the addresses.

    Material's style sheets and ours are one file. Scripts keep their names.
    """
    components = Path(config.theme.dirs[0]) / "components"
    own = make_stylesheet(components, shown.catalogue.vocabulary)
    sheet = "\n".join([*take_material_sheets(files), own])
    assets = {
        "css": _add_named(files, config, "fiches", "css", sheet),
        "compact": _add_named(files, config, "catalogue", "json", shown.pages.compact),
    }
    for file in [file for file in files if is_script(file)]:
        files.remove(file)
        content = compact_script(file.content_string)
        files.append(File.generated(config, file.src_uri, content=content))
    return assets


def add_outputs(
    files: Files, config: MkDocsConfig, shown: Publication, site: Site, own: Container[str]
) -> None:
    """Add the files that are no page; MkDocs brings a site map of its own, which goes.

    Args:
        files: All that MkDocs publishes.
        config: The settings.
        shown: What is published or shown.
        site: The site.
        own: Sources of the pages that are ours; the others are ordinary.
    """
    texts = [file.url for file in files.documentation_pages() if file.src_uri not in own]
    for name, content in shown.outputs(site, texts).items():
        if (former := files.get_file_from_path(name)) is not None:
            files.remove(former)
        files.append(File.generated(config, name, content=content))


def _add_named(files: Files, config: MkDocsConfig, name: str, suffix: str, text: str) -> str:
    address = f"assets/{name}.{fingerprint(text)}.{suffix}"
    files.append(File.generated(config, address, content=text))
    return address
