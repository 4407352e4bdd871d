"""Diagnostics are data: they sort, they soften in a draft, they point at the right word."""

from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from builder.diagnostics import Place, Severity, has_errors, sort, stopping
from builder.diagnostics.model import narrow
from builder.diagnostics.rules.cles import CleConseilleeAbsente
from builder.diagnostics.rules.contenu import ImageAbsente
from builder.diagnostics.rules.vocabulaires import OddInconnu
from builder.source import Position, SourceFile, Span

ONE = SourceFile(PurePosixPath("content/fiches/a.md"), "odd = [18]\nodd = [19]\n")
OTHER = SourceFile(PurePosixPath("content/fiches/b.md"), "")


def test_remarks_come_in_the_order_of_the_files_and_lines() -> None:
    """Whatever the order they were found in; one about the whole file comes first."""
    late = OddInconnu.at(Place(ONE, Span(18, 20)), value=19)
    early = OddInconnu.at(Place(ONE, Span(7, 9)), value=18)
    whole = OddInconnu.at(Place(ONE), value=0)
    other = OddInconnu.at(Place(OTHER), value=20)

    assert sort([other, late, whole, early]) == (whole, early, late, other)


def test_the_same_remark_is_made_once() -> None:
    """A picture shown twice on a page is one fault."""
    remark = OddInconnu.at(Place(ONE, Span(7, 9)), value=18)
    again = OddInconnu.at(Place(ONE, Span(7, 9)), value=18)

    assert sort([remark, again]) == (remark,)


def test_an_error_becomes_a_warning_in_a_draft() -> None:
    """Its words stay the same; what was no error stays what it was."""
    error = OddInconnu.at(Place(ONE), value=18)
    warning = CleConseilleeAbsente.at(Place(ONE), key="company", meaning="…", example="…")

    assert has_errors([error])
    assert not has_errors([error.in_draft(), warning.in_draft()])
    assert error.in_draft().severity is Severity.AVERTISSEMENT
    assert error.in_draft().message == error.message
    assert warning.in_draft().severity is warning.severity
    assert warning.in_draft().is_draft
    assert not warning.is_draft


def test_an_error_stops_publication_and_in_strict_mode_a_warning_too() -> None:
    """An information never does, nor anything said of a draft."""
    error = OddInconnu.at(Place(ONE), value=18)
    warning = CleConseilleeAbsente.at(Place(ONE), key="company", meaning="…", example="…")
    info = replace(warning, severity=Severity.INFO)
    told = [error, warning, info, error.in_draft(), warning.in_draft()]

    assert stopping(told, is_strict=False) == (error,)
    assert stopping(told, is_strict=True) == (error, warning)


def test_a_place_ends_just_after_its_last_character() -> None:
    """Where the next one would stand."""
    assert Place(ONE, Span(7, 9)).end == Position(1, 10)
    assert Place(ONE).end == Position(1, 1)


@pytest.mark.parametrize(
    ("needle", "marked"), [("/uploads/b.png", "/uploads/b.png"), ("absent", "LONG"), ("", "LONG")]
)
def test_a_place_narrows_to_the_word_at_fault(needle: str, marked: str) -> None:
    """To the whole of the value when the word is not written so in it."""
    text = "![](/uploads/b.png) ![](/uploads/b.png)"
    source = SourceFile(PurePosixPath("a.md"), f"/uploads/b.png\n{text}")
    place = narrow(Place(source, Span(15, 15 + len(text))), needle)

    assert place.span is not None
    assert source.text[place.span.start : place.span.end] == marked.replace("LONG", text)
    assert place.position.line == 2


def test_the_words_of_a_sheet_are_taken_as_they_are() -> None:
    """Braces in a value are no fields of the message."""
    remark = ImageAbsente.at(Place(ONE), src="/uploads/{src}{0}.png", cure="{x}")

    assert remark.message == "image absente : `/uploads/{src}{0}.png`"
    assert remark.aide == "{x}"
