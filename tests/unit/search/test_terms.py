"""What a page says of each word."""

from dataclasses import replace

from builder.search.records import SearchRecord
from builder.search.terms import count_terms, count_tokens

_RECORD = SearchRecord(
    "fiches/tri/", "Trier", "Le tri.", ("Bois & fils",), ("Social",), "On trie, on trie le bois."
)


def test_where_a_word_stands_counts() -> None:
    """Title, company, description, labels, text."""
    page = count_terms(_RECORD)
    uses = dict(zip(page.stems, page.uses, strict=True))

    assert uses == {"tri": 10 + 4 + 2, "bois": 6 + 1, "fil": 6, "social": 2}
    assert page.length == 1 + 2 + 3 + 1 + 6


def test_a_page_is_read_once() -> None:
    """The same words are the same page, whatever else was edited."""
    assert count_terms(_RECORD) is count_terms(replace(_RECORD))
    assert count_terms(_RECORD) is not count_terms(replace(_RECORD, text=""))


def test_a_token_counts_once_a_page() -> None:
    """In all batches together."""
    page, other = count_terms(_RECORD), count_terms(replace(_RECORD, text="On trie"))

    tokens = count_tokens([(page,), (other, other)])

    assert tokens["trie"] == 3
    assert tokens["bois."] == 1
