"""What the builder is told about the site it makes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = "mkdocs.yml"
_SITE_URL = re.compile(r"""^site_url:[ ]*["']?(https?://[^\s"'#]+)""", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Site:
    """The site, as its configuration describes it."""

    name: str
    url: str = ""
    """Absolute, with a final slash; empty when the site does not say where it stands."""
    description: str = ""
    contact: str = ""
    """E-mail address that reports of a fault go to; empty for none."""

    def absolute(self, address: str) -> str:
        """Return the whole address of a page, from its address below the root."""
        return self.url + address

    def report_address(self, title: str, address: str) -> str:
        """Return the address of a letter that reports a fault of a page; empty without contact."""
        if not self.contact:
            return ""
        subject = quote(f"Fiche « {title} »")
        body = quote(f"Page : {self.absolute(address)}\n\nCe qui ne va pas : ")
        return f"mailto:{quote(self.contact, safe='@')}?subject={subject}&body={body}"

    @property
    def base_path(self) -> str:
        """Path of the root on its host: `/` or `/rse/`."""
        return urlsplit(self.url).path or "/"


def configured_url(project: Path) -> str:
    """Return the address of the site as `mkdocs.yml` gives it, or nothing.

    One line is all that a check needs of that file, which only the engine reads whole.
    """
    try:
        text = (project / SETTINGS).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""
    found = _SITE_URL.search(text)
    return f"{found[1].rstrip('/')}/" if found else ""
