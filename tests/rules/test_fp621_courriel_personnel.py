"""FP621: the mail address of a person."""

import pytest

from builder.validate.privacy import is_personal
from tests.rules.blocs import text_bloc
from tests.rules.editing import marked, reviewed, reviewed_temoin, whole_blocs, whole_fiche
from tests.sheets import temoin_text


@pytest.mark.parametrize(
    "text",
    [
        "contact@exemple.fr",
        "rse@apnos.net, direction@apnos.net, Accueil@apnos.net",
        "contact.lyon@exemple.fr, rse-groupe@exemple.fr, no-reply@exemple.fr",
        "service-clients@exemple.fr, info59@exemple.fr, contactrse@exemple.fr",
        "apnos@apnos.net, mont-blanc@mont-blanc-industries.com",
        "jeanne.martin arobase exemple.fr",
        "jeanne.martin [at] exemple.fr, jeanne.martin(at)exemple.fr",
        "@apnos, @apnos@mastodon.social, https://exemple.fr/@jeanne.martin",
        "Sur https://jeanne.martin@exemple.fr/ et [là](/uploads/j.martin@exemple.fr.pdf)",
        "![Bacs](/uploads/bacs@2x.png), bacs@2x.png",
        "Version 2@3.1",
        "Un mot. <!-- jeanne.martin@exemple.fr -->",
    ],
)
def test_a_post_a_mask_or_an_account_is_not_told(text: str) -> None:
    """Whoever holds the post answers."""
    assert "FP621" not in reviewed(whole_fiche(text)).codes


@pytest.mark.parametrize(
    "mail",
    [
        "jeanne.martin@exemple.fr",
        "jmartin@exemple.fr",
        "Jeanne@Exemple.FR",
        "jeanne.martin+tri@sous.exemple.fr",
        "rené.dupont@exemple.fr",
        "j-m.martin_59@exemple.museum",
    ],
)
def test_the_address_of_a_person_is_marked(mail: str) -> None:
    """And nothing around it."""
    told = reviewed(whole_fiche(f"Contact : **{mail}**, à Douai."))

    assert told.codes == ["FP621"]
    assert marked(told, "FP621") == [mail]


def test_the_message_does_not_repeat_the_address() -> None:
    """The records of a build are often public."""
    told = reviewed(whole_fiche("Écrire à jeanne.martin@exemple.fr."))

    assert told.text("FP621") == (
        "avertissement[FP621] l’adresse de courriel d’une personne est écrite en clair\n"
        "  --> content/fiches/essai.md:29:10\n"
        "   |\n"
        "29 | Écrire à jeanne.martin@exemple.fr.\n"
        "   |          ^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "   = aide : écrivez « arobase » à la place de `@`, sans lien, "
        "ou donnez l’adresse d’une fonction"
    )
    [found] = told.diagnostics
    assert "martin" not in found.message + found.aide


def test_a_link_that_shows_its_own_address_is_one_remark() -> None:
    """On another line it is another."""
    link = "[j.martin@exemple.fr](mailto:j.martin@exemple.fr)"

    assert reviewed(whole_fiche(link)).codes == ["FP621"]
    assert reviewed(whole_fiche(f"{link}\n\n{link}")).codes == ["FP621", "FP621"]


def test_a_link_is_read_behind_its_words() -> None:
    """The address alone is marked; a subject is none."""
    told = reviewed(whole_fiche("[Écrire](mailto:j.martin@exemple.fr?subject=Tri)"))

    assert marked(told, "FP621") == ["j.martin@exemple.fr"]


@pytest.mark.parametrize(
    ("bloc", "mark"),
    [
        (text_bloc(r"\"\u00c9t\u00e9\" : j.martin\u0040exemple.fr."), r"j.martin\u0040exemple.fr"),
        (
            (
                'template = "pour-aller-plus-loin"\ntitle = "Tri"\n'
                'parts = [{ text = "Écrire", link = "mailto:j.martin@exemple.fr" }]'
            ),
            "j.martin@exemple.fr",
        ),
        (
            (
                'template = "faq"\ntitle = "Tri"\n'
                'parts = [{ question = "À qui ?", answer = "j.martin@exemple.fr" }]'
            ),
            "j.martin@exemple.fr",
        ),
    ],
    ids=["escapes", "link", "answer"],
)
def test_an_address_in_a_bloc_is_shown_in_it(bloc: str, mark: str) -> None:
    """Wherever a bloc may hold one."""
    assert marked(reviewed(whole_blocs(bloc)), "FP621") == [mark]


def test_the_head_is_read_but_its_comments_and_trackers() -> None:
    """Those are never shown."""
    mail = "j.martin@exemple.fr"

    assert reviewed(whole_fiche(enbref=f'["Écrire à {mail}"]')).codes == ["FP621"]
    assert reviewed(whole_fiche(title=f'"Trier" # {mail}')).codes == []
    assert reviewed(whole_fiche(trackers=f"[{{ tracker = '{mail}' }}]")).codes == ["FP305"]


def test_a_witness_is_read_with_its_citations() -> None:
    """Its story too; the address of its site is no text."""
    mail = "j.martin@exemple.fr"
    said = f'[{{ texte = "Oui.", auteur = "J. Martin, {mail}" }}]'

    assert reviewed_temoin(temoin_text(citations=said)).codes == ["FP621"]
    assert reviewed_temoin(temoin_text(f"## A\n\n{mail}\n")).codes == ["FP621"]
    assert "FP621" not in reviewed_temoin(temoin_text(website='"https://a.b@exemple.fr"')).codes


@pytest.mark.parametrize(
    ("local", "host", "is_person"),
    [
        ("contact", "apnos", False),
        ("Secrétariat", "apnos", False),
        ("audit.enr", "france-it", False),
        ("france.it", "france-it", False),
        ("59", "apnos", False),
        ("asavary", "tetra-info", True),
        ("marie", "apnos", True),
        ("m.contat", "apnos", True),
    ],
)
def test_a_role_is_told_from_a_person(local: str, host: str, *, is_person: bool) -> None:
    """By the words of the first part, or the name of the domain."""
    assert is_personal(local, host) is is_person
