"""What is searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builder.publication import make_publication
from builder.reading import Reading
from builder.search.records import SearchRecord, clean, plain_text
from tests.sheets import fiche_text, temoin_text, write_content

if TYPE_CHECKING:
    from pathlib import Path


def _records(
    folder: Path, files: dict[str, str], *, with_drafts: bool = False
) -> dict[str, SearchRecord]:
    content = write_content(folder, files)
    publication = make_publication(Reading(content, folder, with_drafts=with_drafts))
    records = [entry.load() for entry in publication.find_entries()]
    assert list(records) == sorted(records, key=lambda record: record.address)
    return {record.address: record for record in records}


def test_a_fiche_is_told_whole(tmp_path: Path) -> None:
    """What its author wrote, as its page shows it."""
    body = "## Objectifs\n\nMoins d’**eau**\u00a0: l’œuvre.\n\n## Budget\n\n* 25\u202f%\n* rien\n"
    text = fiche_text(body, enbref='["Pourquoi : pour voir."]', sector='["Industrie"]')

    record = _records(tmp_path, {"fiches/tri.md": text})["fiches/trier-ses-dechets/"]

    assert record == SearchRecord(
        address="fiches/trier-ses-dechets/",
        title="Trier ses déchets",
        description="Des bacs et un repreneur.",
        company=("Apnos",),
        labels=("Environnemental", "Industrie"),
        text="Pourquoi\u00a0: pour voir. Moins d’eau\u00a0: l’œuvre. Budget · 25\u202f% · rien",
    )


def test_a_witness_is_told_with_its_facts_and_sayings(tmp_path: Path) -> None:
    """Its story, what people said, the names of its figures."""
    text = temoin_text(
        "## Contexte\n\nSeize personnes.\n",
        activity='"Services"',
        territory='"Douai"',
        labels='["Lucie"]',
        citations='[{texte = "On trie.", auteur = "Anne", fonction = "direction"}]',
    )

    record = _records(tmp_path, {"temoins/apnos.md": text})["temoins/apnos/"]

    assert (record.title, record.description) == ("Apnos", "Services")
    assert record.labels == ("entreprise", "Lucie")
    assert record.text == "Douai · Seize personnes. «\u00a0On trie.\u00a0» Anne, direction"


def test_a_witness_without_a_file_is_found_by_its_fiches(tmp_path: Path) -> None:
    """Its story is in the fiche’s record already."""
    body = "## Entreprise témoin\n\nUn récit.\n"

    records = _records(tmp_path, {"fiches/tri.md": fiche_text(body)})

    assert records["temoins/apnos/"].text == "Trier ses déchets"
    assert "Un récit." in records["fiches/trier-ses-dechets/"].text


def test_drafts_and_noindex_are_left_out(tmp_path: Path) -> None:
    """In a preview as well, and with the witnesses that only they name."""
    files = {
        "fiches/vue.md": fiche_text(title='"Vue"'),
        "fiches/brouillon.md": fiche_text(title='"Écrite"', draft="true", company='"Bravo"'),
        "fiches/cachee.md": fiche_text(title='"Cachée"', noindex="true", company='"Charlie"'),
        "temoins/delta.md": temoin_text(company='"Delta"', draft="true"),
    }

    assert _records(tmp_path / "a", files).keys() == {"fiches/vue/", "temoins/apnos/"}
    shown = _records(tmp_path / "b", files, with_drafts=True)
    assert shown.keys() == {"fiches/vue/", "temoins/apnos/"}


def test_a_witness_tells_nothing_of_a_hidden_fiche(tmp_path: Path) -> None:
    """When another of its fiches is shown."""
    body = "## Entreprise témoin\n\nUn secret.\n"
    files = {
        "fiches/vue.md": fiche_text(title='"Vue"'),
        "fiches/cachee.md": fiche_text(body, title='"Cachée"', noindex="true"),
    }

    records = _records(tmp_path, files)

    assert records["temoins/apnos/"].text == "Vue"
    assert not any("secret" in record.text for record in records.values())


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("<p>Un <em>mot</em>.</p>", "Un mot."),
        ('<p>L’<a href="x>y">eau</a>, l\'air</p>', "L’eau, l'air"),
        ("<h3>Titre</h3><p>Suite</p>", "Titre · Suite"),
        ("<ul><li>un ;</li><li>deux</li></ul><p>fin</p>", "un ; deux · fin"),
        ("<p>a<br>b</p>", "a b"),
        ("<table><tr><td>1</td><td>2</td></tr></table>", "1 · 2"),
        ("<p>a &lt;b&gt; &amp;&nbsp;c</p>", "a <b> &\u00a0c"),
        ('<p><img src="x.jpg" alt="rien"></p>', ""),
        ("", ""),
    ],
)
def test_text_of_html(fragment: str, text: str) -> None:
    """Words stay whole, blocks apart, and no-break spaces are kept."""
    assert plain_text(fragment) == text


def test_what_is_not_seen_is_taken_away() -> None:
    """Python and browsers then cut a text at the same places."""
    dirty = "\ufeff so\u00adcié\u200bté\n\tà \x1f\x85 mis\x00sion\u2028 25\u00a0% "

    assert clean(dirty) == "société à mission 25\u00a0%"
