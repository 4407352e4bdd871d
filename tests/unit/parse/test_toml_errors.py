"""Whatever tomli finds wrong, an animator reads it in French, where it must be mended."""

import re
from pathlib import Path, PurePosixPath

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from builder.parse.raw import parse_sheet
from builder.parse.toml_errors import explain_toml_error
from builder.parse.toml_values import TomlError, read_toml
from builder.source import Position, SourceFile, decode
from tests.sheets import SHARED, read_fiche

SUITE = SHARED / "vectors" / "toml-test" / "invalid"
IMPERATIVE = re.compile(r"(?:[a-zé]+ez(?:-l[ae]s?|-en|-lui)?|dites|faites)\b")

NO_QUOTES = "ce texte n’est pas entre guillemets"
NOT_STRAIGHT = "ces guillemets ne sont pas des guillemets droits"
OPEN_LINE = "un guillemet ouvert n’est pas fermé à la fin de la ligne"
OPEN_TEXT = "ces guillemets ouverts ne sont jamais fermés"
NOT_A_PAIR = "cette ligne n’est pas de la forme `clé = valeur`"
BAD_KEY = "ce nom de clé n’est pas fait d’un mot simple"
COMMA = "il manque une virgule, ou un guillemet, avant ceci"
BACKSLASH = "un `\\` dans un texte entre guillemets doit être doublé"
TOO_MUCH = "il y a du texte en trop après la valeur"
KEY_TWICE = "cette clé est déjà écrite ligne 1"
TABLE_TWICE = "cette table est déjà écrite ligne 1"
MARK = "^"
"""In a document below, around what is shown of it."""

