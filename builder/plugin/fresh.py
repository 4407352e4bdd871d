"""What a preview answers before the files of the last whole build: pages made when asked for.

A save in a sheet may change a hundred pages, and who saved looks at one of them.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping, Sequence

    from builder.pages import Page, Slot


class Fresh:
    """The pages and the files that a save changed, or may have."""

    def __init__(
        self,
        slots: Iterable[Slot],
        make: Callable[[Page], bytes],
        files: Callable[[], Mapping[str, str]],
        former: Container[str],
        remarks: Sequence[str] = (),
    ) -> None:
        """Prepare; nothing is made.

        Args:
            slots: The places of our pages.
            make: Writes a page.
            files: Makes the files that are no page: their address → their text.
            former: Addresses of our pages in the last whole build.
            remarks: What is wrong; the pages that are made here tell it themselves.
        """
        self._slots = {slot.address: slot for slot in slots}
        self._make = make
        self._files = files
        self._former = former
        self.trouble = "\n\n".join(remarks)
        """What the other pages are to tell."""
        self.search: Callable[[], Mapping[str, bytes]] = dict
        """Makes the search of these pages: address → content."""

    def has_page(self, address: str) -> bool:
        """Tell whether there is a page at an address, `fiches/x/`."""
        return address in self._slots

    def has_lost(self, address: str) -> bool:
        """Tell whether the last whole build wrote a page there, that is no more."""
        return address in self._former and address not in self._slots

    def page(self, address: str) -> bytes:
        """Make a page."""
        return self._make(self._slots[address].make())

    def file(self, name: str) -> bytes | None:
        """Return a file that is no page: `fiches.json`."""
        text = self._texts.get(name)
        return None if text is None else text.encode("utf-8", errors="xmlcharrefreplace")

    def search_file(self, name: str) -> bytes | None:
        """Return a file of the search of these pages: `recherche/index.json`."""
        return self._found.get(name)

    @cached_property
    def _found(self) -> Mapping[str, bytes]:
        return self.search()

    @cached_property
    def _texts(self) -> Mapping[str, str]:
        return self._files()
