"""Repairs: what they write, and all that they leave alone."""

from __future__ import annotations

import errno
import os
import re
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import builder.repair.trial
from builder.checking import check_content
from builder.diagnostics import Diagnostic, Place, Severity, sort
from builder.diagnostics.rules.vocabulaires import OddInconnu, OrthographeDuVocabulaire
from builder.reading import Reading
from builder.repair import Repairs, repair
from builder.source import BOM, SourceFile, Span, decode
from tests.sheets import read_content, write_content

PLAIN = '+++\ntitle = "FAUX"\ncompany = "Apnos"\n+++\n\nUn FAUX pas.\n'


_Check = Callable[[Reading], tuple[Diagnostic, ...]]


class _Words:
    """A made-up check: every match of a pattern is a remark with its repair."""

    def __init__(self, pattern: str, write: Callable[[re.Match[str]], str]) -> None:
        self.pattern = re.compile(pattern)
        self.write = write

    def __call__(self, reading: Reading) -> tuple[Diagnostic, ...]:
        """Check every sheet of a content folder."""
        found = []
        for file in (reading.content / "fiches").rglob("*.md"):
            source = decode(reading.unsaved.get(file) or file.read_bytes(), reading.shown(file))
            assert isinstance(source, SourceFile)
            found += [
                Diagnostic(
                    rule=OrthographeDuVocabulaire,
                    place=Place(source, Span(*match.span())),
                    severity=Severity.AVERTISSEMENT,
                    message=f"mot faux : « {match[0]} »",
                    fix=self.write(match),
                )
                for match in self.pattern.finditer(source.text)
            ]
        return sort(found)


def _content(folder: Path, **sheets: str | bytes) -> Path:
    return write_content(folder, {f"fiches/{name}.md": text for name, text in sheets.items()})


def _repair(folder: Path, check: _Check, monkeypatch: pytest.MonkeyPatch) -> Repairs:
    monkeypatch.setattr(builder.repair.trial, "check_content", check)
    return repair(Reading(folder / "content", folder), lambda _: True)


def _told(done: Repairs) -> tuple[dict[str, int], dict[str, str]]:
    """Return the files repaired, with how many repairs, and those refused, with the reason."""
    return (
        {path.stem: number for path, number in done.counts.items()},
        {path.stem: reason for path, reason in done.refused.items()},
    )


_FAUX = _Words("FAUX", lambda _: "VRAI")