FAULTS: list[tuple[str, str, str]] = [
    # Quotes
    ("title = ^Trier ses déchets^", NO_QUOTES, '`title = "Trier ses déchets"`'),
    ("title = ^Trier, c’est agir^ # vu", NO_QUOTES, '`title = "Trier, c’est agir"`'),
    ('title = ^Trier"^', NO_QUOTES, '`title = "Trier"`'),
    ("cout = ^12 mois^", NO_QUOTES, '`cout = "12 mois"`'),
    ("size = ^16 personnes^", "ce nombre n’est pas seul", "`size = 16`"),
    ("size = ^environ 1 200^", "ce nombre n’est pas seul", "`size = 1200`"),
    ("size = ^seize^", NO_QUOTES, '`size = "seize"`'),
    ('nature = ["a", ^b c^]', NO_QUOTES, '`"b c"`'),
    ("title = ^“Tri”^", NOT_STRAIGHT, '`title = "Tri"`'),
    ("title = ^« Tri »^", NOT_STRAIGHT, '`title = "Tri"`'),
    ("title = ^‘Tri’^", NOT_STRAIGHT, '`title = "Tri"`'),
    ("title = ^`Tri`^", NOT_STRAIGHT, '`title = "Tri"`'),
    ("nature = [^“Social”^]", NOT_STRAIGHT, '`"Social"`'),
    ('title = "Tri^”^', NOT_STRAIGHT, '`title = "Tri"`'),
    ('title = "Tri ^»^', NOT_STRAIGHT, '`title = "Tri"`'),
    ('title = ^"Tri^\nb = 1', OPEN_LINE, '`"`'),
    ("title = ^'Tri^\nb = 'c'", OPEN_LINE, "`'`"),
    ("title = ^'Tri^", OPEN_LINE, "`'`"),
    ('title = ^"""^a\nb = 1', OPEN_TEXT, '`"""`'),
    ("b = '''c'''\ntitle = ^'''^a\nd = 1", OPEN_TEXT, "`'''`"),
    ('title = "a "^b" c"^', TOO_MUCH, '`\\"`'),
    ("title = 'l'^été'^", "l’apostrophe ferme le texte trop tôt", '`title = "l\'été"`'),
    # Values
    ("title ^=^", "il manque une valeur après le signe `=`", '`title = "…"`'),
    ("title ^=^ # rien", "il manque une valeur après le signe `=`", '`title = "…"`'),
    ("draft = ^True^", "cette valeur n’est pas comprise", "`draft = true`"),
    ("draft = ^oui^", "cette valeur n’est pas comprise", "`draft = true`"),
    ("draft = ^Non^", "cette valeur n’est pas comprise", "`draft = false`"),
    ("date = ^21/11/2026^", "une date s’écrit année, mois, jour", "`date = 2026-11-21`"),
    ("date = ^3-2-2026^", "une date s’écrit année, mois, jour", "`date = 2026-02-03`"),
    ("date = ^31/02/2026^", "une date s’écrit année, mois, jour", "`date = 2026-11-21`"),
    ("date = ^2026-02-30^", "cette date n’existe pas", "`2026-11-21`"),
    ("x = ^1,5^", "un nombre décimal s’écrit avec un point", "`x = 1.5`"),
    ('x = { "2013" = ^1,5^ }', "un nombre décimal s’écrit avec un point", "`1.5`"),
    ("x = ^58 000^", "un nombre s’écrit sans rien entre les milliers", "`x = 58000`"),
    ("x = ^1.568.729^", "un nombre s’écrit sans rien entre les milliers", "`x = 1568729`"),
    ("x = ^08^", "ce nombre est mal écrit", "`12`"),
    ("x = ^.5^", "ce nombre est mal écrit", "`12`"),
    (f"x = ^{'9' * 5000}^", "un nombre a trop de chiffres", "guillemets"),
    ('nature = "a"^, "b"^', "il y a plusieurs valeurs sur cette ligne", '`nature = ["a", "b"]`'),
    ('title = "a"^,^', "il y a un signe en trop après la valeur", "effacez"),
    ("[blocs] ^x = 1^", TOO_MUCH, "passez à la ligne"),
    # Brackets
    ('nature = ["a" ^"b"^]', COMMA, "virgule"),
    ('nature = ["a, "^b"^]', COMMA, "guillemets droits"),
    ('nature = ^[^"a",\n"b"\n', "un crochet `[` n’est jamais fermé", "`]`"),
    ('nature = ^[^"a"\nmaturity = "b"', "un crochet `[` n’est jamais fermé", "`]`"),
    ('nature = ^[^"a",\nmaturity = "b"', "un crochet `[` n’est jamais fermé", "`]`"),
    ('nature = ^[^"a",\n[[blocs]]\n', "un crochet `[` n’est jamais fermé", "`]`"),
    ('x = [["a"], ^[^"b"', "un crochet `[` n’est jamais fermé", "`]`"),
    ('nature = ["a"^}^', "le signe `}` ne ferme pas ce qui est ouvert", "`]`"),
    ('nature = [^,^ "a"]', "il y a une virgule de trop", "effacez-la"),
    ("blocs = ^{^ a = 1", "une accolade `{` n’est jamais fermée", "`}`"),
    ("^]^", "le signe `]` ne ferme rien", "effacez-le"),
    ("^[[blocs]^", "il manque `]]` à la fin de cette ligne", "`[[blocs]]`"),
    ("^[blocs^", "il manque `]` à la fin de cette ligne", "`[blocs]`"),
    # Escapes
    ('title = "é C:^\\p^hotos"', BACKSLASH, "`\\\\`"),
    ('title = """a ^\\ ^b"""', BACKSLASH, "`\\\\`"),
    ('title = "C:^\\U^sers"', "ce code de caractère est incomplet", "doublez"),
    ('title = "^\\u^12"', "ce code de caractère est incomplet", "recopiez"),
    ('title = "^\\ud800^"', "ce code de caractère n’existe pas", "recopiez"),
    # Keys
    ('title ^"^Trier"', "il manque le signe `=` après le nom de la clé", '`title = "Trier"`'),
    ('title^:^ "Trier"', "le signe `:` tient la place du signe `=`", '`title = "Trier"`'),
    ("title^:^ Trier", "le signe `:` tient la place du signe `=`", '`title = "Trier"`'),
    ("x = { a^:^ 1 }", "le signe `:` tient la place du signe `=`", "`=`"),
    ('^titre de la fiche^ = "x"', BAD_KEY, "sans accent"),
    ('^maturité^ = "x"', BAD_KEY, "sans accent"),
    ('^écrit^ = "x"', BAD_KEY, "sans accent"),
    ('^=^ "x"', "il manque un nom de clé avant le signe `=`", "écrivez-le"),
    ("[^é^]", "ce nom de clé commence par un signe interdit", "sans accent"),
    ("^## Objectifs^".replace("##", ">"), NOT_A_PAIR, "seconde ligne `+++`"),
    ("^Trier ses déchets^", NOT_A_PAIR, "seconde ligne `+++`"),
    ("^---^", NOT_A_PAIR, "`+++`"),
    ("^// une note^", NOT_A_PAIR, "`#`"),
    ("a = 1\n^a^ = 2", KEY_TWICE, "gardez-en une seule"),
    ("a = 1\n[[b]]\na = 1\n^a^ = 2", "cette clé est déjà écrite ligne 3", "gardez-en une seule"),
    ("a = 1\n^[a^]", KEY_TWICE, "gardez-en une seule"),
    ("a = 1\n^[[a^]]", KEY_TWICE, "gardez-en une seule"),
    ("a = 1\n^a.b^ = 2", KEY_TWICE, "gardez-en une seule"),
    ("b = {a = 1, ^a.b^ = 2}", KEY_TWICE, "gardez-en une seule"),
    ("b = {a = 1, ^a^ = 2}", KEY_TWICE, "gardez-en une seule"),
    ("[a]\n^[a^]", TABLE_TWICE, "`[[a]]`"),
    ("[a.b]\n[a]\n^b.c^ = 1", TABLE_TWICE, "regroupez"),
    ("a = [1]\n^[[a^]]", TABLE_TWICE, "regroupez"),
    ("a = {}\n^a.b^ = 1", TABLE_TWICE, "regroupez"),
    ("b = {a = {}, ^a.c^ = 1}", TABLE_TWICE, "regroupez"),
    # What cannot be seen
    ("^\u00a0^title = 1", "un espace insécable se trouve ici", "espace ordinaire"),
    ("title^\u202f^= 1", "un espace insécable se trouve ici", "espace ordinaire"),
    ("title =^\u00a0^1", "un espace insécable se trouve ici", "espace ordinaire"),
    ("title = 1^\u00a0^", "un espace insécable se trouve ici", "espace ordinaire"),
    ("^\u200b^title = 1", "un caractère invisible se trouve ici", "effacez-le"),
    ("title = ^\ufeff^1", "un caractère invisible se trouve ici", "effacez-le"),
    ('title = "a^\x00^"', "un caractère interdit se trouve ici", "effacez-le"),
    ("title = 'a^\x00^'", "un caractère interdit se trouve ici", "effacez-le"),
    ("# ^\x00^", "un caractère interdit se trouve ici", "effacez-le"),
]
"""TOML with what is shown of it between two marks → the reason, and a word of the cure."""


