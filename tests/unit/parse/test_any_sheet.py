"""Whatever a file holds, something is told of it or a fiche is made."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from hypothesis import example, given
from hypothesis import strategies as st

from builder.compose.fiche import compose_fiche
from builder.compose.temoin import compose_temoin
from builder.diagnostics.text import render
from builder.parse.raw import parse_sheet
from builder.source import decode
from tests.sheets import SHARED, fiche_text, temoin_text, vocabulary

if TYPE_CHECKING:
    import random

_WORDS = vocabulary()
_SEED = SHARED / "seeds" / "003_ce77a5272f81afd1.txt"
_GOOD = [
    fiche_text(odd="[8]", nature='["Social", "environnement"]', enbref='["""\nUn"""]').encode(),
    temoin_text(indicateurs='[{ nom = "x", valeurs = { "2013" = 1 } }]').encode(),
    *([_SEED.read_bytes()] if _SEED.is_file() else []),
]
_TOKENS = st.sampled_from(
    [
        *("+++", '"', "'", '"""', "[", "]", "{", "}", "=", ",", "\\", "#", "[[blocs]]", "\n", "\r"),
        *("\0", "\u00a0", "\u200b", "“", ":", "-", ">" * 40, "[" * 40, "\ufeff", "é", "e\u0301"),
    ]
)


def _read(raw: bytes) -> None:
    """Read a sheet as a fiche and as a witness, and print what is told."""
    sheet, told = parse_sheet(decode(raw, PurePosixPath("content/fiches/essai.md")))
    assert (sheet is None) == bool(told)
    assert len(told) <= 1
    render(told)
    if sheet is None:
        return
    fiche, found = compose_fiche(sheet, _WORDS)
    assert fiche is not None or found
    temoin, found_too = compose_temoin(sheet, _WORDS)
    assert temoin is not None or found_too
    text = sheet.source.text
    for remark in (*found, *found_too):
        span = remark.place.span
        assert span is None or 0 <= span.start <= span.end <= len(text)
    render([*found, *found_too])


@given(st.binary(max_size=300))
@example(b"\xff\xfe")
@example(b"+++\r+++\r")
@example(b"\0\0\xfe\xff")
def test_any_bytes_are_told_or_read(raw: bytes) -> None:
    """Never an exception."""
    _read(raw)
    _read(b"+++\n" + raw + b"\n+++\n" + raw)


@given(st.sampled_from(_GOOD), st.randoms(use_true_random=False), st.integers(0, 5))
def test_a_good_sheet_gone_wrong_is_told_or_read(
    raw: bytes, chance: random.Random, kind: int
) -> None:
    """Cut short, its bits turned, its lines moved, doubled or lost."""
    lines = raw.split(b"\n")
    at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match kind:
        case 0:
            _read(raw[: chance.randrange(len(raw))])
        case 1:
            spoilt = bytearray(raw)
            for _ in range(3):
                spoilt[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
            _read(bytes(spoilt))
        case 2:
            lines[at], lines[other] = lines[other], lines[at]
            _read(b"\n".join(lines))
        case 3:
            _read(b"\n".join([*lines[:at], lines[other], *lines[at:]]))
        case 4:
            _read(b"\n".join(lines[:at] + lines[at + 1 :]))
        case _:
            _read(raw[chance.randrange(len(raw)) :])


@given(
    raw=st.sampled_from(_GOOD[:2]),
    at=st.integers(0, 10_000),
    token=_TOKENS,
    replaces=st.booleans(),
)
def test_a_sign_in_a_good_sheet_is_told_or_read(
    raw: bytes, at: int, token: str, *, replaces: bool
) -> None:
    """Wherever it falls, beside what stands there or in its place."""
    text = raw.decode()
    at %= len(text)
    _read((text[:at] + token + text[at + len(token) * replaces :]).encode())
