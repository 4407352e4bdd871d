"""The vocabularies of the site: what they are, and their file."""

from builder.vocabulary.reading import load_vocabulary
from builder.vocabulary.records import (
    FACETS,
    ISO26000,
    ODD_KEY,
    REFERENCES,
    TEMOIN_SECTOR,
    TEMOIN_SIZE,
    Facet,
    Value,
    Vocabulary,
    open_value,
)

__all__ = [
    "FACETS",
    "ISO26000",
    "ODD_KEY",
    "REFERENCES",
    "TEMOIN_SECTOR",
    "TEMOIN_SIZE",
    "Facet",
    "Value",
    "Vocabulary",
    "load_vocabulary",
    "open_value",
]