def _source(toml: str) -> SourceFile:
    return SourceFile(PurePosixPath("x"), toml)


def _error(toml: str) -> TomlError:
    with pytest.raises(TomlError) as told:
        read_toml(toml)
    return told.value


@pytest.mark.parametrize(
    ("marked", "reason", "cure"), FAULTS, ids=[marked[:30] for marked, _, _ in FAULTS]
)
def test_each_fault_has_its_words_and_its_place(marked: str, reason: str, cure: str) -> None:
    """The message names the fault, the carets are under it, no word of tomli's is left."""
    before, shown, after = marked.split(MARK)
    toml = before + shown + after
    error = _error(toml)
    told = explain_toml_error(error, _source(toml))
    english = set(re.findall("[A-Za-z]{4,}", error.reason)) - {"date", "table"}

    assert (told.reason, toml[told.span.start : told.span.end]) == (reason, shown)
    assert cure in told.cure
    assert IMPERATIVE.match(told.cure)
    assert not english & set(re.findall("[A-Za-z]{4,}", f"{told.reason} {told.cure}"))


DEEP = [f"a = {'[' * 500}", f"{'.'.join('a' * 2000)} = 1"]
"""What tomli gives up on before it is read."""


def test_every_message_of_the_reader_is_provoked() -> None:
    """A new version of tomli with a new message fails here, not on an animator's screen."""
    source = Path(tomli.__file__).with_name("_parser.py").read_text()
    raised = re.findall(
        r'raise (?:TOMLDecodeError|RecursionError)\(\s*f?"((?:[^"\\]|\\.)*)"', source
    )
    starts = {re.split(r"\{|\\\\", message)[0] for message in raised}
    documents = [marked.replace(MARK, "") for marked, _, _ in FAULTS] + DEEP
    provoked = [_own_words(toml) for toml in documents]

    assert len(starts) > 15
    assert {
        start for start in starts if not any(told.startswith(start) for told in provoked)
    } == set()


def _own_words(toml: str) -> str:
    with pytest.raises((ValueError, RecursionError)) as told:
        tomli.loads(toml)
    error = told.value
    return error.msg if isinstance(error, tomli.TOMLDecodeError) else str(error)


def test_an_unknown_message_still_says_something() -> None:
    """In French, with the commonest cure."""
    told = explain_toml_error(TomlError("Something new", "a = 1"), _source("a = 1"))

    assert told.reason == "la syntaxe n’est pas comprise à cet endroit"


@pytest.mark.skipif(not SUITE.is_dir(), reason=f"no TOML test suite at {SUITE}")
def test_no_document_of_the_suite_falls_back_on_the_general_words() -> None:
    """Each fault is told on a line, in words of its own."""
    files = sorted(SUITE.rglob("*.toml"))
    vague = []
    for file in files:
        source = decode(b"+++\n" + file.read_bytes() + b"\n+++\n", PurePosixPath("x"))
        _, told = parse_sheet(source)
        for found in told:
            assert found.place.span is not None
            assert found.aide
            if "la syntaxe n’est pas comprise" in found.message:
                vague.append(file.name)

    assert len(files) > 400
    assert vague == []


_PIECES = ["a", "é", " ", "=", '"', "'", "[", "]", "{", "}", ",", "\n", "#", "\\", "1", ".", ":"]
_TEXTS = st.lists(st.sampled_from([*_PIECES, "a = ", '"""', "“", "\u00a0", "2026-13-01"]))


@given(_TEXTS.map("".join))
def test_any_fault_is_explained_inside_its_document(toml: str) -> None:
    """Whatever stands around it."""
    try:
        read_toml(toml)
    except TomlError as error:
        told = explain_toml_error(error, _source(toml))
        assert 0 <= told.span.start < told.span.end <= len(toml) + 1
        assert told.reason
        assert IMPERATIVE.match(told.cure)


@pytest.mark.parametrize(
    ("line", "column"), [('title "Trier"', 7), ("date = 2026-02-30", 8), ("title = Trier", 9)]
)
def test_the_place_is_where_the_eye_must_go(line: str, column: int) -> None:
    """Line and column in the file, not in the head."""
    told = read_fiche(f"+++\n# é\n{line}\n+++\n")

    assert told.codes == ["FP013"]
    assert told.diagnostics[0].place.position == Position(3, column)
