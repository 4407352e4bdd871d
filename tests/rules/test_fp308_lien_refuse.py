"""FP308: a link that may run code at the reader's, or leads nowhere."""

import pytest

from tests.rules.blocs import medium_bloc, text_bloc
from tests.sheets import blocs_text, fiche_text, read_fiche, read_temoin, temoin_text

CURE = "écrivez une adresse qui commence par `https://`"
BAD = "javascript:alert(1)"


@pytest.mark.parametrize(
    "url",
    [
        "https://exemple.fr/",
        "http://exemple.fr/",
        "mailto:a@exemple.fr",
        "mailto:a@exemple.fr,b@exemple.fr?subject=Tri%20du%20verre&body=Bonjour%0Aà%20tous",
        "mailto:?subject=À%20lire&body=https://exemple.fr/",
        "tel:+33327000000",
        "tel:03-27-00-00-00",
        "tel:15",
        "https://été.fr/",
        "https://xn--t-9fab.fr/",
        "https://почта.рф/",
        "https://exemple.fr/@nom",
        "/fiches/trier/",
        "#methode",
    ],
)
def test_a_page_a_mail_or_a_number_is_not_told(url: str) -> None:
    """A page of this site needs no scheme."""
    assert read_fiche(fiche_text(f"Voir [ici]({url}).")).codes == []


def test_a_link_in_the_body_is_shown_where_its_address_is() -> None:
    """The accents before it count for one column each; the words stay."""
    told = read_fiche(fiche_text(f"## Été\n\nDéjà trié : [les bacs]({BAD}).\n"))

    assert told.codes == ["FP308"]
    assert "les bacs" in told.sections[0]
    assert "javascript" not in told.sections[0]
    assert told.text("FP308") == (
        "avertissement[FP308] adresse de lien refusée : « javascript:alert(1) » ; "
        "le texte reste, sans lien\n"
        "  --> content/fiches/essai.md:13:24\n"
        "   |\n"
        "13 | Déjà trié : [les bacs](javascript:alert(1)).\n"
        "   |                        ^^^^^^^^^^^^^^^^^^^\n"
        f"   = aide : {CURE}"
    )


@pytest.mark.parametrize(
    ("bloc", "line", "column"),
    [
        (text_bloc(f"Été : [ici]({BAD})"), 13, 25),
        (f'template = "pour-aller-plus-loin"\n[[blocs.parts]]\nlink = "{BAD}"', 12, 9),
        (f'template = "bloc-logos"\n[[blocs.logos]]\nname = "Été"\nurl = "{BAD}"', 13, 8),
        (f'template = "bloc-columns"\ncta1 = "[Ici]({BAD})"', 11, 15),
        (f'template = "faq"\n[[blocs.parts]]\nanswer = "[Ici]({BAD})"', 12, 17),
        (medium_bloc("video", f'youtubeurl = "{BAD}"'), 16, 15),
    ],
    ids=["rich text", "links", "logos", "columns", "faq", "video"],
)
def test_a_link_in_a_bloc_is_shown_in_it(bloc: str, line: int, column: int) -> None:
    """Wherever a bloc may hold one."""
    [told] = read_fiche(blocs_text(bloc)).diagnostics

    assert told.code == "FP308"
    assert (told.place.position.line, told.place.position.column) == (line, column)


@pytest.mark.parametrize(
    "url",
    [
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "//exemple.fr",
        "JavaScript:x",
        "https://banque.fr@autre.fr/",
        "https://nom:mot@autre.fr/",
        "https://\u0430pple.com/",
        "https://xn--pple-43d.com/",
        "https://exemple\uff0efr/",
        "https://xn--\u00e9.fr/",
        "mailto:",
        "mailto:nom",
        "mailto:a@exemple.fr?cc=b@exemple.fr",
        "mailto:a@exemple.fr?bcc=b@exemple.fr",
        "mailto:a@exemple.fr?attach=secret.txt",
        "mailto:a@exemple.fr?subject=a%0D%0ABcc:b@exemple.fr",
        "tel:*21*0612345678#",
        "tel:accueil",
        "tel:",
    ],
)
def test_each_other_address_is_one_warning(url: str) -> None:
    """The page has no such link."""
    told = read_fiche(fiche_text(f"Voir [ici]({url})."))

    assert told.codes == ["FP308"]
    assert "href" not in told.sections[0]


