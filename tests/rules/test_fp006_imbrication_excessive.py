"""FP006: more things one in the other than anybody follows."""

from time import perf_counter

import pytest

from tests.sheets import blocs_text, fiche_text, read_fiche

AIDE = "gardez deux ou trois niveaux, et effacez les autres"


def _lists(levels: int) -> str:
    return "\n".join(f"{'  ' * level}- a" for level in range(levels))


def _sets(levels: int) -> str:
    """Nest blocs: each is a table in a list."""
    bloc = 'template = "ensemble-blocs-personalises"'
    return bloc + f", parts = [{{{bloc}" * (levels - 1) + "}]" * (levels - 1)


def _body(text: str) -> str:
    return fiche_text(f"## Objectifs\n\n{text}\n")


@pytest.mark.parametrize(
    "text",
    [
        _body(">" * 32 + " a"),
        _body(_lists(32)),
        _body("<div>" * 32 + "a" + "</div>" * 32),
        _body("<b>a</b> " * 500),
        _body("<ul>" + "<li>a" * 500 + "</ul>"),
        _body("<p>a" * 200),
        _body("a<br>" * 200),
        _body("<table>" + "<tr><td>a<td>b" * 100 + "</table>"),
        _body("<svg>" + '<path d="M0 0"/>' * 100 + "</svg>"),
        _body("`<div>` " * 100),
        _body("1 < 2 " * 100),
        _body("-" * 200),
        _body("> " + "> a\n> " * 40),
        _body("    " + " " * 100 + "code"),
        _body("| a |" + "\n|---|" + "\n|" + "-" * 80 + "|"),
        _body("0" * 80),
        fiche_text(blocs=f"[{{{_sets(16)}}}]"),
    ],
    ids=[
        *("32 quotations", "32 lists", "32 elements", "closed elements", "items of one list"),
        *("paragraphs", "line breaks", "a table", "a drawing", "code"),
        *("signs", "a rule", "one quotation"),
        *("an indented line", "a table of signs", "a number", "16 sets"),
    ],
)
def test_what_only_looks_deep_is_not_told(text: str) -> None:
    """Thirty-two levels are allowed; side by side is not one in the other."""
    assert "FP006" not in read_fiche(text).codes


def test_a_quotation_is_shown_where_the_next_one_opens() -> None:
    """The first character too many is marked."""
    told = read_fiche(_body(f"Été\n\n{'>' * 40} a"))

    assert told.text("FP006") == (
        "erreur[FP006] plus de 32 listes ou citations sont ouvertes ici les unes dans les autres\n"
        "  --> content/fiches/essai.md:15:33\n"
        "   |\n"
        f"15 | {'>' * 40} a\n"
        f"   | {' ' * 32}^\n"
        f"   = aide : {AIDE}"
    )


def test_a_list_of_the_head_is_shown_where_the_next_one_opens() -> None:
    """Tables count with lists."""
    told = read_fiche(fiche_text(sector="[" * 40 + "]" * 40))

    assert told.text("FP006") == (
        "erreur[FP006] plus de 32 tables ou listes sont ouvertes ici les unes dans les autres\n"
        " --> content/fiches/essai.md:9:42\n"
        "  |\n"
        f"9 | sector = {'[' * 40}{']' * 40}\n"
        f"  | {' ' * 41}^\n"
        f"  = aide : {AIDE}"
    )


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        (_body(_lists(33)), 45, 65),
        (_body("\n".join("\t" * (n // 2) + "  " * (n % 2) + "- a" for n in range(33))), 45, 17),
        (_body("- " * 33 + "a"), 13, 65),
        (_body("> - " * 17 + "a"), 13, 65),
        (_body("é <div>" * 33), 13, 227),
        (_body("<b>" * 33 + "a"), 13, 97),
        (_body("<div><b lang=1>a</div>\n" * 33), 44, 6),
        (blocs_text(f'template = "faq"\n[[blocs.parts]]\nanswer = "é\\n\\n{">" * 33}"'), 12, 48),
        (fiche_text(blocs=f"[{{{_sets(17)}}}]"), 9, 841),
        (fiche_text(**{".".join("a" * 34): "1"}), 9, 65),
        (fiche_text("").replace("\n+++\n", "\n[" + ".".join("a" * 33) + "]\n+++\n"), 9, 1),
        (fiche_text(sector="[" * 500 + "]" * 500), 9, 42),
        (fiche_text(sector="[" * 4000), 9, 42),
        (fiche_text(**{".".join("a" * 30_000): "1"}), 9, 65),
    ],
    ids=[
        *("lists", "lists by tabs", "one line", "both", "elements", "unclosed", "reopened"),
        *("a bloc", "sets", "a dotted key", "a header", "500 lists", "unclosed lists", "long key"),
    ],
)
def test_each_kind_of_nest_is_one_error(text: str, line: int, column: int) -> None:
    """Nothing else is said: the rest is not read."""
    [told] = read_fiche(text).diagnostics

    assert told.code == "FP006"
    assert (told.place.position.line, told.place.position.column) == (line, column)


@pytest.mark.parametrize("mark", [">", "- ", "<div>", "[", "*a ", "*a_ ", "![", "<b>", "`", "[a]("])
def test_a_file_of_marks_takes_no_time(mark: str) -> None:
    """Two megabytes of them, or as many as are let through."""
    for count in (1_900_000 // len(mark), 4_900):
        start = perf_counter()
        read_fiche(_body(mark * count))
        assert perf_counter() - start < 2
