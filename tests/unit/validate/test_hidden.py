"""The repair of a text takes away what nobody sees, and nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from builder.source import splice
from builder.validate.hidden import HIDDEN
from tests.sheets import fiche_text, read_fiche

_TEXTS = st.lists(
    st.sampled_from(["a", "é", " ", "\\n", r"\"", r"\u00e9", "\u200b", r"\u200b", "\u2066", "’"]),
    min_size=1,
    max_size=20,
).map("".join)


@given(_TEXTS)
def test_once_repaired_a_text_has_nothing_hidden(text: str) -> None:
    """Its other characters, escapes included, stay as the file writes them."""
    sheet = fiche_text(description=f'"a{text}b"')
    told = [found for found in read_fiche(sheet).diagnostics if found.code == "FP108"]
    edits = [(found.place.span, found.fix) for found in told]
    mended = splice(
        sheet.encode(), [(span, fix) for span, fix in edits if span and fix is not None]
    ).decode()

    assert all(fix is not None for _, fix in edits)
    assert mended == HIDDEN.sub("", sheet).replace(r"\u200b", "")
    assert "FP108" not in read_fiche(mended).codes
