"""FP307: the address of a translation that is no https address."""

import pytest

from builder.model import Fiche
from tests.sheets import fiche_text, read_fiche

GOOD = "https://exemple.fr/en/"


@pytest.mark.parametrize(
    "hreflangs",
    ["[]", f'["{GOOD}"]', f'[{{ lang = "en", url = "{GOOD}" }}]', f'[{{ url = "{GOOD}" }}]'],
)
def test_a_whole_https_address_is_not_told(hreflangs: str) -> None:
    """By itself or with its language."""
    assert read_fiche(fiche_text(hreflangs=hreflangs)).codes == []


def test_another_address_is_shown_alone() -> None:
    """Its neighbours in the list are kept."""
    told = read_fiche(fiche_text(hreflangs=f'["{GOOD}", "exemple.fr/de/"]'))

    assert told.codes == ["FP307"]
    assert isinstance(told.sheet, Fiche)
    assert [hreflang.url for hreflang in told.sheet.hreflangs] == [GOOD]
    assert told.text("FP307") == (
        "avertissement[FP307] adresse de traduction ignorée : « exemple.fr/de/ »\n"
        " --> content/fiches/essai.md:9:40\n"
        "  |\n"
        '9 | hreflangs = ["https://exemple.fr/en/", "exemple.fr/de/"]\n'
        "  |                                        ^^^^^^^^^^^^^^^^\n"
        "  = aide : écrivez une adresse entière qui commence par `https://`"
    )


@pytest.mark.parametrize(
    "url",
    [
        "http://exemple.fr/en/",
        "/en/",
        "//exemple.fr/en/",
        "https:///en/",
        "https://exemple/en/",
        "https://exemple.fr/a b/",
        "https://[exemple.fr/",
        "javascript:alert(1)",
        "HTTPS:exemple.fr",
        "https://",
        "mailto:a@exemple.fr",
    ],
)
def test_each_other_address_is_one_warning(url: str) -> None:
    """Alone or in a table."""
    assert read_fiche(fiche_text(hreflangs=f'["{url}"]')).codes == ["FP307"]
    assert read_fiche(fiche_text(hreflangs=f'[{{ url = "{url}" }}]')).codes == ["FP307"]


def test_tables_are_shown_each_at_its_own_line() -> None:
    """As the CMS wrote them."""
    tables = '\n[[hreflangs]]\nlang = "en"\nurl = "/en/"' * 2
    told = read_fiche(fiche_text("").replace("\n+++\n", f"{tables}\n+++\n"))

    assert [found.place.position.line for found in told.diagnostics] == [11, 14]


def test_a_table_is_shown_at_its_address() -> None:
    """Or whole when it has none, which is said."""
    hreflangs = '["", { url = "/en/", lang = "en" }, { lang = "de" }]'
    told = read_fiche(fiche_text(hreflangs=hreflangs)).diagnostics
    spans = [found.place.span for found in told]

    assert [found.message for found in told] == [
        "adresse de traduction ignorée : « /en/ »",
        "adresse de traduction ignorée : `url` est vide ou absente",
    ]
    assert [told[0].place.source.text[span.start : span.end] for span in spans if span] == [
        '"/en/"',
        '{ lang = "de" }',
    ]
