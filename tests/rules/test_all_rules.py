"""Every rule is written as the others are, and none goes without a test."""

import re
from dataclasses import astuple
from pathlib import Path

import pytest

from builder.diagnostics import RULES, Rule, Severity
from builder.diagnostics.manual import read_manual

PARTS = ["Ce que vérifie", "Pourquoi", "Exemple", "Correction"]

each_rule = pytest.mark.parametrize("rule", RULES.values(), ids=RULES)


def _file_of(rule: type[Rule]) -> str:
    return f"test_{rule.code.lower()}_{rule.name.replace('-', '_')}.py"


def test_every_rule_has_its_test_file_and_every_file_its_rule() -> None:
    """A new code comes with its examples; a file does not outlive its code."""
    files = {file.name for file in Path(__file__).parent.glob("test_fp*.py")}

    assert files == {_file_of(rule) for rule in RULES.values()}


def test_codes_and_names_are_unique() -> None:
    """Two rules of one code would leave one of them out of the registry."""
    declared = Rule.__subclasses__()

    assert len(RULES) == len(declared)
    assert len({rule.name for rule in declared}) == len(declared)


def test_a_module_holds_one_hundred_in_order() -> None:
    """A code is found where its first digit says."""
    modules: dict[str, list[str]] = {}
    for rule in Rule.__subclasses__():
        modules.setdefault(rule.__module__, []).append(rule.code)

    assert all(codes == sorted(codes) for codes in modules.values())


@each_rule
def test_a_rule_has_its_code_its_name_and_its_weight(rule: type[Rule]) -> None:
    """The name is the class name, as an address."""
    words = re.findall("[A-Z][a-z0-9]*", rule.__name__)

    assert re.fullmatch(r"FP[0-6]\d\d", rule.code)
    assert rule.name == "-".join(words).lower()
    assert "".join(words) == rule.__name__
    assert isinstance(rule.severity, Severity)


@each_rule
def test_a_manual_has_its_four_parts_in_order(rule: type[Rule]) -> None:
    """A title, then what is checked, why, an example, what to do; each in one or more sentences."""
    manual = read_manual(rule)

    assert re.findall(r"^\*\*(.+?)\.\*\*", rule.manual(), re.MULTILINE) == PARTS
    assert all(astuple(manual))
    assert "\n" not in manual.title
    assert manual.title[0].isupper()
    assert not manual.title.endswith(".")


@each_rule
def test_a_message_is_no_sentence(rule: type[Rule]) -> None:
    """Lower case, or what stands between quotes; no final period."""
    assert re.match(r"[a-zàâéèêîôû`«{]", rule.message)
    assert not rule.message.endswith((".", "!", "…"))


@each_rule
def test_a_help_is_an_imperative_or_a_question(rule: type[Rule]) -> None:
    """It starts with « -ez », « dites » or « faites », or each cause has its own."""
    assert rule.aide == "{cure}" or re.match(
        r"(?:[a-zé]+ez(?:-l[ae]s?|-lui)?|dites|faites)\b", rule.aide
    )
    assert not rule.aide.endswith((".", "!", "…"))


@each_rule
def test_french_is_typeset(rule: type[Rule]) -> None:
    """Typographic apostrophes, guillemets; code stands between backticks."""
    texts = [rule.message, rule.aide, *astuple(read_manual(rule))]
    words = " ".join(re.sub(r"`[^`]*`", "", text) for text in texts)

    assert "'" not in words
    assert '"' not in words
    assert "..." not in words
    assert all(text.count("`") % 2 == 0 for text in texts)
