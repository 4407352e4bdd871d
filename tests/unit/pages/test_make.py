"""What is at each address."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from builder.publication import Publication, make_publication
from builder.reading import Reading
from builder.site import Site
from tests.sheets import fiche_text, temoin_text, write_content

if TYPE_CHECKING:
    from pathlib import Path

    from builder.pages import Page

_SITE = Site("Fiches RSE", "https://reseau.example/rse/", "Des pratiques.", "ici@reseau.example")


def _publish(folder: Path, files: dict[str, str], *, with_drafts: bool = False) -> Publication:
    content = write_content(folder, files)
    return make_publication(Reading(content, folder, with_drafts=with_drafts), _SITE)


def _pages(publication: Publication) -> dict[str, Page]:
    pages = {page.address: page for page in publication.pages.pages}
    assert len(pages) == len(publication.pages.pages), "an address is given once"
    return pages


def _many(count: int) -> dict[str, str]:
    return {
        f"fiches/f{number:03}.md": fiche_text(title=f'"Pratique {number:03}"')
        for number in range(count)
    }


def test_every_address_of_the_design_is_there(tmp_path: Path) -> None:
    """Home, catalogue, fiche, witnesses, one page a value, the messages."""
    pages = _pages(_publish(tmp_path, {"fiches/a.md": fiche_text(company='"Apnos / Tetra"')}))

    assert set(pages) >= {
        "",
        "fiches/",
        "fiches/trier-ses-dechets/",
        "temoins/",
        "temoins/apnos/",
        "temoins/tetra/",
        "nature/environnemental/",
        "nature/social/",
        "maturity/premieres-actions/",
        "financialinvest/faible/",
        "humaninvest/faible/",
        "sector/tous-secteurs/",
        "contribuer/diagnostics/",
    }


@pytest.mark.parametrize(("count", "expected"), [(0, 1), (24, 1), (25, 2), (49, 3)])
def test_lists_are_cut_at_24_cards(tmp_path: Path, count: int, expected: int) -> None:
    """The catalogue and the page of a value have as many pages as they need, and at least one."""
    pages = _pages(_publish(tmp_path, _many(count)))

    for start in ("fiches/", "nature/environnemental/"):
        numbers = [
            page
            for address, page in pages.items()
            if address == start or address.startswith(f"{start}page/")
        ]
        shown = [card.address for page in numbers for card in page.view.cards]
        assert len(numbers) == expected
        assert len(set(shown)) == len(shown) == count
        assert all(len(page.view.cards) <= 24 for page in numbers)


def test_pages_of_a_list_lead_to_each_other(tmp_path: Path) -> None:
    """The first has no page before it, the last none after."""
    pages = _pages(_publish(tmp_path, _many(49)))

    pager = pages["fiches/page/2/"].view.pager
    assert (pager.previous, pager.following) == ("fiches/", "fiches/page/3/")
    assert pages["fiches/"].view.pager.previous == ""
    assert pages["fiches/page/3/"].view.pager.following == ""
    assert pages["fiches/page/2/"].title.endswith("page 2 sur 3")


def test_noindex_fiche_has_a_page_and_is_in_no_list(tmp_path: Path) -> None:
    """It stands at its address, outside lists, counts, feeds and site map."""
    hidden = fiche_text(title='"Cachée"', noindex="true", date="2026-01-02")
    publication = _publish(tmp_path, {"fiches/a.md": hidden, "fiches/b.md": fiche_text()})
    pages = _pages(publication)
    outputs = publication.outputs(_SITE, [])

    assert pages["fiches/cachee/"].is_noindex
    assert [card.title for card in pages["fiches/"].view.cards] == ["Trier ses déchets"]
    assert pages[""].view.count == 1
    for name in ("fiches.json", "fiches.csv", "feed.xml", "sitemap.xml"):
        assert "cachee" not in outputs[name]


def test_draft_is_nowhere_but_in_a_preview(tmp_path: Path) -> None:
    """A draft is left out of what is published, its witness too."""
    files = {"fiches/a.md": fiche_text(draft="true"), "fiches/b.md": fiche_text(title='"B"')}
    text = temoin_text(company='"Secret"', draft="true")

    published = _pages(_publish(tmp_path, files | {"temoins/s.md": text}))
    preview = _pages(_publish(tmp_path, {}, with_drafts=True))

    assert "fiches/trier-ses-dechets/" not in published
    assert "temoins/secret/" not in published
    assert preview["fiches/trier-ses-dechets/"].view.is_draft
    assert preview["temoins/secret/"].view.is_draft


def test_home_counts_what_is_listed(tmp_path: Path) -> None:
    """Each door tells its number of fiches, each nature too."""
    files = _many(3) | {"fiches/z.md": fiche_text(title='"Z"', maturity='"Progresser"')}
    view = _pages(_publish(tmp_path, files))[""].view

    assert view.door_counts == (3, 1, 0)
    assert [(nature.label, nature.note) for nature in view.natures] == [
        ("Social", "0"),
        ("Environnemental", "4"),
        ("Gouvernance", "0"),
    ]


def test_fiche_tells_search_engines_what_it_is(tmp_path: Path) -> None:
    """An Article and a breadcrumb with whole addresses."""
    text = fiche_text(date="2026-01-02", updated="2026-03-04")
    page = _pages(_publish(tmp_path, {"fiches/a.md": text}))["fiches/trier-ses-dechets/"]

    article, breadcrumb = map(json.loads, page.jsonld)
    assert article["@type"] == "Article"
    assert article["datePublished"] == "2026-01-02"
    assert article["dateModified"] == "2026-03-04"
    assert breadcrumb["itemListElement"][-1]["item"] == (
        "https://reseau.example/rse/fiches/trier-ses-dechets/"
    )
    assert [item["position"] for item in breadcrumb["itemListElement"]] == [1, 2, 3, 4]


def test_schemajson_replaces_the_automatic_one_and_cannot_close_its_script(tmp_path: Path) -> None:
    """The JSON of a sheet is written again, without `<`, `>` or `&`."""
    schemajson = r"""'{"@type": "HowTo", "name": "</script><script>alert(1)</script> & co"}'"""
    page = _pages(_publish(tmp_path, {"fiches/a.md": fiche_text(schemajson=schemajson)}))
    own = page["fiches/trier-ses-dechets/"].jsonld[0]

    assert json.loads(own)["name"] == "</script><script>alert(1)</script> & co"
    assert not set(own) & set("<>&")


def test_title_cannot_close_the_script_of_its_page(tmp_path: Path) -> None:
    """What a stranger writes in a title stays text in every JSON-LD."""
    text = fiche_text(title='"Trier </script><img src=x onerror=alert(1)>"', company='"<b>A</b>"')
    pages = _pages(_publish(tmp_path, {"fiches/a.md": text}))

    assert all(not set(data) & set("<>&") for page in pages.values() for data in page.jsonld)


def test_witness_is_an_organization_with_its_fiches(tmp_path: Path) -> None:
    """A company joins its file whatever the case and accents."""
    files = {
        "fiches/a.md": fiche_text(company='"ÉCLAIR  sarl"'),
        "temoins/e.md": temoin_text(company='"Éclair SARL"', size="12", website='"eclair.example"'),
    }
    page = _pages(_publish(tmp_path, files))["temoins/eclair-sarl/"]

    data = json.loads(page.jsonld[0])
    assert data["@type"] == "Organization"
    assert data["url"] == "https://eclair.example"
    assert data["numberOfEmployees"]["value"] == 12
    assert [card.title for card in page.view.cards] == ["Trier ses déchets"]
    assert page.view.facts[0] == ("Effectif", "12\u00a0personnes")


def test_empty_value_says_so_and_asks_not_to_be_listed(tmp_path: Path) -> None:
    """The page of a value without a fiche stands, for the link, and stays out of search engines."""
    page = _pages(_publish(tmp_path, {"fiches/a.md": fiche_text()}))["nature/social/"]

    assert page.view.count == 0
    assert page.is_noindex


def test_sector_of_a_sheet_gets_its_page(tmp_path: Path) -> None:
    """Sectors are an open vocabulary."""
    pages = _pages(_publish(tmp_path, {"fiches/a.md": fiche_text(sector='["Pêche côtière"]')}))

    assert [card.title for card in pages["sector/peche-cotiere/"].view.cards] == [
        "Trier ses déchets"
    ]


def test_same_content_gives_the_same_pages(tmp_path: Path) -> None:
    """Two runs give equal pages, in the same order."""
    files = _many(5)

    first, second = (_publish(tmp_path, files).pages for _ in range(2))

    assert first.pages == second.pages
    assert first.compact == second.compact
