"""The check of French tells each kind of fault, and leaves alone what is right."""

from pathlib import Path

import pytest

from tests.site_checks import french
from tests.site_checks.french_text import CODE, Block, texts_of
from tests.site_checks.spelling import Speller, project_words, words_of

_HAS_DICTIONARY = Speller(()).command is not None
_needs_dictionary = pytest.mark.skipif(not _HAS_DICTIONARY, reason="hunspell is not at hand")
_RIGHT = (
    "<p>Pourquoi\u00a0: 20\u00a0% d’eau en moins\u202f; «\u00a0oui\u00a0»\u202f! Est-ce ce qu’il "
    "faut\u202f? À 10:30, nous nous retrouvons… Ça va. <code>a : b ; 'c'</code></p>"
)


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("Pourquoi : oui", "avant « : »"),
        ("20 % de moins", "« % »"),
        ("Vraiment ?", "espace fine insécable"),
        ("Oui ; non", "espace fine insécable"),
        ("Vraiment? Oui", "espace fine insécable"),
        ("Pourquoi: oui", "avant « : »"),
        ("« oui\u00a0»", "après « « »"),
        ("«oui»", "dans les guillemets"),
        ("l'eau", "apostrophe courbe"),
        ('dire "oui"', "guillemets « et »"),
        ("Et puis...", "« … »"),
        ("deux \u00a0espaces", "qu’une espace"),
        ("le tri de de tout", "qu’une fois"),
        ("Le le tri", "qu’une fois"),
        ("A la fin", "« À »"),
        ("Fini. Ca marche", "« Ça »"),
        ("Etat des lieux", "« É »"),
        ("Fini. Economie d’eau", "« É »"),
    ],
)
def test_each_fault_is_told_with_what_to_write(text: str, cure: str) -> None:
    """By its own cure, and no other."""
    faults = list(french.typography_faults([Block("index.html", text)]))

    assert [fault.page for fault in faults[:1]] == ["index.html"]
    (told,) = {fault.cure for fault in faults}
    assert cure in told


@pytest.mark.parametrize(
    "text",
    [
        "?page=1",
        "a :-) b",
        "Vitamine A, B",
        "faire faire",
        "a\u00a0: b",
        "Plan A et plan B",
        "12:30",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    """Addresses, times, letters that are names."""
    assert list(french.typography_faults([Block("index.html", text)])) == []


def test_a_page_is_read_block_by_block() -> None:
    """Menus are no sentences; code, drawings and other languages are not read; titles are."""
    page = (
        "<title>Un titre</title><meta name='description' content='Un résumé'>"
        "<nav><a>Un</a>\n<a>Un</a></nav><p>Deux <b>mots</b>\n et <code>du code</code>.</p>"
        "<ul><li>trois<li>quatre</ul><svg><title>non</title></svg><p lang='en'>no</p>"
        "<img alt='cinq'><pre>non<br>non</pre><script>'non'</script><p>Fin</p>"
    )

    assert texts_of(page) == [
        *("Un titre", "Un résumé", "Un", "Un", f"Deux mots et {CODE}.", "trois", "quatre"),
        *("cinq", "Fin"),
    ]


def test_what_is_no_word_is_not_looked_for() -> None:
    """Addresses, acronyms with their article, what holds a digit."""
    text = "voir www.exemple.fr ou l’ADEME, R2D2, a@b.fr, fiches.json et l’eau-de-vie"

    assert list(words_of(text)) == ["voir", "ou", "et", "l’eau-de-vie"]


@_needs_dictionary
def test_a_word_that_no_dictionary_has_is_told_with_others() -> None:
    """In whole, behind an article, or in a compound; a name that is known is no fault."""
    speller = Speller({"Apnos"})
    blocks = [Block("index.html", "Le groupe d’Apnos et l’entreprize de Douai-Apnos")]

    (fault,) = french.spelling_faults(blocks, speller)

    assert "« l’entreprize »" in fault.cure
    assert "l'entreprise" in fault.cure.replace("’", "'")


@_needs_dictionary
def test_a_common_word_without_its_accent_is_told() -> None:
    """What the dictionary is for."""
    assert Speller(()).unknown(["energie", "énergie", "peut-etre", "Énergie"]) == {
        "energie",
        "peut-etre",
    }


def test_names_come_from_the_content(tmp_path: Path) -> None:
    """Companies, labels and terms are declared once, where they are used; prose is not."""
    (tmp_path / "temoins").mkdir()
    (tmp_path / "temoins" / "x.md").write_text(
        '+++\ncompany = "Zorblax"\ntitle = "Kwalité"\n+++\n\nProze\n', encoding="utf-8"
    )
    (tmp_path / "lexique.toml").write_text('[[termes]]\nterme = "gloubi"\n', encoding="utf-8")

    words = project_words(tmp_path)

    assert {"Zorblax", "gloubi"} < words
    assert not words & {"Kwalité", "Proze"}


def test_the_list_of_words_is_sorted() -> None:
    """Each part of it, so that a word has one place."""
    text = (Path(french.__file__).parent / "mots.txt").read_text(encoding="utf-8")

    for part in text.split("\n\n"):
        words = [line for line in part.splitlines() if not line.startswith("#")]
        assert words == sorted(set(words))


def test_a_right_site_has_no_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The exit code says so, and the last line what was read."""
    (tmp_path / "index.html").write_text(_RIGHT, encoding="utf-8")

    assert french.main(str(tmp_path), str(tmp_path)) == 0
    assert "1 page(s) lue(s) : 0 faute(s) de typographie" in capsys.readouterr().out


def test_a_fault_is_told_once_with_its_first_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The foot of every page is one text."""
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text("<p>Aucun cookie : jamais</p>", encoding="utf-8")

    assert french.main(str(tmp_path), str(tmp_path)) == 1
    first, *_ = capsys.readouterr().out.splitlines()
    assert first.startswith("a.html (2 fois) : « Aucun cookie : jamais »")


@pytest.mark.parametrize(("ci", "code"), [("true", 1), ("", 0)])
def test_without_a_dictionary_only_ci_fails(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    ci: str,
    code: int,
) -> None:
    """Elsewhere spelling is left out, and that is said."""
    (tmp_path / "index.html").write_text(_RIGHT, encoding="utf-8")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CI", ci)

    assert french.main(str(tmp_path), str(tmp_path)) == code
    assert "l’orthographe n’est pas vérifiée" in capsys.readouterr().out
