"""What a page says of each word."""

from builder.search.records import SearchRecord
from builder.search.terms import count_tokens, sum_stems

_RECORD = SearchRecord(
    "fiches/tri/", "Trier", "Le tri.", ("Bois & fils",), ("Social",), "On trie, on trie le bois."
)


def test_where_a_word_stands_counts() -> None:
    """Title, company, description, labels, text."""
    uses, length = count_tokens(_RECORD)

    assert {token: uses[token] for token in ("Trier", "Bois", "tri.", "Social", "trie")} == {
        "Trier": 10,
        "Bois": 6,
        "tri.": 4,
        "Social": 2,
        "trie": 1,
    }
    assert length == 1 + 2 + 3 + 1 + 6


def test_forms_of_a_word_count_together() -> None:
    """A token may have several words, or none."""
    stems = {"trie": "tri", "trier,": "tri", "le": "", "bois-tri": "bois tri boistri"}

    assert sum_stems({"trie": 1, "trier,": 2, "le": 9, "bois-tri": 4}, stems) == {
        "tri": 7,
        "bois": 4,
        "boistri": 4,
    }
