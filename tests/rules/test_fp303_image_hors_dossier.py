"""FP303: a picture taken from elsewhere than the folder of pictures."""

from pathlib import Path

import pytest

from tests.rules.blocs import picture_bloc
from tests.sheets import blocs_text, fiche_text, read_fiche


@pytest.mark.parametrize("src", ["/uploads/bacs.png", "uploads/bacs.png"])
def test_a_picture_of_the_folder_is_not_told(src: str, uploads: Path) -> None:
    """With or without the first slash."""
    assert read_fiche(fiche_text(f"![Bacs]({src})"), uploads).codes == []
    assert read_fiche(fiche_text(f"Ici ![Bacs]({src})."), uploads).codes == []


def test_a_picture_of_another_site_is_shown_where_its_address_is(uploads: Path) -> None:
    """The accents before it count for one column each."""
    body = "## Été\n\nDéjà trié : ![Bacs](https://exemple.fr/bacs.jpg)\n"
    told = read_fiche(fiche_text(body), uploads)

    assert told.codes == ["FP303"]
    assert told.text("FP303") == (
        "erreur[FP303] l’image `https://exemple.fr/bacs.jpg` est sur un autre site\n"
        "  --> content/fiches/essai.md:13:21\n"
        "   |\n"
        "13 | Déjà trié : ![Bacs](https://exemple.fr/bacs.jpg)\n"
        "   |                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "   = aide : copiez-la dans `content/uploads/` et écrivez `/uploads/bacs.jpg`, "
        "si vous en avez le droit"
    )


def test_a_picture_in_a_bloc_is_shown_in_it(uploads: Path) -> None:
    """At the key that holds the address."""
    told = read_fiche(blocs_text(picture_bloc("/uploads/../secret.jpg")), uploads)

    assert told.codes == ["FP303"]
    assert told.text("FP303") == (
        "erreur[FP303] l’image `/uploads/../secret.jpg` sort de `content/uploads/`\n"
        "  --> content/fiches/essai.md:16:10\n"
        "   |\n"
        '16 | image = "/uploads/../secret.jpg"\n'
        "   |          ^^^^^^^^^^^^^^^^^^^^^^\n"
        "   = aide : copiez-la dans `content/uploads/` et écrivez `/uploads/secret.jpg`"
    )


@pytest.mark.parametrize(
    "src",
    [
        "http://exemple.fr/bacs.jpg",
        "//exemple.fr/bacs.jpg",
        "/etc/bacs.png",
        "bacs.png",
        "/uploads/%2e%2e/bacs.png",
        "/uploads/dossier/../bacs.png",
        "/uploads//bacs.png",
        "/uploads/bacs.pdf",
        "/uploads/",
        "file:///uploads/bacs.png",
        "data:image/png;base64,AAAA",
    ],
)
def test_each_other_address_is_one_error_and_shows_nothing(src: str, uploads: Path) -> None:
    """Nothing is loaded from elsewhere, and no file of another folder is read."""
    told = read_fiche(fiche_text(f"## Objectifs\n\n![Bacs]({src})\n"), uploads)

    assert told.codes == ["FP303"]
    assert told.diagnostics[0].is_error
    assert told.diagnostics[0].place.position.line == 13
    assert "<img" not in told.sections[0]


@pytest.mark.parametrize(
    ("src", "reason"),
    [
        ("//exemple.fr/bacs.jpg", "est sur un autre site"),
        ("ftp://exemple.fr/bacs.jpg", "est sur un autre site"),
        ("data:image/png;base64,AAAA", "est collée dans le texte"),
        ("C:/Photos/bacs.jpg", "est sur votre ordinateur"),
        ("file:///home/a/bacs.jpg", "est sur votre ordinateur"),
        ("/etc/bacs.jpg", "est sur votre ordinateur"),
        ("/Users/a/bacs.jpg", "est sur votre ordinateur"),
        ("/images/bacs.jpg", "n’est pas dans `content/uploads/`"),
        ("../uploads/bacs.jpg", "sort de `content/uploads/`"),
        ("/uploads/%2e%2e/bacs.jpg", "sort de `content/uploads/`"),
        ("/uploads/bacs.pdf", "n’est pas d’un format d’image que les navigateurs montrent"),
    ],
)
def test_the_message_says_where_the_picture_is(src: str, reason: str, uploads: Path) -> None:
    """Each place has its own way out."""
    [told] = read_fiche(fiche_text(f"![Bacs]({src})"), uploads).diagnostics

    assert told.message == f"l’image `{src.replace('%2e', '.')}` {reason}"


def test_a_windows_path_is_marked_in_its_toml_string(uploads: Path) -> None:
    """Its backslashes are written twice there."""
    [told] = read_fiche(blocs_text(picture_bloc(r"C:\\Photos\\bacs.jpg")), uploads).diagnostics

    assert told.message == r"l’image `C:\Photos\bacs.jpg` est sur votre ordinateur"
    assert told.aide.endswith("`/uploads/bacs.jpg`")


def test_a_link_out_of_the_folder_is_told(
    uploads: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A file of the folder that is a link to a file elsewhere."""
    secret = tmp_path_factory.mktemp("secret") / "secret.png"
    secret.write_bytes((uploads / "bacs.png").read_bytes())
    (uploads / "lien.png").symlink_to(secret)

    [told] = read_fiche(fiche_text("![Bacs](/uploads/lien.png)"), uploads).diagnostics

    assert told.code == "FP303"
    assert "raccourci" in told.message


def test_a_picture_pasted_in_the_text_is_shown_shortened(uploads: Path) -> None:
    """Its address is the picture itself."""
    text = fiche_text(f"![Bacs](data:image/png;base64,{'A' * 5_000})")
    [told] = read_fiche(text, uploads).diagnostics

    assert len(told.message) < 200
    assert "…`" in told.message


def test_a_picture_pasted_in_a_sentence_is_shown_where_its_address_is(uploads: Path) -> None:
    """As one by itself is."""
    text = fiche_text("Voir ![Bacs](data:image/png;base64,AAAA).")
    [told] = read_fiche(text, uploads).diagnostics

    assert "`data:image/png;base64,AAAA`" in told.message
    assert (told.place.position.line, told.place.position.column) == (11, 14)
