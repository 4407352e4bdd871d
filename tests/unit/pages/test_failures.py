"""« Ce qui n’a pas marché », by nature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.pages.failures import ENTRIES_A_PAGE
from builder.publication import make_publication
from builder.site import Site
from tests.sheets import fiche_text, read_content, temoin_text

if TYPE_CHECKING:
    from pathlib import Path

    from builder.pages import Page

_LIMITS = "## Contraintes et limites\n\n"
_STORY = "## Ce qui n’a pas marché\n\n"
_FAILURES = "ce-qui-n-a-pas-marche/"


def _pages(folder: Path, files: dict[str, str]) -> list[Page]:
    """The pages of failures of a content folder."""
    made = make_publication(read_content(folder, {**files}), Site("Essai")).pages.pages
    return [page for page in made if page.address.startswith(_FAILURES)]


def test_witnesses_and_fiches_stand_under_their_nature(tmp_path: Path) -> None:
    """Natures in their order; a witness before its fiches; who tells most comes first."""
    files = {
        "fiches/a.md": fiche_text(f"{_LIMITS}Peu.", title='"A"', company='"Zut"'),
        "fiches/b.md": fiche_text(f"{_LIMITS}Peu.", title='"B"', company='"Zut"'),
        "fiches/c.md": fiche_text(f"{_LIMITS}Peu.", title='"C"', company='"Un"'),
        "fiches/d.md": fiche_text(f"{_LIMITS}Peu.", title='"D"', company=None),
        "fiches/e.md": fiche_text(f"{_LIMITS}Peu.", title='"E"', nature='["Social"]'),
        "temoins/z.md": temoin_text(f"{_STORY}Raté.", company='"Zut"', size="16"),
    }
    (page,) = _pages(tmp_path, files)

    shown = {
        group.nature.label: [entry.title for entry in group.entries] for group in page.view.groups
    }
    assert list(shown.items()) == [
        ("Social", ["E"]),
        ("Environnemental", ["Zut", "A", "B", "C", "D"]),
    ]
    assert [(nature.label, nature.note) for nature in page.view.natures] == [
        ("Social", "1"),
        ("Environnemental", "5"),
    ]
    zut, a, *_, d = page.view.groups[1].entries
    assert (zut.text, zut.size, zut.address) == ("Raté.", "16\u00a0personnes", "temoins/zut/")
    assert (a.temoin.label, a.temoin.address) == ("Zut", "temoins/zut/")
    assert d.temoin is None


def test_a_fiche_tells_its_first_limit_and_names_the_others(tmp_path: Path) -> None:
    """In plain words; limits without a name are counted."""
    named = "- **Le coût.** Un [devis](/fiches/b/).\n- **Le temps :** long.\n- **La paie**"
    bare = "Un.\n\nDeux.\n\nTrois."
    files = {
        "fiches/a.md": fiche_text(_LIMITS + named, title='"A"'),
        "fiches/b.md": fiche_text(_LIMITS + bare, title='"B"'),
        "fiches/c.md": fiche_text("## Objectifs\n\nRien.", title='"C"'),
        "fiches/d.md": fiche_text(f"{_LIMITS}![x](/uploads/x.png)", title='"D"'),
    }
    (page,) = _pages(tmp_path, files)

    (group,) = page.view.groups
    assert [entry.text for entry in group.entries] == [
        "Le coût. Un devis. Aussi\u00a0: Le temps\u00a0· La paie.",
        "Un. Et 2\u00a0autres dans la fiche.",
    ]


def test_what_is_hidden_or_not_published_is_left_out(tmp_path: Path) -> None:
    """Drafts, even in a preview, and fiches outside lists."""
    files = {
        "fiches/a.md": fiche_text(f"{_LIMITS}Peu.", draft="true"),
        "fiches/b.md": fiche_text(f"{_LIMITS}Peu.", title='"B"', noindex="true"),
        "temoins/z.md": temoin_text(f"{_STORY}Raté.", draft="true"),
    }
    (page,) = _pages(tmp_path, files)

    assert page.view.groups == ()
    assert page.is_noindex


def test_a_witness_without_a_fiche_goes_where_its_figures_are(tmp_path: Path) -> None:
    """Or last, under a title of their own."""
    figure = '[{nom = "Effectif", unite = "personnes", nature = "Social", valeurs = {"2013" = 1}}]'
    files = {
        "temoins/a.md": temoin_text(f"{_STORY}Raté.", company='"Sans"'),
        "temoins/b.md": temoin_text(f"{_STORY}Raté.", company='"Avec"', indicateurs=figure),
    }
    (page,) = _pages(tmp_path, files)

    assert [(group.nature.label, group.entries[0].title) for group in page.view.groups] == [
        ("Social", "Avec"),
        ("Autres témoins", "Sans"),
    ]


def test_long_libraries_take_several_pages(tmp_path: Path) -> None:
    """A nature may go on; the links to natures lead to the page where each begins."""
    files = {
        f"fiches/{number:03}.md": fiche_text(
            f"{_LIMITS}Peu.",
            title=f'"F {number:03}"',
            nature='["Social"]' if number < ENTRIES_A_PAGE + 9 else '["Gouvernance"]',
        )
        for number in range(ENTRIES_A_PAGE + 20)
    }
    first, second = _pages(tmp_path, files)

    assert second.address == f"{_FAILURES}page/2/"
    assert [(group.nature.label, group.nature.note) for group in second.view.groups] == [
        ("Social", "suite"),
        ("Gouvernance", ""),
    ]
    assert [link.address for link in first.view.natures] == [
        f"{_FAILURES}#nature-social",
        f"{_FAILURES}page/2/#nature-gouvernance",
    ]
    shown = [entry for page in (first, second) for g in page.view.groups for entry in g.entries]
    assert len(set(shown)) == len(shown) == ENTRIES_A_PAGE + 20


def test_faults_of_a_text_are_told_once(tmp_path: Path) -> None:
    """The page repeats texts that the fiche was told of."""
    text = fiche_text(f"{_LIMITS}Voir [là](javascript:x).")
    told = make_publication(read_content(tmp_path, {"fiches/a.md": text}), Site("Essai"))

    assert [found.code for found in told.diagnostics].count("FP308") == 1
