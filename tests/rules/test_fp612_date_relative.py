"""FP612: a date that depends on the day of reading."""

import pytest

from tests.rules.blocs import text_bloc
from tests.rules.editing import marked, reviewed, reviewed_temoin, whole_blocs, whole_fiche
from tests.sheets import temoin_text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nous sommes société à mission (il y a deux ans).", "il y a deux ans"),
        ("Il y a un an, le comité est né.", "Il y a un an"),
        ("Il y a environ 5 ans, tout a commencé.", "Il y a environ 5 ans"),
        ("Il y a quelques mois, un club s’est formé.", "Il y a quelques mois"),
        ("Il y a moins d’un an, rien n’existait.", "Il y a moins d’un an"),
        ("Il y a deux ans de cela, rien n’existait.", "Il y a deux ans"),
        ("Il\u00a0y\u00a0a 2\u00a0ans, tout a changé.", "Il\u00a0y\u00a0a 2\u00a0ans"),
        ("Depuis un an, le tri est en place.", "Depuis un an"),
        ("Ces membres nous suivent depuis 2 ans.", "depuis 2 ans"),
        ("Nous travaillons depuis 18 mois avec eux.", "depuis 18 mois"),
        ("Le comité existe depuis deux ans et demi.", "depuis deux ans et demi"),
        ("L’an dernier, la facture a baissé.", "L’an dernier"),
        ("L'année dernière nous avons pesé.", "L'année dernière"),
        ("Elle a pesé 20 tonnes l’année passée.", "l’année passée"),
        ("Le mois dernier, une visite a eu lieu.", "Le mois dernier"),
        ("En mars dernier, l’audit s’est tenu.", "mars dernier"),
        ("Un second site suivra l’année prochaine.", "l’année prochaine"),
        ("Cette année, nous visons 30 %.", "Cette année"),
        ("Nous avons récemment changé de repreneur.", "avons récemment"),
        ("Récemment, un bac a été ajouté.", "Récemment"),
        ("Nous comptons actuellement 30 salariés.", "actuellement"),
        ("À ce jour, 25 entreprises participent.", "À ce jour"),
        ("Le prix est élevé en ce moment.", "en ce moment"),
        ("À l’heure actuelle, rien n’est pesé.", "À l’heure actuelle"),
        (
            (
                "Fondée en 2009, elle emploie trente personnes, et a signé la charte du territoire "
                "avec ses voisines il y a deux ans."
            ),
            "il y a deux ans",
        ),
        ("Le label date de 2013. Il y a deux ans, il a été perdu.", "Il y a deux ans"),
    ],
)
def test_words_that_will_be_false_are_marked(text: str, words: str) -> None:
    """A year far from them does not date them."""
    told = reviewed(whole_fiche(text))

    assert told.codes == ["FP612"]
    assert marked(told, "FP612") == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Il y a des déchets, il y a trois bacs.",
        "Il y a un audit tous les ans.",
        "Il y a deux mois de délai.",
        "Il y a un an d’attente.",
        "Il y a deux ans entre la décision et le dépôt.",
        "Il y avait deux ans de retard.",
        "Il y a plus de dix ans que cela dure.",
        "En 2022, il y a deux ans, tout a changé.",
        "Il y a deux ans (2022), tout a changé.",
        "Depuis 2013, le club vit.",
        "Depuis mars 2016, tout est vert.",
        "Nous trions depuis plus de 10 ans, depuis toujours, depuis plusieurs années.",
        "Les salariés présents depuis un an votent.",
        "Les entreprises créées depuis moins de trois ans.",
        "Labellisée depuis quatre ans lors de l’enquête (données 2017-2018).",
        "Comparez à l’an dernier.",
        "Vos factures de l’an dernier suffisent.",
        "Reprendre le bilan de l’année passée.",
        "- **Relire** les chiffres de l’an dernier.",
        "1. Peser : noter le poids de l’an dernier.",
        "Que faites-vous actuellement ?",
        "L’année passée à préparer le dossier.",
        "Cette année-là, tout a changé.",
        "Cette année de transition.",
        "En 2013, le club naît. Cette année marque le début.",
        "Un salarié récemment arrivé.",
        "Les lois actuellement en vigueur.",
        "Cette première année, l’année suivante, la dernière année du plan.",
        "Tous les deux ans, dix ans après.",
        "Un mot. <!-- il y a deux ans -->",
        "[Un lien](https://exemple.fr/il y a deux ans)".replace(" y a deux ans", "-y-a-deux-ans"),
        "```\nil y a deux ans\n```",
    ],
)
def test_what_stays_true_is_not_told(text: str) -> None:
    """Lengths of time, years that stand by, sentences to whoever reads."""
    assert reviewed(whole_fiche(text)).codes == []


def test_a_date_is_shown_with_a_way_to_write_it() -> None:
    """Only the words are marked."""
    told = reviewed(whole_fiche("Tout a changé il y a deux ans."))

    assert told.text("FP612") == (
        "avertissement[FP612] « il y a deux ans » dépend du jour où l’on lit\n"
        "  --> content/fiches/essai.md:29:15\n"
        "   |\n"
        "29 | Tout a changé il y a deux ans.\n"
        "   |               ^^^^^^^^^^^^^^^\n"
        "   = aide : écrivez l’année, par exemple « en 2024 » ou « depuis 2024 »"
    )


def test_a_sentence_is_one_remark() -> None:
    """Two such words in it are mended together; two sentences are two remarks."""
    one = "Cette année, nous comptons actuellement 30 salariés."

    assert reviewed(whole_fiche(one)).codes == ["FP612"]
    assert reviewed(whole_fiche(f"{one} L’an dernier, 20.")).codes == ["FP612", "FP612"]


@pytest.mark.parametrize("key", ["description", "duree", "breadcrumb", "title"])
def test_the_head_is_read_too(key: str) -> None:
    """What a card shows, above all."""
    told = reviewed(whole_fiche(**{key: '"Tri, depuis deux ans"'}))

    assert marked(told, "FP612") == ["depuis deux ans"]


def test_the_title_of_a_source_is_not_told() -> None:
    """It is its author's."""
    assert reviewed(whole_fiche(sources='["Bilan de l’an dernier"]')).codes == []


def test_words_in_a_bloc_are_shown_in_it() -> None:
    """Escapes before them count for one character each, in them too."""
    text = r"\"\u00c9t\u00e9\", tout a chang\u00e9 l\u2019ann\u00e9e derni\u00e8re."
    told = reviewed(whole_blocs(text_bloc(text)))

    assert marked(told, "FP612") == [r"l\u2019ann\u00e9e derni\u00e8re"]
    assert told.diagnostics[0].message.startswith("« l’année dernière »")


def test_a_story_is_told_and_a_citation_is_not() -> None:
    """What somebody said cannot be rewritten."""
    said = '[{ texte = "Il y a deux ans, rien.", auteur = "A" }]'
    told = reviewed_temoin(temoin_text("## A\n\nIl y a deux ans, rien.\n", citations=said))

    assert [found.place.position.line for found in told.diagnostics] == [8]