def test_the_site_of_a_witness_is_shown_at_its_value() -> None:
    """It may be written without its scheme."""
    told = read_temoin(temoin_text(website=f'"{BAD}"'))

    assert read_temoin(temoin_text(website='"www.exemple.fr"')).codes == []
    assert told.codes == ["FP308"]
    assert told.text("FP308") == (
        "avertissement[FP308] adresse de lien refusée : « javascript:alert(1) » ; "
        "le texte reste, sans lien\n"
        " --> content/temoins/essai.md:3:11\n"
        "  |\n"
        '3 | website = "javascript:alert(1)"\n'
        "  |           ^^^^^^^^^^^^^^^^^^^^^\n"
        f"  = aide : {CURE}"
    )


@pytest.mark.parametrize("link", [f'<a href="{BAD}">ici</a>', "[ici](https://)"])
def test_no_link_is_taken_away_in_silence(link: str) -> None:
    """Written in HTML, or without a host."""
    told = read_fiche(fiche_text(f"Voir {link}."))

    assert "href" in told.sections[0] or told.codes == ["FP308"]


@pytest.mark.parametrize(
    ("url", "cure"),
    [
        ("https://banque.fr@autre.fr/", "écrivez l’adresse du site seule"),
        ("https://\u0430pple.com/", "tapez l’adresse de nouveau au clavier"),
        ("mailto:a@exemple.fr?cc=b@exemple.fr", "écrivez `mailto:nom@exemple.fr`"),
        ("tel:03 27 00 00 00", "écrivez le numéro avec des chiffres"),
        ("https://exemple.fr/\u200b", "effacez cette adresse"),
    ],
)
def test_each_cause_has_its_own_way_out(url: str, cure: str) -> None:
    """« Write https » would not help here."""
    bloc = f'template = "pour-aller-plus-loin"\n[[blocs.parts]]\ntext = "Ici"\nlink = "{url}"'
    [told] = read_fiche(blocs_text(bloc)).diagnostics

    assert told.code == "FP308"
    assert told.aide.startswith(cure)


def test_each_of_two_refused_links_is_marked_at_its_own_place() -> None:
    """Though they have one address."""
    told = read_fiche(fiche_text(f"[Un]({BAD}), [deux]({BAD}).")).diagnostics

    assert [(found.code, found.place.position.column) for found in told] == [
        ("FP308", 6),
        ("FP308", 35),
    ]


@pytest.mark.parametrize(
    ("bloc", "line", "column"),
    [
        (
            'template = "bloc-table"\ntableheadings = ["A", "[b](X)"]',
            11,
            28,
        ),
        ('template = "bloc-table"\n[[blocs.tablelines]]\nname = "[b](X)"', 12, 13),
        ('template = "bloc-table"\n[[blocs.tablelines]]\nvalues = ["", "[b](X)"]', 12, 20),
        ('template = "bloc-columns"\ntitle1 = "a"\ntitle2 = "[b](X)"', 12, 15),
        ('template = "faq"\n[[blocs.parts]]\nquestion = "[b](X)"\nanswer = "c"', 12, 17),
    ],
    ids=["heading", "name", "cell", "column", "question"],
)
def test_a_link_in_a_small_part_of_a_bloc_is_shown_in_it(bloc: str, line: int, column: int) -> None:
    """Not at the title of the sheet."""
    [told] = read_fiche(blocs_text(bloc.replace("X", BAD))).diagnostics

    assert told.code == "FP308"
    assert (told.place.position.line, told.place.position.column) == (line, column)
