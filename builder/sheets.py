"""What each file of a fiche or of a witness gives: a record, and all there is to say about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from builder.model import Fiche, Temoin

if TYPE_CHECKING:
    from builder.diagnostics.model import Diagnostic, Locate
    from builder.model import Section
    from builder.validate.companies import Naming

Sheet = TypeVar("Sheet", bound=Fiche | Temoin)


@dataclass(frozen=True, slots=True)
class LooseTexts:
    """The sections of a fiche whose head is wrong: no page is made of them, but they are checked.

    An author mends a whole sheet at once.
    """

    sections: tuple[Section, ...]
    locate: Locate
    is_draft: bool


@dataclass(frozen=True, slots=True)
class ReadSheet(Generic[Sheet]):
    """What one file gives."""

    sheet: Sheet | None = None
    told: tuple[Diagnostic, ...] = ()
    namings: tuple[Naming, ...] = ()
    """The companies it names."""
    loose: LooseTexts | None = None
