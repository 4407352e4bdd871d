"""Each bloc of the CMS becomes what its reader expects to see."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from builder.model import Callout, Faq, Heading, Links, Picture, RichText, Section, Table, Video
from tests.sheets import blocs_text, read_fiche, sections_of, text_of, tree

EVERY_BLOC = (Path(__file__).parent.parent / "every-bloc.md").read_text(encoding="utf-8")


def _personalise(richtext: str = "Un texte.", more: str = "", **content: str) -> str:
    lines = [f"{key} = '''{value}'''" for key, value in {"richtext": richtext, **content}.items()]
    return "\n".join(['template = "bloc-personalise"', "[blocs.content]", *lines, more])


def _html(*blocs: str) -> str:
    return "\n".join(read_fiche(blocs_text(*blocs)).sections)


def test_a_sheet_with_every_bloc_has_the_sections_of_its_titles() -> None:
    """Blocs of all templates, in their order, then the body."""
    assert [section.title for section in sections_of(EVERY_BLOC)] == [
        "Entreprise témoin",
        "Méthode",
        "Résultats",
        "En pratique",
        "Partenaires",
        "Outils et ressources",
        "Limites",
    ]


def test_nothing_of_it_waits_for_a_collection() -> None:
    """A build collects no garbage: what holds itself would stay to the end."""
    gc.collect()
    sections_of(EVERY_BLOC)

    assert gc.collect() == 0


def test_an_untitled_bloc_goes_on_with_the_section_before_it() -> None:
    """The reader sees one section, and one text."""
    blocs = [_personalise("Un.", title="Méthode"), _personalise("Deux."), _personalise("Trois.")]

    assert sections_of(blocs_text(*blocs)) == (
        Section("Méthode", (RichText("Un.\n\nDeux.\n\nTrois."),)),
    )


@pytest.mark.parametrize("missing", ["", 'title = ""', 'title = " "', "title = []"])
def test_a_title_may_be_absent_or_empty(missing: str) -> None:
    """The CMS writes all of them."""
    second = f'template = "bloc-personalise"\n[blocs.content]\n{missing}\nrichtext = "Deux."'

    assert len(sections_of(blocs_text(_personalise(title="Méthode"), second))) == 1


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        ("1", [("Un", []), ("Deux", [])]),
        ("2", [("Un", []), ("Deux", [])]),
        ("", [("Un", []), ("Deux", [])]),
        ("9", [("Un", []), ("Deux", [])]),
        ("3", [("Un", [(3, "Deux")])]),
        ("4", [("Un", [(3, "Deux")])]),
    ],
)
def test_the_level_of_a_title_says_section_or_sub_section(
    level: str, expected: list[tuple[str, list[tuple[int, str]]]]
) -> None:
    """2 is a section; deeper stands in the section before it, without a jump."""
    blocs = [_personalise(title="Un"), _personalise(title="Deux", titlelevel=level)]
    found = [
        (
            section.title,
            [(part.level, part.text) for part in section.parts if isinstance(part, Heading)],
        )
        for section in sections_of(blocs_text(*blocs))
    ]

    assert found == expected


@pytest.mark.parametrize("level", [1, 2, 6])
def test_headings_of_a_text_stand_under_the_title_of_its_bloc(level: int) -> None:
    """A `#` in the rich text opens no section."""
    html = _html(_personalise(f"{'#' * level} Détail", title="Méthode"))

    assert html == '<h3 id="detail">Détail</h3>'


@pytest.mark.parametrize(
    ("position", "order"),
    [
        ("", ["text", "picture"]),
        ("Bottom", ["text", "picture"]),
        ("Top", ["picture", "text"]),
        ("Left", ["picture", "text"]),
        ("Right", ["picture", "text"]),
    ],
)
def test_a_picture_stands_where_the_bloc_says(position: str, order: list[str]) -> None:
    """Beside the text, it comes before it; by default it comes after."""
    media = (
        f'[blocs.media]\nposition = "{position}"\n[[blocs.media.media]]\n'
        'template = "image"\nimage = "/uploads/a.png"\nalt = "A"\nsize = "Large"'
    )
    (section,) = sections_of(blocs_text(_personalise(more=media)))
    side = position if position in {"Left", "Right"} else ""
    parts = {
        "text": RichText("Un texte."),
        "picture": Picture("/uploads/a.png", "A", "Large", side),
    }

    assert section.parts == tuple(parts[name] for name in order)


@pytest.mark.parametrize(
    "media",
    [
        "",
        "media = []",
        'media = ""',
        'media = { position = "", media = [] }',
        "media = { media = {} }",
        'media = { media = [{ template = "image", image = "", alt = "" }] }',
        'media = { media = { template = "image", image = "", alt = "" } }',
    ],
)
def test_no_picture_may_be_written_in_many_ways(media: str) -> None:
    """Absent, an empty list, a table: nothing is shown and no error told."""
    bloc = f'template = "bloc-personalise"\n{media}\n[blocs.content]\nrichtext = "Un texte."'
    told = read_fiche(blocs_text(bloc))

    assert told.sections == ("<p>Un texte.</p>",)
    assert not [found for found in told.diagnostics if found.is_error]


def test_a_video_is_a_link() -> None:
    """Never a player: nothing is loaded from elsewhere."""
    media = (
        '[[blocs.media.media]]\ntemplate = "video"\nyoutubeurl = "https://youtu.be/x"\n'
        'button = { image = "", alt = "", text = "Voir le film" }'
    )
    (section,) = sections_of(blocs_text(_personalise(more=f"[blocs.media]\n{media}")))

    assert section.parts[1:] == (Video("https://youtu.be/x", "Voir le film", None),)
    assert _html(_personalise("", more=f"[blocs.media]\n{media}")) == (
        '<p class="fp-video"><a href="https://youtu.be/x" rel="noopener noreferrer">'
        "<span>Voir le film</span></a></p>"
    )


@pytest.mark.parametrize("style", ["Mise en valeur", "mise en valeur", "MISE EN VALEUR "])
def test_a_bloc_set_apart_is_a_call_out(style: str) -> None:
    """Its title still opens the section; decoration alone changes nothing."""
    bloc = _personalise(title="À savoir", more=f'[blocs.style]\ncontent = "{style}"')

    assert sections_of(blocs_text(bloc)) == (
        Section("À savoir", (Callout((RichText("Un texte."),)),)),
    )


def test_a_call_to_action_is_a_link_or_a_text() -> None:
    """An address alone, Markdown, or HTML made safe."""
    address = _html(_personalise("", cta="https://exemple.fr/a"))
    markdown = _html(_personalise("", cta="[Aller](https://exemple.fr/a)"))
    written = _html(_personalise("", cta='<a href="https://exemple.fr/a" onclick="x()">Aller</a>'))

    link = '<a href="https://exemple.fr/a" rel="noopener noreferrer">'
    assert address == (
        f'<ul class="fp-liens"><li>{link}<span>https://exemple.fr/a</span></a></li></ul>'
    )
    assert markdown == written == f"<p>{link}Aller</a></p>"


def test_a_set_is_one_section_with_its_parts_below() -> None:
    """Sets may stand in a set: each title one level deeper."""
    html = read_fiche(EVERY_BLOC).sections[1]

    assert [(node.tag, text) for node in tree(html).iter() if (text := node.text or "").strip()][
        :4
    ] == [
        ("h3", "Première étape"),
        ("p", "D’abord compter."),
        ("h3", "Seconde étape"),
        ("h4", "Questions de l’étape"),
    ]


def test_a_set_without_a_title_goes_on_with_the_section_before_it() -> None:
    """Its parts are then sections of their own level."""
    parts = "[[blocs.parts]]\n" + _personalise(title="Deux").replace("[blocs.", "[blocs.parts.")
    bloc = f'template = "ensemble-blocs-personalises"\n{parts}'

    assert [
        section.title for section in sections_of(blocs_text(_personalise(title="Un"), bloc))
    ] == [
        "Un",
        "Deux",
    ]


def test_a_table_keeps_its_empty_cells_in_place() -> None:
    """An empty heading over the names, an empty value under its year."""
    (part,) = [part for part in sections_of(EVERY_BLOC)[2].parts if isinstance(part, Table)]

    assert part.headings == ("", "2013", "2014")
    assert part.lines == (("Papier", ("", "**3** t")), ("Verre", ("1 t", "2 t")))
    assert (
        "<thead><tr><td></td>"
        '<th scope="col">2013</th><th scope="col">2014</th></tr></thead><tbody>'
        '<tr><th scope="row">Papier</th><td></td><td><strong>3</strong> t</td></tr>'
    ) in read_fiche(EVERY_BLOC).sections[2]


def test_columns_stand_side_by_side_in_their_order() -> None:
    """Three or four, those that hold something."""
    html = read_fiche(EVERY_BLOC).sections[3]
    groups = [node for node in tree(html).iter("div") if node.get("class") == "fp-colonnes"]

    assert [
        [" ".join(" ".join(cell.itertext()).split()) for cell in group] for group in groups
    ] == [
        [
            "Trier Un bac par matière . https://exemple.fr/tri",
            "Peser Une balance.",
            "Dire Écrire",
        ],
        ["Vingt bacs Un par bureau."],
    ]


def test_links_and_logos_are_lists() -> None:
    """A text without an address stays a text; an address without a text is its own."""
    sections = sections_of(EVERY_BLOC)
    (logos,) = [part for part in sections[4].parts if isinstance(part, Links)]
    (links,) = [part for part in sections[5].parts if isinstance(part, Links)]

    assert [(item.text, item.url) for item in logos.items] == [
        ("Réseau & Cie", "https://reseau.fr/"),
        ("Sans logo", ""),
    ]
    assert logos.items[0].picture == Picture("/uploads/bac.png", "Réseau & Cie")
    assert [(item.text, item.url) for item in links.items] == [
        ("Le guide & Cie", "https://exemple.fr/guide"),
        ("https://exemple.fr/nu", "https://exemple.fr/nu"),
        ("Un livre sans adresse", ""),
    ]


def test_a_question_opens_on_its_answer() -> None:
    """A disclosure widget, its question marked up."""
    (faq,) = [part for part in sections_of(EVERY_BLOC)[1].parts if isinstance(part, Faq)]

    assert [asked.question for asked in faq.questions] == ["Faut-il *peser* ?"]
    assert (
        '<details class="fp-question"><summary>Faut-il <em>peser</em>\u202f?</summary><p>Oui.</p>'
    ) in read_fiche(EVERY_BLOC).sections[1]


def test_the_texts_of_an_unknown_bloc_are_shown_in_order() -> None:
    """Words of an author only: neither the CMS's own nor the editor's label."""
    told = read_fiche(EVERY_BLOC)
    html = told.sections[4]

    assert text_of(html).endswith(
        "Une accroche inconnue Un titre inconnu Premier texte inconnu. Second texte inconnu."
    )
    assert "ÉTIQUETTE" not in "".join(told.sections)
    assert told.codes.count("FP304") == 1


def test_an_indented_first_line_is_code() -> None:
    """As CommonMark has it: spaces at the start of a text mean something."""
    assert _html(_personalise("    a = 1")) == '<pre tabindex="0"><code>a = 1</code></pre>'


@pytest.mark.parametrize("depth", [3, 30, 60, 200])
def test_deep_nests_are_read_or_refused(depth: int) -> None:
    """Never a crash, and never in silence: what is too deep is an error."""
    nest = 'template = "bloc-personalise"\ncontent = { richtext = "Au fond" }'
    for _ in range(depth):
        nest = f'template = "ensemble-blocs-personalises"\nparts = [{{ {_inline(nest)} }}]'
    told = read_fiche(blocs_text(nest))

    assert ("Au fond" in "".join(told.sections)) != any(
        found.is_error for found in told.diagnostics
    )


def _inline(bloc: str) -> str:
    return bloc.replace("\n", ", ")


@pytest.mark.parametrize("depth", [10, 90, 350])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{ b = ", "}")])
def test_an_unknown_bloc_may_be_deep(depth: int, opening: str, closing: str) -> None:
    """Its words are shown whatever its nest, or the nest is an error."""
    bloc = f"a = {opening * depth}'Au fond'{closing * depth}"
    told = read_fiche(blocs_text(f'template = "mystere"\n{bloc}'))

    assert ("Au fond" in "".join(told.sections)) == (depth < 30)
    assert told.codes == (["FP304"] if depth < 30 else ["FP006"])
