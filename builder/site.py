"""What the builder is told about the site it makes."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit


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

    @property
    def base_path(self) -> str:
        """Path of the root on its host: `/` or `/rse/`."""
        return urlsplit(self.url).path or "/"
