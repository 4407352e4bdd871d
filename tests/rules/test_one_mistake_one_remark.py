"""Each mistake of an address, a picture or a link is told once, at the smallest useful place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builder.checking import check_content
from builder.model import EXPECTED_SECTIONS
from tests.sheets import fiche_text, mention_pages, read_content, shown, temoin_text

if TYPE_CHECKING:
    from pathlib import Path

SECTIONS = "\n".join(f"## {title}\n\nUn mot sur la pratique.\n" for title in EXPECTED_SECTIONS)
BEFORE = r"\"Ét\u00e9\" \n\n"
"""Written in a TOML string: a quotation, an accent, the end of a paragraph, each as an escape."""

PNG = b"\x89PNG\r\n\x1a\n"
SITE: dict[str, str | bytes] = {
    **mention_pages(),
    "fiches/verre.md": fiche_text(SECTIONS, title='"Trier le verre"'),
    "temoins/apnos.md": temoin_text(),
    "uploads/bacs.png": PNG,
    "uploads/guide.pdf": b"%PDF-1.7",
}

HEADS: dict[str, tuple[str, dict[str, str], str | None]] = {
    "title with a direction": ("FP108", {"title": r'"\"Trier\" \u202e"'}, r"\u202e"),
    "title with a blank of no width": ("FP108", {"title": '"Tri\u200ber"'}, "\u200b"),
    "title that is long": ("FP107", {"title": f'"{"a" * 110}bcd"'}, "bcd"),
    "title without a letter": ("FP403", {"title": '"?!"'}, '"?!"'),
    "title that is reserved": ("FP404", {"title": '"Index"'}, '"Index"'),
    "title taken": ("FP401", {"title": '"Trier le verre"'}, '"Trier le verre"'),
    "title taken, capitals": ("FP401", {"title": '"TRIER le verre"'}, '"TRIER le verre"'),
    "description with a mark": ("FP108", {"description": '"Un \u200emot."'}, "\u200e"),
    "address with capitals": ("FP402", {"slug": '"Tri"'}, '"Tri"'),
    "address with accents": ("FP402", {"slug": r'"tri\u00e9"'}, r'"tri\u00e9"'),
    "address up": ("FP405", {"slug": '"../tri"'}, ".."),
    "address below": ("FP405", {"slug": r'"\u00e9/tri"'}, "/"),
    "address in code": ("FP405", {"slug": '"%2Etri"'}, "%2E"),
    "address with a backslash": (
        "FP405",
        {"slug": r'"a\\\\tri"'.replace("\\\\\\\\", "\\\\")},
        r"\\",
    ),
    "address with a scheme": ("FP405", {"slug": '"https://tri"'}, ":"),
    "address with a direction": ("FP405", {"slug": r'"tri\u202e"'}, r"\u202e"),
    "address of Windows": ("FP404", {"slug": '"nul"'}, '"nul"'),
    "address that is long": ("FP406", {"slug": f'"{"a" * 81}"'}, f'"{"a" * 81}"'),
    "address taken": ("FP401", {"slug": '"trier-le-verre"'}, '"trier-le-verre"'),
    "JSON that is none": ("FP306", {"schemajson": "'{a: 1}'"}, "'{a: 1}'"),
    "JSON with a key twice": ("FP306", {"schemajson": '\'{"a": 1, "a": 2}\''}, None),
    "translation on http": ("FP307", {"hreflangs": '["http://a.fr/"]'}, '"http://a.fr/"'),
    "dead link in a source": ("FP312", {"sources": '["", "[a](/a/)"]'}, "/a/"),
    "bad link in a line": ("FP308", {"enbref": r'["\"A\" [a](//a.fr)"]'}, "//a.fr"),
}
"""What is wrong → its code, the keys of the head, and what of the file is marked."""

TEXTS: dict[str, tuple[str, str, str]] = {
    "absent picture": ("FP301", "Voir ![Un bac](/uploads/bac.png).", "/uploads/bac.png"),
    "absent picture, capitals": ("FP301", "![Un bac](/uploads/Bacs.png)", "/uploads/Bacs.png"),
    "picture elsewhere": ("FP303", "Voir ![Un bac](https://a.fr/a.png).", "https://a.fr/a.png"),
    "picture up": ("FP303", "![Un bac](/uploads/../a.png)", "/uploads/../a.png"),
    "picture of a computer": ("FP303", "![Un bac](C:/a.png)", "C:/a.png"),
    "picture pasted": ("FP303", "![Un bac](data:image/png;base64,AA)", "data:image/png;base64,AA"),
    "picture that is none": ("FP303", "![Un bac](/uploads/guide.pdf)", "/uploads/guide.pdf"),
    "picture without words": ("FP302", "Voir ![](/uploads/bacs.png).", "/uploads/bacs.png"),
    "picture with its name": ("FP311", "![IMG_2034](/uploads/bacs.png)", "IMG_2034"),
    "picture with its file": ("FP311", "Voir ![bacs.png](/uploads/bacs.png).", "bacs.png"),
    "script": ("FP308", "[ici](javascript:a)", "javascript:a"),
    "other scheme": ("FP308", "[ici](ftp://a.fr)", "ftp://a.fr"),
    "other host in disguise": ("FP308", "[ici](https://a.fr@b.fr/)", "https://a.fr@b.fr/"),
    "letter to others": ("FP308", "[ici](mailto:?cc=contact@b.fr)", "mailto:?cc=contact@b.fr"),
    "order to the telephone": ("FP308", "[ici](tel:*21*1#)", "tel:*21*1#"),
    "hidden in a link": ("FP108", "[ici](https://a.fr/\u200b)", "\u200b"),
    "hidden in a dead link": ("FP312", "[ici](/fiches/a\u200b/)", "/fiches/a\u200b/"),
    "hidden in HTML": ("FP308", "<a href='https://a.fr/\u200b'>ici</a>", "https://a.fr/\u200b"),
    "dead page": ("FP312", "[ici](/fiches/absente/)", "/fiches/absente/"),
    "dead page beside": ("FP312", "[ici](../absente/)", "../absente/"),
    "file of a sheet": ("FP312", "[ici](verre.md)", "verre.md"),
    "dead document": ("FP312", "[ici](/uploads/absent.pdf)", "/uploads/absent.pdf"),
    "site without https": ("FP312", "[ici](www.a.fr)", "www.a.fr"),
    "preview": ("FP312", "[ici](http://localhost:8000/)", "http://localhost:8000/"),
    "no address": ("FP312", "[ici]()", "]()"),
    "no such title": ("FP313", "[ici](#absent)", "#absent"),
    "no such title there": ("FP313", "[a](/fiches/trier-le-verre/#b)", "/fiches/trier-le-verre/#b"),
    "words that are an address": ("FP314", "Voir <https://a.fr/>.", "https://a.fr/"),
    "hidden in a sentence": ("FP108", "Un m\u200bot.", "\u200b"),
    "direction in a sentence": ("FP108", "Un \u202etom.", "\u202e"),
}
"""What is wrong → its code, a text, and what of it is marked."""

FILES: dict[str, tuple[str, str, bytes]] = {
    "drawing with a program": ("FP309", "a.svg", b"<svg onload='a'/>"),
    "drawing that is broken": ("FP309", "a.svg", b"<svg"),
    "page": ("FP310", "a.html", b"<p>"),
    "text of the engine": ("FP310", "a.md", b"# a"),
    "page in disguise": ("FP310", "a.png", b"<p>"),
    "archive": ("FP310", "a.zip", b"PK"),
}
"""What is wrong → its code, the name of a file of `uploads`, and what it holds."""


def _tell(folder: Path, code: str, text: str, marked: str | None, **files: bytes) -> None:
    """Check that a fiche is told one thing, at one place."""
    uploads = {f"uploads/{name.replace('__', '.')}": raw for name, raw in files.items()}
    reading = read_content(folder, {**SITE, **uploads, "fiches/zz.md": text})
    told = check_content(reading)

    assert [found.code for found in told] == [code], shown(told)
    [found] = told
    if marked is not None:
        assert found.place.span is not None
        assert found.place.source.text[found.place.span.start : found.place.span.end] == marked


def test_the_site_has_no_mistake_of_its_own(tmp_path: Path) -> None:
    """Else nothing below would mean much."""
    told = check_content(read_content(tmp_path, {**SITE, "fiches/zz.md": fiche_text(SECTIONS)}))

    assert shown(told) == ""


@pytest.mark.parametrize("name", HEADS)
def test_a_mistake_of_the_head_is_one_remark(tmp_path: Path, name: str) -> None:
    """Marked in its string, escapes before it or not."""
    code, keys, marked = HEADS[name]
    _tell(tmp_path, code, fiche_text(SECTIONS, **keys), marked)


@pytest.mark.parametrize("name", TEXTS)
def test_a_mistake_of_the_body_is_one_remark(tmp_path: Path, name: str) -> None:
    """Marked in its line."""
    code, text, marked = TEXTS[name]
    _tell(tmp_path, code, fiche_text(f"{SECTIONS}\n{text}\n"), marked)


@pytest.mark.parametrize("name", TEXTS)
def test_the_same_in_a_bloc_is_one_remark_after_escapes(tmp_path: Path, name: str) -> None:
    """A string of a head has escapes, which are longer in the file than in the text."""
    code, text, marked = TEXTS[name]
    blocs = "".join(
        f'\n[[blocs]]\ntemplate = "bloc-personalise"\n[blocs.content]\ntitle = "{title}"\n'
        f'richtext = "Un mot."\n'
        for title in EXPECTED_SECTIONS
    )
    last = '\n[[blocs]]\ntemplate = "bloc-personalise"\n[blocs.content]\n'
    head, _, _ = fiche_text("").rpartition("\n+++")
    _tell(tmp_path, code, f'{head}{blocs}{last}richtext = "{BEFORE}{text}"\n+++\n', marked)


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_not_published_is_one_remark(tmp_path: Path, name: str) -> None:
    """Cited by a sheet or not."""
    code, file, raw = FILES[name]
    body = f"{SECTIONS}\nVoir [ce document](/uploads/{file}).\n"
    _tell(tmp_path, code, fiche_text(body), None, **{file.replace(".", "__"): raw})
