"""FP105: a key that no sheet has."""

import pytest

from tests.sheets import blocs_text, fiche_text, read_fiche, read_temoin, temoin_text


def test_the_keys_of_the_format_are_not_told() -> None:
    """Even those that only the CMS used."""
    text = blocs_text('template = "faq"\nforestrylabel = "Questions"', seotexts='["Trier."]')

    assert read_fiche(text).codes == []


def test_a_misspelt_key_is_shown_at_its_name() -> None:
    """The right one is proposed."""
    assert read_fiche(fiche_text(tittle='"Trier"')).text("FP105") == (
        "avertissement[FP105] clé inconnue, ignorée : `tittle`\n"
        " --> content/fiches/essai.md:9:1\n"
        "  |\n"
        '9 | tittle = "Trier"\n'
        "  | ^^^^^^\n"
        "  = aide : vouliez-vous dire `title` ?"
    )


def test_a_key_in_a_bloc_is_shown_at_its_own_line() -> None:
    """The path says which bloc."""
    text = blocs_text(
        'template = "faq"\ntitle = "Été"',
        'template = "bloc-personalise"\n[blocs.content]\ntitle = "Méthode"\nrichtexte = "Trier."',
    )

    assert read_fiche(text).text("FP105") == (
        "avertissement[FP105] clé inconnue, ignorée : `blocs[1].content.richtexte`\n"
        "  --> content/fiches/essai.md:16:1\n"
        "   |\n"
        '16 | richtexte = "Trier."\n'
        "   | ^^^^^^^^^\n"
        "   = aide : vouliez-vous dire `richtext` ?"
    )


@pytest.mark.parametrize("value", ["1", "true", '["a", "b"]', "{ a = 1, b = 2 }", '"Ecolo"'])
def test_a_key_like_no_other_is_one_warning(value: str) -> None:
    """What it holds is not judged."""
    [told] = read_fiche(fiche_text(zzz=value)).diagnostics

    assert (told.code, told.aide) == ("FP105", "effacez cette ligne, ou corrigez son nom")
    assert not told.is_error


def test_a_key_in_quotes_is_marked_with_them() -> None:
    """Accents in it count for one column each."""
    [told] = read_fiche(fiche_text(**{'"thème été"': '"Trier"'})).diagnostics

    assert told.place.span is not None
    assert told.place.span.end - told.place.span.start == len('"thème été"')


def test_a_key_of_the_other_kind_of_sheet_is_sent_there() -> None:
    """Each kind of sheet has its own keys."""
    [in_witness] = read_temoin(temoin_text(maturity='"Progresser"')).diagnostics
    [in_fiche] = read_fiche(fiche_text(size="16")).diagnostics

    assert (in_witness.code, in_fiche.code) == ("FP105", "FP105")
    assert in_witness.aide == "déplacez cette ligne : `maturity` va dans la fiche"
    assert in_fiche.aide == "déplacez cette ligne : `size` va dans le fichier du témoin"


@pytest.mark.parametrize(
    ("word", "key"), [("taille", "size"), ("effectif", "size"), ("site", "website")]
)
def test_a_french_word_for_a_key_is_understood(word: str, key: str) -> None:
    """Even where the two do not look alike, or where another key does."""
    [told] = read_temoin(temoin_text(**{word: "16"})).diagnostics

    assert (told.message, told.aide) == (
        f"clé inconnue, ignorée : `{word}`",
        f"vouliez-vous dire `{key}` ?",
    )


def test_a_french_word_for_a_key_of_the_other_kind_is_sent_there() -> None:
    """By the name it has there."""
    [told] = read_fiche(fiche_text(taille="16")).diagnostics

    assert told.aide == "déplacez cette ligne : `size` va dans le fichier du témoin"
