"""FP106: a sheet that is still the template it was made from."""

import re
from pathlib import Path

import pytest

from builder.checking import check_content
from builder.library import read_library
from builder.template import new_sheet
from tests.sheets import SHARED, fiche_text, read_content, read_fiche, read_temoin

KEYS = "`nature`, `maturity`, `financialinvest` et `humaninvest`"

CMS = """\
+++
breadcrumb = ""
company = ""
contentonly = false
description = ""
draft = false
financialinvest = ""
hreflangs = []
humaninvest = ""
maturity = ""
nature = []
noindex = false
schemajson = ""
sector = "Tous secteurs"
seotexts = []
slug = ""
title = ""
trackers = []
[[blocs]]
forestrylabel = "Objectifs"
template = "bloc-personalise"
[blocs.content]
align = ""
cta = ""
richtext = ""
title = "Objectifs"
titlelevel = "2"
[blocs.media]
media = []
position = ""
[blocs.style]
compactbottom = true
content = "Standard"
[[blocs.style.background]]
color = "Blanc"
template = "couleur-de-fond"
+++
"""


def test_a_sheet_just_made_is_one_remark() -> None:
    """Not one for each of its keys: nothing of it is a mistake yet. It is a draft, too."""
    told = read_fiche(new_sheet("Trier ses déchets", ""))

    assert told.codes == ["FP106"]
    assert told.text("FP106") == (
        "avertissement[FP106] rien n’est encore écrit dans cette fiche\n"
        " --> content/fiches/essai.md:1:1\n"
        "  |\n"
        "1 | +++\n"
        "  | ^^^\n"
        f"  = aide : remplissez d’abord `description`, `company`, {KEYS}, puis le texte"
    )


def test_the_template_of_the_cms_is_one_error() -> None:
    """Names of sections and choices of looks are the template's own words."""
    [told] = read_fiche(CMS).diagnostics

    assert (told.code, told.is_error) == ("FP106", True)
    assert told.aide.startswith("remplissez d’abord `title`, `description`, `company`, `nature`")


@pytest.mark.parametrize("text", ["+++\n+++\n", '+++\ntitle = "Trier"\n+++\n\n## Objectifs\n'])
def test_a_head_with_nothing_but_a_name_is_as_blank(text: str) -> None:
    """However little of a template it is."""
    assert read_fiche(text).codes == ["FP106"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('maturity = ""', 'maturity = "Progreser"'),
        ('description = ""', 'description = "Des bacs."'),
        ('richtext = ""', 'richtext = "Moins de déchets."'),
        ("nature = []", 'nature = ["Social"]'),
        ("draft = false", 'draft = "non"'),
        ('title = ""\n', "title = 3\n"),
        ("trackers = []", "odd = [8]"),
        ("+++\nbread", "+++\ntittle = 'Trier'\nbread"),
    ],
)
def test_as_soon_as_something_is_written_the_usual_remarks_come(old: str, new: str) -> None:
    """An author who has begun is told all."""
    codes = read_fiche(CMS.replace(old, new, 1)).codes

    assert "FP106" not in codes
    assert "FP101" in codes


def test_a_body_begun_is_something_written() -> None:
    """Under a heading of the template."""
    text = new_sheet("Trier", "").replace("## Objectifs\n", "## Objectifs\n\nMoins de déchets.\n")

    assert "FP101" in read_fiche(text).codes


@pytest.mark.parametrize("head", ["", 'company = ""\n', "draft = false\n", 'kind = "cluster"\n'])
def test_a_witness_left_blank_is_told_too(head: str) -> None:
    """Its name is what it needs first; with it, it is no blank witness."""
    [told] = read_temoin(f"+++\n{head}+++\n").diagnostics

    assert told.message == "rien n’est encore écrit dans ce témoin"
    assert told.aide == "remplissez d’abord `company`, puis le texte"
    assert (
        read_temoin(f'+++\ncompany = "Apnos"\n{head.replace("company", "slug")}+++\n').codes == []
    )


def test_a_check_says_nothing_more_of_it(tmp_path: Path) -> None:
    """Neither of its sections, which all are empty, nor of its witness."""
    reading = read_content(
        tmp_path,
        {
            "fiches/a.md": fiche_text(),
            "fiches/b.md": new_sheet("Réduire", "Nouvelle"),
            "temoins/c.md": "+++\n+++\n",
        },
    )
    told = [found for found in check_content(reading) if found.place.source.path.stem in "bc"]

    assert [(found.place.source.path.stem, found.code) for found in told] == [
        ("b", "FP106"),
        ("c", "FP106"),
    ]
    assert len(read_library(reading).catalogue.fiches) == 1


def test_the_real_sheet_emptied_of_its_words_is_blank() -> None:
    """A sheet of the CMS, each of its texts taken away."""
    text = (SHARED / "seeds" / "003_ce77a5272f81afd1.txt").read_text(encoding="utf-8")
    keys = "description|financialinvest|humaninvest|maturity|richtext|image|alt"
    text = re.sub(rf"(?m)^({keys}) = .*$", r'\1 = ""', text).replace('["Gouvernance"]', "[]")

    assert read_fiche(text).codes == ["FP106"]