@pytest.mark.parametrize(
    "raw",
    [
        PLAIN.encode(),
        f"{BOM}{PLAIN}".encode(),
        PLAIN.replace("\n", "\r\n").encode(),
        f"{BOM}{PLAIN}".replace("\n", "\r\n").encode(),
        PLAIN.replace("\n", "\r\r\n").encode(),
        PLAIN.replace("\n", "\r\n", 2).encode(),
        PLAIN.rstrip("\n").encode(),
        f"{PLAIN}\n\n \n".encode(),
        PLAIN.replace("title", "# été FAUX 🌱\n\n  title").encode(),
    ],
    ids=["plain", "BOM", "CRLF", "BOM-CRLF", "CRCRLF", "mixed", "no-end", "blank-end", "comment"],
)
def test_bytes_outside_the_places_survive(
    tmp_path: Path, raw: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Mark, line ends, comments, spaces, the end of the file."""
    content = _content(tmp_path, tri=raw)

    done = _repair(tmp_path, _FAUX, monkeypatch)

    assert (content / "fiches/tri.md").read_bytes() == raw.replace(b"FAUX", b"VRAI")
    assert _told(done) == ({"tri": raw.count(b"FAUX")}, {})
    assert done.remaining == ()


def test_new_lines_end_as_those_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A repair of several lines mixes nothing."""
    content = _content(tmp_path, tri=PLAIN.replace("\n", "\r\n"))

    _repair(tmp_path, _Words("pas", lambda _: "p\na\ns"), monkeypatch)

    assert (content / "fiches/tri.md").read_bytes().endswith(b"Un FAUX p\r\na\r\ns.\r\n")


def test_of_repairs_that_overlap_the_first_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other one waits for the next round, and is made if it is still asked for."""
    content = _content(tmp_path, tri=PLAIN)
    whole, part = _Words("Un FAUX pas", lambda _: "Deux pas"), _Words("pas", lambda _: "sauts")

    done = _repair(tmp_path, lambda reading: sort([*whole(reading), *part(reading)]), monkeypatch)

    assert (content / "fiches/tri.md").read_text(encoding="utf-8").endswith("\nDeux sauts.\n")
    assert _told(done) == ({"tri": 2}, {})


def test_a_repair_that_uncovers_another_takes_two_rounds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both are made in one run."""
    content = _content(tmp_path, tri=PLAIN)
    check = _Words("FAUX|MOINS", lambda match: {"FAUX": "MOINS"}.get(match[0], "VRAI"))

    done = _repair(tmp_path, check, monkeypatch)

    assert (content / "fiches/tri.md").read_text(encoding="utf-8") == PLAIN.replace("FAUX", "VRAI")
    assert _told(done)[0] == {"tri": 4}


def test_repairs_without_end_are_left_after_some_rounds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run always ends."""
    content = _content(tmp_path, tri=PLAIN.replace("FAUX pas", "compte : 0"))

    done = _repair(tmp_path, _Words(r"\d+", lambda match: str(int(match[0]) + 1)), monkeypatch)

    assert "compte : 5" in (content / "fiches/tri.md").read_text(encoding="utf-8")
    assert len(done.remaining) == 1


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("FAUX", "FAUX"),
        ('"FAUX"', '"VRAI'),
        ('"FAUX"', '"VRAI"\ndraft = true'),
        ('"FAUX"\n', '"VRAI" # '),
        ('"FAUX"', '"VRAI"\n+++'),
        ("title", "titre"),
        (r"\A\+\+\+", "---"),
    ],
    ids=["nothing", "quote", "other-key", "comment", "fence", "key", "head"],
)
def test_a_repair_that_mends_nothing_or_more_is_not_made(
    tmp_path: Path, pattern: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is left as it was rather than written worse."""
    content = _content(tmp_path, tri=PLAIN)

    done = _repair(tmp_path, _Words(pattern, lambda _: text), monkeypatch)

    assert (content / "fiches/tri.md").read_text(encoding="utf-8") == PLAIN
    assert _told(done) == ({}, {"tri": "la réparation aurait changé autre chose"})
    assert {told.code for told in done.remaining} == {"FP210"}


def test_a_file_that_is_left_holds_no_other_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others are repaired all the same."""
    content = _content(tmp_path, bon=PLAIN, tri=PLAIN.replace("FAUX", "PIRE"))
    check = _Words("FAUX|PIRE", lambda match: match[0].replace("FAUX", "VRAI"))

    done = _repair(tmp_path, check, monkeypatch)

    assert _told(done)[0] == {"bon": 2}
    assert _told(done)[1].keys() == {"tri"}
    assert b"VRAI" in (content / "fiches/bon.md").read_bytes()
    assert {told.place.source.path.stem for told in done.remaining} == {"tri"}


@pytest.mark.parametrize("where", ["tri", "autre"])
def test_a_repair_that_brings_an_error_is_not_made(
    tmp_path: Path, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Be it told of another file: an address that is taken, for one."""
    content = _content(tmp_path, tri=PLAIN, autre=PLAIN.replace("FAUX", "JUSTE"))

    def check(reading: Reading) -> tuple[Diagnostic, ...]:
        found = _FAUX(reading)
        if reading.unsaved:
            path = reading.shown(content / f"fiches/{where}.md")
            found = (*found, OddInconnu.at(Place(SourceFile(path, "")), value=18))
        return sort(found)

    done = _repair(tmp_path, check, monkeypatch)

    assert _told(done)[1].keys() == {"tri"}
    assert (content / "fiches/tri.md").read_text(encoding="utf-8") == PLAIN


def test_a_sheet_that_could_not_be_read_is_repaired_if_it_then_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It had no values to keep."""
    broken = PLAIN.replace('"Apnos"', "\u00a0Apnos")
    content = _content(tmp_path, tri=broken)

    done = _repair(tmp_path, _Words("\u00a0Apnos", lambda _: '"Apnos"'), monkeypatch)

    assert (content / "fiches/tri.md").read_text(encoding="utf-8") == PLAIN
    assert _told(done)[0] == {"tri": 1}


def test_only_what_is_wanted_is_repaired(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A command given some files leaves the others alone."""
    content = _content(tmp_path, a=PLAIN, b=PLAIN)
    monkeypatch.setattr(builder.repair.trial, "check_content", _FAUX)

    done = repair(Reading(content, tmp_path), lambda told: told.place.source.path.stem == "b")

    assert _told(done) == ({"b": 2}, {})
    assert (content / "fiches/a.md").read_text(encoding="utf-8") == PLAIN
    assert {told.place.source.path.stem for told in done.remaining} == {"a"}


def test_a_link_out_of_the_content_is_not_written_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it leads to belongs to somebody else."""
    outside = tmp_path / "ailleurs.md"
    outside.write_text(PLAIN, encoding="utf-8")
    content = _content(tmp_path)
    (content / "fiches").mkdir()
    (content / "fiches/tri.md").symlink_to(outside)

    done = _repair(tmp_path, _FAUX, monkeypatch)

    assert _told(done) == ({}, {"tri": "c’est un lien vers un fichier hors du dossier du contenu"})
    assert outside.read_text(encoding="utf-8") == PLAIN


def test_a_link_inside_the_content_stays_a_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file that it leads to is repaired."""
    content = _content(tmp_path)
    (content / "fiches").mkdir()
    (content / "tri.md").write_text(PLAIN, encoding="utf-8")
    (content / "fiches/tri.md").symlink_to("../tri.md")

    _repair(tmp_path, _FAUX, monkeypatch)

    assert (content / "fiches/tri.md").is_symlink()
    assert b"VRAI" in (content / "tri.md").read_bytes()


def test_a_locked_file_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody wanted it to stay as it is."""
    _content(tmp_path, tri=PLAIN)
    monkeypatch.setattr(os, "access", lambda _, mode: mode != os.W_OK)

    done = _repair(tmp_path, _FAUX, monkeypatch)

    assert _told(done) == ({}, {"tri": "il est protégé contre l’écriture"})


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_permissions_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A temporary file has narrower ones."""
    file = _content(tmp_path, tri=PLAIN) / "fiches/tri.md"
    file.chmod(0o664)

    _repair(tmp_path, _FAUX, monkeypatch)

    assert file.stat().st_mode & 0o777 == 0o664


def test_a_full_disk_leaves_the_file_and_nothing_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The run says why, and tells again what is left to mend."""
    content = _content(tmp_path, tri=PLAIN)

    def refuse(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", refuse)
    done = _repair(tmp_path, _FAUX, monkeypatch)

    assert _told(done) == ({}, {"tri": "le disque est plein"})
    assert len(done.remaining) == 2
    assert [file.name for file in (content / "fiches").iterdir()] == ["tri.md"]
    assert (content / "fiches/tri.md").read_text(encoding="utf-8") == PLAIN


@pytest.mark.parametrize("after", [1, 2])
def test_a_file_that_changes_meanwhile_is_left(
    tmp_path: Path, after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An author who saves during the check loses nothing."""
    file = _content(tmp_path, tri=PLAIN) / "fiches/tri.md"
    checks = 0

    def check(reading: Reading) -> tuple[Diagnostic, ...]:
        nonlocal checks
        checks += 1
        found = _FAUX(reading)
        if checks == after:
            file.write_text(f"{PLAIN}\nUne phrase.\n", encoding="utf-8")
        return found

    done = _repair(tmp_path, check, monkeypatch)

    assert _told(done) == ({}, {"tri": "il a changé pendant la vérification"})
    assert file.read_text(encoding="utf-8") == f"{PLAIN}\nUne phrase.\n"


# --- Real sheets, real rules --------------------------------------------------------------------

_SOUND = {
    "title": '"Trier ses déchets"',
    "description": '"Des bacs et un repreneur."',
    "company": '"Apnos"',
    "nature": '["Social"]',
    "maturity": '"Premières actions"',
    "financialinvest": '"Faible"',
    "humaninvest": "'Moyen'",
}
_MISTAKES: dict[str, tuple[tuple[str, str], ...]] = {
    "title": (
        ('"Trier ses\u200b déchets"', '"Trier ses déchets"'),
        ('["Trier ses déchets"]', '"Trier ses déchets"'),
        (r'"Trier \"tout\" \u200bici"', r'"Trier \"tout\" ici"'),
    ),
    "slug": (
        ('"Tri Été"', '"tri-ete"'),
        ("'tri_ete'", '"tri-ete"'),
        ('["Tri Été"]', '"tri-ete"'),
    ),
    "nature": (
        ('"Social"', '["Social"]'),
        ('["environnement"]', '["Environnemental"]'),
        (
            "[\n  'Social',  # d’abord\n  \"gouvernance\",\n]",
            "[\n  'Social',  # d’abord\n  \"Gouvernance\",\n]",
        ),
        ('"environnemental "', '["Environnemental"]'),
    ),
    "maturity": (
        ('"premieres  ACTIONS"', '"Premières actions"'),
        ('["Progresser"]', '"Progresser"'),
        ('["progresser"]', '"Progresser"'),
        ('"Premières\u00a0actions"', '"Premières actions"'),
        ("'progresser'", "'Progresser'"),
    ),
    "financialinvest": (('"FAIBLE"', '"Faible"'), ('[ "Faible" ]', '"Faible"')),
    "enbref": (
        ('"Une phrase."', '["Une phrase."]'),
        ('["Une\u2060 phrase.", "Une autre."]', '["Une phrase.", "Une autre."]'),
    ),
    "odd": (("8", "[8]"),),
    "body": (("Moins de dé\u200bchets, plus de tri\ufeff.", "Moins de déchets, plus de tri."),),
}
"""Key → what is written, what a repair writes instead."""

_COMMENTS = st.sampled_from(["", "  # une note", '\t# nature = "social" # é', "   "])
_LINE_ENDS = st.sampled_from(["\n", "\r\n"])


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet before and after its repair, as bytes."""

    before: bytes
    after: bytes


@st.composite
def _sheets(draw: st.DrawFn) -> _Sheet:
    """Write a sound sheet with safe mistakes; all else is as free as an author is."""
    wrong = draw(st.lists(st.sampled_from(sorted(_MISTAKES)), unique=True))
    values = {key: (text, text) for key, text in _SOUND.items()}
    values |= {key: draw(st.sampled_from(_MISTAKES[key])) for key in wrong}
    body = values.pop("body", ("Moins de déchets.", "Moins de déchets."))
    lines = [("+++", "+++")]
    for key in draw(st.permutations(sorted(values))):
        before, after = f"{draw(st.sampled_from(['', '  ']))}{key}  = ", draw(_COMMENTS)
        lines += [
            (f"{before}{text}{after}", f"{before}{other}{after}") for text, other in [values[key]]
        ]
        lines += [(note, note) for note in draw(st.sampled_from([[], [""], ["# été 🌱", " "]]))]
    lines += [("+++", "+++"), ("", ""), ("## Objectifs", "## Objectifs"), ("", ""), body]
    ends = st.just(draw(_LINE_ENDS)) if draw(st.booleans()) else _LINE_ENDS
    pieces = [(line, line_after, draw(ends)) for line, line_after in lines]
    mark = draw(st.sampled_from(["", BOM]))
    return _Sheet(
        *(
            (
                mark + "".join(piece[at].replace("\n", piece[2]) + piece[2] for piece in pieces)
            ).encode()
            for at in (0, 1)
        )
    )


@given(_sheets())
@settings(max_examples=60, deadline=None)
def test_safe_mistakes_are_repaired_and_all_else_survives(sheet: _Sheet) -> None:
    """Byte for byte; nothing to repair is left, and a second repair changes nothing."""
    with tempfile.TemporaryDirectory() as name:
        reading = read_content(Path(name), {"fiches/tri.md": sheet.before})
        file = reading.content / "fiches/tri.md"

        done = repair(reading, lambda _: True)

        assert file.read_bytes() == sheet.after
        assert not done.refused
        assert not [told for told in done.remaining if told.fix is not None]
        assert done.remaining == check_content(reading)
        assert repair(reading, lambda _: True) == Repairs(done.remaining)
        assert file.read_bytes() == sheet.after
