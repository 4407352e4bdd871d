"""What the guide shows can be copied."""

import re
from pathlib import PurePosixPath

from builder.lexique import load_lexique
from builder.model import Temoin
from builder.source import SourceFile
from builder.vocabulary import load_vocabulary
from tests.sheets import PROJECT, own_vocabulary, read_fiche, read_temoin, shown, whole_body

GUIDE = PROJECT / "content" / "contribuer"
VOCABULARY = PROJECT / "content" / "vocabulaire.toml"


def _examples(page: str) -> list[str]:
    """List the TOML that a page of the guide shows."""
    text = (GUIDE / page).read_text(encoding="utf-8")
    return re.findall(r"^```toml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def test_the_head_of_a_fiche_is_right() -> None:
    """But for its drawbacks, which the guide wants: it is a draft."""
    [head] = _examples("../contribuer.md")
    told = read_fiche(f"{head}\n{whole_body()}", words=own_vocabulary())

    assert told.codes == [], shown(told.diagnostics)


def test_the_head_of_a_witness_is_right() -> None:
    """With an indicator that has every key."""
    [head] = _examples("temoin.md")
    told = read_temoin(f"{head}\n## Contexte\n\nUne équipe.\n", words=own_vocabulary())

    assert told.codes == [], shown(told.diagnostics)
    assert isinstance(told.sheet, Temoin)
    [figures] = told.sheet.indicateurs
    assert figures.valeurs == (("2023", 58000.0), ("2024", 52000.5))
    assert (figures.unite, figures.estime) == ("kWh", frozenset({"2024"}))
    assert figures.source
    assert figures.nature is not None


def test_a_value_of_a_vocabulary_is_right() -> None:
    """In the place of one of ours."""
    [example] = _examples("vocabulaire.md")
    header = "[[maturity.valeurs]]"
    before, _, rest = VOCABULARY.read_text(encoding="utf-8").partition(header)
    text = before + example + header + rest.partition(header)[2]
    loaded, told = load_vocabulary(SourceFile(PurePosixPath("content/vocabulaire.toml"), text))

    assert loaded is not None, shown(told)


def test_a_term_is_right() -> None:
    """By itself."""
    [example] = _examples("lexique.md")
    lexique, told = load_lexique(SourceFile(PurePosixPath("content/lexique.toml"), example))

    assert (len(lexique.terms), told) == (1, ())
