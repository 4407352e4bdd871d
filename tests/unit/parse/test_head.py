"""A sheet is cut at its fences, and nowhere else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.parse.head import HeadError, HeadFault, read_head
from builder.parse.toml_values import TomlError


def _cut(text: str) -> tuple[dict[str, object], str]:
    head = read_head(text)
    return head.values, text[head.body.start : head.body.end]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ('"a +++ b"', "a +++ b"),
        ("'a +++ b'", "a +++ b"),
        ('"""\n+++\n"""', "+++\n"),
        ("'''\n+++\n'''", "+++\n"),
        ('"""a "" \n+++\n b"""', 'a "" \n+++\n b'),
        ('"""\\"""\n+++\n"""', '"""\n+++\n'),
        ('"""\n+++\n"""""', '+++\n""'),
        ("'''\n+++\n'''''", "+++\n''"),
        ('"\\"" # "\n+++ = 1 and more', None),
        ('"é" # l\'été +++', "é"),
        ('[\n# """\n"a",\n"""\n+++\n""",\n]', ["a", "+++\n"]),
    ],
    ids=[
        "basic string",
        "literal string",
        "multi-line basic string",
        "multi-line literal string",
        "lone quotes inside",
        "escaped quotes inside",
        "closing with two quotes more",
        "closing with two apostrophes more",
        "no fence but a key that starts as one",
        "comment",
        "list with a comment that opens nothing",
    ],
)
def test_a_fence_inside_a_value_closes_nothing(written: str, value: object) -> None:
    """Each way TOML has of holding `+++`."""
    text = f"+++\nx = {written}\n+++\nLe corps\n"
    if value is None:
        with pytest.raises(TomlError):
            read_head(text)
    else:
        assert _cut(text) == ({"x": value}, "Le corps\n")


@pytest.mark.parametrize(
    "text",
    [
        "+++\nx = 1\n+++\nLe corps\n",
        "+++  \nx = 1\n+++\t \nLe corps\n",
        "\n\n  \n+++\nx = 1\n+++\nLe corps\n",
        "+++\n\n\nx = 1\n\n\n+++\nLe corps\n",
        '+++\nx = 1 # +++\n# +++ """\n+++\nLe corps\n',
    ],
    ids=["plain", "trailing spaces", "blank lines above", "blank lines inside", "comments"],
)
def test_a_fence_is_a_line_of_its_own(text: str) -> None:
    """White space around the fences does not count."""
    assert _cut(text) == ({"x": 1}, "Le corps\n")


@pytest.mark.parametrize("text", ["+++\n+++\n", "+++\n+++", "+++\nx = 1\n+++"])
def test_a_sheet_may_have_no_body(text: str) -> None:
    """The second fence may end the file."""
    assert _cut(text)[1] == ""


def test_the_body_may_hold_a_fence() -> None:
    """Only the first fence that closes counts."""
    assert _cut("+++\nx = 1\n+++\na\n+++\nb") == ({"x": 1}, "a\n+++\nb")


@pytest.mark.parametrize(
    ("text", "fault", "marked"),
    [
        ("## Objectifs\n", HeadFault.MISSING, "## Objectifs"),
        ("---\ntitle: Trier\n---\n", HeadFault.YAML, "---"),
        ("++++\nx = 1\n++++\n", HeadFault.ALMOST, "++++"),
        ("Trier\n+++\nx = 1\n+++\n", HeadFault.LATE, "Trier"),
        ("", HeadFault.MISSING, ""),
        ("+++\nx = 1\n", HeadFault.UNCLOSED, "+++"),
        ("\n\n+++\nx = 1\n++++\n", HeadFault.UNCLOSED, "+++"),
        ("+++", HeadFault.UNCLOSED, "+++"),
    ],
)
def test_a_fence_that_is_not_there_is_told(text: str, fault: HeadFault, marked: str) -> None:
    """The place is the first line, or the fence that opens."""
    with pytest.raises(HeadError) as told:
        read_head(text)

    span = told.value.span
    assert told.value.fault is fault
    assert text[span.start : span.end] == marked


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('+++\nx = """a\ny = 2\n+++\nLe corps\n', "Unterminated string"),
        ("+++\nx = '''a\ny = 2\n+++\nLe corps\n", "Expected"),
        ('+++\nx = "a\ny = 2\n+++\nLe corps\n', "Illegal character"),
    ],
)
def test_a_string_that_swallows_the_fence_is_the_fault_told(text: str, reason: str) -> None:
    """Not « the head is never closed »: the second fence is there for all to see."""
    with pytest.raises(TomlError, match=reason):
        read_head(text)


