"""What a sheet asks of the address and the head of its page."""

import json

import pytest

from builder.model import Fiche
from builder.validate.addresses import is_https
from tests.sheets import Told, fiche_text, read_fiche


def _told(**keys: str) -> Told:
    return read_fiche(fiche_text(**keys))


def _fiche(told: Told) -> Fiche:
    assert isinstance(told.sheet, Fiche)
    return told.sheet


@pytest.mark.parametrize(
    ("title", "wanted", "slug", "codes"),
    [
        ("Trier", "", "trier", []),
        ("Trier", "tri", "tri", []),
        ("Trier", "Tri des Déchets", "tri-des-dechets", ["FP402"]),
        ("Trier", " tri ", "tri", []),
        ("?!", "tri", "tri", []),
    ],
)
def test_the_address_comes_from_the_slug_or_the_title(
    title: str, wanted: str, slug: str, codes: list[str]
) -> None:
    """A slug that had to be changed is told."""
    told = _told(title=f'"{title}"', slug=f'"{wanted}"')

    assert _fiche(told).slug == slug
    assert told.codes == codes


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ('{"a": "é", "b": [1, null]}', '{"a":"é","b":[1,null]}'),
        ('[{"a": 1}]', '[{"a":1}]'),
        ("", ""),
        ("{'a': 1}", None),
        ('"a"', None),
        ("3", None),
        ("{", None),
        ('{"a": NaN}', None),
        ('{"a": -Infinity}', None),
        ('{"a": "\\ud83d"}', None),
        ("[" * 2_000 + "]" * 2_000, None),
    ],
    ids=lambda text: str(text)[:20],
)
def test_only_json_replaces_the_json_of_the_page(text: str, kept: str | None) -> None:
    """What a search engine could not read is told, and the automatic one stays."""
    told = _told(schemajson=json.dumps(text))

    assert _fiche(told).schemajson == (kept or "")
    assert told.codes == (["FP306"] if kept is None else [])
    _fiche(told).schemajson.encode()


@pytest.mark.parametrize(
    ("url", "is_whole"),
    [
        ("https://exemple.fr/en/", True),
        ("http://exemple.fr", False),
        ("exemple.fr", False),
        ("https://exemple", False),
        ('https://exemple.fr/"><script>', False),
        ("https://[exemple.fr", False),
    ],
)
def test_a_translation_has_a_whole_address(url: str, *, is_whole: bool) -> None:
    """On https, and nothing that could leave its attribute."""
    assert is_https(url) is is_whole


@pytest.mark.parametrize(
    ("lang", "kept"), [("en", "en"), ("pt-BR", "pt-BR"), ('e" x="', "x-default")]
)
def test_a_language_is_a_code(lang: str, kept: str) -> None:
    """Letters, digits, hyphens."""
    hreflangs = f"[{{ lang = {json.dumps(lang)}, url = 'https://exemple.fr/' }}]"

    assert [item.lang for item in _fiche(_told(hreflangs=hreflangs)).hreflangs] == [kept]


def test_third_party_code_is_never_kept() -> None:
    """Whatever its shape: the site tracks nobody."""
    for trackers in ("'<script>x</script>'", '[{ location = "head", tracker = "<script>" }]', "3"):
        told = _told(trackers=trackers)

        assert told.codes == ["FP305"]
        assert "<script" not in str(told.sheet)
