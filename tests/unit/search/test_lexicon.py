"""The words of the site, in files by start of word."""

from __future__ import annotations

from itertools import pairwise, product

from builder.search.lexicon import Leaf, make_leaves
from builder.search.words import Word

_MANY = ["".join(letters) for letters in product("aberst", repeat=4)]


def _leaves(forms: list[str], signs: str = "!!!!!!!!") -> list[Leaf]:
    words = [Word(form, form) for form in forms]
    return make_leaves(words, dict.fromkeys(forms, signs))


def _forms(leaf: Leaf) -> list[str]:
    found = []
    for line in leaf.text.splitlines():
        start, *ends = line.partition("\t")[0].split(",")
        found += [start + end for end in ends]
    return found


def test_a_line_is_a_word_with_all_its_forms() -> None:
    """And its pages."""
    words = [Word("recycle", "recycl"), Word("recyclage", "recycl"), Word("eau", "eau")]

    (leaf,) = make_leaves(words, {"recycl": '!"', "eau": "#"})

    assert leaf == Leaf("", 'eau,\t#\nrecycl,age,e\t!"')


def test_a_form_of_two_words_stands_in_both() -> None:
    """« salaries » in capitals is a form of « salarié », or of « salaries »."""
    (leaf,) = make_leaves([Word("a", "b"), Word("a", "c")], {"b": "!", "c": "#"})

    assert leaf.text == "a,\t!\na,\t#"


def test_files_follow_the_alphabet_and_stay_small() -> None:
    """Each holds the forms from its start to the next one’s."""
    leaves = _leaves(_MANY)

    assert len(leaves) > 1
    assert [form for leaf in leaves for form in _forms(leaf)] == sorted(_MANY)
    assert all(len(leaf.text) < 10_000 for leaf in leaves)
    for leaf, after in pairwise(leaves):
        assert all(leaf.start <= form < after.start for form in _forms(leaf))


def test_a_word_whose_forms_part_stands_in_every_file_they_belong_to() -> None:
    """« œil » and « yeux » would."""
    words = [Word(form, form) for form in _MANY] + [Word("aaaa", "x"), Word("tttt", "x")]

    leaves = make_leaves(words, dict.fromkeys([*_MANY, "x"], "!!!!!!!!"))

    assert "\n,aaaa,tttt\t" in leaves[0].text
    assert "\n,aaaa,tttt\t" in leaves[-1].text


def test_a_new_word_leaves_most_files_as_they_are() -> None:
    """Browsers that have them keep them."""
    before = {leaf.text for leaf in _leaves(_MANY)}
    after = {leaf.text for leaf in _leaves([*_MANY, "baba"])}

    assert len(after - before) == 1


def test_one_word_larger_than_a_file_has_its_own() -> None:
    """It cannot be cut."""
    leaves = _leaves(["eau", "tri"], "!" * 20_000)

    assert [leaf.start for leaf in leaves] == ["", "t"]