@pytest.mark.parametrize("above", ["", "\n", "\n  \n\n"])
def test_a_syntax_error_is_placed_in_the_whole_text(above: str) -> None:
    """What stands above the head moves the place."""
    text = f'{above}+++\ntitle = "é"\nnature = Social\n+++\n'
    with pytest.raises(TomlError) as told:
        read_head(text)

    assert text[told.value.span.start :].startswith("Social")


@pytest.mark.parametrize(
    "value",
    ["[" * 500 + "]" * 500, "{a=" * 150 + "1" + "}" * 150, "9" * 5000, f"1\n{'a.' * 300}a = 1"],
    ids=["lists", "tables", "digits", "dotted key"],
)
def test_what_the_reader_gives_up_on_is_a_syntax_error(value: str) -> None:
    """Nests and numbers beyond reason are told like any other fault."""
    with pytest.raises(TomlError):
        read_head(f"+++\nx = {value}\n+++\n")


_PIECES = ["+++", "\n+++\n", "\n", '"', "'", '"""', "'''", "\\", "#", "=", "]", "é", "🌱", " ", "a"]
_TEXTS = st.lists(st.sampled_from(_PIECES), max_size=12).map("".join)


def _basic(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _multi_line_basic(text: str) -> str:
    escaped = re.sub('"(?="")|"$', '\\\\"', text.replace("\\", "\\\\"))
    return f'"""\n{escaped}"""'


def _literal(text: str) -> str:
    return _basic(text) if set(text) & {"'", "\n"} else f"'{text}'"


def _multi_line_literal(text: str) -> str:
    return _basic(text) if "''" in text or text.endswith("'") else f"'''\n{text}'''"


_STYLES = st.sampled_from([_basic, _multi_line_basic, _literal, _multi_line_literal])
_STRINGS = st.tuples(_TEXTS, _STYLES).map(lambda pair: (pair[0], pair[1](pair[0])))


def _listed(items: list[tuple[str, str]]) -> tuple[list[str], str]:
    return [value for value, _ in items], "[" + ", # +++ '\n".join(
        text for _, text in items
    ) + "\n]"


_VALUES: st.SearchStrategy[tuple[object, str]] = st.one_of(
    _STRINGS,
    st.lists(_STRINGS, max_size=3).map(_listed),
    st.integers(-9, 9).map(lambda number: (number, str(number))),
    st.booleans().map(lambda flag: (flag, str(flag).lower())),
)
_COMMENTS = st.sampled_from(["", ' # +++ "', " # l'été", '\n# """', "\n\n# '''\n"])


@given(
    above=st.sampled_from(["", "\n", " \n\n"]),
    pairs=st.lists(st.tuples(_VALUES, _COMMENTS), max_size=5),
    fence=st.sampled_from(["+++", "+++ ", "+++\t"]),
    body=_TEXTS,
)
def test_any_head_and_any_body_come_back(
    above: str, pairs: list[tuple[tuple[object, str], str]], fence: str, body: str
) -> None:
    """Whatever the strings hold, the head gives its values and the body its characters."""
    lines = [f"k{at} = {text}{comment}\n" for at, ((_, text), comment) in enumerate(pairs)]
    text = f"{above}{fence}\n{''.join(lines)}{fence}\n{body}"

    values = {f"k{at}": value for at, ((value, _), _) in enumerate(pairs)}
    assert _cut(text) == (values, body if body.strip() else "")


@given(st.text(alphabet="+\n\"'#a= \\[]", max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Any text gives a head or a fault, in the text."""
    faults: list[HeadError | TomlError] = []
    try:
        read_head(f"+++\n{text}")
    except (HeadError, TomlError) as fault:
        faults.append(fault)

    assert all(0 <= fault.span.start <= len(text) + 4 for fault in faults)
